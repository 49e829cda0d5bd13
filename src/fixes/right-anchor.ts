import {bareAnchor, hasWords, withoutNumber} from '../facts/citations/anchors.js'
import {anchorPlace} from './headings/anchor-place.js'
import {itemIn} from './item-in.js'
import {rangesOf} from './places.js'
import type {FixMaker} from './types.js'

/** An anchor whose heading got another number, or lost it, or has it now; only where one heading alone has these words. */
export const rightAnchor: FixMaker = (item, {facts, text}) => {
  const citation = itemIn(facts.citations, item)
  const {anchor, anchorNear = [], targetPosition} = citation ?? {}
  if (citation === undefined || anchor === undefined || targetPosition === undefined) return undefined
  const words = withoutNumber(bareAnchor(anchor))
  const [right, ...others] = anchorNear.filter(near => hasWords(near, words))
  if (words === '' || right === undefined || others.length > 0) return undefined
  const place = anchorPlace({...citation, anchor}, text)
  return place && {title: `Cite "#${right}"`, edits: [{range: rangesOf(text)(...place), text: right}]}
}
