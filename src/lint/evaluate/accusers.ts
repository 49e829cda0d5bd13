import type {Facts} from '../../facts/types.js'
import {parsePointer} from '../data.js'
import type {Kind, Severities} from '../types.js'
import {brokenRules} from './failures.js'

/**
 * Ids of the rules that accuse each citation as an error or a warning, by its place among the citations: what is wrong is told
 * by the law alone, with the severities that are set. What a rule only remarks on is right so far.
 */
export function accusersOf(facts: Facts, kind: Kind, severities?: Severities): ReadonlyMap<number, string[]> {
  const accusers = new Map<number, string[]>()
  for (const {rule, severity, failures} of brokenRules(facts, kind, severities)) {
    if (severity === 'info') continue
    for (const {instancePath} of failures) {
      const [fact, index] = parsePointer(instancePath)
      if (fact !== 'citations' || index === undefined) continue
      const ids = accusers.get(Number(index))
      if (ids === undefined) accusers.set(Number(index), [rule.id])
      // One citation can fail by two ways of one constraint.
      else if (!ids.includes(rule.id)) ids.push(rule.id)
    }
  }
  return accusers
}
