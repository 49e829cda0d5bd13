// Only this part of the package: its index loads all of it.
import {diffArrays} from 'diff/lib/diff/array.js'

/** Finds the line of a newer text that a line of an older one became, both from 1; undefined: changed, or gone. */
export type LineMap = (line: number) => number | undefined

// Texts that differ in more lines than this have little in common, and comparing them would take long.
const MOST_EDITS = 1000

/**
 * Which lines of one text stand in another, by the shortest way to turn the one into the other. Lines are compared whole.
 * The same texts give the same map on every machine: what bounds the work is a number of edits, not a time.
 *
 * @example lineMap(['a', 'b'], ['new', 'a', 'b'])(2) // 3
 */
export function lineMap(from: readonly string[], to: readonly string[]): LineMap {
  let head = 0
  while (head < from.length && head < to.length && from[head] === to[head]) head++
  let tail = 0
  const most = Math.min(from.length, to.length) - head
  while (tail < most && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++

  const middle = middleMap(from.slice(head, from.length - tail), to.slice(head, to.length - tail))
  return line => {
    if (line < 1 || line > from.length) return undefined
    if (line <= head) return line
    if (line > from.length - tail) return line + to.length - from.length
    const inside = middle.get(line - head)
    return inside === undefined ? undefined : inside + head
  }
}

function middleMap(from: string[], to: string[]): ReadonlyMap<number, number> {
  const map = new Map<number, number>()
  if (from.length === 0 || to.length === 0) return map
  let [old, now] = [1, 1]
  for (const {added, removed, count} of diffArrays(from, to, {maxEditLength: MOST_EDITS}) ?? []) {
    if (!added && !removed) for (let step = 0; step < count; step++) map.set(old + step, now + step)
    if (!added) old += count
    if (!removed) now += count
  }
  return map
}

/** The lines of a text as line numbers count them: ended by LF, CRLF or CR; a final line ending opens none. */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}
