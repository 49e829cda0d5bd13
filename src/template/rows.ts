import type {YamlValue} from '../text/yaml.js'
import {flagOf, idOf, requireKnown, type Setting, textOf, textsOf} from './checks.js'
import {TemplateError} from './error.js'
import type {DaysForm, MetadataRow} from './types.js'

const KEYS = ['id', 'label', 'aliases', 'optional', 'section', 'days']

/** The rows of the metadata that a template declares. */
export function readRows(values: readonly YamlValue[], line: number): MetadataRow[] {
  const rows = values.map((value): MetadataRow => {
    if (!isObject(value)) throw new TemplateError('Unexpected row of the metadata, expected an id and a label', line)
    for (const key of Object.keys(value)) requireKnown(key, KEYS, line)
    const setting = (key: string): Setting => ({key, value: value[key] ?? '', line})
    const isSection = value.section !== undefined
    return {
      id: idOf(setting('id')),
      label: isSection && value.label === undefined ? '' : textOf(setting('label')),
      aliases: value.aliases === undefined ? [] : textsOf(setting('aliases')),
      optional: flagOf(value.optional === undefined ? undefined : setting('optional')),
      ...(isSection && {section: textOf(setting('section'))}),
      ...(value.days !== undefined && daysOf(setting('days'))),
    }
  })
  const double = rows.find((row, index) => rows.findIndex(other => other.id === row.id) < index)
  if (double) throw new TemplateError(`Unexpected second row with the id "${double.id}"`, line)
  return rows
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

function isObject(value: YamlValue): value is {[key: string]: YamlValue} {
  return typeof value === 'object' && !Array.isArray(value)
}
