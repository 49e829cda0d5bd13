import {itemAt, nearest, valueAt} from '../../text/index.js'
import {escapePointer, own} from '../data.js'
import type {Rule} from '../types.js'
import {checkEntry} from './check-entry.js'
import {endlessDefinitions} from './cycles.js'
import {type Effective, effectiveOf, type Keys} from './effective.js'
import {multipliedDefinitions} from './multiplied.js'
import {type Definition, type Names, namesOf} from './names.js'
import type {Problem} from './problems.js'
import {ruleOf} from './rules.js'
import {chainOf, checkTop, entriesOf, type Library, reporter, type Source} from './sources.js'
import {speaks} from './words.js'

/** A schema with all that it builds on, as one: its rules, and a JSON Schema that is valid as a whole. */
export interface Merged {
  id: string
  /** Ids of the schemas that it builds on, the deepest first, and its own. */
  chain: readonly string[]
  rules: Rule[]
  schema: Record<string, unknown>
  problems: Problem[]
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema'

/** Merges a schema with those that it builds on, by rule id; the last one wins. */
export function mergeSchemas(source: Source, library: Library): Merged {
  const problems: Problem[] = []
  const report = reporter(source, problems)
  checkTop(source, report)
  for (const [name, entry] of entriesOf(source)) checkEntry(name, entry, report)
  const chain = chainOf(source, library, problems)
  const names = namesOf(chain, library)

  const rules: Rule[] = []
  const definitions = new Map<string, unknown>()
  const keys = keysOf(names)
  for (const [name, definition] of names.final) {
    const effective = definition.value === true ? switchedOff(definition, names, keys, problems) : undefined
    const {words, constraint, isRule} = effective ?? effectiveOf(definition, names, keys, problems)
    definitions.set(name, effective ? true : {...words, ...constraint})
    if (!isRule) continue
    const rule = ruleOf(name, words, reporter(definition.source, problems))
    rules.push({...rule, ...origin(definition, chain, library), ...(effective ? {off: true} : {})})
  }
  // Definitions that were replaced, and that others still mean.
  for (const {key, definition} of keys.shadows) {
    definitions.set(key, effectiveOf(definition, names, keys, problems).constraint)
  }
  const tell = (name: string, reason: string): void =>
    reporter(valueAt(names.final, name).source, problems)(['$defs', name], reason)
  const {circles, distant} = endlessDefinitions(definitions)
  for (const circle of circles)
    tell(itemAt(circle, 0), `Unexpected circle of references without end: ${circle.join(' → ')}`)
  for (const name of distant)
    tell(
      name,
      `Unexpected "${name}" that leads through more than 1,000 references, one behind the other, expected fewer`,
    )
  // Counted along each way to its end.
  for (const name of distant.length > 0 ? [] : multipliedDefinitions(definitions))
    tell(
      name,
      `Unexpected "${name}" that leads to more than 10,000 checks of one fact by way of others, expected fewer references`,
    )
  if (rules.length === 0 && problems.length === 0) {
    report([], 'Unexpected schema without rules, expected "$ref": "specwright:rfc", or rules of your own in "$defs"')
  }
  return {
    id: source.id,
    chain: chain.map(({id}) => id),
    rules,
    schema: whole(source, rules, definitions),
    problems: eachOnce(problems),
  }
}

function switchedOff(definition: Definition, names: Names, keys: Keys, problems: Problem[]): Effective {
  const before = names.before(definition)
  const effective = before && effectiveOf(before, names, keys, problems)
  if (effective?.isRule) return effective
  const {name, source} = definition
  const known = [...names.final.values()].filter(({value}) => speaks(value)).map(other => other.name)
  const reason = `Unexpected "${name}": true, expected the id of a rule to switch off`
  reporter(source, problems)(['$defs', name], reason, {suggestions: nearest(name, known)})
  return {words: {}, constraint: {}, isRule: false}
}

function origin(
  {source, name}: Definition,
  chain: readonly Source[],
  library: Library,
): Pick<Rule, 'source' | 'documented'> {
  const range = source.locate?.(['$defs', name])
  const shipped = [...chain.filter(other => other.path === undefined).map(other => other.value), ...library.values()]
  const ours = shipped.some(value => own(own(value, '$defs'), name) !== undefined)
  return {
    ...(source.path !== undefined && range ? {source: {path: source.path, range}} : {}),
    ...(ours ? {documented: true} : {}),
  }
}

// Replaced definitions get a key of their own when something refers to them; the list grows while it is gone through.
function keysOf(names: Names): Keys & {shadows: {key: string; definition: Definition}[]} {
  const shadows: {key: string; definition: Definition}[] = []
  return {
    shadows,
    keyOf: definition => {
      if (names.final.get(definition.name) === definition) return definition.name
      const known = shadows.find(shadow => shadow.definition === definition)
      if (known) return known.key
      const key = `${definition.name}@${definition.source.id.replace(/^specwright:/, '').replace(/[^\w.-]+/g, '-')}`
      shadows.push({key, definition})
      return key
    },
  }
}

function whole(
  source: Source,
  rules: readonly Rule[],
  definitions: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const {$id, title, description} = source.value
  const held = rules.filter(rule => !rule.off).map(rule => ({$ref: `#/$defs/${escapePointer(rule.id)}`}))
  return {
    $schema: DIALECT,
    ...(typeof $id === 'string' ? {$id} : {}),
    ...(typeof title === 'string' ? {title} : {}),
    ...(typeof description === 'string' ? {description} : {}),
    ...(held.length > 0 ? {allOf: held} : {}),
    $defs: Object.fromEntries(definitions),
  }
}

// A definition is looked at once for itself and once for each that changes it.
function eachOnce(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()]
}
