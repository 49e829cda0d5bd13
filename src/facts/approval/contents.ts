import type {RootContent} from 'mdast'
import {titleKey} from '../../template/index.js'
import {append, collapsed} from '../../text/index.js'
import {metadata} from '../metadata/index.js'
import type {Document} from '../reading/document.js'
import {endOf, startOf} from '../reading/positions.js'
import type {SectionNode} from '../reading/sections.js'
import {settledWords} from './words.js'

/** What a section itself says, its sub-sections aside. */
export interface Content {
  node: SectionNode
  /** Paragraphs, items, rows and lines of code as a reader reads them, sorted. */
  lines: readonly string[]
}

/**
 * The contents by section, of those that an approval binds: not those that the template leaves open, nor one that is a row of
 * the metadata.
 */
export function contentsOf(document: Document): Map<string, Content> {
  const lines = new Map<SectionNode, string[]>()
  for (const node of document.sections.byHeading) if (node && !isOpen(node, document)) lines.set(node, [])
  const rows = Object.values(metadata(document)).filter(({source}) => source !== 'section')
  for (const node of document.tree.children) {
    const section = document.sectionNodeAt(startOf(node))
    const own = section && lines.get(section)
    // A part of the author's own may hold the metadata.
    const holdsRow = rows.some(
      ({position}) => position.start.offset >= startOf(node) && position.end.offset <= endOf(node),
    )
    if (own && !holdsRow) append(own, linesIn(node, document))
  }
  return new Map([...lines].map(([node, own]) => [node.path, {node, lines: own.sort()}]))
}

function isOpen(node: SectionNode, {template}: Document): boolean {
  if (template?.metadata.rows.some(({section}) => section !== undefined && section === node.claim?.path)) return true
  const titles = new Set(template?.open.map(titleKey))
  for (let each: SectionNode | undefined = node; each; each = each.parent)
    if (each.claim ? each.claim.open : titles.has(titleKey(each.entry.title))) return true
  return false
}

// What is rendered, without what upkeep changes: ticks are progress, paths of documents, the targets of links and cited lines go with what is cited.
function linesIn(node: RootContent, document: Document): string[] {
  const below = (each: RootContent) => linesIn(each, document)
  switch (node.type) {
    case 'heading':
    case 'html':
    case 'definition':
    case 'thematicBreak':
    case 'yaml':
      return []
    case 'code':
      return node.value.split('\n').map(collapsed).filter(Boolean)
    case 'table':
      return node.children.map(row => row.children.map(cell => settledWords(cell, document)).join(' | '))
    case 'list':
      return node.children.flatMap(item => item.children.flatMap(below))
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.flatMap(below)
    default:
      return [settledWords(node, document)].filter(Boolean)
  }
}
