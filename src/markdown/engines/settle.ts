import type {ListItem, Nodes, Parents, Root} from 'mdast'
import type {Point} from 'unist'

/** Puts a tree of the native engine's into the form of the reference's, in place. */
export function settleTasks(tree: Root, text: string): void {
  each(tree, node => {
    if (node.type === 'listItem' && typeof node.checked === 'boolean') settleTask(node, text)
  })
}

// To the reference a task's paragraph begins at its box, but where plain text is the first in it.
function settleTask({children: [words]}: ListItem, text: string): void {
  if (words?.type !== 'paragraph' || words.position === undefined) return
  const {start} = words.position
  if (start.offset === undefined || words.children[0]?.type === 'text') return
  const box = text.lastIndexOf('[', start.offset - 1)
  words.position.start = {...start, column: start.column - (start.offset - box), offset: box}
}

/**
 * Has every text and every break that ends with a line end with it, in place. In quotes and items the reference counts what the
 * next line begins with to some of them, and not to others.
 */
export function settleEnds(tree: Root): void {
  each(tree, node => {
    const end = node.position?.end
    if (end && (node.type === 'break' || (node.type === 'text' && /[\r\n]$/.test(node.value)))) toLineStart(end)
  })
}

function toLineStart(point: Point): void {
  if (point.offset !== undefined) point.offset -= point.column - 1
  point.column = 1
}

// Not by calls in one another: a tree may be deeper than the stack.
function each(tree: Root, visit: (node: Nodes) => void): void {
  const parents: Parents[] = [tree]
  for (let parent = parents.pop(); parent !== undefined; parent = parents.pop()) {
    for (const node of parent.children) {
      visit(node)
      if ('children' in node) parents.push(node)
    }
  }
}
