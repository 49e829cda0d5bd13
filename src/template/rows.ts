import {itemAt} from '../text/index.js'
import {
  flagOf,
  idOf,
  isMapSetting,
  itemsOf,
  knownOf,
  partOf,
  requireKeys,
  type Setting,
  textOf,
  textsOf,
} from './checks.js'
import {TemplateError} from './error.js'
import type {DaysForm, MetadataRow} from './types.js'

/** The rows of the metadata that a template declares. */
export function readRows(setting: Setting): MetadataRow[] {
  const items = itemsOf(setting)
  const rows = items.map(readRow)
  const double = rows.findIndex((row, index) => rows.findIndex(other => other.id === row.id) < index)
  if (double >= 0)
    throw new TemplateError(`Unexpected second row with the id "${rows[double]?.id}"`, itemAt(items, double).line)
  for (const [index, {id, deprecated}] of rows.entries()) {
    if (deprecated !== undefined) requireOther(deprecated, id, rows, itemAt(items, index).line)
  }
  return rows
}

// What takes the place of a row is another one, and does not go away itself.
function requireOther(id: string, own: string, rows: readonly MetadataRow[], line: number): void {
  const known = rows.filter(row => row.id !== own && row.deprecated === undefined).map(row => row.id)
  knownOf(id, known, line)
}

function readRow(item: Setting): MetadataRow {
  const {line} = item
  if (!isMapSetting(item)) throw new TemplateError('Unexpected row of the metadata, expected an id and a label', line)
  const {value} = item
  requireKeys(item, ['id', 'label', 'aliases', 'optional', 'section', 'days', 'was', 'deprecated'])
  const isSection = value.section !== undefined
  const isDeprecated = value.deprecated !== undefined
  return {
    id: idOf(partOf(item, 'id')),
    label: isSection && value.label === undefined ? '' : textOf(partOf(item, 'label')),
    aliases: value.aliases === undefined ? [] : textsOf(partOf(item, 'aliases')),
    optional: isDeprecated || flagOf(value.optional === undefined ? undefined : partOf(item, 'optional')),
    ...(isSection && {section: textOf(partOf(item, 'section'))}),
    ...(value.days !== undefined && daysOf(partOf(item, 'days'))),
    ...(value.was !== undefined && {was: idOf(partOf(item, 'was'))}),
    ...(isDeprecated && {deprecated: idOf(partOf(item, 'deprecated'))}),
  }
}

// "created / updated": what stands between the words stands between the days.
function daysOf(setting: Setting): {days?: DaysForm} {
  const text = textOf(setting)
  if (text === 'created') return {}
  if (text === 'updated') return {days: {type: 'updated'}}
  const separator = /^created(\P{L}+)updated$/u.exec(text)?.[1]
  if (separator !== undefined) return {days: {type: 'pair', separator}}
  const reason = `Unexpected "${text}" as "days", expected "created", "updated" or both such as "created / updated"`
  throw new TemplateError(reason, setting.line)
}
