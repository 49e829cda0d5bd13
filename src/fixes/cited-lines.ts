import type {Excerpt} from '../facts/types.js'
import {rewritten} from './rewrite.js'
import type {FixMaker} from './types.js'
import {isObject} from './values.js'

/** Lines that do not hold what is said of them become those that do. */
export const citedLines: FixMaker = (item, {facts}) => {
  const excerpt = (each: Excerpt | undefined): boolean => each !== undefined && each === item
  const citation = facts.citations.find(({symbol, quote}) => excerpt(symbol) || excerpt(quote))
  const near = isObject(item) && Array.isArray(item.near) ? item.near[0] : undefined
  return citation && typeof near === 'string' ? rewritten(citation, near) : undefined
}
