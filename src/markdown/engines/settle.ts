import type {Nodes, Paragraph, Root} from 'mdast'
import type {Point} from 'unist'
import {someNode} from '../walk.js'

/** Puts a tree of the native engine's into the form of the reference's, as `settleEnds` leaves it, in place. */
export function settle(tree: Root, text: string): void {
  someNode(tree, (node, parent, index) => {
    const isTask = index === 0 && parent.type === 'listItem' && typeof parent.checked === 'boolean'
    if (isTask && node.type === 'paragraph') settleTask(node, text)
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
  point.offset = (point.offset as number) - point.column + 1
  point.column = 1
}

// To the reference a task's paragraph begins at its box, but where plain text is the first in it.
function settleTask({children: [first], position}: Paragraph, text: string): void {
  if (position?.start.offset === undefined || first?.type === 'text') return
  const {start} = position
  const box = text.lastIndexOf('[', position.start.offset - 1)
  position.start = {...start, column: start.column - (position.start.offset - box), offset: box}
}
