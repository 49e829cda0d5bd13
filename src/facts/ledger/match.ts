import {itemAt} from '../../text/index.js'
import type {Document} from '../reading/document.js'
import {type Terms, termsOfMarkdown} from './terms.js'
import {leadOf, type Pieces, piecesOf, type Unit} from './units.js'

/** How much of a question a piece of the document speaks of, from 0 to 1. */
export interface Match {
  unit: Unit
  score: number
}

// A name may be the same by chance.
const NAMED = 0.9

/** The pieces of a document that speak of some words (Markdown), best first, then in order of the document. */
export function matchesOf(words: string, document: Document): Match[] {
  const pieces = piecesOf(document)
  const [terms, lead] = [termsOfMarkdown(words), termsOfMarkdown(leadOf(words))]
  const [all, allOfLead] = [weightOf(terms, pieces), weightOf(lead, pieces)]
  const shared = sharedWith(terms, pieces)
  // One word is no name.
  const sharedLead = lead.size < 2 ? new Map<number, number>() : sharedWith(lead, pieces)
  return [...shared]
    .map(([index, weight]): Match => {
      const unit = itemAt(pieces.units, index)
      const whole = weight / all
      // Of most pieces it is plain that their name cannot do better than the whole.
      const best = (NAMED * (sharedLead.get(index) ?? 0)) / allOfLead
      return {unit, score: best > whole ? Math.max(whole, NAMED * named(lead, allOfLead, unit.lead(), pieces)) : whole}
    })
    .sort((a, b) => b.score - a.score || a.unit.start - b.unit.start)
}

/** What bears the same name is about the same thing, whatever the words behind it. */
function named(lead: Terms, all: number, other: Terms, {rarity}: Pieces): number {
  let [ours, theirs, allTheirs] = [0, 0, 0]
  for (const [term, strength] of other) {
    const rare = rarity(term)
    allTheirs += strength * rare
    const own = lead.get(term)
    if (own === undefined) continue
    ours += own * rare
    theirs += strength * rare
  }
  return ours === 0 ? 0 : Math.min(ours / all, theirs / allTheirs + 0.25)
}

/** By the index of a piece: the weight of the terms that it has. */
function sharedWith(terms: Terms, {rarity, having}: Pieces): Map<number, number> {
  const shared = new Map<number, number>()
  for (const [term, strength] of terms) {
    const weight = strength * rarity(term)
    for (const index of having(term)) shared.set(index, (shared.get(index) ?? 0) + weight)
  }
  return shared
}

function weightOf(terms: Terms, {rarity}: Pieces): number {
  let sum = 0
  for (const [term, strength] of terms) sum += strength * rarity(term)
  return sum
}

/** The share of some words' terms that the document knows at all, wherever they stand. */
export function shareKnown(words: string, document: Document): number {
  const {having} = piecesOf(document)
  let [shared, all] = [0, 0]
  for (const [term, strength] of termsOfMarkdown(words)) {
    all += strength
    if (having(term).length > 0) shared += strength
  }
  return all === 0 ? 1 : shared / all
}
