import {compareCodeUnits} from '../../text/index.js'
import {likeness} from '../evaluate/index.js'
import type {Message} from '../types.js'
import type {Baseline, BaselineEntry} from './types.js'

/** What an entry has in common with the messages that it freezes. */
export function keyOf({rule, section, text}: Omit<BaselineEntry, 'count'>): string {
  return likeness(rule, {section, content: text})
}

/** The entries that freeze these messages, in order. */
export function entriesOf(messages: readonly Message[]): BaselineEntry[] {
  return tidied(
    messages.map(({ruleId, accused: {section, content}}) => ({count: 1, rule: ruleId, section, text: content})),
  )
}

/** Equal entries as one, those of none left out, in order. */
export function tidied(entries: readonly BaselineEntry[]): BaselineEntry[] {
  const byKey = new Map<string, BaselineEntry>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const known = byKey.get(key)
    byKey.set(key, known ? {...known, count: known.count + entry.count} : entry)
  }
  return [...byKey]
    .filter(([, {count}]) => count > 0)
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([, entry]) => entry)
}

/** A baseline in order: paths by code units, no document without entries. */
export function sorted(documents: Iterable<readonly [string, readonly BaselineEntry[]]>): Baseline {
  const tidy = [...documents].map(([path, entries]) => [path, tidied(entries)] as const)
  return new Map(tidy.filter(([, entries]) => entries.length > 0).sort(([a], [b]) => compareCodeUnits(a, b)))
}

/** How many messages entries freeze. */
export function countOf(entries: readonly BaselineEntry[]): number {
  return entries.reduce((sum, {count}) => sum + count, 0)
}
