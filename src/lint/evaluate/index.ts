import type {Facts} from '../../facts/types.js'
import {append} from '../../text/index.js'
import type {Kind, Message, Severities} from '../types.js'
import {type Excepted, withoutExcepted, withUse} from './exceptions.js'
import {explain} from './explain.js'
import {brokenRules} from './failures.js'
import {withFingerprints} from './fingerprints.js'
import {type Found, foundBy} from './found.js'
import {compareFound} from './order.js'

export {accusersOf} from './accusers.js'
export {likeness} from './fingerprints.js'
export {statusOf} from './severity.js'
export {ALL_JUDGED, type Unjudged, unjudgedIn} from './unjudged.js'

export interface EvaluateOptions {
  /** The document that the facts are of: what is accused in it makes the fingerprints. */
  text: string
  /** Where the project's documentation stands, such as "https://example.org/specwright": messages link to it. */
  homepage?: string | undefined
  /** What stands in place of the rules' own severities, by rule id. */
  severities?: Severities
}

/**
 * Holds facts against a kind's law: every rule by itself, every failing place one message, what follows from another
 * message told there, what the document makes an exception of left out. Pure: the same facts give the same messages in the
 * same order.
 */
export function evaluate(facts: Facts, kind: Kind, options: EvaluateOptions): Message[] {
  return judge(facts, kind, options).kept
}

/** As `evaluate`, with the number of messages that are left out for the document's exceptions. */
export function judge(facts: Facts, kind: Kind, options: EvaluateOptions): Excepted {
  const found = findings(facts, kind, options)
  if (facts.exceptions.length === 0) return withoutExcepted(found, facts)
  const known = withUse(facts, found, kind)
  return withoutExcepted(findings(known, kind, options), known)
}

function findings(facts: Facts, kind: Kind, {text, homepage, severities}: EvaluateOptions): Found[] {
  const found: Found[] = []
  for (const {rule, severity, failures} of brokenRules(facts, kind, severities)) {
    const context = {facts, kind, severity, text, homepage}
    append(found, eachOnce(failures.map((failure, order) => foundBy(rule, failure, order, context))))
  }
  return withFingerprints(explain(found.sort(compareFound)))
}

// One place can fail by two ways of one constraint.
function eachOnce(found: readonly Found[]): Found[] {
  const seen = new Set<string>()
  return found.filter(({message: {range, reason}}) => {
    const key = `${range.start.offset} ${range.end.offset} ${reason}`
    return !seen.has(key) && seen.add(key)
  })
}
