import {valueAt} from '../text/index.js'
import type {Library} from './schema/sources.js'

const FACTS = 'specwright:facts'

/** The laws that come with us, by `$id`: what a user's schema can build on. */
export async function shippedSchemas(): Promise<Library> {
  const {schemas} = await import('../generated/schemas.js')
  return new Map(Object.entries(schemas).filter(([id]) => id !== FACTS))
}

/** facts.schema.json as data. */
export async function factsSchema(): Promise<Readonly<Record<string, unknown>>> {
  const {schemas} = await import('../generated/schemas.js')
  return valueAt(new Map(Object.entries(schemas)), FACTS)
}
