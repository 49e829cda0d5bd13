import type {Compiled} from '../ajv/compile.js'
import type {Law, Rule} from '../types.js'
import {idOfBase, inOrder, lawOf} from './base.js'
import {type Keeping, keepLaw, type ReadLaw} from './kept.js'
import {type Merged, mergeSchemas} from './merge.js'
import type {Problem} from './problems.js'
import {readSchema, type SchemaText} from './read.js'
import {sharedRules} from './shared.js'
import {type Library, reporter, type Source} from './sources.js'

/** A law that was read, or what is wrong with its schema. */
export type LawReading = ({ok: true} & ReadLaw) | {ok: false; problems: Problem[]}

/** Reads a schema and those that it builds on, and merges them; nothing is compiled yet. */
export function resolveSchema(schema: SchemaText, library: Library): Merged {
  const reading = readSchema(schema)
  if ('source' in reading) return mergeSchemas(reading.source, library)
  return {id: schema.path ?? 'schema', chain: [], rules: [], schema: {}, problems: [reading.problem]}
}

/** What a reading may lean on: laws that are compiled already, see `lawOf`, and where it is kept. */
export interface Means {
  laws?: readonly Law[]
  keeping?: Keeping | undefined
}

/**
 * Reads a schema and compiles its rules, but for those that a law has compiled already, and keeps for the next run what that came to.
 * ajv is loaded here, where there is something to compile, and nowhere before.
 * @example
 * const reading = await readLaw({text: '{"$ref": "specwright:rfc"}', path: 'team.json'}, library)
 * if (reading.ok) evaluate(facts, {name: 'rfc', template, law: reading.law}, {text})
 */
export async function readLaw(
  schema: SchemaText,
  library: Library,
  {laws = [], keeping}: Means = {},
): Promise<LawReading> {
  const reading = readSchema(schema)
  if ('problem' in reading) return {ok: false, problems: [reading.problem]}
  const merged = mergeSchemas(reading.source, library)
  const problems = merged.problems.filter(problem => problem.severity === 'error')
  if (problems.length > 0) return {ok: false, problems}
  const {id, chain, rules} = merged
  const base = lawOf(idOfBase(chain, laws), laws)
  const shared = sharedRules(merged, base)
  const ours = rules.filter(({id, off}) => !off && !shared.has(id))
  const {validators, failures, text} = ours.length > 0 ? await compiled(merged.schema, ours, keeping) : NOTHING
  if (failures.length > 0) return {ok: false, problems: uncompiled(failures, reading.source)}
  const read: ReadLaw = {law: {id, rules, validators: inOrder(rules, validators, base), schema: merged.schema}, chain}
  if (keeping) await keepLaw(schema, read, {base, body: await text()}, keeping)
  return {ok: true, ...read}
}

const NOTHING: Compiled = {validators: {}, failures: [], text: async () => ({code: 'return {}', needs: []})}

async function compiled(
  schema: Law['schema'],
  rules: readonly Rule[],
  keeping: Keeping | undefined,
): Promise<Compiled> {
  const {compileRules} = await import('../ajv/compile.js')
  return compileRules(schema, rules, {toText: keeping !== undefined})
}

// What our own check of the vocabulary lets through and ajv does not: rare, so ajv's own words will do.
function uncompiled(failures: readonly {id: string; reason: string}[], source: Source): Problem[] {
  const problems: Problem[] = []
  const report = reporter(source, problems)
  for (const {id, reason} of failures) report(['$defs', id], `The rule "${id}" cannot be compiled: ${reason}`)
  return problems
}
