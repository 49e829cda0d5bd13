import {expect, test} from 'vitest'
import {collapsed} from '../../src/text/index.js'

test.each([
  ['a b', 'a b'],
  [' a b ', 'a b'],
  ['a  b', 'a b'],
  ['a\tb\r\n c', 'a b c'],
  ['\u00A0a\u2028b\uFEFF', 'a b'],
  ['a\u00A0b', 'a b'],
  ['', ''],
  [' \n ', ''],
])('%j in one line is %j', (text, line) => {
  expect(collapsed(text)).toBe(line)
  expect(collapsed(text)).toBe(text.replace(/\s+/g, ' ').trim())
})
