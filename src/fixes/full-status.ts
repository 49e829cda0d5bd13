import type {FixMaker} from './types.js'
import {isObject, isRange} from './values.js'

/** "Draft" becomes "Draft (WIP)"; only where no words follow it, for those are the author's. */
export const fullStatus: FixMaker = item => {
  if (!isObject(item) || item.short !== true || Object.hasOwn(item, 'note')) return undefined
  const {name, value, position: range} = item
  if (typeof name !== 'string' || typeof value !== 'string' || !isRange(range)) return undefined
  // A cell with markup is longer than its text: what would become of the markup is not known.
  if (range.end.offset - range.start.offset !== value.length) return undefined
  return {title: `Write the status in full: "${name}"`, edits: [{range, text: name}]}
}
