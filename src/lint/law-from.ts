import type {Workspace} from '../workspace/index.js'
import type {Keeping, ReadLaw} from './schema/kept.js'
import type {LawReading} from './schema/law.js'
import type {SchemaText} from './schema/read.js'
import {shippedSchemas} from './shipped-schemas.js'

/** The law of a user's schema: what a run before this one has kept of it, else read and compiled, which loads ajv. */
export async function lawFrom(
  schema: SchemaText,
  workspace: Pick<Workspace, 'store'> | undefined,
): Promise<LawReading> {
  const keeping = workspace && (await keepingIn(workspace))
  const kept = keeping && (await keptIn(schema, keeping))
  if (kept) return {ok: true, ...kept}
  const {readLaw} = await import('./schema/law.js')
  return readLaw(schema, await shippedSchemas(), keeping)
}

async function keptIn(schema: SchemaText, keeping: Keeping): Promise<ReadLaw | undefined> {
  return (await import('./schema/kept.js')).keptLaw(schema, keeping)
}

async function keepingIn({store}: Pick<Workspace, 'store'>): Promise<Keeping> {
  return {store, stamp: (await import('../generated/kinds.js')).stamp}
}
