import {statusNamed} from '../template/index.js'
import {compareCodeUnits} from '../text/index.js'
import {COLUMNS, type ColumnName} from './columns.js'
import type {Listed} from './types.js'

/** Which documents a list shows, and in which order. */
export interface Choice {
  /** Those that have one of these statuses: names of the form, in full or short, or as written in the document. */
  status?: readonly string[]
  kind?: readonly string[]
  /** Those whose owner holds one of these words, case aside. */
  owner?: readonly string[]
  /** Those that are older than so many days. */
  olderThan?: number
  /** Those with questions that are open. */
  open?: boolean
  /** Those with errors, or that could not be checked. */
  errors?: boolean
  /** By this column; by path unless told. */
  sort?: ColumnName
  reverse?: boolean
}

/** The documents that are wanted, in order. */
export function chosen(entries: readonly Listed[], choice: Choice): Listed[] {
  return entries.filter(entry => isWanted(entry, choice)).sort(orderOf(choice))
}

/** Those of the words that are no status of any of these documents or their forms. */
export function unknownStatuses(words: readonly string[], entries: readonly Listed[]): string[] {
  return words.filter(
    word => !entries.some(entry => statusNamed(word, entry.statuses).type === 'found' || hasStatus(entry, word)),
  )
}

/** The statuses that these documents have or may have, by the names that a list shows. */
export function statusNames(entries: readonly Listed[]): string[] {
  const names = entries.flatMap(({statuses, status}) => [...statuses.map(({short}) => short), status?.value ?? ''])
  return [...new Set(names)].filter(name => name !== '')
}

function isWanted(entry: Listed, {status, kind, owner, olderThan, open, errors}: Choice): boolean {
  // Of a document that could not be checked nothing is known: it must not get lost for that.
  if (entry.reason !== undefined) return kind === undefined || kind.includes(entry.kind)
  return (
    (status === undefined || status.some(word => hasStatus(entry, word))) &&
    (kind === undefined || kind.includes(entry.kind)) &&
    (owner === undefined || owner.some(word => holds(entry.owner, word))) &&
    (olderThan === undefined || (entry.age ?? Number.NEGATIVE_INFINITY) > olderThan) &&
    (!open || (entry.questions ?? 0) > 0) &&
    (!errors || (entry.messages?.errors ?? 0) > 0)
  )
}

function hasStatus({status, statuses}: Listed, word: string): boolean {
  if (!status) return false
  const named = statusNamed(word, statuses)
  if (named.type === 'found') return named.status.name === status.name
  return status.value.toLowerCase() === word.toLowerCase()
}

function holds(text: string | undefined, word: string): boolean {
  return text?.toLowerCase().includes(word.toLowerCase()) ?? false
}

// What is not known comes last, whichever way round.
function orderOf({sort = 'path', reverse = false}: Choice): (a: Listed, b: Listed) => number {
  const {key} = COLUMNS[sort]
  return (a, b) => {
    const [one, other] = [key(a), key(b)]
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined) || compareCodeUnits(a.path, b.path)
    const order =
      typeof one === 'number' && typeof other === 'number' ? one - other : compareCodeUnits(String(one), String(other))
    return (reverse ? -order : order) || compareCodeUnits(a.path, b.path)
  }
}
