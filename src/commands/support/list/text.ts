import {COLUMNS, type ColumnName, type Listed} from '../../../listing/index.js'
import {clipped, clippedInside, displayWidth, type Palette, padded} from '../../../reporters/index.js'
import {noCommand} from '../../../text/escape.js'
import {greatest, itemAt, printable} from '../../../text/index.js'
import {GAP, layoutOf} from './layout.js'
import {paintOf} from './paint.js'
import {sumLines} from './sum.js'

/** Where a list is printed. */
export interface ListPage {
  /** How many documents there are, wanted or not. */
  all: number
  /** Of the terminal; undefined: none, and paths stay whole, so that other programs can read them. */
  columns: number | undefined
  palette: Palette
  /** A path of the workspace as the user types it. */
  show(path: string): string
}

const USUAL: readonly ColumnName[] = [
  'kind',
  'status',
  'owner',
  'age',
  'sections',
  'open',
  'cited',
  'wrong',
  'errors',
  'warnings',
  'path',
]
// Where nothing is known: a cell that is empty would move the next ones, for `awk`.
const NOTHING = '-'
// What goes first where there is no room for all of them, if nobody asked for it.
const DISPENSABLE: readonly ColumnName[] = ['cited', 'sections', 'owner', 'wrong', 'kind', 'warnings']

/** The documents as a table that fits the terminal, a line each, and their sum. */
export function listText(entries: readonly Listed[], asked: readonly ColumnName[] | undefined, page: ListPage): string {
  const lines = entries.length === 0 ? [] : [...tableLines(entries, asked, page), '']
  return `${[...lines, ...sumLines(entries, page)].map(noCommand).join('\n')}\n`
}

function tableLines(entries: readonly Listed[], asked: readonly ColumnName[] | undefined, page: ListPage): string[] {
  const {columns = Number.POSITIVE_INFINITY, palette} = page
  const natural = (name: ColumnName): number =>
    Math.max(displayWidth(headOf(name)), greatest(entries.map(entry => displayWidth(cellText(name, entry, page)))))
  const dispensable = asked ? [] : DISPENSABLE
  const {names, widths} = layoutOf(asked ?? usualFor(entries, page), {natural, dispensable, columns})
  const line = (cell: (name: ColumnName) => string, paint: (name: ColumnName) => (text: string) => string): string =>
    names
      .map((name, at) => paint(name)(fitted(cell(name), itemAt(widths, at), name, at === names.length - 1)))
      .join(GAP)
      .trimEnd()
  return [
    line(headOf, () => palette.quiet),
    ...entries.map(entry =>
      line(
        name => cellText(name, entry, page),
        name => paintOf(name, entry, palette),
      ),
    ),
  ]
}

// Of columns that nobody asked for, those that tell something.
function usualFor(entries: readonly Listed[], page: ListPage): ColumnName[] {
  const kinds = new Set(entries.map(({kind}) => kind)).size
  return USUAL.filter(name =>
    name === 'kind' ? kinds > 1 : entries.some(entry => cellText(name, entry, page) !== NOTHING),
  )
}

function headOf(name: ColumnName): string {
  return COLUMNS[name].short ?? name
}

function fitted(text: string, width: number, name: ColumnName, isLast: boolean): string {
  if (COLUMNS[name].isNumber) return ' '.repeat(Math.max(0, width - displayWidth(text))) + text
  // A path says most at both ends.
  const shown = name === 'path' ? clippedInside(text, width) : clipped(text, width)
  return isLast ? shown : padded(shown, width)
}

function cellText(name: ColumnName, entry: Listed, {show}: ListPage): string {
  if (name === 'path') return printable(show(entry.path))
  if (name === 'status' && entry.reason !== undefined) return 'not checked'
  return printable(COLUMNS[name].text(entry)) || NOTHING
}
