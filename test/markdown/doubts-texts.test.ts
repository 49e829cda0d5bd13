import {expect, test} from 'vitest'
import {random} from '../../bench/random.mjs'
import {TEXTS} from '../../src/markdown/engines/doubts/texts.js'

// What the patterns are about, and what stands around it.
const PARTS = `\0|\v|\f|\u0007|\u0085|\uFEFF|\uD83D|\uDE00|\u{1F600}|\r|\n|\r\n|\t| |    |>|-|+|1.|2)|[|]|[^|]:|[ ]|[x]|\\|*|_|~|a|P|:|(|)`
const SIGNS = PARTS.split('|')

test('a text in which a doubt is found has the sign that is looked for first', () => {
  const next = random(20_261_127)
  const made = () => Array.from({length: 12}, () => SIGNS[Math.floor(next() * SIGNS.length)]).join('')
  const texts = Array.from({length: 40_000}, made)
  for (const {reason, pattern, sign} of TEXTS) {
    const found = texts.filter(text => pattern.test(text))
    expect(found.length, reason).toBeGreaterThan(0)
    expect(
      found.filter(text => sign?.test(text) === false).map(text => JSON.stringify(text)),
      reason,
    ).toEqual([])
  }
})
