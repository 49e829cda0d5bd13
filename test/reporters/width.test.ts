import stringWidth from 'string-width'
import {describe, expect, test} from 'vitest'
import {displayWidth} from '../../src/reporters/index.js'
import {windowOf} from '../../src/reporters/screen/window.js'

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

describe('a line that is longer than is looked at', () => {
  // Each sign takes two units, and two columns.
  const faces = '😀'.repeat(3_000)

  test.each([
    [3_000, 3_002],
    [3_001, 3_003],
    [2_999, 3_001],
  ])('is never cut within a sign: from %i to %i', (start, end) => {
    const {text, before, marked} = windowOf(`a${faces}`, start, end, 40)
    expect(text).toMatch(/^…(?:😀)+…$/u)
    expect(displayWidth(text)).toBeLessThanOrEqual(40)
    expect(before + marked).toBeLessThanOrEqual(40)
    expect(marked).toBeGreaterThanOrEqual(2)
  })
})
