import {expect, test} from 'vitest'
import {owned, owner, ownText} from '../../src/text/index.js'
import {heapInUse} from '../support/heap.js'

const MEGABYTE = 2 ** 20

// The number keeps each text another one; the dash makes its units take two bytes.
const textOf = (index: number): string => `${index} – a name of some length – ${'x'.repeat(MEGABYTE)}`.normalize()

function heldBy(keep: (part: string) => unknown): number {
  const before = heapInUse()
  const kept = Array.from({length: 20}, (_, index) => keep(textOf(index).slice(4, 40)))
  const held = heapInUse() - before
  expect(kept).toHaveLength(20)
  return held
}

test('a part of a text does not hold the whole, once it is a text of its own', () => {
  expect(heldBy(part => part)).toBeGreaterThan(20 * MEGABYTE)
  expect(heldBy(ownText)).toBeLessThan(MEGABYTE)
  expect(heldBy(part => owned({list: [{part}]}))).toBeLessThan(MEGABYTE)
})

test.each([
  '',
  'a',
  'twelve units',
  'thirteen more',
  'more than that – and a \ud83d\ude00',
  '\ud83d lone and long enough',
])('it is the same text: %j', text => {
  expect(ownText(text)).toBe(text)
})

test('one owner keeps the same text but once', () => {
  const help = 'Add the heading and its text. '.repeat(2000)
  const before = heapInUse()
  const own = owner()
  const kept = Array.from({length: 200}, (_, index) => own({index, help: `${help}${index % 2}`}))
  expect(heapInUse() - before).toBeLessThan(MEGABYTE)
  expect(kept.map(({help: text}) => text.length)).toEqual(kept.map(() => help.length + 1))
})

test('data keep their shape', () => {
  const set = new Set(['a rule of the kind'])
  const data = {
    text: 'some words of a document',
    list: ['more than a few words', 1, null, undefined, true],
    deep: {a: {}},
    set,
  }
  const copy = owned(data)
  expect(copy).toEqual(data)
  expect(Object.keys(copy)).toEqual(Object.keys(data))
  expect(copy).not.toBe(data)
  expect(copy.set).toBe(set)
})
