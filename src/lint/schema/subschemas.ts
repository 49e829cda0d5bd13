import {isObject} from '../data.js'
import {VOCABULARY} from './vocabulary.js'

export interface Subschema {
  /** Segments of its JSON pointer, from the schema that holds it. */
  path: string[]
  schema: unknown
  /** Whether it is about the same data as the schema that holds it. */
  inPlace: boolean
}

/** The schemas that stand directly in a schema. */
export function* subschemas(schema: unknown): Generator<Subschema> {
  if (!isObject(schema)) return
  for (const [keyword, value] of Object.entries(schema)) {
    const entry = VOCABULARY.get(keyword)
    if (entry?.holds === undefined || !entry.accepts(value)) continue
    const inPlace = entry.inPlace ?? false
    if (entry.holds === 'schema') yield {path: [keyword], schema: value, inPlace}
    // A list's items and a map's values have their keys in common.
    else
      for (const [key, inner] of Object.entries(value as object)) yield {path: [keyword, key], schema: inner, inPlace}
  }
}

/** A schema and all that stand in it, outermost first, with their paths. */
export function* everySchema(
  schema: unknown,
  path: readonly string[] = [],
): Generator<{path: string[]; schema: unknown}> {
  yield {path: [...path], schema}
  for (const inner of subschemas(schema)) yield* everySchema(inner.schema, [...path, ...inner.path])
}

/** The same schema with another text for each `$ref`, made from the text and its path. */
export function mapReferences(
  schema: Record<string, unknown>,
  change: (reference: string, path: readonly string[]) => string,
): Record<string, unknown>
export function mapReferences(
  schema: unknown,
  change: (reference: string, path: readonly string[]) => string,
  path: readonly string[],
): unknown
export function mapReferences(
  schema: unknown,
  change: (reference: string, path: readonly string[]) => string,
  path: readonly string[] = [],
): unknown {
  if (!isObject(schema)) return schema
  const entries = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    const at = [...path, keyword]
    const inside = (inner: unknown, key: string | number) => mapReferences(inner, change, [...at, String(key)])
    if (keyword === '$ref' && typeof value === 'string') return [keyword, change(value, at)]
    const holds = VOCABULARY.get(keyword)?.holds
    if (holds === 'schema') return [keyword, mapReferences(value, change, at)]
    if (holds === 'schemas' && Array.isArray(value)) return [keyword, value.map(inside)]
    if (holds === 'map' && isObject(value)) return [keyword, mapValues(value, inside)]
    return [keyword, value]
  })
  return Object.fromEntries(entries)
}

function mapValues(
  object: Record<string, unknown>,
  change: (value: unknown, key: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]))
}
