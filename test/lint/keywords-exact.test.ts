import {describe, expect, test} from 'vitest'
import {keywords} from '../../src/lint/keywords/index.js'
import {place, section} from './support.js'

const find = (name: string, parameter: unknown, data: unknown) => [...(keywords[name]?.find(parameter, data) ?? [])]

describe('inOrder', () => {
  const at = (line: number, ordinal: number | undefined, more: object = {}) =>
    section(`s${line}`, line, line + 1, {...(ordinal !== undefined && {ordinal}), ...more})
  const moved = (data: object, parameter: unknown = true) => find('inOrder', parameter, data).map(({path}) => path)

  test('tells what a section belongs behind, or before, and shows it', () => {
    const behind = {a: at(1, 1), 'x/y~z': at(2, 9), b: at(3, 2), c: at(4, 3), d: at(5, 3)}
    expect(find('inOrder', true, behind)).toEqual([
      {
        path: '/x~1y~0z',
        expected: ['after "## s5"'],
        actual: 'after "## s1"',
        related: [{path: '/d', reason: 'It belongs after this section'}],
      },
    ])
    const before = {'b~': at(1, 2), c: at(2, 2), d: at(3, 3), a: at(4, 1)}
    expect(find('inOrder', true, before)).toEqual([
      {
        path: '/a',
        expected: ['before "## s1"'],
        actual: 'after "## s3"',
        related: [{path: '/b~0', reason: 'It belongs before this section'}],
      },
    ])
    expect(find('inOrder', true, {z: at(1, 9), a: at(2, 1), b: at(3, 2)})).toMatchObject([
      {path: '/z', actual: 'first'},
    ])
    // Between two that are kept it is told by the one before it.
    const between = {a: at(1, 1), c: at(2, 3), d: at(3, 4), b: at(4, 2), e: at(5, 5)}
    expect(find('inOrder', true, between)).toMatchObject([
      {path: '/b', expected: ['after "## s1"'], actual: 'after "## s3"'},
    ])
  })

  test('passes over what has no place, or none in the order', () => {
    expect(
      moved({a: at(1, 2), b: 7, c: {ordinal: 1}, d: null, e: {...at(3, 1), position: {}}, f: at(4, undefined)}),
    ).toEqual([])
    expect(moved({a: at(1, 3), b: at(2, -1), c: at(3, 4)})).toEqual([])
    expect(moved([at(1, 2), at(2, 1)])).toEqual([])
  })

  test('goes by a list, and by what a section claims to be', () => {
    const data = {two: at(1, 2), 'one-2': at(2, 1, {claim: 'one'}), other: at(3, 1)}
    expect(moved(data, ['one', 'two'])).toEqual(['/two'])
    expect(moved(data, ['two', 'one'])).toEqual([])
    expect(moved(data, ['other', 'two'])).toEqual(['/two'])
    expect(moved({b: at(9, 1), a: at(3, 1)}, ['a', 'b'])).toEqual([])
  })

  test('of runs of one length keeps the one that ends earliest in the order', () => {
    expect(moved({a: at(1, 1), d: at(2, 4), c: at(3, 3)})).toEqual(['/d'])
    expect(moved({a: at(1, 1), c: at(2, 3), d: at(3, 2)})).toEqual(['/c'])
    expect(moved({c: at(1, 3), d: at(2, 4), a: at(3, 1), b: at(4, 2)})).toEqual(['/c', '/d'])
    // Of one rank each the first stays.
    expect(moved({b: at(1, 2), a: at(2, 1), a2: at(3, 1)})).toEqual(['/b'])
  })
})

describe('uniqueBy', () => {
  test('shows the values, and where the first one begins', () => {
    const data = [
      {a: 'A', b: 'x', n: 1},
      {a: 'a', b: 'X', n: 1, position: place(7)},
      {a: 'A', n: 1},
      {b: 'x', n: 1},
    ]
    expect(find('uniqueBy', ['a', 'n', 'b'], data)).toEqual([
      {path: '/1', actual: 'a, X', related: [{path: '/0', reason: 'The first one stands here'}]},
    ])
    expect(
      find(
        'uniqueBy',
        ['n'],
        data.map(each => ({...each, position: place(4)})),
      ),
    ).toMatchObject(
      [1, 2, 3].map(index => ({path: `/${index}`, actual: '', first: {line: 4}, related: [{path: '/0'}]})),
    )
    expect(find('uniqueBy', ['a'], [{a: 'ß'}, {a: 'SS'}, 'a', null])).toEqual([])
  })
})

