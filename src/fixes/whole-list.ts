import type {FixMaker} from './types.js'
import {isObject, isRange} from './values.js'

/** Writes a list of specs anew, between its markers. */
export const wholeList: FixMaker = item => {
  if (!isObject(item) || item.current !== false) return undefined
  const {expected: text, content: range} = item
  if (typeof text !== 'string' || !isRange(range)) return undefined
  return {title: 'Write the list anew', edits: [{range, text}]}
}
