import type {Status} from '../../template/index.js'
import {nearest, valueAt} from '../../text/index.js'
import type {Row} from '../types.js'

type StatusFacts = Pick<Row, 'name' | 'known' | 'allowed' | 'short' | 'note' | 'near'>

/** Which of the template's statuses a cell begins with, in full, in its short form or in other words, and the words behind it. */
export function statusFacts(value: string, statuses: readonly Status[]): StatusFacts {
  if (value === '' || statuses.length === 0) return {}
  // The longest wording first: "Draft (WIP)" before "Draft".
  const wordings = statuses
    .flatMap(status => [
      {text: status.name, status},
      {text: status.short, status},
      ...status.aliases.map(text => ({text, status})),
    ])
    .sort((a, b) => b.text.length - a.text.length)
  const allowed = statuses.map(({name}) => name)
  const found = wordings.find(({text}) => beginsWith(value, text))
  if (!found) {
    const near = nearStatuses(value, statuses)
    return {name: value, known: false, allowed, ...(near.length > 0 && {near})}
  }
  const note = value.slice(found.text.length).trim()
  const short = found.text === found.status.short && found.text !== found.status.name
  return {name: found.status.name, known: true, allowed, short, ...(/[\p{L}\p{N}]/u.test(note) && {note})}
}

function beginsWith(value: string, text: string): boolean {
  return value.startsWith(text) && !/^[\p{L}\p{N}_]/u.test(value.slice(text.length))
}

function nearStatuses(value: string, statuses: readonly Status[]): string[] {
  const opening = value.replace(/(?: [(/–—-]|[:;,]).*$/s, '')
  // The first of statuses with one wording counts.
  const full = new Map(
    statuses.toReversed().flatMap(({name, short, aliases}) => [name, short, ...aliases].map(text => [text, name])),
  )
  const known = statuses.flatMap(({name, short, aliases}) => [name, short, ...aliases])
  return [...new Set([...nearest(value, known), ...nearest(opening, known)].map(text => valueAt(full, text)))]
}
