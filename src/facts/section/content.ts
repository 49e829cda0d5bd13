import type {Nodes, Table} from 'mdast'
import type {Block} from '../../markdown/index.js'
import {fencedCode} from '../reading/code.js'
import {withoutComments} from '../reading/comments.js'
import type {Document} from '../reading/document.js'
import {isEmptyFence} from '../reading/drawings.js'
import {once} from '../reading/once.js'
import {picturesIn} from '../reading/pictures.js'
import {standings} from '../reading/standing.js'
import {sumWithin} from './sums.js'

/**
 * Blocks that say something: paragraphs (of items and quotes too), tables, code, pictures. What says nothing: comments, empty
 * boxes, rows and diagrams, the template's labels, residue, unset values, rules.
 */
export const content = sumWithin((block, document) => (says(block, document) ? 1 : 0))

function says({node, inFootnote}: Block, document: Document): boolean {
  if (inFootnote) return false
  switch (node.type) {
    case 'paragraph': {
      const standing = standings(document).get(node)?.type
      return standing === 'text' || (standing === 'blank' && picturesIn(node).length > 0)
    }
    case 'table':
      return saysTable(node, document)
    case 'code':
      return node.value.trim() !== '' && !emptyFences(document).has(node)
    case 'html':
      return picturesIn(node).length > 0 || saysHtml(node.value)
    // A list of sources may be nothing else. "[//]: #" is a comment in disguise.
    case 'footnoteDefinition':
      return true
    case 'definition':
      return node.label !== '//' && node.url !== '#'
    default:
      return false
  }
}

const emptyFences = once(
  (document: Document): ReadonlySet<Nodes> =>
    new Set(fencedCode(document).flatMap(fence => (isEmptyFence(fence) ? fence.node : []))),
)

function saysTable(table: Table, document: Document): boolean {
  const cells = table.children.slice(1).flatMap(row => row.children)
  return cells.some(cell => standings(document).get(cell)?.type === 'text')
}

function saysHtml(html: string): boolean {
  const shown = withoutComments(html)
  // Behind the last ">" each "<" would be sought an end for in vain.
  const end = shown.lastIndexOf('>') + 1
  return (shown.slice(0, end).replace(/<[^>]*>/g, '') + shown.slice(end)).trim() !== ''
}
