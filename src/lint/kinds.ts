import {type Template, unionOf, versionsOf} from '../template/index.js'
import type {Workspace} from '../workspace/index.js'
import {lawFrom} from './law-from.js'
import {idOfBase} from './schema/base.js'
import type {Problem} from './schema/problems.js'
import type {SchemaText} from './schema/read.js'
import {factsSchema, shippedSchemas} from './shipped-schemas.js'
import type {Kind} from './types.js'

// Nothing is loaded that a run does not need: a lint without a schema of one's own needs no reader of schemas, and no ajv.

/**
 * The kinds that come with us, by name: `rfc` and `research`, each with its template, where it has one, and its law, whose
 * `rules` tell of each rule its id, title, description and severity.
 *
 * @example
 * import {builtInKinds} from 'specwright'
 *
 * const {rfc} = await builtInKinds()
 * console.log(rfc.law.rules.find(rule => rule.id === 'missing-title').severity) // error
 */
export async function builtInKinds(): Promise<Readonly<Record<string, Kind>>> {
  return (await import('../generated/kinds.js')).kinds
}

/** Where the project's documentation stands; undefined where the package names no homepage. */
export async function homepage(): Promise<string | undefined> {
  return (await import('../generated/kinds.js')).homepage
}

/** A kind with the law of a user's schema, or what is wrong with the schema. */
export type KindReading = {ok: true; kind: Kind} | {ok: false; problems: Problem[]}

/**
 * Reads a user's schema as the law of the kind that it builds on: `$ref: specwright:rfc` makes it one of RFCs.
 * One that builds on none is for `fallback`. With a workspace what it comes to is kept in that one's store, and taken from it.
 *
 * @example
 * const reading = await readKind({text: '{"$ref": "specwright:rfc"}', path: 'team.json'})
 */
export async function readKind(
  schema: SchemaText,
  {fallback = 'rfc', workspace}: {fallback?: string; workspace?: Pick<Workspace, 'store'> | undefined} = {},
): Promise<KindReading> {
  const [kinds, reading] = await Promise.all([builtInKinds(), lawFrom(schema, workspace)])
  if (!reading.ok) return reading
  const base = baseKind(reading.chain, kinds) ?? kinds[fallback]
  if (!base) throw new Error(`There is no kind "${fallback}"`)
  return {ok: true, kind: {...base, law: reading.law}}
}

/**
 * What is wrong with a user's schema: what keeps it from being used, and what in it can never fire or fires for nothing.
 * `template`: that of the kind that it is for; else that of the kind that it builds on, or an RFC's.
 */
export async function checkSchema(schema: SchemaText, options: {template?: Template} = {}): Promise<Problem[]> {
  const [library, kinds] = await Promise.all([shippedSchemas(), builtInKinds()])
  const [{resolveSchema}, {checkSchemaText}] = await Promise.all([
    import('./schema/law.js'),
    import('./check/index.js'),
  ])
  const {chain} = resolveSchema(schema, library)
  const base = baseKind(chain, kinds) ?? kinds.rfc
  const template = options.template ?? (base && unionOf(versionsOf(base)))
  return checkSchemaText(schema, {library, facts: await factsSchema(), ...(template ? {template} : {})})
}

// The kind whose own schema stands nearest to the end of the chain.
function baseKind(chain: readonly string[], kinds: Readonly<Record<string, Kind>>): Kind | undefined {
  const all = Object.values(kinds)
  const id = idOfBase(
    chain,
    all.map(({law}) => law),
  )
  return all.find(({law}) => law.id === id)
}
