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
    const cost = distance(wanted, text.toLowerCase())
    if (cost <= limit) near.push({text, cost})
  }
  near.sort((a, b) => a.cost - b.cost || compareCodeUnits(a.text, b.text))
  return near.slice(0, 3).map(entry => entry.text)
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`. */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
