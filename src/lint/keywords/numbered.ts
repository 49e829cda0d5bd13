import {itemAt} from '../../text/index.js'
import {isObject} from '../data.js'
import type {Finding, Keyword} from './types.js'

// Digits of a number that counts no sections: "2024 in review".
const YEAR = 4

interface Numbered {
  index: number
  number: string
  /** The number without its last part, and that part. */
  prefix: string
  last: number
  /** Its place among the numbered headings under its parent, from 1. */
  place: number
}

/**
 * `numbered: true`, on the outline: among headings under one parent numbers leave no gap and none stands twice, and a
 * number of several parts goes on from its parent's. Headings without a number are fine, and so is another order:
 * that is not a matter of numbers.
 */
export const numbered: Keyword = {
  name: 'numbered',
  type: 'array',
  parameter: 'true',
  accepts: parameter => parameter === true,
  yields: ['expected', 'actual'],
  *find(_parameter, data) {
    if (!Array.isArray(data)) return
    const found: (Finding & {index: number})[] = []
    for (const siblings of families(data).values()) {
      // "404 handling", alone among headings without numbers, is a title.
      if (siblings.length === 1 && siblings[0]?.prefix === '') continue
      const parent = parentNumber(data, siblings[0])
      const elsewhere = parent !== undefined && isUnderAnother(siblings[0], parent)
      if (!elsewhere) for (const finding of gapsAndDuplicates(siblings)) found.push(finding)
      else
        for (const {index, place, number} of siblings)
          found.push({index, expected: [`${parent}.${place}`], actual: number})
    }
    found.sort((a, b) => a.index - b.index)
    for (const {index, ...finding} of found) yield {path: `/${index}`, ...finding}
  },
}

// Headings under one parent whose numbers differ in the last part only.
function families(outline: readonly unknown[]): Map<string, Numbered[]> {
  const map = new Map<string, Numbered[]>()
  const places = new Map<unknown, number>()
  for (const [index, heading] of outline.entries()) {
    if (!isObject(heading) || typeof heading.number !== 'string') continue
    const parts = heading.number.split('.')
    if (parts.some(part => part.length >= YEAR)) continue
    const prefix = parts.slice(0, -1).join('.')
    const parent = parentOf(outline, heading.parent)
    const key = `${parent} ${prefix}`
    const family = map.get(key) ?? []
    const place = (places.get(parent) ?? 0) + 1
    places.set(parent, place)
    family.push({index, number: heading.number, prefix, last: Number(parts.at(-1)), place})
    map.set(key, family)
  }
  return map
}

// Titles do not count: sections go on being numbered below a second one.
function parentOf(outline: readonly unknown[], parent: unknown): unknown {
  const heading = typeof parent === 'number' ? outline[parent] : undefined
  return isObject(heading) && heading.level === 1 && heading.id === undefined ? -1 : parent
}

// Of the nearest heading around it that has one.
function parentNumber(outline: readonly unknown[], heading: Numbered | undefined): string | undefined {
  let current: unknown = heading && outline[heading.index]
  while (isObject(current) && typeof current.parent === 'number') {
    current = outline[current.parent]
    if (isObject(current) && typeof current.number === 'string') return current.number
  }
  return undefined
}

// "1." below "5." counts on its own; only a number of several parts says where it belongs.
function isUnderAnother(heading: Numbered | undefined, parent: string): boolean {
  return heading !== undefined && heading.prefix !== '' && !`${heading.number}.`.startsWith(`${parent}.`)
}

function* gapsAndDuplicates(siblings: readonly Numbered[]): Generator<Finding & {index: number}> {
  const known = new Set(siblings.map(heading => heading.last))
  const before = lowerNeighbours(known)
  const first = new Map<number, Numbered>()
  for (const heading of siblings) {
    const {index, number: actual, last} = heading
    const earlier = first.get(last)
    if (earlier) {
      // The next number counts as there, so that this one cause makes no gap besides.
      known.add(last + 1)
      const related = [{path: `/${earlier.index}`, reason: `"${actual}" stands here already`}]
      yield {index, expected: [numberOf(heading, last + 1)], actual, related}
      continue
    }
    first.set(last, heading)
    if (last <= 1 || known.has(last - 1)) continue
    yield {index, expected: [numberOf(heading, (before.get(last) ?? 0) + 1)], actual}
  }
}

// For each number the next lower one that is there.
function lowerNeighbours(numbers: Iterable<number>): Map<number, number> {
  const sorted = [...numbers].sort((a, b) => a - b)
  return new Map(sorted.slice(1).map((number, at) => [number, itemAt(sorted, at)]))
}

function numberOf(heading: Numbered, last: number): string {
  return heading.prefix === '' ? String(last) : `${heading.prefix}.${last}`
}
