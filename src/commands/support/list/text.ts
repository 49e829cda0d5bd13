import {COLUMNS, type ColumnName, type Listed} from '../../../listing/index.js'
import {clipped, count, displayWidth, type Palette, padded, wrap} from '../../../reporters/index.js'
import {noCommand} from '../../../text/escape.js'
import {printable} from '../../../text/index.js'
import {paintOf} from './paint.js'

/** Where a list is printed. */
export interface ListPage {
  /** How many documents there are, wanted or not. */
  all: number
  /** Of the terminal; undefined: none, and a document is one line, however long, so that other programs can read it. */
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
  'questions',
  'citations',
  'wrong',
  'errors',
  'warnings',
  'path',
]
// What goes first where there is no room for all of them, if nobody asked for it.
const DISPENSABLE: readonly ColumnName[] = ['citations', 'kind', 'owner', 'sections', 'warnings', 'wrong']
const GAP = '  '
// Narrower than this a text says nothing; wider, where nobody's terminal sets a limit, it pushes all else away.
const NARROWEST = 8
const WIDEST = 60

/** The documents as a table that fits the terminal, and their sum. */
export function listText(entries: readonly Listed[], asked: readonly ColumnName[] | undefined, page: ListPage): string {
  const names = asked ?? usualFor(entries)
  const lines = entries.length === 0 ? [] : tableLines(entries, names, asked ? [] : DISPENSABLE, page)
  return `${[...lines, ...(lines.length > 0 ? [''] : []), ...sumLines(entries, page)].map(noCommand).join('\n')}\n`
}

// Of columns that nobody asked for, those that tell something.
function usualFor(entries: readonly Listed[]): ColumnName[] {
  const kinds = new Set(entries.map(({kind}) => kind)).size
  return USUAL.filter(name => (name === 'kind' ? kinds > 1 : entries.some(entry => COLUMNS[name].text(entry) !== '')))
}

function tableLines(
  entries: readonly Listed[],
  names: readonly ColumnName[],
  dispensable: readonly ColumnName[],
  page: ListPage,
): string[] {
  const {columns = Number.POSITIVE_INFINITY, palette} = page
  const cells = entries.map(entry => names.map(name => cellText(name, entry, page)))
  const heads = names.map(name => COLUMNS[name].heading.toLowerCase())
  const widths = names.map((name, at) => {
    const widest = Math.max(...[heads, ...cells].map(row => displayWidth(row[at] ?? '')))
    return name === 'path' ? widest : Math.min(widest, WIDEST)
  })
  const path = names.indexOf('path')
  const fits = () => sum(widths) + GAP.length * (names.length - 1) <= columns
  // Paths stay whole, so that they can be copied: where there is no room beside them they get a line of their own.
  const own = path >= 0 && names.length > 1 && !shrink(widths, names, fits, false)
  if (own) {
    const beside = () => sum(widths) - (widths[path] ?? 0) + GAP.length * (names.length - 1) <= columns
    const left = dispensable.filter(name => names.includes(name))
    const [least, ...others] = left
    if (!shrink(widths, names, beside, true) && least !== undefined)
      return tableLines(
        entries,
        names.filter(name => name !== least),
        others,
        page,
      )
  }
  const line = (row: readonly string[], paint: (text: string, at: number) => string): string => {
    const shown = row.flatMap((text, at) =>
      own && at === path ? [] : [paint(fitted(text, widths[at] ?? 0, names[at]), at)],
    )
    return `${own ? GAP : ''}${shown.join(GAP)}`.trimEnd()
  }
  return [
    line(heads, palette.quiet),
    ...entries.flatMap((entry, index) => {
      const row = cells[index] ?? []
      const shown = line(row, (text, at) => paintOf(names[at] ?? 'path', entry, palette)(text))
      return own ? [palette.strong(row[path] ?? ''), shown] : [shown]
    }),
  ]
}

/** Takes columns of words in until it fits, the widest first. Returns whether it does. */
function shrink(widths: number[], names: readonly ColumnName[], fits: () => boolean, isLast: boolean): boolean {
  const before = [...widths]
  while (!fits()) {
    const words = widths.flatMap((width, at) => {
      const name = names[at] ?? 'path'
      return name !== 'path' && !COLUMNS[name].isNumber && width > NARROWEST ? [{width, at}] : []
    })
    const [widest] = words.sort((a, b) => b.width - a.width)
    if (!widest) {
      // Where the paths go anyhow, there may be room for whole words.
      if (!isLast) widths.splice(0, widths.length, ...before)
      return false
    }
    widths[widest.at] = widest.width - 1
  }
  return true
}

function fitted(text: string, width: number, name: ColumnName | undefined): string {
  const shown = name === 'path' ? text : clipped(text, width)
  return name !== undefined && COLUMNS[name].isNumber
    ? ' '.repeat(Math.max(0, width - displayWidth(shown))) + shown
    : padded(shown, width)
}

function cellText(name: ColumnName, entry: Listed, {show}: ListPage): string {
  if (name === 'path') return printable(show(entry.path))
  if (name === 'status' && entry.reason !== undefined) return 'not checked'
  return printable(COLUMNS[name].text(entry)) || '-'
}

function sumLines(entries: readonly Listed[], {all, columns = 80}: ListPage): string[] {
  const documents = entries.length === all ? count(all, 'document') : `${entries.length} of ${count(all, 'document')}`
  const total = (of: (entry: Listed) => number | undefined) => sum(entries.map(entry => of(entry) ?? 0))
  const parts = [...statusCounts(entries)].map(([name, number]) => `${number} ${printable(name)}`)
  const [errors, warnings] = [total(({messages}) => messages?.errors), total(({messages}) => messages?.warnings)]
  const statuses = parts.length === 0 ? '' : `: ${parts.join(', ')}`
  const messages = entries.length === 0 ? '' : ` ${count(errors, 'error')}, ${count(warnings, 'warning')}.`
  return wrap(`${documents}${statuses}.${messages}`, columns)
}

// In the order of a document's life, then those of no form, in the order in which they come.
function statusCounts(entries: readonly Listed[]): Map<string, number> {
  const names = new Set(entries.flatMap(({statuses}) => statuses.map(({short}) => short)))
  const counts = new Map<string, number>([...names].map(name => [name, 0]))
  for (const entry of entries) {
    const name = entry.reason === undefined ? COLUMNS.status.text(entry) || 'without a status' : 'not checked'
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return new Map([...counts].filter(([, number]) => number > 0))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
