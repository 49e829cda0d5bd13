import {type MetadataRow, titleKey} from '../../template/index.js'
import {slug} from '../../text/index.js'
import {emptyMap, idsBeside} from '../reading/ids.js'
import type {Position} from '../types.js'

/** A row as the document has it, from whatever source. */
export interface RawRow {
  label: string
  labelPosition: Position
  value: string
  /** Where the value is a list. */
  items?: string[]
  position: Position
}

/**
 * Rows by id. A row of the template claims the first one that bears its label, else one of its aliases in their order: whole,
 * case aside. Others keep the slug of their label.
 */
export function claimRows(rows: readonly RawRow[], forms: readonly MetadataRow[]): {[id: string]: RawRow} {
  const byLabel = new Map<string, RawRow>()
  for (const row of rows) if (!byLabel.has(titleKey(row.label))) byLabel.set(titleKey(row.label), row)

  const claimed = new Map<RawRow, string>()
  for (const wordings of [(form: MetadataRow) => [form.label], (form: MetadataRow) => form.aliases]) {
    for (const form of forms) {
      if ([...claimed.values()].includes(form.id)) continue
      const row = wordings(form)
        .map(label => byLabel.get(titleKey(label)))
        .find(found => found !== undefined && !claimed.has(found))
      if (row) claimed.set(row, form.id)
    }
  }

  const freeId = idsBeside(claimed.values())
  const byId = emptyMap<RawRow>()
  for (const row of rows) byId[claimed.get(row) ?? freeId(slug(row.label) || 'row')] = row
  return byId
}

/** Whether something stands in the value of a row. */
export function isInRow({position}: {position: Position}, row: {position: Position}): boolean {
  return position.start.offset >= row.position.start.offset && position.end.offset <= row.position.end.offset
}
