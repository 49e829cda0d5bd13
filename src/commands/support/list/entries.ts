import type {Facts} from '../../../facts/index.js'
import {accusersOf, type Kind, listedOf, type Report, type Severities} from '../../../lint/index.js'
import type {Listed} from '../../../listing/index.js'
import {valueAt} from '../../../text/index.js'

/** What is kept of the documents of a run while it goes on: the facts themselves are large. */
export interface Visitor {
  note(path: string, facts: Facts, kind: Kind, severities: Severities | undefined): void
  entries: ReadonlyMap<string, Listed>
}

/** `today`: for the age of documents. */
export function visitor(today: string): Visitor {
  const entries = new Map<string, Listed>()
  return {
    entries,
    note: (path, facts, kind, severities) => {
      const all = facts.citations.filter(citation => citation.kind !== 'self').length
      const citations = {all, wrong: accusersOf(facts, kind, severities).size}
      entries.set(path, {...listedOf(facts, kind, today), path, citations})
    },
  }
}

/** A line for each document of a report. */
export function entriesOf({files}: Report, {entries}: Visitor): Listed[] {
  return files.map(({path, kind, reason, messages}) => {
    if (reason !== undefined) return {path, kind, reason, statuses: []}
    const known = valueAt(entries, path)
    const count = (severity: string) => messages.filter(message => message.severity === severity).length
    return {...known, messages: {errors: count('error'), warnings: count('warning'), infos: count('info')}}
  })
}
