// Copies of documents that differ from each other as documents do: no two have the same content, nor the same length.
import {random} from '../../random.mjs'
import {fenced} from './fences.mjs'

const CHANGED_LINES = 0.15
const DROPPED_ITEMS = 0.02
const WORD = /(?<= )\p{Ll}{4,}(?= )/gu

/**
 * A text in which some words of prose are others of the same text, and some items are left out. Headings, tables, fences and
 * citations stay. The same seed gives the same text.
 */
export function varied(text, seed) {
  const next = random(seed)
  const lines = text.split('\n')
  const inFence = fenced(lines)
  const words = [...new Set(text.match(WORD) ?? [])]
  return lines
    .filter((line, index) => inFence[index] || !/^[-*] (?!\[)/.test(line) || next() >= DROPPED_ITEMS)
    .map(line =>
      /^[\p{L}*>-]/u.test(line) && words.length > 0 && next() < CHANGED_LINES ? changed(line, words, next) : line,
    )
    .join('\n')
}

// No word of a code span or a link: their number in the line says whether one is open.
function changed(line, words, next) {
  return line.replace(WORD, (word, at) => {
    const before = line.slice(0, at)
    const isOpen = before.split('`').length % 2 === 0 || before.lastIndexOf('[') > before.lastIndexOf(']')
    return isOpen || next() < 0.5 ? word : words[Math.floor(next() * words.length)]
  })
}

/**
 * The document at a place of an endless row of specs: first all of the corpus, shuffled, then varied copies of them, in the
 * same order, under names of their own.
 *
 * @param {{path: string, text: string}[]} specs
 * @returns {{path: string, text: string}}
 */
export function copyAt(specs, index, seed) {
  const spec = specs[order(specs.length, seed)[index % specs.length]]
  const round = Math.floor(index / specs.length)
  if (round === 0) return spec
  return {path: spec.path.replace(/\.md$/, `-${round}.md`), text: varied(spec.text, seed * 1_000_003 + index)}
}

const orders = new Map()

// Shuffled, so that the first ten are no worse a sample than the first thousand.
function order(length, seed) {
  const key = `${length} ${seed}`
  if (!orders.has(key)) {
    const next = random(seed)
    const ranks = Array.from({length}, (_, index) => ({index, rank: next()}))
    orders.set(
      key,
      ranks.sort((one, other) => one.rank - other.rank).map(({index}) => index),
    )
  }
  return orders.get(key)
}
