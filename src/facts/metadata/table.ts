import type {Table, TableRow} from 'mdast'
import {plain} from '../../markdown/index.js'
import {bearsLabel, type Template, titleKey} from '../../template/index.js'
import {itemAt} from '../../text/index.js'
import {cellPosition, missingCellPosition} from '../reading/cells.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'
import {positionOf, startOf} from '../reading/positions.js'
import type {RawRow} from './rows.js'

/**
 * The table of the metadata: the one with the template's header cells, wherever it is; else the first one of two columns before
 * the first section.
 */
export const metadataTableOf = once(({tree, template, sections}: Document): Table | undefined => {
  if (!template?.metadata.sources.includes('table')) return undefined
  const header = headerKey(template.metadata.header)
  const begin = sections.byHeading.find(node => node !== undefined)?.start ?? Number.POSITIVE_INFINITY
  let first: Table | undefined
  for (const node of tree.children) {
    if (node.type !== 'table') continue
    const cells = itemAt(node.children, 0).children
    if (header !== '' && headerKey(cells.map(cell => plain(cell))) === header) return node
    if (startOf(node) < begin && cells.length === 2) first ??= node
  }
  return first
})

/** The rows of a table. Its header is one of them where somebody wrote the first row there. */
export function rowsOfTable(document: Document, table: Table): RawRow[] {
  const [header, ...body] = table.children
  const rows = header && document.template && isRow(header, document.template) ? [header, ...body] : body
  return rows.flatMap((row): RawRow[] => {
    const [label, value] = row.children
    if (!label || plain(label) === '') return []
    return [
      {
        source: 'table',
        label: plain(label),
        labelPosition: cellPosition(document, label),
        value: value ? plain(value) : '',
        position: value ? cellPosition(document, value) : missingCellPosition(document, row),
      },
    ]
  })
}

export function tablePosition(table: Table): ReturnType<typeof positionOf> {
  return positionOf(table)
}

function isRow(header: TableRow, template: Template): boolean {
  const label = plain(header.children.slice(0, 1))
  return template.metadata.rows.some(row => bearsLabel(row, label))
}

function headerKey(cells: readonly string[]): string {
  return cells.map(titleKey).join('|')
}
