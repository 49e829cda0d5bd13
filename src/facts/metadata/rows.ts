import {labelsOf, type MetadataRow, titleKey} from '../../template/index.js'
import {slug} from '../../text/index.js'
import type {Document} from '../reading/document.js'
import {emptyMap, idsBeside} from '../reading/ids.js'
import type {Position, Row} from '../types.js'

/** The rows of a document's form, in their order. */
export function rowFormsOf({template}: Pick<Document, 'template'>): readonly MetadataRow[] {
  return template?.metadata.rows ?? []
}

/** A row as the document has it, from whatever source. */
export interface RawRow {
  source: Row['source']
  label: string
  labelPosition: Position
  value: string
  /** Where the value is a list. */
  items?: string[]
  position: Position
  /** Id of the template's row that it is, where its place tells that and no label must. */
  id?: string
}

const WORDINGS: readonly ((form: MetadataRow) => readonly string[])[] = [
  ({label}) => [label],
  ({aliases}) => aliases,
  ({former}) => former ?? [],
]

/**
 * Rows by id, of several sources: what an earlier one has wins over the later ones. A row of the template claims the first one
 * that bears its label, else one of its aliases in their order, else one that it had in an earlier version: whole, case aside. Others keep the slug of their label.
 */
export function claimRows(
  sources: readonly (readonly RawRow[])[],
  forms: readonly MetadataRow[],
): {[id: string]: Omit<RawRow, 'id'>} {
  const claimed = new Map<RawRow, string>()
  const ids = new Set<string>()
  const claim = (row: RawRow, id: string): void => {
    claimed.set(row, id)
    ids.add(id)
  }
  const left = sources.map(rows => {
    // What an earlier source has claimed, a later one does not say again.
    const known = new Set(
      forms
        .filter(({id}) => ids.has(id))
        .flatMap(labelsOf)
        .map(titleKey),
    )
    for (const row of rows) if (row.id !== undefined) claim(row, row.id)
    const byLabel = new Map<string, RawRow>()
    for (const row of rows) if (!byLabel.has(titleKey(row.label))) byLabel.set(titleKey(row.label), row)
    for (const wordings of WORDINGS) {
      for (const form of forms) {
        if (ids.has(form.id)) continue
        const row = wordings(form)
          .map(label => byLabel.get(titleKey(label)))
          .find(found => found !== undefined && !claimed.has(found))
        if (row) claim(row, form.id)
      }
    }
    return rows.filter(row => claimed.has(row) || !known.has(titleKey(row.label)))
  })

  const freeId = idsBeside(ids)
  const slugs = new Set<string>()
  const byId = emptyMap<Omit<RawRow, 'id'>>()
  for (const rows of left) {
    const own = rows.filter(row => claimed.has(row) || !slugs.has(slug(row.label)))
    for (const row of own) {
      const {id: _, ...rest} = row
      byId[claimed.get(row) ?? freeId(slug(row.label) || 'row')] = rest
    }
    for (const row of own) if (!claimed.has(row)) slugs.add(slug(row.label))
  }
  return byId
}

/** Whether something stands in the value of a row. */
export function isInRow({position}: {position: Position}, row: {position: Position}): boolean {
  return position.start.offset >= row.position.start.offset && position.end.offset <= row.position.end.offset
}
