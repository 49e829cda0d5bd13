import type {Palette} from '../../../reporters/index.js'
import {printable, valueAt} from '../../../text/index.js'
import type {Entry, Fate} from './account.js'

const BECAME: Readonly<Record<NonNullable<Entry['role']>, string>> = {
  questions: 'a question',
  goals: 'a goal',
  'non-goals': 'a non-goal',
  alternatives: 'an alternative',
  design: 'a part of the design',
}

const REASONS: ReadonlyMap<Entry['reason'], string> = new Map([
  ['mentioned', 'the research is mentioned only'],
  ['later', 'it is newer than the document'],
  ['outdated', 'the research was replaced or taken back'],
  ['no-question', 'it does not ask'],
  ['near', 'nothing is near enough'],
])

/** "a non-goal, line 62 in "3.2 Non-Goals" (67 % alike)"; with the path of the document, "specs/a.md:62" instead of the line. */
export function fateWords(entry: Entry, path?: string): string {
  const {fate, by, score, role, heading, place, reason} = entry
  const before = path === undefined ? '' : `${path}, `
  if (fate === 'vanished') return `${before}neither its words nor its id are there`
  const number = place?.start.line ?? 1
  const line = place ? (path === undefined ? `line ${number}` : `${path}:${number}`) : ''
  const where = heading === undefined ? line : `${line} in "${printable(heading)}"`
  const share = score === undefined ? '' : `${Math.round(score * 100)} % alike`
  if (fate === 'unclear') {
    const why = valueAt(REASONS, reason)
    return where === '' ? `${before}${why}` : `${why}; nearest: ${where} (${share})`
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
