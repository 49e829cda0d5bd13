import {rewritten} from './rewrite.js'
import type {FixMaker} from './types.js'

/** Lines, or a file's name, as they are at HEAD; only where the same text stands there. */
export const driftedLines: FixMaker = (item, {citations}) => {
  const citation = citations.find(each => each === item)
  const {state, near: [near] = []} = citation?.drift ?? {}
  const same = state === 'moved' || state === 'renamed'
  return citation && same && near !== undefined ? rewritten(citation, near) : undefined
}
