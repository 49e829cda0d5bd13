import {own, parsePointer} from '../data.js'
import type {Law} from '../types.js'
import {everySchema} from './subschemas.js'
import {constraintsOf} from './words.js'

/**
 * Ids of the rules that a law has as another one has them: the same constraint, and the same in all that it refers to, so that one
 * validator serves both. Their words may differ.
 */
export function sharedRules({rules, schema}: Omit<Law, 'validators'>, base: Law): ReadonlySet<string> {
  const [ours, theirs] = [constraintsOf(schema), constraintsOf(base.schema)]
  const equal = new Map<string, boolean>()
  const isEqual = (name: string): boolean => {
    const found = equal.get(name) ?? JSON.stringify(own(ours, name)) === JSON.stringify(own(theirs, name))
    equal.set(name, found)
    return found
  }
  const shared = rules.filter(({id}) => Object.hasOwn(base.validators, id) && reached(ours, id).every(isEqual))
  return new Set(shared.map(({id}) => id))
}

/** A definition and all those that it leads to. */
function reached(constraints: Readonly<Record<string, unknown>>, name: string): string[] {
  const names = new Set([name])
  // The set grows while it is gone through.
  for (const next of names) for (const other of references(own(constraints, next))) names.add(other)
  return [...names]
}

function references(constraint: unknown): string[] {
  return [...everySchema(constraint)].flatMap(({schema}) => {
    const reference = own(schema, '$ref')
    return typeof reference === 'string' ? parsePointer(reference.slice(1)).slice(1) : []
  })
}
