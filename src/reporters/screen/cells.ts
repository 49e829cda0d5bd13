import {printable} from '../../text/printable.js'
import {displayWidth} from './width.js'

/** One sign of a line as a terminal shows it. */
export interface Cell {
  /** Safe to print. */
  text: string
  /** In columns. */
  width: number
  /** Where it stands in the line, in UTF-16 units from 0; `to` is the place behind it. */
  from: number
  to: number
}

const TAB_STOP = 4
// A flag is two letters; any other sign is followed by what is drawn over it or changes its colour. Joined emoji are taken
// apart on purpose: the joiner between them is invisible, so it is printed by its number.
const SIGN = /\p{RI}{2}|\P{M}[\p{M}\p{EMod}]*|\p{M}+/gu

/** The signs of a line. A tab becomes spaces up to the next stop; what could act on a terminal is shown by its number. */
export function cellsOf(line: string): Cell[] {
  if (/^[\x20-\x7e]*$/.test(line)) return Array.from(line, (text, from) => ({text, width: 1, from, to: from + 1}))
  const cells: Cell[] = []
  let column = 0
  for (const {0: sign, index} of line.matchAll(SIGN)) {
    const text = sign === '\t' ? ' '.repeat(TAB_STOP - (column % TAB_STOP)) : printable(sign)
    const width = displayWidth(text)
    cells.push({text, width, from: index, to: index + sign.length})
    column += width
  }
  return cells
}
