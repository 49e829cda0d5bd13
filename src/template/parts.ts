import type {Heading, Root, RootContent} from 'mdast'
import {lineOf, startOf} from '../markdown/index.js'
import {TemplateError} from './error.js'
import {headingText} from './holes.js'
import {splitNumber} from './titles.js'

/** A heading of the template with what stands between it and the next one. */
export interface Part {
  heading: Heading
  text: string
  title: string
  number?: string
  content: RootContent[]
  parts: Part[]
  start: number
  end: number
}

/**
 * The level of the outermost sections: 2, below a title; 1 where several headings have it, and there is no title.
 */
export function topLevelOf(tree: Root): 1 | 2 {
  return tree.children.filter(node => node.type === 'heading' && node.depth === 1).length > 1 ? 1 : 2
}

/** The headings of a template as a tree; its title is not among them. */
export function partsOf(tree: Root, source: string): Part[] {
  const top = topLevelOf(tree)
  const roots: Part[] = []
  const open: Part[] = []
  for (const node of tree.children) {
    const last = open[open.length - 1]
    if (node.type !== 'heading') {
      last?.content.push(node)
      continue
    }
    const start = startOf(node)
    for (let part = open.at(-1); part && part.heading.depth >= node.depth; part = open.at(-1)) {
      part.end = start
      open.pop()
    }
    if (node.depth < top) continue
    const text = headingText(node)
    const part: Part = {heading: node, text, ...splitNumber(text), content: [], parts: [], start, end: source.length}
    const parent = open[open.length - 1]
    if (parent === undefined && node.depth > top) {
      throw new TemplateError(
        `Unexpected heading "${text}" of level ${node.depth} outside a section of level ${top}`,
        lineOf(node),
      )
    }
    ;(parent?.parts ?? roots).push(part)
    open.push(part)
  }
  return roots
}
