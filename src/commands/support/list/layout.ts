import {COLUMNS, type ColumnName} from '../../../listing/index.js'
import {itemAt} from '../../../text/index.js'

/** The columns that are shown, and how wide each is. */
export interface Layout {
  names: readonly ColumnName[]
  widths: readonly number[]
}

/** How wide columns would be by what stands in them, and what may be taken from them. */
export interface Room {
  /** Of the widest cell or heading. */
  natural: (name: ColumnName) => number
  /** Columns that may go, the first to go first. */
  dispensable: readonly ColumnName[]
  /** Of the terminal; infinite where there is none. */
  columns: number
}

/** Between two columns. */
export const GAP = '  '
// One status in words of its own, or one long name that nobody asked for, must not push all other rows apart.
const WIDEST_WORDS = 24
// Narrower than this words say nothing.
const NARROWEST_WORDS = 11
// Of a path so much is worth more than whole words beside it, and so much more than another column.
const GOOD_PATH = 56
const WORTHY_PATH = 44
const NARROWEST_PATH = 24

/**
 * How a table fits into a terminal: each document on one line. Where the paths have no room, words are cut first, then columns go
 * that nobody asked for, then the paths are cut themselves. What was asked for stays, though it be too wide.
 */
export function layoutOf(asked: readonly ColumnName[], {natural, dispensable, columns}: Room): Layout {
  const widest = (name: ColumnName): number =>
    isWords(name) && dispensable.length > 0 ? Math.min(natural(name), WIDEST_WORDS) : natural(name)
  const longest = natural('path')
  const fitted = (names: readonly ColumnName[]) => {
    const widths = narrowed(names, names.map(widest), columns - gaps(names), Math.min(longest, GOOD_PATH))
    return {names, widths, rest: columns - gaps(names) - sumOthers(names, widths)}
  }
  let best = fitted(asked)
  for (const next of dispensable) {
    if (!best.names.includes('path') || best.rest >= Math.min(longest, WORTHY_PATH)) break
    best = fitted(best.names.filter(name => name !== next))
  }
  const {names, widths, rest} = best
  return {names, widths: withPath(names, widths, Math.min(longest, Math.max(rest, NARROWEST_PATH)))}
}

function isWords(name: ColumnName): boolean {
  return name !== 'path' && !COLUMNS[name].isNumber
}

/** Takes columns of words in, the widest first, until the path has its room beside them, or no word says anything any more. */
function narrowed(names: readonly ColumnName[], natural: readonly number[], room: number, path: number): number[] {
  const widths = [...natural]
  const needed = names.includes('path') ? path : 0
  let excess = sumOthers(names, widths) + needed - room
  while (excess > 0) {
    const widest = Math.max(...names.map((name, at) => (isWords(name) ? itemAt(widths, at) : 0)))
    const at = names.findIndex((name, index) => isWords(name) && widths[index] === widest)
    if (at < 0 || widest <= NARROWEST_WORDS) return widths
    widths[at] = widest - 1
    excess--
  }
  return widths
}

function withPath(names: readonly ColumnName[], widths: readonly number[], path: number): number[] {
  return widths.map((width, at) => (names[at] === 'path' ? path : width))
}

function sumOthers(names: readonly ColumnName[], widths: readonly number[]): number {
  return widths.reduce((sum, width, at) => sum + (names[at] === 'path' ? 0 : width), 0)
}

function gaps(names: readonly ColumnName[]): number {
  return GAP.length * (names.length - 1)
}
