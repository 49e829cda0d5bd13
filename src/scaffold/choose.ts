import {type RankedResearch, type ResearchOutline, rankResearch} from '../research/index.js'
import {valueAt} from '../text/index.js'
import type {Source} from './sources.js'
import type {Considered} from './types.js'

/** Of documents that are not named, at most so many, each with at least this share of the best one's score. */
const MOST = 5
const LEAST_SHARE = 1 / 3

export interface Choice {
  /** Named documents in the order of the request, then the others by rank. */
  chosen: readonly Source[]
  /** The chosen ones, then the others that match the title at all. */
  considered: readonly Considered[]
}

/** Chooses research for a title: every named document, and of the others those that fit best. */
export function choose(
  title: string,
  date: string,
  sources: readonly Source[],
  documents: readonly ResearchOutline[],
): Choice {
  const named = sources.filter(source => source.named).map(source => source.path)
  const ranked = rankResearch(title, documents, {date})
  const byPath = new Map(ranked.map(entry => [entry.document.path, entry]))
  const asked = named.map(path => valueAt(byPath, path))
  const others = ranked.filter(entry => !asked.includes(entry) && entry.score > 0)
  const least = (others[0]?.score ?? 0) * LEAST_SHARE
  const fitting = others.filter(({score}) => score >= least).slice(0, MOST)
  const rest = others.filter(entry => !fitting.includes(entry))
  return {
    chosen: [...asked, ...fitting].map(({document: {path}}) => ({path, named: named.includes(path)})),
    considered: [
      ...asked.map(entry => considered(entry, true, true)),
      ...fitting.map(entry => considered(entry, true)),
      ...rest.map(entry => considered(entry, false)),
    ],
  }
}

function considered({document, score, tier, reason}: RankedResearch, chosen: boolean, named = false): Considered {
  const why = named ? ['named', ...(reason === '' ? [] : [reason])].join('; ') : reason
  return {path: document.path, score, tier, reason: why, chosen}
}
