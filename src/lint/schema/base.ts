import {valueAt} from '../../text/index.js'
import type {Law, Rule} from '../types.js'

const NONE: Law = {id: '', rules: [], validators: {}, schema: {}}

/** The id of the law that a chain of schemas builds on, of some: that of the schema nearest to the end of the chain. */
export function idOfBase(chain: readonly string[], laws: readonly Law[]): string | undefined {
  return chain.findLast(id => laws.some(law => law.id === id))
}

/** The law of an id; else the first, with which a schema that builds on none may share rules all the same; an empty one of none. */
export function lawOf(id: string | undefined, laws: readonly Law[]): Law {
  return laws.find(law => law.id === id) ?? laws[0] ?? NONE
}

/** Validators of the rules in force, in their order: a law's own, and else those of the one that it shares rules with. */
export function inOrder(rules: readonly Rule[], own: Law['validators'], base: Law): Law['validators'] {
  const known = new Map([...Object.entries(base.validators), ...Object.entries(own)])
  return Object.fromEntries(rules.filter(({off}) => !off).map(({id}) => [id, valueAt(known, id)]))
}
