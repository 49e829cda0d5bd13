import {firstMatch} from '../../text/index.js'
import {cellsOf} from './cells.js'
import {displayWidth} from './width.js'

/**
 * Breaks a text at its spaces into lines of `width` columns at the most, all but the first behind `indent`; spaces in front stay.
 * A longer word stands alone, whole, so that paths can be copied; only one with wide letters, which has no spaces, is broken.
 */
export function wrap(text: string, width: number, indent = ''): string[] {
  const own = firstMatch(/^ */, text)
  const lines: string[] = []
  let line = own
  let used = own.length
  let empty = true
  for (const word of text
    .slice(own.length)
    .split(' ')
    .flatMap(word => broken(word, width - displayWidth(indent)))) {
    const columns = displayWidth(word)
    if (!empty && used + 1 + columns > width) {
      lines.push(line)
      line = indent
      used = displayWidth(indent)
      empty = true
    }
    line += empty ? word : ` ${word}`
    used += empty ? columns : columns + 1
    empty = false
  }
  return [...lines, line]
}

/** Two columns: names, and their words wrapped beside them. Indented by two. */
export function definitions(rows: readonly (readonly [string, string])[], width: number): string {
  const widest = Math.max(...rows.map(([name]) => displayWidth(name)))
  const indent = ' '.repeat(widest + 4)
  return rows.flatMap(([name, words]) => wrap(`  ${padded(name, widest)}  ${words}`, width, indent)).join('\n')
}

/** The text with spaces behind it up to that many columns. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

/** The text, cut with an ellipsis where it takes more columns. */
export function clipped(text: string, columns: number): string {
  if (text.length <= columns && displayWidth(text) <= columns) return text
  // Nothing beyond can be shown: a sign takes one column at least, or joins one that does.
  return `${taken(cellsOf(text.slice(0, columns * 8)), columns - 1)}…`
}

/** The text, cut in its middle where it takes more columns: both ends stay, the first the longer. */
export function clippedInside(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text
  const end = Math.floor((columns - 1) * 0.4)
  const start = columns - 1 - end
  return `${taken(cellsOf(text), start)}…${taken([...cellsOf(text)].reverse(), end, true)}`
}

function taken(cells: Iterable<{text: string; width: number}>, columns: number, fromEnd = false): string {
  let used = 0
  let kept = ''
  for (const {text, width} of cells) {
    used += width
    if (used > columns) break
    kept = fromEnd ? text + kept : kept + text
  }
  return kept
}

function broken(word: string, width: number): string[] {
  if (displayWidth(word) <= width || displayWidth(word) === word.length) return [word]
  const parts: string[] = []
  let part = ''
  let used = 0
  for (const cell of cellsOf(word)) {
    if (part !== '' && used + cell.width > width) {
      parts.push(part)
      part = ''
      used = 0
    }
    part += cell.text
    used += cell.width
  }
  return [...parts, part]
}
