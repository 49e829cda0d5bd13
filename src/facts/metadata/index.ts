import type {MetadataSource, Template} from '../../template/index.js'
import type {Document} from '../reading/document.js'
import {emptyMap} from '../reading/ids.js'
import {once} from '../reading/once.js'
import type {Facts, Position, Row} from '../types.js'
import {rowsOfSections} from './body.js'
import {frontmatterOf} from './frontmatter.js'
import {linesOf, listOf} from './labelled.js'
import {dateFacts, nameFacts} from './pieces.js'
import {claimRows, type RawRow, rowFormsOf} from './rows.js'
import {statusFacts} from './status.js'
import {metadataTableOf, rowsOfTable, tablePosition} from './table.js'

/** The document's metadata by row ids, from the sources that the template declares; without a template the frontmatter. */
export const metadata = once((document: Document): Facts['metadata'] => {
  const {template} = document
  const found = sourcesOf(document).map(name => READERS[name](document)?.rows ?? [])
  const claimed = claimRows([rowsOfSections(document), ...found], rowFormsOf(document))
  const rows = emptyMap<Row>()
  for (const [id, row] of Object.entries(claimed))
    rows[id] = {...row, ...(template && derived(document, template, id, row))}
  return rows
})

/** Where the first source that is there stands; where none is, the first section that is one of its rows. */
export function metadataPosition(document: Document): Position | undefined {
  for (const name of sourcesOf(document)) {
    const found = READERS[name](document)
    if (found) return found.position
  }
  return rowsOfSections(document)[0]?.labelPosition
}

/** Why frontmatter that stands there tells nothing. */
export function metadataProblem(document: Document): Facts['metadataProblem'] {
  const found = sourcesOf(document).includes('frontmatter') ? frontmatterOf(document) : undefined
  return found?.problem && {...found.problem, extent: found.position, hides: lacksRows(document)}
}

// What stands in it nobody knows; but nothing that is asked for does where all of that is read from elsewhere.
function lacksRows(document: Document): boolean {
  const rows = document.template?.metadata.rows.filter(row => !row.optional) ?? []
  const known = metadata(document)
  return rows.length === 0 || rows.some(({id}) => !Object.hasOwn(known, id))
}

interface Found {
  rows: readonly RawRow[]
  position: Position
}

const READERS: Readonly<Record<MetadataSource, (document: Document) => Found | undefined>> = {
  table: document => {
    const table = metadataTableOf(document)
    return table && {rows: rowsOfTable(document, table), position: tablePosition(table)}
  },
  frontmatter: frontmatterOf,
  list: listOf,
  lines: linesOf,
}

function sourcesOf({template}: Document): readonly MetadataSource[] {
  return template?.metadata.sources ?? ['frontmatter']
}

// A blank cell has its label and nothing derived.
function derived(
  document: Document,
  {statuses}: Template,
  id: string,
  row: Pick<Row, 'value' | 'position'>,
): Partial<Row> {
  if (row.value === '') return {}
  if (id === 'status') return statusFacts(row.value, statuses)
  if (id === 'dates') return dateFacts(document, row)
  if (id === 'author') return nameFacts(document, row)
  return {}
}
