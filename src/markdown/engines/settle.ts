import type {ListItem, Nodes, Root} from 'mdast'
import type {Point} from 'unist'
import {someNode} from './walk.js'

/** Puts a tree of the native engine's into the form of the reference's, as `settleEnds` leaves it, in place. */
export function settle(tree: Root, text: string): void {
  someNode(tree, node => {
    if (node.type === 'listItem' && typeof node.checked === 'boolean') settleTask(node, text)
    settleEnd(node)
    return false
  })
}

/**
 * Has every text and every break that ends with a line end with it, in place. In quotes and items the reference counts what the
 * next line begins with to some of them, and not to others.
 */
export function settleEnds(tree: Root): void {
  someNode(tree, node => {
    settleEnd(node)
    return false
  })
}

function settleEnd(node: Nodes): void {
  const end = node.position?.end
  if (end && (node.type === 'break' || (node.type === 'text' && /[\r\n]$/.test(node.value)))) toLineStart(end)
}

function toLineStart(point: Point): void {
  if (point.offset !== undefined) point.offset -= point.column - 1
  point.column = 1
}

// To the reference a task's paragraph begins at its box, but where plain text is the first in it.
function settleTask({children: [words]}: ListItem, text: string): void {
  if (words?.type !== 'paragraph' || words.position === undefined) return
  const {start} = words.position
  if (start.offset === undefined || words.children[0]?.type === 'text') return
  const box = text.lastIndexOf('[', start.offset - 1)
  words.position.start = {...start, column: start.column - (start.offset - box), offset: box}
}
