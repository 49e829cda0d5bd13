import type {Workspace} from '../workspace/index.js'
import type {Keeping} from './schema/kept.js'
import type {LawReading} from './schema/law.js'
import type {SchemaText} from './schema/read.js'
import {shippedSchemas} from './shipped-schemas.js'

/** The law of a user's schema: what a run before this one has kept of it, else read and compiled, which loads ajv. */
export async function lawFrom(
  schema: SchemaText,
  workspace: Pick<Workspace, 'store'> | undefined,
): Promise<LawReading> {
  const {kinds, stamp} = await import('../generated/kinds.js')
  const laws = Object.values(kinds).map(({law}) => law)
  const keeping: Keeping | undefined = workspace && {store: workspace.store, stamp}
  const kept = keeping && (await (await import('./schema/kept.js')).keptLaw(schema, keeping, laws))
  if (kept) return {ok: true, ...kept}
  const {readLaw} = await import('./schema/law.js')
  return readLaw(schema, await shippedSchemas(), {laws, keeping})
}
