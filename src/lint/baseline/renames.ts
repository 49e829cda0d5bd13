import {compareCodeUnits, nameOf, valueAt} from '../../text/index.js'
import type {Message} from '../types.js'
import {countOf} from './entries.js'
import {matchOf} from './match.js'
import type {Baseline} from './types.js'

interface Candidate {
  from: string
  to: string
  score: number
  sameName: boolean
}

/**
 * Tells which documents those that are gone have become: one that has no entries of its own takes over those of which it has
 * most, and at least half. Each document takes over from one, and each is taken over by one.
 */
export function renamesOf(
  baseline: Baseline,
  gone: readonly string[],
  documents: readonly {path: string; messages: readonly Message[]}[],
): Map<string, string> {
  const homeless = documents.filter(({path, messages}) => !baseline.has(path) && messages.length > 0)
  const candidates = gone.flatMap(from =>
    homeless.flatMap(({path: to, messages}): Candidate[] => {
      const entries = valueAt(baseline, from)
      const score = matchOf(entries, messages).frozen.size
      return score * 2 < countOf(entries) ? [] : [{from, to, score, sameName: nameOf(from) === nameOf(to)}]
    }),
  )
  candidates.sort(
    (a, b) =>
      b.score - a.score ||
      Number(b.sameName) - Number(a.sameName) ||
      compareCodeUnits(a.from, b.from) ||
      compareCodeUnits(a.to, b.to),
  )
  const renames = new Map<string, string>()
  const taken = new Set<string>()
  for (const {from, to} of candidates) {
    if (renames.has(from) || taken.has(to)) continue
    renames.set(from, to)
    taken.add(to)
  }
  return renames
}
