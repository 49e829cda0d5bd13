import type {Nodes} from 'mdast'
import {collapsed} from '../text/collapsed.js'

/** The text of a node as a reader sees it: code spans as their text, HTML and marks of footnotes left out, white space collapsed. */
export function plain(node: Nodes | readonly Nodes[]): string {
  return collapsed(isList(node) ? node.map(raw).join('') : raw(node))
}

// Blocks and cells next to each other are no one word.
const APART = new Set(['root', 'blockquote', 'list', 'listItem', 'table', 'tableRow', 'footnoteDefinition'])

function raw(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? ' ' : ''
    case 'break':
      return ' '
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    default: {
      if (!('children' in node)) return ''
      const [first] = node.children
      // Most hold one text.
      if (first !== undefined && node.children.length === 1) return raw(first)
      return node.children.map(raw).join(APART.has(node.type) ? ' ' : '')
    }
  }
}

function isList(node: Nodes | readonly Nodes[]): node is readonly Nodes[] {
  return Array.isArray(node)
}
