import {firstFrom, itemAt, ofLast} from '../text/index.js'
import {rangesOf} from './places.js'
import type {FixMaker} from './types.js'
import {isObject, isRange} from './values.js'

/**
 * A row that bars inside of code have torn apart: each is written `\|`. Only where the row has as many cells too many as there
 * are such bars, so that no other bar can be meant, and no code has blanks at both its ends: that may be the words between two
 * backticks that mean themselves.
 */
export const escapedBars: FixMaker = (item, {text}) => {
  if (!isObject(item) || !isRange(item.position)) return undefined
  const surplus = surplusOf(item)
  if (surplus <= 0) return undefined
  const {start, end} = item.position
  const bars = barsInCode(text.slice(start.offset, end.offset)).map(at => start.offset + at)
  if (bars.length !== surplus) return undefined
  const range = rangesOf(text)
  return {
    title: bars.length === 1 ? 'Write the bar inside the code as "\\|"' : 'Write the bars inside the code as "\\|"',
    edits: bars.map(at => ({range: range(at, at + 1), text: '\\|'})),
    // A header row makes all lines below it a table.
    region: typeof item.cells === 'number' ? item.position : range(...paragraphAround(text, start.offset)),
  }
}

// A row of a table, or a header row with the delimiter row below it.
function surplusOf(item: Record<string, unknown>): number {
  const [cells, columns] = typeof item.cells === 'number' ? [item.cells, item.columns] : [item.header, item.delimiter]
  return typeof cells === 'number' && typeof columns === 'number' ? cells - columns : 0
}

// From the blank line before a place to the one behind it.
function paragraphAround(text: string, offset: number): [start: number, end: number] {
  const blanks = blanksIn(text)
  const next = firstFrom(blanks, ([, end]) => end, offset + 1)
  return [blanks[next - 1]?.[1] ?? 0, blanks[next]?.[0] ?? text.length]
}

const BLANK = /(?:\r\n|\n|\r(?!\n))[ \t>]*(?:\r\n|\n|\r)/g

/** Where blank lines begin and end: many rows ask. */
const blanksIn = ofLast((text): [start: number, end: number][] =>
  Array.from(text.matchAll(BLANK), ({0: gap, index}) => [index, index + gap.length]),
)

/** Bars between backticks that no backslash stands before; none where it is open whether it is code that they stand in. */
function barsInCode(row: string): number[] {
  const bars: number[] = []
  const runs = [...row.matchAll(/`+/g)]
  const nextAlike = nextOfLength(runs.map(([run]) => run.length))
  for (let at = 0; at < runs.length; at++) {
    const [open, length] = [itemAt(runs, at).index, itemAt(runs, at)[0].length]
    // Outside of code a backslash takes a backtick its meaning.
    if (isEscaped(row, open)) continue
    const close = nextAlike[at]
    if (close === undefined) continue
    const end = itemAt(runs, close).index
    const inside = [...row.slice(open, end).matchAll(/(?<!\\)\|/g)].map(({index}) => open + index)
    if (inside.length > 0 && length === 1 && /^\s.*\s$/.test(row.slice(open + length, end))) return []
    for (const bar of inside) bars.push(bar)
    at = close
  }
  return bars
}

/** For each of these lengths the place of the next one that is the same. */
function nextOfLength(lengths: readonly number[]): (number | undefined)[] {
  const next = new Map<number, number>()
  const places: (number | undefined)[] = []
  for (let at = lengths.length - 1; at >= 0; at--) {
    const length = itemAt(lengths, at)
    places[at] = next.get(length)
    next.set(length, at)
  }
  return places
}

// An odd number of backslashes.
function isEscaped(row: string, at: number): boolean {
  let from = at
  while (row[from - 1] === '\\') from--
  return (at - from) % 2 === 1
}