describe('datesInOrder', () => {
  const date = (text: unknown) => ({text})
  test('holds each date against the last one that was in order', () => {
    const data = {a: date('2026-03-01'), 'b/c': date('2026-02-01'), d: date('2026-02-15'), e: date('2026-04-01')}
    expect(find('datesInOrder', ['a', 'b/c', 'none', 'd', 'e'], data)).toEqual([
      {
        path: '/b~1c',
        expected: ['2026-03-01 or later'],
        actual: '2026-02-01',
        related: [{path: '/a', reason: 'It must not be earlier than this date'}],
      },
      {
        path: '/d',
        expected: ['2026-03-01 or later'],
        actual: '2026-02-15',
        related: [{path: '/a', reason: 'It must not be earlier than this date'}],
      },
    ])
    const slashed = {'a/b': date('2026-03-01'), c: '2026-01-01'}
    expect(find('datesInOrder', ['a/b', 'c'], slashed)[0]?.related?.[0]?.path).toBe('/a~1b')
  })

  test('passes over what is no date, and goes on behind it', () => {
    const data = {
      a: date('2026-03-01'),
      b: date(7),
      c: date('2026-02-30'),
      d: [date('2026-01-01')],
      e: date('2026-02-01'),
    }
    expect(find('datesInOrder', ['a', 'b', 'c', 'd', 'constructor', 'e'], data).map(({path}) => path)).toEqual(['/e'])
  })
})

describe('numbered', () => {
  const outline = (...headings: [number: string | undefined, parent?: number, more?: object][]) =>
    headings.map(([number, parent = -1, more = {}]) => ({level: 2, id: 'x', ...(number && {number}), parent, ...more}))
  const told = (...headings: Parameters<typeof outline>) =>
    find('numbered', true, outline(...headings)).map(({path, expected, actual}) => [path, ...(expected ?? []), actual])

  test('a single number at the front may be part of a title; one of several parts is not', () => {
    expect(told(['404'], [undefined])).toEqual([])
    expect(told([undefined], ['4.3', 0])).toEqual([['/1', '4.1', '4.3']])
    expect(told(['1'], ['404', 0], [undefined, 0])).toEqual([])
  })

  test('a gap is told by the nearest number below, by value', () => {
    expect(told(['1'], ['2'], ['10'], ['12'])).toEqual([
      ['/2', '3', '10'],
      ['/3', '11', '12'],
    ])
    expect(told(['10'], ['9'], ['2'])).toEqual([
      ['/1', '3', '9'],
      ['/2', '1', '2'],
    ])
    expect(told(['1'], ['1.2.1', 0], ['1.2.3', 0], ['12.1', 0])).toEqual([
      ['/2', '1.2.2', '1.2.3'],
      ['/3', '1.3', '12.1'],
    ])
    expect(told(['0'], ['1'])).toEqual([])
  })

  test('a duplicate is shown beside the first, and all come in the order of the text', () => {
    const twice = outline(['1'], ['1.1', 0], ['1.3', 0], ['1'], ['2', -1], ['1.1', 0])
    expect(find('numbered', true, twice)).toEqual([
      {path: '/2', expected: ['1.2'], actual: '1.3'},
      {path: '/3', expected: ['2'], actual: '1', related: [{path: '/0', reason: '"1" stands here already'}]},
      {path: '/5', expected: ['1.2'], actual: '1.1', related: [{path: '/1', reason: '"1.1" stands here already'}]},
    ])
  })

  test('a parent gives its number, or that of the next one around it', () => {
    expect(told(['1'], [undefined, 0], ['8.1', 1], ['8.2', 1], ['2'])).toEqual([
      ['/2', '1.1', '8.1'],
      ['/3', '1.2', '8.2'],
    ])
    expect(told([undefined], ['3.1', 0], ['3.2', 0])).toEqual([])
    // Places count all numbered headings of a parent.
    expect(told(['1'], ['1.1', 0], ['3.1', 0], ['2'])).toEqual([['/2', '1.2', '3.1']])
  })

  test('a second title goes on with the numbers, a section of the first level has its own', () => {
    const title = {level: 1, id: undefined}
    const under = (more: object) => told(['1', -1], [undefined, -1, more], ['3', 1])
    expect(under(title)).toEqual([['/2', '2', '3']])
    expect(under({level: 1, id: 'part'})).toEqual([])
    expect(under({level: 2, id: undefined})).toEqual([])
  })
})
