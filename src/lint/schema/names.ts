import {nearest} from '../../text/index.js'
import {isObject, own} from '../data.js'
import {chainOf, entriesOf, type Library, type Source} from './sources.js'

/** One entry of one schema's `$defs`. */
export interface Definition {
  source: Source
  name: string
  value: unknown
}

/** What a `$ref` leads to, or why it leads nowhere. */
export type Resolution = {definition: Definition} | {reason: string; suggestions: string[]}

/** Which definitions the schemas of a chain give to names. */
export interface Names {
  /** By name, the last schema of the chain first. */
  final: ReadonlyMap<string, Definition>
  /** The definition of this name that the chain had before `definition` took its place. */
  before(definition: Definition): Definition | undefined
  /**
   * Follows a reference as the schema that it stands in means it: `#/$defs/x` is its own entry, `specwright:rfc#/$defs/x`
   * the one of that schema or of what it builds on. So a later entry of the same name changes rules, never what others refer to.
   */
  resolve(reference: string, from: Source): Resolution
}

const LOCAL = /^(?<schema>[^#]*)#\/\$defs\/(?<name>[^/]+)$/

/** Reads the names of a chain of schemas, the last of which wins. */
export function namesOf(chain: readonly Source[], library: Library): Names {
  const layers = chain.map(source => new Map(entriesOf(source).map(entry => [entry[0], definitionOf(source, entry)])))
  const final = new Map(layers.flatMap(layer => [...layer]))
  const lastIn = (upTo: number, name: string): Definition | undefined =>
    layers
      .slice(0, upTo + 1)
      .findLast(layer => layer.has(name))
      ?.get(name)
  const others = new Map<string, Definition>()

  // A schema that the chain does not hold can be referred to as well; each of its definitions is one object.
  const inLibrary = (id: string, name: string): Definition | undefined => {
    const value = library.get(id)
    if (!value) return undefined
    for (const source of chainOf({id, value}, library, []).reverse()) {
      const found = own(own(source.value, '$defs'), name)
      if (found === undefined) continue
      const key = JSON.stringify([source.id, name])
      const definition = others.get(key) ?? {source, name, value: found}
      others.set(key, definition)
      return definition
    }
    return undefined
  }

  return {
    final,
    before: definition => lastIn(Math.max(0, chain.indexOf(definition.source)) - 1, definition.name),
    resolve: (reference, from) => {
      const {schema = '', name: escaped = ''} = LOCAL.exec(reference)?.groups ?? {}
      const name = decode(escaped)
      const at = chain.findIndex(source => source.id === (schema || from.id))
      const local = schema === '' ? layers[at]?.get(name) : at >= 0 ? lastIn(at, name) : undefined
      const definition = local ?? (at >= 0 ? undefined : inLibrary(schema || from.id, name))
      if (definition) return {definition}
      return {
        reason: `Unexpected reference "${reference}", expected a definition such as "#/$defs/name"`,
        suggestions: name === '' ? [] : nearReferences(name, schema, from, chain),
      }
    },
  }
}

function definitionOf(source: Source, [name, value]: [string, unknown]): Definition {
  return {source, name, value}
}

// The same name in another schema first: that is the slip most often made.
function nearReferences(name: string, schema: string, from: Source, chain: readonly Source[]): string[] {
  const elsewhere = chain.filter(
    source =>
      source !== from && isObject(own(source.value, '$defs')) && own(own(source.value, '$defs'), name) !== undefined,
  )
  if (elsewhere.length > 0) return elsewhere.map(source => `${source.id}#/$defs/${name}`)
  const scope = chain.find(source => source.id === (schema || from.id))
  const known = scope ? entriesOf(scope).map(entry => entry[0]) : []
  return nearest(name, known).map(near => `${schema}#/$defs/${near}`)
}

function decode(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~')
}
