import {expect, test} from 'vitest'
import {firstMatch, itemAt, LimitError, reasonOf, rethrowUnless, valueAt} from '../../src/text/index.js'

test('an error that was expected is told from others, which go on as they are', () => {
  const limit = new LimitError('it is too large')
  expect(() => rethrowUnless(limit, LimitError)).not.toThrow()
  const other = new TypeError('a mistake')
  expect(() => rethrowUnless(other, LimitError)).toThrow(other)
})

test('whatever is thrown has a reason', () => {
  expect(reasonOf(new Error('no such file'))).toBe('no such file')
  expect(reasonOf('stop')).toBe('stop')
})

test('an index outside of a list is a mistake, and told', () => {
  expect(itemAt(['a', 'b'], 1)).toBe('b')
  expect(itemAt(Uint8Array.of(7), 0)).toBe(7)
  expect(() => itemAt(['a', 'b'], 2)).toThrow(new RangeError('No item 2 in a list of 2'))
})

test('a pattern that fits nowhere finds nothing', () => {
  expect(firstMatch(/\d+/, 'a 12 34')).toBe('12')
  expect(firstMatch(/\d+/, 'a')).toBe('')
})

test('a value that a map must hold is told of where it does not', () => {
  const map = new Map([['a', 0]])
  expect(valueAt(map, 'a')).toBe(0)
  expect(() => valueAt(map, 'b')).toThrow(new RangeError('No value of b in a map of 1'))
})
