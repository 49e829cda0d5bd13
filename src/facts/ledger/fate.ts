import type {AskedQuestion} from '../../research/types.js'
import type {Document} from '../reading/document.js'
import {positionOf} from '../reading/positions.js'
import type {LedgerEntry} from '../types.js'
import {marksOf} from './marks.js'
import {type Match, type Matches, matchesOf, shareKnown} from './match.js'
import {isSettled} from './state.js'
import type {Unit} from './units.js'

/** What became of a question, as far as the document tells. */
export type Fate = Pick<LedgerEntry, 'fate' | 'by' | 'score' | 'role' | 'section' | 'heading' | 'place' | 'reason'>

/** Why a question that is not found may not be said to have vanished; undefined where it may. */
export type Excuse = NonNullable<LedgerEntry['reason']> | undefined

// Read on the real specs (docs/questions.md has the figures).
const FOUND = 0.45
// As good as that in the design, a place among the questions is the right one.
const MARGIN = 0.3
// No piece has a quarter of what the question says, and the document as a whole does not know half of it.
const GONE_PIECE = 0.25
const GONE_WHOLE = 0.5

export function fateOf(question: AskedQuestion, id: string, excuse: Excuse, document: Document): Fate {
  const {unitOf, made} = marksOf(document)
  const marked = unitOf.get(id)
  if (marked) return {...placed(marked, document), by: 'id'}

  const words = [question.text, ...(question.choices ?? [])].join(' ')
  const matches = matchesOf(words, document)
  const found = foundIn(matches)
  if (found) {
    const {unit, score} = found
    return {...placed(unit, document), by: 'words', score: rounded(score)}
  }
  const best = matches.best()
  const near = best && {...placeOf(best.unit, document), score: rounded(best.score)}
  if (excuse !== undefined) return {fate: 'unclear', reason: excuse, ...near}
  const isGone = made?.has(id)
    ? // It was carried over and bears no id any more: what the title and the list of sources have of its words proves nothing.
      (matches.best(unit => unit.role() !== undefined)?.score ?? 0) < GONE_PIECE
    : (best?.score ?? 0) < GONE_PIECE && shareKnown(words, document) < GONE_WHOLE
  return isGone ? {fate: 'vanished'} : {fate: 'unclear', reason: 'near', ...near}
}

function foundIn(matches: Matches): Match | undefined {
  const among = matches.best(unit => unit.role() === 'questions', FOUND)
  const elsewhere = matches.best(unit => ![undefined, 'questions'].includes(unit.role()), FOUND)
  if (among && (!elsewhere || among.score + MARGIN >= elsewhere.score)) return among
  return elsewhere
}

function placed(unit: Unit, document: Document): Fate {
  const place = placeOf(unit, document)
  if (unit.role() === 'questions') return {fate: isSettled(unit, document) ? 'answered' : 'open', ...place}
  return {fate: 'moved', ...place}
}

function placeOf(unit: Unit, document: Document): Pick<Fate, 'role' | 'section' | 'heading' | 'place'> {
  const section = document.sectionNodeAt(unit.start)
  const role = unit.role()
  return {
    ...(role && {role}),
    ...(section && {section: section.path, heading: section.entry.text}),
    place: positionOf(unit.node),
  }
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100
}
