import {expect, test} from 'vitest'
import {trimmedEnd, withoutClosingRun} from '../../src/text/index.js'

test.each([
  ['a, b.,', /[.,]/, 'a, b'],
  ['a', /[.,]/, 'a'],
  ['.,.', /[.,]/, ''],
  ['', /[.,]/, ''],
  ['a . b', /[.,]/, 'a . b'],
  ['a\u{1d400}!', /[^\p{L}]/u, 'a\u{1d400}'],
  ['a\u{1f600}\u{1f600}', /[^\p{L}]/u, 'a'],
  ['a\udc00\ud800', /[^\p{L}]/u, 'a'],
  ['\udc00', /[^\p{L}]/u, ''],
])('what %j ends with goes', (text, sign, expected) => {
  expect(trimmedEnd(text, sign)).toBe(expected)
})

test.each([
  ['Scope', 'Scope'],
  ['Scope ##', 'Scope'],
  ['Scope \t## \t', 'Scope'],
  ['  Scope  ', 'Scope'],
  ['C#', 'C#'],
  ['C# #', 'C#'],
  ['# #', '#'],
  ['##', ''],
  [' ## ', ''],
  ['', ''],
])('of the heading %j the words are %j', (source, words) => {
  expect(withoutClosingRun(source)).toBe(words)
})

test('they take time that grows with a text alone', () => {
  expect(trimmedEnd(`a${' '.repeat(1_000_000)}b  `, / /)).toHaveLength(1_000_002)
  expect(withoutClosingRun(`a${' '.repeat(1_000_000)}b${'#'.repeat(1_000_000)}`)).toHaveLength(2_000_002)
})
