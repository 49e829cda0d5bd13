import {escapePointer, isObject} from '../data.js'
import type {Definition, Names} from './names.js'
import type {Problem} from './problems.js'
import {reporter} from './sources.js'
import {mapReferences} from './subschemas.js'
import {speaks, splitEntry} from './words.js'

/** What a definition comes to once the one that it changes is known. */
export interface Effective {
  words: Record<string, unknown>
  /** Without words; its references are keys of the merged schema. */
  constraint: Record<string, unknown>
  isRule: boolean
}

/** Keys of definitions in the merged schema. */
export interface Keys {
  keyOf(definition: Definition): string
}

/**
 * An entry that refers to one of the same name, `"x": {"$ref": "specwright:rfc#/$defs/x", "severity": …}`, keeps that
 * one's words and constraint but for what it says anew; a constraint of its own comes on top, as JSON Schema has it.
 */
export function effectiveOf(definition: Definition, names: Names, keys: Keys, problems: Problem[]): Effective {
  const {name, source, value} = definition
  if (!isObject(value)) return {words: {}, constraint: {}, isRule: false}
  const report = reporter(source, problems)
  const target = (reference: string, path: readonly string[]): Definition | undefined => {
    const found = names.resolve(reference, source)
    if ('definition' in found) return found.definition
    report(['$defs', name, ...path], found.reason, {suggestions: found.suggestions})
    return undefined
  }

  const own = splitEntry(value)
  const {$ref, ...rest} = own.constraint
  const changed = typeof $ref === 'string' ? target($ref, ['$ref']) : undefined
  const base =
    changed?.name === name && changed !== definition ? effectiveOf(changed, names, keys, problems) : undefined
  const words = {...base?.words, ...own.words}
  const rewrite = (schema: Record<string, unknown>): Record<string, unknown> =>
    mapReferences(schema, (reference, path) => {
      const found = path.length === 1 ? changed : target(reference, path)
      return found ? `#/$defs/${escapePointer(keys.keyOf(found))}` : reference
    })
  const constraint = base && Object.keys(rest).length === 0 ? base.constraint : rewrite(own.constraint)
  return {words, constraint, isRule: speaks(value) || (base?.isRule ?? false)}
}
