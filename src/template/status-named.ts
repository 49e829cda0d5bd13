import {collapsed, nearest, slug} from '../text/index.js'
import type {Status} from './types.js'

/** Which of a template's statuses somebody means. */
export type NameReading =
  | {type: 'found'; status: Status}
  /** Several bear the name. */
  | {type: 'ambiguous'; names: string[]}
  /** None does; `near`: those that may be meant. */
  | {type: 'unknown'; near: string[]}

/**
 * The status of this name, case aside: in full, in its short form, in other words, or any of these with hyphens for what is no
 * letter ("in-review"). A full name wins over a short form, and that over other words.
 */
export function statusNamed(word: string, statuses: readonly Status[]): NameReading {
  const wordings: readonly ((status: Status) => readonly string[])[] = [
    ({name}) => [name],
    ({short}) => [short],
    ({aliases}) => aliases,
    ({name, short, aliases}) => [name, short, ...aliases].map(slug),
  ]
  const wanted = keyOf(word)
  for (const wordingsOf of wordings) {
    const found = statuses.filter(status => wordingsOf(status).some(text => keyOf(text) === wanted))
    const [status, second] = found
    if (status && !second) return {type: 'found', status}
    if (second) return {type: 'ambiguous', names: found.map(({name}) => name)}
  }
  const named = new Map(
    statuses.flatMap(status =>
      [status.name, status.short, ...status.aliases].map(text => [text, status.name] as const),
    ),
  )
  return {type: 'unknown', near: [...new Set(nearest(word, named.keys()).map(text => named.get(text) as string))]}
}

function keyOf(text: string): string {
  return collapsed(text.normalize('NFC').toLowerCase())
}
