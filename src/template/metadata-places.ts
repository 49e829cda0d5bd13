import type {List, Paragraph, RootContent, Table} from 'mdast'
import {plain, startOf} from '../markdown/index.js'
import {type Labelled, labelledLines, labelledParagraph} from './labelled.js'
import {titleKey} from './titles.js'
import type {MetadataRow} from './types.js'

type Labels = Pick<MetadataRow, 'label' | 'aliases' | 'former'>

/** Where in a document metadata may stand. */
export interface Opening {
  /** Top-level nodes. */
  nodes: readonly RootContent[]
  source: string
  /** Offset at which the sections begin: what stands behind it is no metadata. */
  before: number
  /** Rows whose labels are known. */
  rows: readonly Labels[]
}

/** The first table of two columns. */
export function metadataTable({nodes, before}: Pick<Opening, 'nodes' | 'before'>): Table | undefined {
  return nodes.find(
    (node): node is Table => node.type === 'table' && isBefore(node, before) && node.children[0]?.children.length === 2,
  )
}

export interface MetadataList {
  node: List
  items: readonly LabelledText[]
}

/** A label and its value, and the paragraph that they stand in. */
export interface LabelledText extends Labelled {
  paragraph: Paragraph
}

/**
 * The first bullet list with an item "Label: value" whose label is known; else the first one whose items all read so. Lists behind
 * it belong to it where nothing but definitions stands between.
 */
export function metadataList(opening: Opening): MetadataList | undefined {
  const {nodes, source, before, rows} = opening
  const isKnown = knowing(rows)
  let first: MetadataList | undefined
  for (const [index, node] of nodes.entries()) {
    if (!isBullets(node) || !isBefore(node, before)) continue
    const items = itemsOf(node, source)
    if (items.some(({label}) => isKnown(label)))
      return {node, items: [...items, ...listsBehind(index, opening).flatMap(list => itemsOf(list, source))]}
    if (items.length === node.children.length) first ??= {node, items}
  }
  return first
}

function itemsOf(list: List, source: string): LabelledText[] {
  return list.children.flatMap(({children: [paragraph]}): LabelledText[] => {
    if (paragraph?.type !== 'paragraph') return []
    const found = labelledParagraph(paragraph, source)
    return found ? [{...found, paragraph}] : []
  })
}

// The definition of a link or a footnote between two items ends a list for a parser, not for a reader.
function listsBehind(index: number, {nodes, before}: Opening): List[] {
  const behind = nodes.slice(index + 1)
  const end = behind.findIndex(
    node =>
      !isBefore(node, before) || !(isBullets(node) || node.type === 'definition' || node.type === 'footnoteDefinition'),
  )
  return behind.slice(0, end < 0 ? undefined : end).filter(isBullets)
}

function isBullets(node: RootContent): node is List {
  return node.type === 'list' && node.ordered !== true
}

/** Lines of paragraphs that read "**Label**: value", or "Label: value" where the label is known. */
export function metadataLines({nodes, source, before, rows}: Opening): LabelledText[] {
  const isKnown = knowing(rows)
  return nodes.flatMap(node => {
    if (node.type !== 'paragraph' || !isBefore(node, before)) return []
    const found = labelledLines(node, source).filter(({marked, label}) => marked || isKnown(label))
    return found.map(line => ({...line, paragraph: node}))
  })
}

/** The texts of the header cells of a table. */
export function headerOf(table: Table): string[] {
  return table.children.slice(0, 1).flatMap(row => row.children.map(cell => plain(cell)))
}

/** Whether a label is that of a row, of this version or an earlier one, or an alias; case aside. */
export function bearsLabel(row: Labels, written: string): boolean {
  const key = titleKey(written)
  return labelsOf(row).some(known => titleKey(known) === key)
}

/** All labels of a row: its own, its aliases, those of earlier versions. */
export function labelsOf({label, aliases, former = []}: Labels): string[] {
  return [label, ...aliases, ...former]
}

function knowing(rows: Opening['rows']): (label: string) => boolean {
  const known = new Set(rows.flatMap(labelsOf).map(titleKey))
  return label => known.has(titleKey(label))
}

function isBefore(node: RootContent, offset: number): boolean {
  return startOf(node) < offset
}
