import type {BlockContent, Blockquote, DefinitionContent, ListItem, Root, RootContent} from 'mdast'
import {plain} from './plain.js'

/** A block of a document with what is around it. Lists are not among them, their items are. */
export interface Block {
  node: Exclude<RootContent, {type: 'list'}> | ListItem
  /** Index of the top-level node that it is, or lies in. */
  top: number
  /** Whether it is itself at the top level. */
  outermost: boolean
  inQuote: boolean
  inItem: boolean
  inFootnote: boolean
  /** The list item or quote that it lies in directly; the innermost one. */
  container?: ListItem | Blockquote
  /** Plain text of a paragraph or heading; of an item without its sub-items; of a quote with all in it. "" for others. */
  text: string
}

/** All blocks of a document in order, containers before what they hold. One walk, for all that asks. */
export function blocksOf(tree: Root): Block[] {
  const blocks: Block[] = []
  tree.children.forEach((node, top) => {
    walk(node, {top, outermost: true, inQuote: false, inItem: false, inFootnote: false}, blocks)
  })
  return blocks
}

type Around = Omit<Block, 'node' | 'text'>

function walk(node: RootContent, around: Around, blocks: Block[]): void {
  const inside: Around = {...around, outermost: false}
  switch (node.type) {
    case 'list':
      for (const item of node.children) {
        blocks.push({node: item, ...around, outermost: false, text: ownText(item)})
        walkAll(item.children, {...inside, inItem: true, container: item}, blocks)
      }
      return
    case 'blockquote':
      blocks.push({node, ...around, text: plain(node)})
      walkAll(node.children, {...inside, inQuote: true, container: node}, blocks)
      return
    case 'footnoteDefinition':
      blocks.push({node, ...around, text: ''})
      walkAll(node.children, {...inside, inFootnote: true}, blocks)
      return
    case 'paragraph':
    case 'heading':
      blocks.push({node, ...around, text: plain(node)})
      return
    default:
      blocks.push({node, ...around, text: ''})
  }
}

function walkAll(nodes: readonly (BlockContent | DefinitionContent)[], around: Around, blocks: Block[]): void {
  for (const node of nodes) walk(node, around, blocks)
}

function ownText(item: ListItem): string {
  return item.children
    .filter(child => child.type === 'paragraph')
    .map(plain)
    .join(' ')
}
