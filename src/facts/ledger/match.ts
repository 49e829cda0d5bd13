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

/** The pieces of a document that speak of some words. */
export interface Matches {
  /** Of those that fit, and have a score of `least` or more, the one with the best; of equals the first in the document. */
  best(fits?: (unit: Unit) => boolean, least?: number): Match | undefined
}

/** Where a document speaks of some words (Markdown). */
export function matchesOf(words: string, document: Document): Matches {
  const pieces = piecesOf(document)
  const [terms, lead] = [termsOfMarkdown(words), termsOfMarkdown(leadOf(words))]
  const [all, allOfLead] = [weightOf(terms, pieces), weightOf(lead, pieces)]
  const {weights: scores, touched} = sharedWith(terms, pieces)
  // One word is no name.
  const ofLead = lead.size < 2 ? undefined : sharedWith(lead, pieces).weights
  for (const index of touched) {
    const whole = itemAt(scores, index) / all
    // Of most pieces it is plain that their name cannot do better than the whole.
    const best = (NAMED * (ofLead ? itemAt(ofLead, index) : 0)) / allOfLead
    scores[index] =
      best > whole ? Math.max(whole, NAMED * named(lead, allOfLead, itemAt(pieces.units, index).lead(), pieces)) : whole
  }
  return {
    // Not sorted: there may be thousands, of which three at the most are asked for.
    best: (fits = () => true, least = 0) => {
      let found: number | undefined
      for (const index of touched) {
        const score = itemAt(scores, index)
        if (score < least) continue
        const top = found === undefined ? -1 : itemAt(scores, found)
        if (score < top || (score === top && found !== undefined && index > found)) continue
        if (fits(itemAt(pieces.units, index))) found = index
      }
      return found === undefined ? undefined : {unit: itemAt(pieces.units, found), score: itemAt(scores, found)}
    },
  }
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

/** The weight of the terms that a piece has, by its index, and the indexes of those that have any. */
function sharedWith(terms: Terms, {rarity, having, units}: Pieces): {weights: Float64Array; touched: number[]} {
  const weights = new Float64Array(units.length)
  const touched: number[] = []
  for (const [term, strength] of terms) {
    const weight = strength * rarity(term)
    for (const index of having(term)) {
      const before = itemAt(weights, index)
      if (before === 0) touched.push(index)
      weights[index] = before + weight
    }
  }
  return {weights, touched}
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
