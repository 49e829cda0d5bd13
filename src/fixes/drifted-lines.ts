import {itemIn} from './item-in.js'
import {rewritten} from './rewrite.js'
import type {FixMaker} from './types.js'

/**
 * Lines, or a file's name, as they are at HEAD; only where the same text stands there, and not where a commit is written with
 * them, of which they stay right.
 */
export const driftedLines: FixMaker = (item, {facts}) => {
  const citation = itemIn(facts.citations, item)
  const {state, near: [near] = []} = citation?.drift ?? {}
  const same = (state === 'moved' || state === 'renamed') && citation?.commitFrom !== 'citation'
  return citation && same && near !== undefined ? rewritten(citation, near) : undefined
}
