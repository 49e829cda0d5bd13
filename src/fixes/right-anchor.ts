import {bareAnchor, hasWords, withoutNumber} from '../facts/citations/anchors.js'
import {rangesOf} from './places.js'
import type {FixMaker} from './types.js'

/** An anchor whose heading got another number, or lost it, or has it now; only where one heading alone has these words. */
export const rightAnchor: FixMaker = (item, {facts, text}) => {
  const citation = facts.citations.find(each => each === item)
  const {anchor, anchorNear = [], targetPosition} = citation ?? {}
  if (anchor === undefined || targetPosition === undefined) return undefined
  const words = withoutNumber(bareAnchor(anchor))
  const [right, ...others] = anchorNear.filter(near => hasWords(near, words))
  if (words === '' || right === undefined || others.length > 0) return undefined
  const [from, to] = [targetPosition.start.offset, targetPosition.end.offset]
  const at = text.slice(from, to).indexOf(`#${anchor}`)
  if (at < 0) return undefined
  const start = from + at + 1
  const range = rangesOf(text)(start, start + anchor.length)
  return {title: `Cite "#${right}"`, edits: [{range, text: right}]}
}
