import {describe, expect, test} from 'vitest'
import {random} from '../../../bench/random.mjs'
import {LinearPattern} from '../../../src/text/patterns/linear.js'
import {programOf} from '../../../src/text/patterns/program.js'
import {readPattern} from '../../../src/text/patterns/read.js'
import {isPair} from '../../../src/text/patterns/signs.js'
import type {Node} from '../../../src/text/patterns/tree.js'

const linear = (source: string, flags: string) => new LinearPattern(source, flags, programOf(readPattern(source)))

function everyMatch(pattern: {lastIndex: number; exec(text: string): {0: string; index: number} | null}, text: string) {
  const found: [number, string][] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    // V8 finds empty matches in the middle of a pair, where the standard has it never begin one.
    if (!isPair(text, match.index - 1)) found.push([match.index, match[0]])
    // Native patterns go back from the middle of a pair to its beginning.
    if (match[0] === '') pattern.lastIndex += isPair(text, match.index) ? 2 : 1
  }
  return found
}

const ATOMS = [
  'a',
  'b',
  'c',
  '.',
  '[ab]',
  '[^a]',
  '\\w',
  '\\s',
  '\\d',
  '-',
  'é',
  '\u{1f600}',
  '\\u{1f600}',
  '\\p{L}',
  '\\.',
]
const BORDERS = ['^', '$', '\\b', '\\B']
const TIMES = ['', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,3}', '{0,2}?', '{2,}']
const LOOKS = ['(?=', '(?!', '(?<=', '(?<!']
const SIGNS = ['a', 'a', 'b', 'b', 'c', '-', ' ', '1', '\u{1f600}', '\ud83d', 'é', '\n', '.']

/** Whether a node can match nothing. */
function isNullable(node: Node): boolean {
  if (node.type === 'sequence') return node.nodes.every(isNullable)
  if (node.type === 'choice') return node.nodes.some(isNullable)
  if (node.type === 'repeat') return node.min === 0 || isNullable(node.node)
  return node.type !== 'sign'
}

/** Whether something repeats that can match nothing: how far such a match reaches is up to an engine's rounds of nothing. */
function repeatsNothing(node: Node): boolean {
  if (node.type === 'repeat') return isNullable(node.node) || repeatsNothing(node.node)
  if (node.type === 'sequence' || node.type === 'choice') return node.nodes.some(repeatsNothing)
  return node.type === 'look' && repeatsNothing(node.node)
}

function patternFrom(next: () => number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? ''
  const make = (depth: number): string => {
    const kind = next()
    if (depth === 0 || kind < 0.3) return next() < 0.12 ? pick(BORDERS) : pick(ATOMS) + pick(TIMES)
    if (kind < 0.6) return make(depth - 1) + make(depth - 1)
    if (kind < 0.75) return `(?:${make(depth - 1)}|${make(depth - 1)})${pick(TIMES)}`
    if (kind < 0.85) return `(${make(depth - 1)})${pick(TIMES)}`
    if (kind < 0.9) return `(?<n>${make(0)}|)`
    return `${pick(LOOKS)}${make(depth - 1)})`
  }
  return make(4)
}

describe('what is found', () => {
  test.each([1, 2, 3, 4])('is what JavaScript finds, in random patterns and texts (seed %i)', seed => {
    const next = random(seed)
    let [tried, matched] = [0, 0]
    for (let run = 0; run < 2_000; run++) {
      const source = patternFrom(next)
      let native: RegExp
      try {
        native = new RegExp(source, 'gu')
      } catch {
        continue
      }
      const ours = linear(source, 'gu')
      const isExact = !repeatsNothing(readPattern(source))
      for (let text = 0; text < 5; text++) {
        const signs = Array.from({length: Math.floor(next() * 9)}, () => SIGNS[Math.floor(next() * SIGNS.length)])
        const subject = signs.join('')
        const expected = everyMatch(native, subject)
        tried++
        matched += expected.length > 0 ? 1 : 0
        const found = everyMatch(ours, subject)
        const what = JSON.stringify({source, subject})
        if (isExact) expect(found, what).toEqual(expected)
        expect(found.length > 0, what).toBe(expected.length > 0)
      }
    }
    expect(tried).toBeGreaterThan(5_000)
    expect(Math.min(matched, tried - matched)).toBeGreaterThan(1_000)
  })
})
