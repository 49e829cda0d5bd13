import type {Document} from '../reading/document.js'
import {type Terms, termsOf} from './terms.js'
import {leadOf, type Pieces, piecesOf, type Unit} from './units.js'

/** How much of a question a piece of the document speaks of, from 0 to 1. */
export interface Match {
  unit: Unit
  score: number
}

/** The pieces of a document that speak of some words, best first, then in order of the document. */
export function matchesOf(words: string, document: Document): Match[] {
  const pieces = piecesOf(document)
  const [terms, lead] = [termsOf(words), termsOf(leadOf(words))]
  return pieces.units
    .map(unit => ({unit, score: scoreOf(terms, lead, unit, pieces)}))
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score || a.unit.start - b.unit.start)
}

function scoreOf(terms: Terms, lead: Terms, unit: Unit, {rarity}: Pieces): number {
  const whole = coverage(terms, unit.terms, rarity)
  // What bears the same name is about the same thing, whatever the words behind it.
  const named =
    lead.size < 2 ? 0 : Math.min(coverage(lead, unit.lead, rarity), coverage(unit.lead, lead, rarity) + 0.25)
  return Math.max(whole, named * 0.9)
}

/** The share of the terms, by weight, that another text has too. */
function coverage(terms: Terms, other: Terms, rarity: Pieces['rarity']): number {
  let [shared, all] = [0, 0]
  for (const [term, strength] of terms) {
    const weight = strength * rarity(term)
    all += weight
    if (other.has(term)) shared += weight
  }
  return all === 0 ? 0 : shared / all
}

/** The share of some words' terms that the document knows at all, wherever they stand. */
export function shareKnown(words: string, document: Document): number {
  const {knows} = piecesOf(document)
  let [shared, all] = [0, 0]
  for (const [term, strength] of termsOf(words)) {
    all += strength
    if (knows(term)) shared += strength
  }
  return all === 0 ? 1 : shared / all
}
