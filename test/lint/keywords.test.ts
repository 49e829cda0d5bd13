import {describe, expect, test} from 'vitest'
import {keywords} from '../../src/lint/keywords/index.js'
import {runKeyword} from '../../src/lint/keywords/run.js'
import {place, section} from './support.js'

/** Findings as [place, expected, actual]. */
function find(name: string, parameter: unknown, data: unknown): unknown[] {
  return [...(keywords[name]?.find(parameter, data) ?? [])].map(({path, expected, actual}) => [
    path,
    expected?.join(),
    actual,
  ])
}

test('there are six at the most, and each stands under its name', () => {
  expect(Object.keys(keywords).length).toBeLessThanOrEqual(6)
  for (const [name, keyword] of Object.entries(keywords)) expect(keyword.name).toBe(name)
})

test('findings become errors at their absolute places', () => {
  const data = [{title: 'a'}, {title: 'a'}]
  expect(runKeyword('uniqueBy', ['title'], data, '/outline', '#/x')).toMatchObject([
    {instancePath: '/outline/1', schemaPath: '#/x', keyword: 'uniqueBy', params: {at: '/outline', actual: 'a'}},
  ])
})

describe('inOrder', () => {
  const sections = (...ranks: number[]) =>
    Object.fromEntries(
      ranks.map((rank, at) => [`s${rank}`, section(`s${rank}`, at + 1, at + 2, rank > 0 ? {ordinal: rank} : {})]),
    )
  const moved = (...ranks: number[]) => find('inOrder', true, sections(...ranks)).map(found => (found as string[])[0])

  test('sections in the template’s order, with gaps and others between', () => {
    expect(moved(1, 2, 3)).toEqual([])
    expect(moved(1, 4, -1, 9)).toEqual([])
    expect(moved()).toEqual([])
  })
  test('the least set that has to move', () => {
    expect(moved(9, 1, 2, 3)).toEqual(['/s9'])
    expect(moved(1, 2, 8, 3, 4)).toEqual(['/s8'])
    expect(moved(2, 3, 4, 1)).toEqual(['/s1'])
    expect(moved(3, 2, 1)).toHaveLength(2)
    // Two runs of the same length: always the same answer.
    expect(moved(3, 4, 1, 2)).toEqual(['/s3', '/s4'])
  })
  test('tells where it belongs and where it stands', () => {
    expect(find('inOrder', true, sections(1, 2, 8, 3, 4))).toEqual([['/s8', 'after "## s4"', 'after "## s2"']])
    expect(find('inOrder', true, sections(2, 3, 4, 1))).toEqual([['/s1', 'before "## s2"', 'after "## s4"']])
  })
  test('the order of a list of ids, wherever the keys of the object stand', () => {
    const data = {b: section('b', 1, 2), x: section('x', 2, 3), a: section('a', 3, 4)}
    expect(find('inOrder', ['a', 'b'], data)).toEqual([['/b', 'after "## a"', 'first']])
    expect(find('inOrder', ['b', 'a'], {a: data.a, b: data.b})).toEqual([])
  })
  test('other data passes', () => {
    for (const data of [null, 3, [], {a: 1, b: {position: 2}}]) expect(find('inOrder', true, data)).toEqual([])
  })
})

