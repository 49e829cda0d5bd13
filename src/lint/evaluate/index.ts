import type {Facts} from '../../facts/types.js'
import type {Failure, Kind, Message, Rule, Setting, Severities} from '../types.js'
import {explain} from './explain.js'
import {type Found, foundBy} from './found.js'
import {compareFound} from './order.js'
import {severityOf} from './severity.js'

export interface EvaluateOptions {
  /** Where the project's documentation stands, such as "https://example.org/specwright": messages link to it. */
  homepage?: string
  /** What stands in place of the rules' own severities, by rule id. */
  severities?: Severities
}

/**
 * Holds facts against a kind's law: every rule by itself, every failing place one message, what follows from another
 * message told there. Pure: the same facts give the same messages in the same order.
 */
export function evaluate(facts: Facts, kind: Kind, options: EvaluateOptions = {}): Message[] {
  const homepage = options.homepage?.replace(/#.*$/, '').replace(/\/+$/, '')
  const found: Found[] = []
  for (const rule of kind.law.rules) {
    const severity = settingOf(rule, options.severities) ?? severityOf(rule, facts, kind.template)
    if (rule.off || severity === 'off') continue
    const failures = failuresOf(kind, rule.id, facts)
    if (failures.length === 0) continue
    const context = {facts, kind, severity, ...(homepage === undefined ? {} : {homepage})}
    found.push(...eachOnce(failures.map((failure, order) => foundBy(rule, failure, order, context))))
  }
  return explain(found.sort(compareFound)).map(({message}) => message)
}

function settingOf({id}: Rule, severities: Severities = {}): Setting | undefined {
  return Object.hasOwn(severities, id) ? severities[id] : undefined
}

function failuresOf(kind: Kind, id: string, facts: Facts): Failure[] {
  const validate = Object.hasOwn(kind.law.validators, id) ? kind.law.validators[id] : undefined
  if (!validate) throw new Error(`The law "${kind.law.id}" has no compiled constraint for the rule "${id}"`)
  if (validate(facts)) return []
  // "if" only says that "then" or "else" failed, which speak for themselves.
  return (validate.errors ?? []).filter(failure => failure.keyword !== 'if')
}

// One place can fail by two ways of one constraint.
function eachOnce(found: readonly Found[]): Found[] {
  const seen = new Set<string>()
  return found.filter(({message: {range, reason}}) => {
    const key = `${range.start.offset} ${range.end.offset} ${reason}`
    return !seen.has(key) && seen.add(key)
  })
}
