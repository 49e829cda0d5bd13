import {describe, expect, test} from 'vitest'
import {
  differing,
  doubled,
  invalidReport,
  misplaced,
  outcomeOf,
  stackTraces,
  timeless,
  unescaped,
  unsorted,
} from './index.mjs'

const point = (line: number, column: number, offset: number) => ({line, column, offset})
const TEXT = '\uFEFFab\r\nc\rd\n'

describe('places', () => {
  test.each([
    [1, 1, 0],
    [1, 1, 1],
    [1, 3, 3],
    [2, 1, 5],
    [3, 1, 7],
    [4, 1, 9],
  ])('%i:%i at %i is right', (line, column, offset) => {
    expect(misplaced({deep: [{position: {start: point(line, column, offset)}}]}, TEXT)).toEqual([])
  })

  test.each([
    ['an offset behind the text', point(4, 2, 10)],
    ['an offset before the text', point(1, 0, -1)],
    ['half an offset', point(1, 1, 0.5)],
    ['no number', point(1, 1, Number.NaN)],
    ['another line', point(3, 1, 5)],
    ['another column', point(2, 2, 5)],
    ['a column for the byte order mark', point(1, 2, 1)],
    ['a line for each half of CRLF', point(3, 1, 5)],
  ])('%s is told', (_what, wrong) => {
    expect(misplaced({deep: [{end: wrong}]}, TEXT)).toHaveLength(1)
  })

  test('a range that ends before it starts is told, and a section that ends before its heading', () => {
    const [early, late] = [point(1, 2, 2), point(2, 1, 5)]
    expect(misplaced({range: {start: late, end: early}}, TEXT)).toEqual(['/range: starts at 5 and ends before, at 2'])
    expect(misplaced({position: {start: late, end: late}, end: early}, TEXT)).toHaveLength(1)
    expect(misplaced({range: {start: early, end: late}}, TEXT)).toEqual([])
  })

  test('what stands in another file is not looked at', () => {
    const range = {start: point(90, 1, 5000), end: point(90, 2, 5001)}
    expect(misplaced({related: [{path: 'team.json', range}]}, TEXT)).toEqual([])
    expect(misplaced({related: [{range}]}, TEXT)).toHaveLength(2)
  })
})

describe('order', () => {
  const message = (line: number, column: number, ruleId: string) => ({range: {start: {line, column}}, ruleId})

  test.each([
    ['by line', message(2, 1, 'a'), message(1, 1, 'a')],
    ['by column', message(1, 10, 'a'), message(1, 9, 'a')],
    ['by rule', message(1, 1, 'b'), message(1, 1, 'a')],
  ])('%s', (_what, later, earlier) => {
    expect(unsorted([earlier, later])).toEqual([])
    expect(unsorted([earlier, earlier])).toEqual([])
    expect(unsorted([later, earlier])).toHaveLength(1)
  })

  test('a fingerprint that two messages have is told once', () => {
    const prints = (...all: string[]) => all.map(fingerprint => ({fingerprint}))
    expect(doubled(prints('a', 'b', 'a', 'a'))).toEqual(['a'])
    expect(doubled(prints('a', 'b'))).toEqual([])
  })
})

describe('screen', () => {
  test.each([
    '\u001b[31m',
    'a\tb',
    'a\rb',
    '\u009b',
    '\u202e',
    '\u2066',
    '\u200f',
    '\u061c',
    '\u2028',
    '\ufeff',
    '\ud800',
    '\0',
  ])('%j is told', sign => {
    expect(unescaped(`before ${sign} behind`)).toHaveLength(1)
  })

  test('orders to CI runners are told, but where they are meant', () => {
    expect(unescaped('a ##[error] b')).toHaveLength(1)
    expect(unescaped('a ##vso[x] b')).toHaveLength(1)
    expect(unescaped('a\n ::error::x\n')).toHaveLength(1)
    expect(unescaped('a\n::error::x\n', {commands: true})).toEqual([])
  })

  test('plain text in any script is fine', () => {
    expect(unescaped('line\nZeile \u{1f600} 文書 e\u0301 a::b #[x]\n')).toEqual([])
  })

  test('a stack trace is told, and words are not', () => {
    expect(stackTraces(String(new Error('x').stack))).toHaveLength(1)
    expect(stackTraces('  at noon: 12:30\n  look at src/a.ts:3:4 now\n')).toEqual([])
  })
})

