import {encodePath, relativePath} from '../text/index.js'
import type {FixMaker} from './types.js'
import {isObject, isRange} from './values.js'

/** A link that resolves from the root only is written as seen from the document's folder; anchor and lines stay. */
export const relativeLink: FixMaker = (item, {facts, text: source}) => {
  if (!isObject(item) || item.resolvedFrom !== 'root') return undefined
  const {target, path, targetPosition: range} = item
  if (typeof target !== 'string' || typeof path !== 'string' || !isRange(range)) return undefined
  const {line, column, offset} = range.start
  // A target with escapes stands otherwise in the source: its end is not known.
  if (!source.slice(offset, range.end.offset).startsWith(target)) return undefined
  const text = encodePath(relativePath(facts.path, path))
  const end = {line, column: column + target.length, offset: offset + target.length}
  return {title: `Link to "${text}"`, edits: [{range: {start: range.start, end}, text}]}
}
