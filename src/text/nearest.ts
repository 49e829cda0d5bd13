import {compareCodeUnits} from './compare.js'

/**
 * The known words near enough to `word` to be meant, nearest first, three at the most.
 * Near: at most a third of the longer one's letters differ (case aside), by Damerau and Levenshtein's distance.
 */
export function nearest(word: string, known: Iterable<string>): string[] {
  const wanted = word.toLowerCase()
  const near: {text: string; cost: number}[] = []
  for (const text of new Set(known)) {
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, text.length) / 3))
    if (Math.abs(wanted.length - text.length) > limit) continue
    const cost = distance(wanted, text.toLowerCase(), limit)
    if (cost <= limit) near.push({text, cost})
  }
  near.sort((a, b) => a.cost - b.cost || compareCodeUnits(a.text, b.text))
  return near.slice(0, 3).map(entry => entry.text)
}

/** Which of the known names is near to one, for the end of a message; empty where none is. */
export function meant(name: string, known: readonly string[]): string {
  const [near] = nearest(name, known)
  return near === undefined ? '' : ` (did you mean "${near}"?)`
}

/**
 * Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`. More than `limit`
 * is told as some number above it.
 */
export function distance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  // What they begin and end with alike costs nothing: of names that are near to each other that is most.
  let [start, end] = [0, 0]
  const shorter = Math.min(a.length, b.length)
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++
  return between(a.slice(start, a.length - end), b.slice(start, b.length - end), limit)
}

function between(a: string, b: string, limit: number): number {
  const apart = Math.abs(a.length - b.length)
  if (a === '' || b === '' || apart > limit) return apart
  const [width, beyond] = [b.length + 1, a.length + b.length + 1]
  let [beforeLast, last, row] = [new Int32Array(width), new Int32Array(width), new Int32Array(width)]
  for (let j = 0; j < width; j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    // What lies further from the middle than the limit cannot be on the way.
    const from = Math.max(1, i - limit)
    const to = Math.min(b.length, i + limit)
    row[from - 1] = from === 1 ? i : beyond
    let least = row[from - 1] as number
    const sign = a.charCodeAt(i - 1)
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1)
      let cost = Math.min((row[j - 1] as number) + 1, (last[j] as number) + 1)
      cost = Math.min(cost, (last[j - 1] as number) + (sign === other ? 0 : 1))
      if (i > 1 && j > 1 && sign === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (to < b.length) row[to + 1] = beyond
    if (least > limit) return least
    ;[beforeLast, last, row] = [last, row, beforeLast]
  }
  return last[b.length] as number
}
