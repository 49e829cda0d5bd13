import type {ListItem} from 'mdast'
import type {Position} from '../types.js'
import type {Document} from './document.js'
import {once} from './once.js'
import {endOf, rangeBetween, startOf} from './positions.js'

export interface Item {
  /** Without its sub-items. */
  text: string
  /** Absent where it has no box. */
  checked?: boolean
  /** From its marker to the end of its own text. */
  position: Position
}

export const listItems = once((document: Document): Item[] =>
  document.blocks.flatMap(({node, text}) => {
    if (node.type !== 'listItem') return []
    // The parser takes a box for one only where words follow it.
    const lone = /^\[[ xX]?\]$/.exec(text)
    const checked = lone ? /x/i.test(text) : (node.checked ?? undefined)
    return {text: lone ? '' : text, ...(checked !== undefined && {checked}), position: ownPosition(document, node)}
  }),
)

function ownPosition({lines}: Document, node: ListItem): Position {
  const own = node.children.filter(child => child.type === 'paragraph')
  const last = own[own.length - 1]
  return rangeBetween(lines, startOf(node), last ? endOf(last) : startOf(node) + 1)
}
