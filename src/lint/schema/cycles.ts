import {itemAt} from '../../text/index.js'
import {isObject} from '../data.js'
import {subschemas} from './subschemas.js'

// One behind the other: each is a call within a call, here as in what ajv makes of them.
const MOST_REFERENCES = 1000

/** Definitions of which there is no end, or none in sight. */
export interface Endless {
  /** Those that call themselves about the same data, directly or by way of others: checking them would never end. */
  circles: string[][]
  /** Those from which more than 1,000 references lead on, one behind the other. */
  distant: string[]
}

/** Calling themselves about a part of the data (`properties`, `items`) is how trees are described, and fine. */
export function endlessDefinitions(definitions: ReadonlyMap<string, unknown>): Endless {
  const found: Endless = {circles: [], distant: []}
  const done = new Set<string>()
  const way: string[] = []
  const visit = (name: string): void => {
    if (done.has(name)) return
    if (way.includes(name)) return void found.circles.push([...way.slice(way.indexOf(name)), name])
    if (way.length > MOST_REFERENCES) return void found.distant.push(itemAt(way, 0))
    way.push(name)
    for (const next of calledInPlace(definitions.get(name))) visit(next)
    way.pop()
    done.add(name)
  }
  for (const name of definitions.keys()) visit(name)
  return found
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
