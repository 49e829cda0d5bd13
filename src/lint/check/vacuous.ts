import {isObject, isStrings} from '../data.js'
import {subjectOf} from './fact-types.js'
import {stepTo} from './parts.js'
import type {Check, Here} from './scope.js'

/**
 * Reports an `if` that is also true where its fact is missing: `properties` asks nothing of a property that is not there,
 * so the rule would fire for documents that it does not mean.
 */
export function checkConditions(schema: unknown, here: Here, check: Check): void {
  if (!isObject(schema)) return
  if (typeof schema.$ref === 'string') {
    const found = check.names.resolve(schema.$ref, here.source)
    if ('definition' in found) {
      const {source, name, value} = found.definition
      if (source !== here.source || here.at[1] !== name)
        checkConditions(value, {...here, source, at: ['$defs', name]}, check)
    }
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const parts = schema[keyword]
    if (!Array.isArray(parts)) continue
    for (const [index, part] of parts.entries()) {
      const required = [...requiredIn(part), ...(keyword === 'allOf' ? requiredIn(schema) : [])]
      checkConditions(withRequired(part, required), {...here, at: [...here.at, keyword, String(index)]}, check)
    }
  }
  if (isObject(schema.properties)) checkProperties(schema.properties, requiredIn(schema), here, check)
}

function checkProperties(
  properties: Record<string, unknown>,
  required: readonly string[],
  here: Here,
  check: Check,
): void {
  for (const [name, inner] of Object.entries(properties)) {
    const part = check.types.part(here.type, name)
    // `false` says that the property must not be there, `true` and `{}` say nothing.
    if (!part || !isObject(inner) || Object.keys(inner).length === 0) continue
    const at = [...here.at, 'properties', name]
    if (!part.always && !required.includes(name) && !isCounted(name, here, check)) {
      const reason = `Unexpected "if" that is also true where "${name}" is missing, expected "required": ["${name}"] beside "properties"`
      check.reportIn(here.source)(at, reason, {severity: 'warning'})
    } else checkConditions(inner, {...stepTo(name, here, part, check), at}, check)
  }
}

// What the template has there is counted, and be it with 0.
function isCounted(name: string, {section, siblings, type}: Here, {types}: Check): boolean {
  if (name === 'counts' && section) return section.sections.length > 0
  const count = types.value(type)
  return count !== undefined && subjectOf(count) === 'number' && siblings?.some(({id}) => id === name) === true
}

// Of the schema itself and of those that hold together with it.
function requiredIn(schema: unknown): string[] {
  if (!isObject(schema)) return []
  const together = Array.isArray(schema.allOf) ? schema.allOf.flatMap(requiredIn) : []
  return [...(isStrings(schema.required) ? schema.required : []), ...together]
}

function withRequired(schema: unknown, required: readonly string[]): unknown {
  return isObject(schema) ? {...schema, required: [...required]} : schema
}
