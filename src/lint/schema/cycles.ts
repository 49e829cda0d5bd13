import {isObject} from '../data.js'
import {subschemas} from './subschemas.js'

/**
 * Definitions that call themselves about the same data, directly or by way of others: checking them would never end.
 * Calling themselves about a part of the data (`properties`, `items`) is how trees are described, and fine.
 */
export function endlessDefinitions(definitions: ReadonlyMap<string, unknown>): string[][] {
  const circles: string[][] = []
  const done = new Set<string>()
  const visit = (name: string, way: readonly string[]): void => {
    if (way.includes(name)) {
      circles.push([...way.slice(way.indexOf(name)), name])
      return
    }
    if (done.has(name)) return
    for (const next of calledInPlace(definitions.get(name))) visit(next, [...way, name])
    done.add(name)
  }
  for (const name of definitions.keys()) visit(name, [])
  return circles
}

/** Names of the definitions that a schema holds its own data against, each as often as it does. */
export function calledInPlace(schema: unknown): string[] {
  if (!isObject(schema)) return []
  const own = typeof schema.$ref === 'string' ? [schema.$ref.replace(/^#\/\$defs\//, '')] : []
  return [
    ...own,
    ...[...subschemas(schema)].filter(inner => inner.inPlace).flatMap(inner => calledInPlace(inner.schema)),
  ]
}
