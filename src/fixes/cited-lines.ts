import {once} from '../facts/reading/once.js'
import type {Citation} from '../facts/types.js'
import {rewritten} from './rewrite.js'
import type {FixMaker} from './types.js'
import {isObject} from './values.js'

/** Lines that do not hold what is said of them become those that do. */
export const citedLines: FixMaker = (item, {facts}) => {
  const citation = citing(facts.citations).get(item)
  const near = isObject(item) && Array.isArray(item.near) ? item.near[0] : undefined
  return citation && typeof near === 'string' ? rewritten(citation, near) : undefined
}

/** Citations by what is said of their lines. */
const citing = once((citations: readonly Citation[]): ReadonlyMap<unknown, Citation> => {
  const found = new Map<unknown, Citation>()
  for (const citation of citations)
    for (const excerpt of [citation.symbol, citation.quote]) if (excerpt) found.set(excerpt, citation)
  return found
})
