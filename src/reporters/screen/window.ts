import {itemAt} from '../../text/index.js'
import {type Cell, cellsOf} from './cells.js'

/** A line cut to fit, and the columns of what is marked in it. */
export interface Window {
  text: string
  /** Columns before the marks. */
  before: number
  /** Columns of the marks, one at least. */
  marked: number
}

const ELLIPSIS = '…'
// Signs around the range that are looked at: more than any terminal shows, less than a line of megabytes holds.
const REACH = 1024
// Columns kept in front of a range that is itself too long to be shown.
const LEAD = 12

/**
 * Shows a line in `width` columns with the range from `start` to `end` (UTF-16 units from 0) in sight: the whole line where it fits,
 * else a part of it with an ellipsis at each cut. An empty range is one column, where something would be inserted.
 */
export function windowOf(line: string, start: number, end: number, width: number): Window {
  const sliceFrom = notInsidePair(line, Math.max(0, start - REACH))
  const sliceTo = notInsidePair(line, Math.min(line.length, start + REACH))
  const cells = cellsOf(line.slice(sliceFrom, sliceTo))
  const columns = columnsOf(cells)
  const total = itemAt(columns, cells.length)

  const first = cells.findIndex(cell => cell.to + sliceFrom > start)
  const markStart = first < 0 ? total : itemAt(columns, first)
  const last = cells.findLastIndex(cell => cell.from + sliceFrom < end)
  const markEnd = Math.max(markStart + 1, itemAt(columns, last + 1))

  const whole = sliceFrom === 0 && sliceTo === line.length
  if (whole && Math.max(total, markEnd) <= width)
    return {text: join(cells), before: markStart, marked: markEnd - markStart}

  const begin = beginOf(markStart, markEnd, Math.max(total, markEnd), width)
  const room = width - 2 * ELLIPSIS.length
  const from = columns.findIndex(column => column >= begin)
  const shown = cells.filter((cell, index) => index >= from && itemAt(columns, index) + cell.width <= begin + room)
  const cutBefore = from > 0 || sliceFrom > 0
  const cutAfter = from + shown.length < cells.length || sliceTo < line.length
  const shift = itemAt(columns, from) - (cutBefore ? ELLIPSIS.length : 0)
  const stop = Math.min(markEnd, begin + room)
  return {
    text: (cutBefore ? ELLIPSIS : '') + join(shown) + (cutAfter ? ELLIPSIS : ''),
    before: Math.max(0, markStart - shift),
    marked: Math.max(1, stop - markStart),
  }
}

// The column at which the window begins: the range in the middle, as far as the line's ends allow.
function beginOf(markStart: number, markEnd: number, total: number, width: number): number {
  const room = width - 2 * ELLIPSIS.length
  const around = Math.floor((room - (markEnd - markStart)) / 2)
  return Math.max(0, Math.min(markStart - Math.max(around, LEAD), total - room))
}

function columnsOf(cells: readonly Cell[]): number[] {
  const columns = [0]
  for (const cell of cells) columns.push(itemAt(columns, columns.length - 1) + cell.width)
  return columns
}

function notInsidePair(line: string, index: number): number {
  return index > 0 && /[\uDC00-\uDFFF]/.test(line.charAt(index)) ? index - 1 : index
}

function join(cells: readonly Cell[]): string {
  return cells.map(cell => cell.text).join('')
}
