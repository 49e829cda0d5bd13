import type {PhrasingContent} from 'mdast'
import {nodesOfType, parse} from '../markdown/index.js'
import {readsResolved} from '../research/resolved.js'
import {rangesOf} from './places.js'
import type {FixMaker} from './types.js'
import {isObject, isRange} from './values.js'

/** A question that is struck through, or begins with "Resolved:", gets its tick. Whether the answer holds is for a reader to say. */
export const tickedQuestion: FixMaker = (item, {text}) => {
  if (!isObject(item) || item.checked !== false || !isRange(item.position)) return undefined
  const [start, end] = [item.position.start.offset, item.position.end.offset]
  const source = text.slice(start, end)
  const box = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\[(?= \])/.exec(source)?.[0].length
  if (box === undefined || !readsResolved(wordsOf(source))) return undefined
  const range = rangesOf(text)(start + box, start + box + 1)
  return {title: 'Tick the question', edits: [{range, text: 'x'}]}
}

function wordsOf(source: string): readonly PhrasingContent[] {
  const first = nodesOfType(parse(source), 'listItem')[0]?.children[0]
  return first?.type === 'paragraph' ? first.children : []
}
