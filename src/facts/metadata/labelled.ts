import {type LabelledText, metadataLines, metadataList, type Opening} from '../../template/index.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'
import {endOf, positionOf, rangeBetween, startOf} from '../reading/positions.js'
import type {Position} from '../types.js'
import {type RawRow, rowFormsOf} from './rows.js'

/** Rows that stand as text, and the range that holds them. */
export interface LabelledRows {
  rows: RawRow[]
  position: Position
}

/** The bullet list of the metadata: "- Status: Draft". */
export const listOf = once((document: Document): LabelledRows | undefined => {
  const found = metadataList(openingOf(document))
  return found && {rows: rowsOf(document, found.items, 'list'), position: positionOf(found.node)}
})

/** The lines of the metadata: "**Status**: Draft". */
export const linesOf = once((document: Document): LabelledRows | undefined => {
  const found = metadataLines(openingOf(document))
  const [first, last] = [found[0], found[found.length - 1]]
  if (!first || !last) return undefined
  const position = rangeBetween(document.lines, startOf(first.paragraph), endOf(last.paragraph))
  return {rows: rowsOf(document, found, 'lines'), position}
})

// Up to the first section that the template claims: one of the author's own, such as "Metadata", may hold it.
function openingOf(document: Document): Opening {
  const {tree, text, sections} = document
  const first = sections.byHeading.find(node => node?.claim) ?? sections.byHeading.find(node => node !== undefined)
  return {
    nodes: tree.children,
    source: text,
    before: first?.start ?? text.length,
    rows: rowFormsOf(document),
  }
}

function rowsOf({lines}: Document, found: readonly LabelledText[], source: 'list' | 'lines'): RawRow[] {
  return found.map(({label, labelRange, value, valueRange}) => ({
    source,
    label,
    labelPosition: rangeBetween(lines, ...labelRange),
    value,
    position: rangeBetween(lines, ...valueRange),
  }))
}
