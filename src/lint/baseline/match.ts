import {likeness, type Unjudged} from '../evaluate/index.js'
import type {Message} from '../types.js'
import {keyOf, tidied} from './entries.js'
import type {BaselineEntry} from './types.js'

/** Entries held against a document's messages. */
export interface Match {
  frozen: ReadonlySet<Message>
  /** What is left of the entries, with the counts that are left. */
  left: readonly BaselineEntry[]
}

/** Holds entries against messages, one against one, as they stand in the document: of three where two are frozen the last is left. */
export function matchOf(entries: readonly BaselineEntry[], messages: readonly Message[]): Match {
  const left = new Map(tidied(entries).map(entry => [keyOf(entry), {...entry}]))
  const frozen = new Set<Message>()
  for (const message of messages) {
    const entry = left.get(likeness(message.ruleId, message.accused))
    if (entry === undefined || entry.count === 0) continue
    entry.count--
    frozen.add(message)
  }
  return {frozen, left: [...left.values()].filter(({count}) => count > 0)}
}

/** Whether a run could have found again what an entry is about. */
export function isJudged({rule, section, text}: BaselineEntry, {rules, places}: Unjudged): boolean {
  if (rules.has(rule)) return false
  const wanted = spaceless(text)
  return !places.some(
    place => wanted === '' || (place.section === section && spaceless(place.content).includes(wanted)),
  )
}

const spaceless = (text: string): string => text.replace(/\s+/g, '')
