import type {Facts} from '../../facts/types.js'
import {LimitError} from '../../markdown/index.js'
import {rethrowUnless} from '../../text/index.js'
import type {Failure, Kind, Rule, Setting, Severities, Validate} from '../types.js'
import {severityOf} from './severity.js'

/** A rule that a document breaks: with what severity, and where. */
export interface Broken {
  rule: Rule
  severity: Exclude<Setting, 'off'>
  failures: Failure[]
}

/** Holds facts against a kind's law, every rule by itself, and tells of those that do not hold, in the law's order. */
export function* brokenRules(facts: Facts, kind: Kind, severities?: Severities): Generator<Broken> {
  for (const rule of kind.law.rules) {
    const severity = settingFor(rule, facts, kind, severities)
    if (severity === 'off') continue
    const failures = failuresOf(kind, rule.id, facts)
    if (failures.length > 0) yield {rule, severity, failures}
  }
}

/** How bad it is to break a rule in a document, if it is looked at. */
export function settingFor(rule: Rule, facts: Facts, kind: Kind, severities?: Severities): Setting {
  return rule.off ? 'off' : (settingOf(rule, severities) ?? severityOf(rule, facts, kind.template))
}

function settingOf({id}: Rule, severities: Severities = {}): Setting | undefined {
  return Object.hasOwn(severities, id) ? severities[id] : undefined
}

function failuresOf(kind: Kind, id: string, facts: Facts): Failure[] {
  const validate = Object.hasOwn(kind.law.validators, id) ? kind.law.validators[id] : undefined
  if (!validate) throw new Error(`The law "${kind.law.id}" has no compiled constraint for the rule "${id}"`)
  if (holds(validate, id, facts)) return []
  // "if" only says that "then" or "else" failed, which speak for themselves.
  return (validate.errors ?? []).filter(failure => failure.keyword !== 'if')
}

// Of many rules only its id tells a user which pattern it was.
function holds(validate: Validate, id: string, facts: Facts): boolean {
  try {
    return validate(facts)
  } catch (error) {
    rethrowUnless(error, LimitError)
    throw new LimitError(`the rule "${id}" cannot be held against it: ${error.message}`)
  }
}
