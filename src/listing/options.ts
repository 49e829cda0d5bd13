import {itemAt, meant} from '../text/index.js'
import type {Choice} from './choose.js'
import {type ColumnName, isColumn, lastingNames} from './columns.js'

/** How a list in a page is made. */
export interface PageOptions {
  columns: readonly ColumnName[]
  choice: Choice
}

/** What a begin marker says, or what is wrong with it. */
export type OptionsReading = {ok: true; options: PageOptions} | {ok: false; problem: Problem}

export interface Problem {
  /** What was not expected. */
  unexpected: string
  expected: string
}

/** Columns of a list in a page, unless told. */
export const PAGE_COLUMNS: readonly ColumnName[] = ['title', 'status', 'owner', 'updated']

const NAMES = ['columns', 'status', 'kind', 'owner', 'sort'] as const

/** Reads the words of a begin marker: `status=draft,in-review owner="Core Team" columns=title,status sort=-updated`. */
export function readOptions(words: string): OptionsReading {
  const given = new Map<string, readonly string[]>()
  for (const [, word = ''] of words.matchAll(/((?:"[^"]*"|[^\s"])+)/g)) {
    const at = word.indexOf('=')
    const name = at < 0 ? word : word.slice(0, at)
    if (!NAMES.some(known => known === name)) return unknown('option', name, NAMES)
    const values = valuesIn(word.slice(at + 1))
    if (at < 0 || values.length === 0) return wrong(`"${name}" without a value`, `${name}=…`)
    if (given.has(name)) return wrong(`second "${name}"`, 'one, with commas between its values')
    given.set(name, values)
  }
  const columns = given.get('columns') ?? PAGE_COLUMNS
  const fault = columns.find(name => !lastingNames.includes(name))
  if (fault !== undefined) return columnFault(fault)
  const sorts = given.get('sort') ?? ['path']
  const sort = itemAt(sorts, 0)
  const by = sort.replace(/^-/, '')
  if (sorts.length > 1) return wrong('several columns to sort by', 'one')
  if (!isColumn(by) || !lastingNames.includes(by)) return columnFault(by)
  const [status, kind, owner] = (['status', 'kind', 'owner'] as const).map(name => given.get(name))
  return {
    ok: true,
    options: {
      columns: columns.filter(isColumn),
      choice: {
        ...(status && {status}),
        ...(kind && {kind}),
        ...(owner && {owner}),
        sort: by,
        reverse: sort.startsWith('-'),
      },
    },
  }
}

/** Options as a begin marker says them; those are left out that hold anyhow. */
export function optionsText({columns, choice}: Partial<PageOptions>): string {
  const {status, kind, owner, sort = 'path', reverse = false} = choice ?? {}
  const parts = [
    columns && columns.join() !== PAGE_COLUMNS.join() && `columns=${columns.join()}`,
    status && `status=${valueText(status)}`,
    kind && `kind=${valueText(kind)}`,
    owner && `owner=${valueText(owner)}`,
    (sort !== 'path' || reverse) && `sort=${reverse ? '-' : ''}${sort}`,
  ]
  return parts.filter(part => typeof part === 'string').join(' ')
}

/** Whether a value can stand in a marker: in quotes, in a comment, on one line. */
export function fitsMarker(value: string): boolean {
  return value.trim() !== '' && !/["\r\n]|--/.test(value)
}

function valuesIn(text: string): string[] {
  return [...text.matchAll(/((?:"[^"]*"|[^,"])+)/g)]
    .map(([value]) => value.replaceAll('"', '').trim())
    .filter(value => value !== '')
}

function valueText(values: readonly string[]): string {
  return values.map(value => (/[\s,]/.test(value) ? `"${value}"` : value)).join()
}

function columnFault(name: string): OptionsReading {
  return isColumn(name)
    ? wrong(`column "${name}", which changes though no document does`, `one of ${lastingNames.join(', ')}`)
    : unknown('column', name, lastingNames)
}

function unknown(what: string, name: string, known: readonly string[]): OptionsReading {
  return wrong(`${what} "${name}"`, `one of ${known.join(', ')}${meant(name, known)}`)
}

function wrong(unexpected: string, expected: string): OptionsReading {
  return {ok: false, problem: {unexpected, expected}}
}
