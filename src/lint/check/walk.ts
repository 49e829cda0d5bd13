import {isObject} from '../data.js'
import {VOCABULARY} from '../schema/vocabulary.js'
import {splitEntry} from '../schema/words.js'
import {hasPosition, requiredOf, subjectOf, typeWords} from './fact-types.js'
import {checkOwnKeyword} from './own-keywords.js'
import {partOf, partsOf} from './parts.js'
import type {Check, Here} from './scope.js'
import {checkConditions} from './vacuous.js'
import {checkValues} from './values.js'

/** Goes along a constraint and the facts side by side; reports what is no fact, and takes down what can fail. */
export function walk(schema: unknown, here: Here, check: Check): void {
  if (schema === false) {
    assert('false schema', here, check)
    return
  }
  if (!isObject(schema)) return
  for (const [keyword, value] of Object.entries(schema)) {
    const entry = VOCABULARY.get(keyword)
    if (!entry?.accepts(value)) continue
    const below = {...here, at: [...here.at, keyword]}
    const subject = subjectOf(here.type)
    if (entry.subject !== 'any' && subject !== undefined && subject !== entry.subject) {
      const what = typeWords(here.type)
      check.reportIn(here.source)(
        below.at,
        `Unexpected "${keyword}" on "${here.name}", which is ${what}: it can never fire`,
        {
          severity: 'warning',
        },
      )
      continue
    }
    walkKeyword(keyword, value, below, check)
  }
}

type Step = (value: unknown, below: Here, check: Check) => void

/** How the walk goes on behind a keyword, with values that the vocabulary accepts. Those that are not here assert something of the fact and hold no schema. */
const STEPS: Readonly<Record<string, Step>> = {
  $ref: (value, below, check) => follow(String(value), below, check),
  properties: walkProperties,
  required: walkRequired,
  additionalProperties: (value, below, check) => walkValues('additionalProperties', value, below, check),
  unevaluatedProperties: (value, below, check) => walkValues('unevaluatedProperties', value, below, check),
  patternProperties: (value, below, check) =>
    eachOf(value, below, (inner, at, key) => {
      const values = partsOf(key, at, check)
      if (values) walk(inner, values, check)
    }),
  items: walkItems,
  // The list fails as a whole.
  unevaluatedItems: (value, below, check) =>
    value === false ? assert('unevaluatedItems', below, check) : walkItems(value, below, check),
  prefixItems: (value, below, check) => eachOf(value, below, (inner, at) => walkItems(inner, at, check)),
  contains: (value, below, check) => walkItems(value, spokenForBy('contains', below, check), check),
  if: (value, below, check) => {
    checkConditions(value, below, check)
    walk(value, {...below, silent: true}, check)
  },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: walk,
  else: walk,
  dependentSchemas: (value, below, check) => eachOf(value, below, (inner, at) => walk(inner, at, check)),
  allOf: (value, below, check) => eachOf(value, below, (inner, at) => walk(inner, at, check)),
  anyOf: (value, below, check) => walkBranches('anyOf', value, below, check),
  oneOf: (value, below, check) => walkBranches('oneOf', value, below, check),
  not: (value, below, check) => walk(value, spokenForBy('not', below, check), check),
  const: (value, below, check) => {
    assert('const', below, check)
    checkValues([value], below, check)
  },
  enum: (value, below, check) => {
    assert('enum', below, check)
    checkValues(value as readonly unknown[], below, check)
  },
}

function walkKeyword(keyword: string, value: unknown, below: Here, check: Check): void {
  const step = Object.hasOwn(STEPS, keyword) ? STEPS[keyword] : undefined
  if (step) step(value, below, check)
  else if (!checkOwnKeyword(keyword, value, below, check) && VOCABULARY.get(keyword)?.asserts)
    assert(keyword, below, check)
}

// The keyword itself fails, and what stands in it is not spoken of.
function spokenForBy(keyword: string, below: Here, check: Check): Here {
  assert(keyword, below, check)
  return {...below, silent: true}
}

function walkBranches(keyword: string, schemas: unknown, below: Here, check: Check): void {
  const inner = spokenForBy(keyword, below, check)
  eachOf(schemas, inner, (schema, at) => walk(schema, at, check))
}

function assert(keyword: string, {item, silent}: Pick<Here, 'item' | 'silent'>, check: Check): void {
  if (!silent) check.assertions.push({keyword, item})
}

function eachOf(schemas: unknown, below: Here, visit: (schema: unknown, at: Here, key: string) => void): void {
  for (const [key, schema] of Object.entries(schemas as object)) visit(schema, {...below, at: [...below.at, key]}, key)
}

function walkProperties(schemas: unknown, below: Here, check: Check): void {
  eachOf(schemas, below, (schema, at, key) => {
    const inner = partOf(key, at, check)
    if (inner) walk(schema, inner, check)
  })
}

function walkRequired(value: unknown, below: Here, check: Check): void {
  const names = value as readonly string[]
  const unknown = names.filter((name, index) => !partOf(name, {...below, at: [...below.at, String(index)]}, check))
  const always = requiredOf(below.type)
  // A fact that is always there is never missing.
  if (names.some(name => !unknown.includes(name) && !always.includes(name))) assert('required', below, check)
}

function walkValues(keyword: string, schema: unknown, below: Here, check: Check): void {
  const type = check.types.value(below.type)
  const item = type && hasPosition(type) ? type : below.item
  if (schema === false) assert(keyword, {...below, item}, check)
  else if (type) walk(schema, {...below, type, item, siblings: undefined, section: undefined}, check)
}

function walkItems(schema: unknown, below: Here, check: Check): void {
  const type = check.types.item(below.type)
  if (!type) return
  walk(schema, {...below, type, item: hasPosition(type) ? type : below.item, name: `${below.name}[]`}, check)
}

function follow(reference: string, here: Here, check: Check): void {
  const found = check.names.resolve(reference, here.source)
  if (!('definition' in found)) return
  const {definition} = found
  const {source, name, value} = definition
  if (!isObject(value)) return
  const before = check.followed.get(definition) ?? []
  // A definition that calls itself for sub-sections: once for each kind of fact says it all.
  if (before.some(other => isSameGround(other, here))) return
  check.followed.set(definition, [...before, here])
  walk(splitEntry(value).constraint, {...here, source, at: ['$defs', name]}, check)
}

function isSameGround(a: Here, b: Here): boolean {
  return (
    a.type.schema === b.type.schema && a.siblings === b.siblings && a.section === b.section && a.silent === b.silent
  )
}
