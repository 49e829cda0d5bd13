import {itemIn} from './item-in.js'
import type {FixMaker} from './types.js'

/** A citation of a document that is gone names the one place where it is now; anchor and lines stay. */
export const movedTarget: FixMaker = (item, {facts, text}) => {
  const citation = itemIn(facts.citations, item)
  const {moved = [], near: [near] = [], target, targetPosition} = citation ?? {}
  // The first of the near ones is the moved one, as it is written here.
  if (moved.length !== 1 || near === undefined || !target || targetPosition === undefined) return undefined
  const {line, column, offset} = targetPosition.start
  // A target with escapes, or in another form than in the source: its end is not known.
  if (text.slice(offset, offset + target.length) !== target) return undefined
  const end = {line, column: column + target.length, offset: offset + target.length}
  return {title: `Cite "${near}"`, edits: [{range: {start: targetPosition.start, end}, text: near}]}
}
