import type {Palette} from '../../../reporters/index.js'
import {printable} from '../../../text/index.js'
import type {Entry, Fate} from './account.js'

const BECAME: Readonly<Record<NonNullable<Entry['role']>, string>> = {
  questions: 'a question',
  goals: 'a goal',
  'non-goals': 'a non-goal',
  alternatives: 'an alternative',
  design: 'a part of the design',
}

const REASONS: Readonly<Record<NonNullable<Entry['reason']>, string>> = {
  mentioned: 'the research is mentioned only',
  later: 'it is newer than the document',
  outdated: 'the research was replaced or taken back',
  'no-question': 'it does not ask',
  near: 'nothing is near enough',
}

/** "a non-goal in "3.2 Non-Goals", line 62 (67 % of its words)" */
export function fateWords(entry: Entry): string {
  const {fate, by, score, role, heading, place, reason} = entry
  if (fate === 'vanished') return 'neither its words nor its id are there'
  const line = place ? `line ${place.start.line}` : ''
  const where = heading === undefined ? line : `${line} in "${printable(heading)}"`
  const share = score === undefined ? '' : `${Math.round(score * 100)} % of its words`
  if (fate === 'unclear') {
    const why = reason ? REASONS[reason] : ''
    return where === '' ? why : `${why}; nearest: ${where} (${share})`
  }
  const what = fate === 'moved' && role ? `${BECAME[role]}, ` : ''
  return `${what}${where} (${by === 'id' ? 'by its id' : share})`
}

/** A question as plain words, for a screen. */
export function questionWords({text}: Pick<Entry, 'text'>): string {
  return printable(text.replace(/\*\*|__|~~/g, '').replace(/\]\([^()\s]*\)/g, ']'))
}

export function paintOf(fate: Fate, palette: Palette): (text: string) => string {
  const paints = {
    vanished: palette.error,
    open: palette.warning,
    unclear: palette.quiet,
    moved: palette.good,
    answered: palette.good,
  }
  return paints[fate]
}
