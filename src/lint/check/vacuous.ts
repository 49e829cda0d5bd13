import {isObject, isStrings} from '../data.js'
import type {Definition} from '../schema/names.js'
import type {Source} from '../schema/sources.js'
import {subjectOf} from './fact-types.js'
import {stepTo} from './parts.js'
import type {Check, Here} from './scope.js'

/**
 * Reports an `if` that is also true where its fact is missing: `properties` asks nothing of a property that is not there,
 * so the rule would fire for documents that it does not mean.
 * @param given what is required beside it already, of the same fact.
 * @param way the definitions that led here: a tree's leads to itself, and says the same there.
 */
export function checkConditions(
  schema: unknown,
  here: Here,
  check: Check,
  given: readonly string[] = [],
  way: readonly Definition[] = [],
): void {
  if (!isObject(schema)) return
  const required = [...given, ...requiredIn(schema, here.source, check)]
  const definition = definitionOf(schema, here.source, check)
  if (definition && !way.includes(definition)) {
    const {source, name, value} = definition
    checkConditions(value, {...here, source, at: ['$defs', name]}, check, required, [...way, definition])
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const parts = schema[keyword]
    for (const [index, part] of Array.isArray(parts) ? parts.entries() : [])
      checkConditions(part, {...here, at: [...here.at, keyword, String(index)]}, check, required, way)
  }
  for (const [name, inner] of isObject(schema.properties) ? Object.entries(schema.properties) : []) {
    const at = [...here.at, 'properties', name]
    checkProperty(name, inner, {...here, at}, check, required, way)
  }
}

function checkProperty(
  name: string,
  inner: unknown,
  here: Here,
  check: Check,
  required: readonly string[],
  way: readonly Definition[],
): void {
  const part = check.types.part(here.type, name)
  // `false` says that the property must not be there, `true` and `{}` say nothing.
  if (!part || !isObject(inner) || Object.keys(inner).length === 0) return
  if (!part.always && !required.includes(name) && !isCounted(name, here, check)) {
    const reason = `Unexpected "if" that is also true where "${name}" is missing, expected "required": ["${name}"] beside "properties"`
    check.reportIn(here.source)(here.at, reason, {severity: 'warning'})
  } else checkConditions(inner, stepTo(name, here, part, check), check, [], way)
}

function definitionOf({$ref}: Record<string, unknown>, source: Source, {names}: Check): Definition | undefined {
  const found = typeof $ref === 'string' ? names.resolve($ref, source) : undefined
  return found && 'definition' in found ? found.definition : undefined
}

// What the template has there is counted, and be it with 0.
function isCounted(name: string, {section, siblings, type}: Here, {types}: Check): boolean {
  if (name === 'counts' && section) return section.sections.length > 0
  const count = types.value(type)
  return count !== undefined && subjectOf(count) === 'number' && siblings?.some(({id}) => id === name) === true
}

// Of the schema itself and of those that hold together with it.
function requiredIn(schema: unknown, source: Source, check: Check, way: readonly Definition[] = []): string[] {
  if (!isObject(schema)) return []
  const own = isStrings(schema.required) ? schema.required : []
  const parts = Array.isArray(schema.allOf) ? schema.allOf : []
  const definition = definitionOf(schema, source, check)
  return [
    ...own,
    ...parts.flatMap(part => requiredIn(part, source, check, way)),
    ...(definition && !way.includes(definition)
      ? requiredIn(definition.value, definition.source, check, [...way, definition])
      : []),
  ]
}
