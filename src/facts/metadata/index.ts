import type {Document} from '../reading/document.js'
import {emptyMap} from '../reading/ids.js'
import {once} from '../reading/once.js'
import type {Facts, Position, Row} from '../types.js'
import {frontmatterOf} from './frontmatter.js'
import {dateFacts, nameFacts} from './pieces.js'
import {claimRows, type RawRow} from './rows.js'
import {statusFacts} from './status.js'
import {metadataTableOf, rowsOfTable, tablePosition} from './table.js'

/** The document's metadata by row ids, from the source that the template declares; without a template the frontmatter. */
export const metadata = once((document: Document): Facts['metadata'] => {
  const {template} = document
  const claimed = claimRows(rawRows(document), template?.metadata.rows ?? [])
  const rows = emptyMap<Row>()
  for (const [id, row] of Object.entries(claimed)) rows[id] = {...row, ...(template && derived(document, id, row))}
  return rows
})

export function metadataPosition(document: Document): Position | undefined {
  const table = metadataTableOf(document)
  return table ? tablePosition(table) : isFrontmatter(document) ? frontmatterOf(document)?.position : undefined
}

/** Why frontmatter that stands there tells nothing. */
export function metadataProblem(document: Document): Facts['metadataProblem'] {
  return isFrontmatter(document) ? frontmatterOf(document)?.problem : undefined
}

function rawRows(document: Document): RawRow[] {
  if (isFrontmatter(document)) return frontmatterOf(document)?.rows ?? []
  const table = metadataTableOf(document)
  return table ? rowsOfTable(document, table) : []
}

function isFrontmatter({template}: Document): boolean {
  return template === undefined || template.metadata.source === 'frontmatter'
}

// A blank cell has its label and nothing derived.
function derived(document: Document, id: string, row: RawRow): Partial<Row> {
  if (row.value === '') return {}
  if (id === 'status') return statusFacts(row.value, document.template?.statuses ?? [])
  if (id === 'dates') return dateFacts(document, row)
  if (id === 'author') return nameFacts(document, row)
  return {}
}
