import {expect, test} from 'vitest'
import {clean, oneLine} from '../../src/scaffold/clean.js'

test.each([
  ['a b', 'a b'],
  ['a \t\n \t b', 'a b'],
  ['a\\\nb', 'a b'],
  ['a\\ \t\r\n\r\n b', 'a b'],
  ['a\\\\\nb', 'a\\ b'],
  ['a \u2028 b \v\f c', 'a b c'],
  ['a\u0085\u0085b', 'a  b'],
  ['a  b\n', 'a  b '],
  ['\na', ' a'],
  ['a\\', 'a\\'],
])('%j is one line, %j', (markdown, line) => {
  expect(oneLine(markdown)).toBe(line)
})

test('long runs of white space within a line are read once', () => {
  expect(oneLine(`a${' '.repeat(1_000_000)}b`)).toHaveLength(1_000_002)
  expect(clean(`a${'\t'.repeat(1_000_000)}b`)).toBe('a b')
})
