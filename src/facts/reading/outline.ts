import type {Heading as HeadingNode, Root} from 'mdast'
import {headingText, splitNumber} from '../../template/index.js'
import {itemAt} from '../../text/index.js'

/** A heading at the top level: others, in quotes and lists, are quoted text and open no section. */
export interface OutlineEntry {
  node: HeadingNode
  level: number
  text: string
  title: string
  number?: string
  /** Index of the heading that it stands under, -1 for none. */
  parent: number
  /** The last node of its part, the heading itself where nothing follows. */
  last: Root['children'][number]
  /** Index of the first heading behind its part, the number of all headings where there is none. */
  next: number
}

export function outlineOf(tree: Root): OutlineEntry[] {
  const outline: OutlineEntry[] = []
  const open: number[] = []
  for (const node of tree.children) {
    if (node.type === 'heading') {
      while (levelAt(outline, open[open.length - 1]) >= node.depth) close(outline, open)
      const text = headingText(node)
      const parent = open[open.length - 1] ?? -1
      open.push(outline.length)
      outline.push({node, level: node.depth, text, ...splitNumber(text), parent, last: node, next: 0})
    }
    // What ends a part ends those around it: written again with each node, it is the last one that stays.
    const current = outline[open[open.length - 1] ?? -1]
    if (current) current.last = node
  }
  while (open.length > 0) close(outline, open)
  return outline
}

function levelAt(outline: readonly OutlineEntry[], index: number | undefined): number {
  return index === undefined ? 0 : itemAt(outline, index).level
}

function close(outline: readonly OutlineEntry[], open: number[]): void {
  const entry = itemAt(outline, itemAt(open, open.length - 1))
  open.pop()
  // The one that closes it is put in next.
  entry.next = outline.length
  const around = outline[open[open.length - 1] ?? -1]
  if (around) around.last = entry.last
}
