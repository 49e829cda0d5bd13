import {headingsOf, nodesOfType, startOf} from '../markdown/index.js'
import {decodePercent} from '../text/index.js'
import type {Draft} from './draft.js'
import type {AnchorChange, LeftReference} from './types.js'

// The attribute of a link in HTML that leads to a place of the same document.
const HREF = /\shref\s*=\s*["']?#([^\s"'>]+)/gi

/** Links in HTML to anchors that are others now. HTML is not edited: they are told. */
export function htmlLinks({document: {tree, lines}}: Draft, anchors: readonly AnchorChange[]): LeftReference[] {
  if (anchors.length === 0) return []
  const there = new Set(headingsOf(tree).map(({anchor}) => anchor))
  const now = new Map(anchors.filter(({from}) => !there.has(from)).map(({from, to}) => [from, to]))
  const left: LeftReference[] = []
  for (const node of nodesOfType(tree, 'html')) {
    for (const {1: name = '', index} of node.value.matchAll(HREF)) {
      const to = now.get(decodePercent(name).toLowerCase())
      if (to === undefined) continue
      const {line} = lines.pointAt(startOf(node) + index)
      left.push({line, text: `#${name}`, to: `#${to}`})
    }
  }
  return left
}
