import {firstFrom, itemAt} from '../text/index.js'
/** A place in a text: line and column from 1, offset from 0, in UTF-16 units. */
export interface Point {
  line: number
  column: number
  offset: number
}

/** The lines of a text, as Markdown counts them: ended by LF, CRLF or CR; a final line ending opens none. */
export interface Lines {
  readonly count: number
  /** The line's text without its ending; "" outside the text. From 1. */
  text(line: number): string
  /** Offset of the line's first character. */
  start(line: number): number
  /** The place of an offset; offsets outside the text count as its ends. A byte order mark has no column. */
  pointAt(offset: number): Point
  /** From the line's first character to behind its last. */
  rangeOf(line: number): {start: Point; end: Point}
}

export function linesOf(text: string): Lines {
  const starts = startsIn(text)
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const last = itemAt(starts, starts.length - 1)
  const count = last === text.length ? starts.length - 1 : starts.length

  const lines: Lines = {
    count,
    text: line => {
      const from = starts[line - 1]
      if (from === undefined) return ''
      let end = starts[line] ?? text.length
      while (end > from && isLineEnd(text.charCodeAt(end - 1))) end--
      return text.slice(line === 1 ? from + mark : from, end)
    },
    start: line => (line === 1 ? mark : (starts[line - 1] ?? text.length)),
    pointAt: offset => {
      const inside = Math.min(Math.max(offset, 0), text.length)
      const line = firstFrom(starts, start => start, inside + 1)
      const column = inside - itemAt(starts, line - 1) + 1 - (line === 1 ? Math.min(mark, inside) : 0)
      return {line, column, offset: inside}
    },
    rangeOf: line => {
      const start = lines.start(line)
      return {start: lines.pointAt(start), end: lines.pointAt(start + lines.text(line).length)}
    },
  }
  return lines
}

// Most texts have line feeds alone, which are found many times faster.
function startsIn(text: string): number[] {
  const starts = [0]
  if (text.includes('\r')) for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length)
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d
}
