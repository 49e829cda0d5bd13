import type {Nodes} from 'mdast'

/** The text of a node as a reader sees it: code spans as their text, HTML and marks of footnotes left out, white space collapsed. */
export function plain(node: Nodes | readonly Nodes[]): string {
  return (isList(node) ? node.map(raw).join('') : raw(node)).replace(/\s+/g, ' ').trim()
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
    default:
      return 'children' in node ? node.children.map(raw).join(APART.has(node.type) ? ' ' : '') : ''
  }
}

function isList(node: Nodes | readonly Nodes[]): node is readonly Nodes[] {
  return Array.isArray(node)
}