test('a report that is none is told', () => {
  const summary = Object.fromEntries(
    [
      'files',
      'clean',
      'errors',
      'warnings',
      'infos',
      'notChecked',
      'skippedChecks',
      'excepted',
      'baselined',
      'stale',
      'unclaimed',
    ].map(name => [name, 0]),
  )
  const report = {schemaVersion: 1, tool: {name: 'specwright', version: '1.2.3'}, summary, files: []}
  expect(invalidReport(JSON.stringify(report))).toEqual([])
  expect(invalidReport(JSON.stringify({...report, files: [{path: 3}]}))).not.toEqual([])
  expect(invalidReport('{')).toHaveLength(1)
})

test('the first difference is told, wherever it lies', () => {
  expect(differing({a: [1, {b: 2}]}, {a: [1, {b: 2}]})).toEqual([])
  expect(differing({a: [1, {b: 2}]}, {a: [1, {b: 3}]})).toEqual(['/a/1/b: 2 and 3'])
  expect(differing({a: 1}, {a: 1, c: 2})).toEqual(['/c: nothing and 2'])
  expect(differing([1, 2], [1])).toHaveLength(1)
  expect(differing('a', undefined)).toHaveLength(1)
})

describe('what is printed twice', () => {
  const printed = '2 files checked: 1 error in 1 of them (98 ms).\n'

  test.each([
    ['another time', '2 files checked: 1 error in 1 of them (1.2 s).\n'],
    ['a time for which the line has no room', '2 files checked: 1 error in 1 of them\n  (105 ms).\n'],
    ['a time whose unit has none', '2 files checked: 1 error in 1 of them (105\nms).\n'],
  ])('is the same but for %s', (_what, again) => {
    expect(timeless(again)).toBe(timeless(printed))
  })

  test.each([
    ['another number', printed.replace('2 files', '3 files')],
    ['another end of a line', printed.replace('of them', 'of\nthem')],
    ['no time', printed.replace(' (98 ms)', '')],
    ['other words in brackets', printed.replace('98 ms', 'soon')],
    ['a line more', `${printed}\n`],
    ['another deadline', printed.replace('1 error', 'took longer than 5 s')],
  ])('differs in %s', (_what, again) => {
    expect(timeless(again)).not.toBe(timeless(printed))
  })

  test('a time that stands in a document is no time of a run', () => {
    expect(timeless('a limit of 5 s')).not.toBe(timeless('a limit of 6 s'))
  })
})

describe('outcome', () => {
  test('what the library says that it throws is a refusal', async () => {
    const error = Object.assign(new Error('too deep'), {name: 'LimitError'})
    expect(await outcomeOf('facts', () => Promise.reject(error))).toEqual({refused: 'LimitError: too deep', faults: []})
  })

  test.each([new TypeError('x is undefined'), new RangeError('stack'), 'a text', undefined])(
    '%s is a crash',
    async error => {
      const {faults} = await outcomeOf('facts', () => Promise.reject(error))
      expect(faults.map(({name}) => name)).toEqual(['crash'])
    },
  )

  test('a crash that was caught and told as "not checked" is told all the same', async () => {
    const reason = 'checking it failed (TypeError: x)'
    const {faults} = await outcomeOf('lint', async () => ({status: 'not-checked', reason}))
    expect(faults.map(({name}) => name)).toEqual(['caught-crash'])
    expect((await outcomeOf('lint', async () => ({reason: 'it is larger than 2 MiB'}))).faults).toEqual([])
  })
})
