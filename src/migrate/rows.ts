import type {Row} from '../facts/index.js'
import {isUnset} from '../facts/reading/standing.js'
import type {Edit} from '../fixes/index.js'
import {editAt, rangesOf} from '../fixes/places.js'
import {rowEdits} from '../status/edit/insert.js'
import {readingIn} from '../status/edit/reading.js'
import {yamlScalar} from '../status/edit/scalar.js'
import {bearsLabel, isNew, type MetadataRow, type RowPair} from '../template/index.js'
import {firstMatch} from '../text/index.js'
import {type Draft, withEditedRow} from './draft.js'
import type {PartChange} from './types.js'

interface Rows {
  draft: Draft
  parts: PartChange[]
}

/** Takes out the rows that the other version has no more, where nothing stands in them. `draft`: read by the old version. */
export function withoutDroppedRows(draft: Draft, pairs: readonly RowPair[]): Rows {
  const parts: PartChange[] = []
  let current = draft
  for (const {older, newer} of pairs) {
    const isDropped = older && (newer === undefined || (newer.deprecated !== undefined && !older.deprecated))
    const row = isDropped ? rowOf(current, older) : undefined
    if (!older || !row) continue
    const instead = pairs.find(pair => pair.newer !== undefined && pair.newer.id === newer?.deprecated)?.newer
    const kept = {change: 'kept', part: 'row', name: row.label, ...(instead && {to: instead.label})} as const
    const next = row.value === '' || isUnset(row.value) ? withoutRow(current, row, older.id) : undefined
    if (next) parts.push({change: 'removed', part: 'row', name: row.label})
    else parts.push({...kept, reason: row.value === '' ? 'its line cannot be taken out alone' : 'a value stands in it'})
    current = next ?? current
  }
  return {draft: current, parts}
}

/** Edits of the labels that the other version has otherwise. */
export function renamedLabels(draft: Draft, pairs: readonly RowPair[]): {edits: Edit[]; parts: PartChange[]} {
  const edits: Edit[] = []
  const parts: PartChange[] = []
  for (const {older, newer} of pairs) {
    const row = older && rowOf(draft, older)
    if (
      !row ||
      !newer ||
      newer.deprecated !== undefined ||
      bearsLabel({label: newer.label, aliases: newer.aliases}, row.label)
    )
      continue
    edits.push(labelEdit(draft, row, newer.label))
    parts.push({change: 'renamed', part: 'row', name: row.label, to: newer.label})
  }
  return {edits, parts}
}

/** Puts in the rows that only the new version has, to be filled in. `draft`: read by the new version. */
export function withAddedRows(draft: Draft, pairs: readonly RowPair[]): Rows {
  const parts: PartChange[] = []
  let current = draft
  for (const {older, newer} of pairs) {
    if (!isNew(older) || !newer || newer.section !== undefined || newer.deprecated !== undefined) continue
    if (rowOf(current, newer)) continue
    if (newer.optional) {
      parts.push({change: 'optional', part: 'row', name: newer.label})
      continue
    }
    const edits = rowEdits(readingIn(current.document), newer, () => 'TBD')
    const next = edits && withEditedRow(current, edits, newer.id)
    if (next) parts.push({change: 'added', part: 'row', name: newer.label})
    else parts.push({change: 'optional', part: 'row', name: newer.label, reason: 'there is no place for it'})
    current = next ?? current
  }
  return {draft: current, parts}
}

// A section that is a row is no matter of rows.
function rowOf({facts}: Draft, {id}: MetadataRow): Row | undefined {
  const row = Object.hasOwn(facts.metadata, id) ? facts.metadata[id] : undefined
  return row?.source === 'section' ? undefined : row
}

// In a table the padding behind the label takes up the difference, where it can.
function labelEdit({text}: Draft, {source, labelPosition}: Row, label: string): Edit {
  const [start, end] = [labelPosition.start.offset, labelPosition.end.offset]
  const range = rangesOf(text)
  if (source === 'frontmatter') return editAt(range, start, end, yamlScalar(label, text.slice(start, end)))
  const padding = source === 'table' ? firstMatch(/^ *(?=\|)/, text.slice(end)).length : 0
  if (padding === 0) return editAt(range, start, end, label)
  const spare = padding + (end - start) - label.length
  return editAt(range, start, end + padding, label + ' '.repeat(Math.max(spare, 1)))
}

/** Without the line of a row, where it has one for itself. */
function withoutRow(draft: Draft, {source, labelPosition, position}: Row, id: string): Draft | undefined {
  const {document, text} = draft
  const {lines} = document
  const {line} = labelPosition.start
  if (source === 'lines' || position.end.line > line) return undefined
  const start = lines.start(line)
  const end = line < lines.count ? lines.start(line + 1) : text.length
  return withEditedRow(draft, [editAt(rangesOf(text), start, end, '')], id)
}
