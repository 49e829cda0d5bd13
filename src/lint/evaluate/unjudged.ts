import type {Facts} from '../../facts/types.js'
import type {Accused, Kind, Severities} from '../types.js'
import {accusedAt} from './accused.js'
import {settingFor} from './failures.js'

/** What in a document the rules have not judged: that nothing is said of it does not mean that it is in order. */
export interface Unjudged {
  /** Ids of rules that are off. */
  rules: ReadonlySet<string>
  /** Citations that could not be looked up. */
  places: readonly Accused[]
}

/** Nothing. */
export const ALL_JUDGED: Unjudged = {rules: new Set(), places: []}

export function unjudgedIn(facts: Facts, kind: Kind, text: string, severities?: Severities): Unjudged {
  const off = kind.law.rules.filter(rule => settingFor(rule, facts, kind, severities) === 'off')
  const unknown = facts.citations.filter(({gap}) => gap !== undefined)
  return {
    rules: new Set(off.map(({id}) => id)),
    places: unknown.map(({position}) => accusedAt(position, facts, text)),
  }
}
