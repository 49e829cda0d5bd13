import stringWidth from 'string-width'
import {expect, test} from 'vitest'
import {displayWidth} from '../../src/reporters/index.js'

test('each sign takes the columns that a terminal gives it', () => {
  const signs = Array.from({length: 0x3000}, (_, code) => String.fromCharCode(code))
  expect(signs.filter(sign => displayWidth(sign) !== stringWidth(sign))).toEqual([])
})

test.each([
  ['', 0],
  ['plain words', 11],
  ['naïve – “quoted” → ─', 20],
  ['日本', 4],
  ['a👍b', 4],
  ['e\u0301', 1],
  ['\u001b[1mbold\u001b[22m', 4],
])('columns of %j', (text, columns) => {
  expect(displayWidth(text)).toBe(columns)
})
