import {expect, test} from 'vitest'
import {clipped} from '../../src/text/index.js'

test('a text is cut where it is too long, between signs, and says so', () => {
  expect(clipped('abcd', 4)).toBe('abcd')
  expect(clipped('abcde', 4)).toBe('abc…')
  expect(clipped('ab😀de', 4)).toBe('ab…')
  expect(clipped('a😀cde', 4)).toBe('a😀…')
  expect(clipped('😀😀', 1)).toBe('…')
})
