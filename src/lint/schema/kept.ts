import {digest, valueAt} from '../../text/index.js'
import {patternOf} from '../../text/patterns/index.js'
import type {Store} from '../../workspace/index.js'
import type {FunctionBody} from '../ajv/standalone.js'
import {runKeyword} from '../keywords/run.js'
import type {Law, Validate} from '../types.js'
import {inOrder, lawOf} from './base.js'
import {type PackedLaw, pack, unpack} from './packed.js'
import type {SchemaText} from './read.js'

/** Where laws are kept between runs, and what decides, beside a schema's text, what becomes of it. */
export interface Keeping {
  store: Store
  stamp: string
}

/** A law, and the ids of the schemas that it builds on, the deepest first, with its own. */
export interface ReadLaw {
  law: Law
  chain: readonly string[]
}

/**
 * What is kept of a law: data, in terms of the law `base`, and as code those of its validators that are not in that one. `key` is
 * compared whole: its digest is but the name of the file.
 */
interface Kept extends FunctionBody {
  key: string
  base: string
  law: PackedLaw
  chain: readonly string[]
}

const keyOf = ({text, path}: SchemaText, stamp: string): string => JSON.stringify([stamp, path ?? null, text])
const nameOf = (key: string): string => `law-${digest(key)}`

/** The law of a schema as a run before this one has kept it, by the laws that come with us. */
export async function keptLaw(
  schema: SchemaText,
  {store, stamp}: Keeping,
  laws: readonly Law[],
): Promise<ReadLaw | undefined> {
  const key = keyOf(schema, stamp)
  const text = await store.get(nameOf(key))
  if (text === undefined) return undefined
  // The store gives back what was put in, whole; under this name another schema's may stand.
  const kept = JSON.parse(text) as Kept
  if (kept.key !== key) return undefined
  const base = lawOf(kept.base, laws)
  const law = unpack(kept.law, base)
  return {law: {...law, validators: inOrder(law.rules, await run(kept), base)}, chain: kept.chain}
}

/** Keeps the law of a schema for the next run: by the law `base`, and the code of what that one has not. */
export async function keepLaw(
  schema: SchemaText,
  {law, chain}: ReadLaw,
  {base, body}: {base: Law; body: FunctionBody},
  {store, stamp}: Keeping,
): Promise<void> {
  if (!body.needs.every(name => PARTS.has(name))) return
  const key = keyOf(schema, stamp)
  const kept: Kept = {key, base: base.id, law: pack(law, base), chain, ...body}
  await store.put(nameOf(key), JSON.stringify(kept))
}

// What ajv's code asks for at run time, with the keywords that do.
const PARTS = new Map<string, () => Promise<{default: unknown}>>([
  // minLength, maxLength
  ['ajv/dist/runtime/ucs2length', () => import('ajv/dist/runtime/ucs2length.js')],
  // uniqueItems, const and enum with objects
  ['ajv/dist/runtime/equal', () => import('ajv/dist/runtime/equal.js')],
])

async function run({code, needs}: FunctionBody): Promise<Record<string, Validate>> {
  const parts = new Map<string, unknown>()
  for (const name of needs) parts.set(name, required(await valueAt(PARTS, name)()))
  // As ajv itself makes functions of code.
  const make = new Function('runKeyword', 'patternOf', 'require', code) as (
    run: typeof runKeyword,
    pattern: typeof patternOf,
    require: (name: string) => unknown,
  ) => Record<string, Validate>
  return make(runKeyword, patternOf, name => parts.get(name))
}

/** What `require` gives: a module of CommonJS holds its function as `default`, and is `default` itself where Node imports it. */
export function required(module: {default: unknown}): unknown {
  return typeof module.default === 'function' ? module : module.default
}
