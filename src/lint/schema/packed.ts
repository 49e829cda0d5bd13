import {valueAt} from '../../text/index.js'
import {isObject} from '../data.js'
import type {Law, Rule} from '../types.js'

type Data = Omit<Law, 'validators'>

/** The data of a law, in terms of another one: what that has as well stands there as its name alone. */
export interface PackedLaw {
  id: string
  rules: (Rule | string)[]
  /** The schema but for its definitions. */
  schema: Record<string, unknown>
  definitions: ([name: string, definition: unknown] | [name: string])[]
}

/** Packs the data of a law that has most of its rules from another one. */
export function pack({id, rules, schema}: Data, base: Data): PackedLaw {
  const {$defs, ...rest} = schema
  const [knownRules, knownDefinitions] = [byId(base.rules), definitionsOf(base.schema.$defs)]
  return {
    id,
    rules: rules.map(rule => (isSame(rule, knownRules.get(rule.id)) ? rule.id : rule)),
    schema: rest,
    definitions: [...definitionsOf($defs)].map(([name, value]) =>
      isSame(value, knownDefinitions.get(name)) ? [name] : [name, value],
    ),
  }
}

/** The law that was packed, by the same other one. */
export function unpack({id, rules, schema, definitions}: PackedLaw, base: Data): Data {
  const [knownRules, knownDefinitions] = [byId(base.rules), definitionsOf(base.schema.$defs)]
  const $defs = definitions.map(([name, ...own]) => [name, own.length === 0 ? valueAt(knownDefinitions, name) : own[0]])
  return {
    id,
    rules: rules.map(rule => (typeof rule === 'string' ? valueAt(knownRules, rule) : rule)),
    schema: {...schema, $defs: Object.fromEntries($defs)},
  }
}

const byId = (rules: readonly Rule[]): Map<string, Rule> => new Map(rules.map(rule => [rule.id, rule]))
const definitionsOf = (value: unknown): Map<string, unknown> => new Map(isObject(value) ? Object.entries(value) : [])
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