describe('numbered', () => {
  type Line = [number: string | undefined, parent: number]
  const outline = (...lines: Line[]) => lines.map(([number, parent]) => ({...(number ? {number} : {}), parent}))
  const flat = (...numbers: (string | undefined)[]) => outline(...numbers.map((number): Line => [number, -1]))

  test.each([
    [['1', '2', '3']],
    [[undefined, '1', undefined, '2']],
    [['0', '1']],
    [[]],
    // Another order is no matter of numbers.
    [['1', '3', '2', '4']],
    // Years are no numbers of sections.
    [['1', '2024', '2', '1999.12']],
  ])('%j is fine', numbers => expect(find('numbered', true, flat(...numbers))).toEqual([]))

  test('a gap is told once, where it shows', () => {
    expect(find('numbered', true, flat('1', '2', '5', '6'))).toEqual([['/2', '3', '5']])
    expect(find('numbered', true, flat('3', '4'))).toEqual([['/0', '1', '3']])
  })
  test('a duplicate is told once, and makes no gap besides', () => {
    expect(find('numbered', true, flat('1', '2', '2', '3'))).toEqual([['/2', '3', '2']])
    expect(find('numbered', true, flat('1', '2', '2', '4'))).toEqual([['/2', '3', '2']])
  })
  test('a child’s number goes on from its parent’s', () => {
    const good = outline(['1', -1], ['1.1', 0], ['1.2', 0], ['2', -1], ['2.1', 3], ['2.1.1', 4])
    expect(find('numbered', true, good)).toEqual([])
    const other = outline(['1', -1], ['2', -1], ['2.1', 1], ['1.2', 1], ['1.3', 1])
    expect(find('numbered', true, other)).toEqual([
      ['/3', '2.2', '1.2'],
      ['/4', '2.3', '1.3'],
    ])
  })
  test('"2" is no parent of "21.1", and of "1." below a numbered parent', () => {
    expect(find('numbered', true, outline(['1', -1], ['2', -1], ['21.1', 1]))).toEqual([['/2', '2.1', '21.1']])
    expect(find('numbered', true, outline(['1', -1], ['2', -1], ['1', 1], ['2', 1]))).toEqual([])
  })
  test('numbers go on below a second title', () => {
    const titles = [
      {level: 1, parent: -1},
      {level: 2, parent: 0, number: '1'},
      {level: 1, parent: -1},
    ]
    expect(find('numbered', true, [...titles, {level: 2, parent: 2, number: '2'}])).toEqual([])
    expect(find('numbered', true, [...titles, {level: 2, parent: 2, number: '1'}])).toEqual([['/3', '2', '1']])
  })
  test('a parent without a number asks for nothing but no gaps', () => {
    expect(find('numbered', true, outline([undefined, -1], ['4.1', 0], ['4.3', 0]))).toEqual([['/2', '4.2', '4.3']])
  })
})

describe('uniqueBy', () => {
  const items = [
    {parent: 0, title: 'A', position: place(4)},
    {parent: 0, title: 'B', position: place(5)},
    {parent: 1, title: 'A', position: place(6)},
    {parent: 0, title: 'A', position: place(7)},
    {title: 'A'},
  ]
  test('each surplus item, beside the first', () => {
    const found = [...(keywords.uniqueBy?.find(['parent', 'title'], items) ?? [])]
    expect(found).toEqual([
      {path: '/3', actual: 'A', related: [{path: '/0', reason: 'The first one stands here'}], first: {line: 4}},
    ])
  })
  test('items that lack a property are left alone', () => {
    expect(find('uniqueBy', ['missing'], items)).toEqual([])
    expect(find('uniqueBy', ['toString'], items)).toEqual([])
  })
  test('values of other types are other values', () => {
    expect(find('uniqueBy', ['a'], [{a: 1}, {a: '1'}, {a: null}, {a: [1]}, {a: '[1]'}])).toEqual([])
  })
})

describe('datesInOrder', () => {
  const dates = (created?: string, updated?: string) => ({
    ...(created ? {created: {text: created}} : {}),
    ...(updated ? {updated: {text: updated}} : {}),
  })
  const names = ['created', 'updated']
  test('the same day and later days', () => {
    expect(find('datesInOrder', names, dates('2026-01-02', '2026-01-02'))).toEqual([])
    expect(find('datesInOrder', names, dates('2025-12-31', '2026-01-01'))).toEqual([])
  })
  test('an earlier one', () => {
    expect(find('datesInOrder', names, dates('2026-01-02', '2025-12-31'))).toEqual([
      ['/updated', '2026-01-02 or later', '2025-12-31'],
    ])
  })
  test('what is missing or in no calendar is left out', () => {
    expect(find('datesInOrder', names, dates('2026-02-30', '2025-01-01'))).toEqual([])
    expect(find('datesInOrder', names, dates(undefined, '2025-01-01'))).toEqual([])
  })
})
