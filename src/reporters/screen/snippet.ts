import type {Range} from '../../fixes/index.js'
import type {Lines} from '../../markdown/index.js'
import {windowOf} from './window.js'

/** One line of a snippet: the source, or what stands below it. */
export type SnippetLine = {number: number; text: string} | {marks: string; before: string} | {elided: string}

// Of a longer range the first lines are shown, and how many follow.
const MOST_LINES = 4
const FIRST_LINES = 2
// How far back to look for a line with words, where the marked one is blank.
const CONTEXT = 3

/** The source lines of a range with the exact range marked, cut to `width` columns. */
export function snippetOf(lines: Lines, range: Range, width: number, mark: string): SnippetLine[] {
  const first = range.start.line
  const last = lastLine(range)
  const shown = last - first < MOST_LINES ? last : first + FIRST_LINES - 1
  const snippet: SnippetLine[] = contextOf(lines, first).map(number => ({
    number,
    text: windowOf(lines.text(number), 0, 0, width).text.trimEnd(),
  }))
  for (let number = first; number <= shown; number++) {
    const line = lines.text(number)
    const start = number === first ? range.start.column - 1 : line.length - line.trimStart().length
    const end = number === range.end.line ? range.end.column - 1 : line.length
    const window = windowOf(line, start, end, width)
    snippet.push({number, text: window.text.trimEnd()})
    if (number > first && line.trim() === '') continue
    snippet.push({before: ' '.repeat(window.before), marks: mark.repeat(window.marked)})
  }
  if (shown < last) snippet.push({elided: `${last - shown} more lines, to line ${last}`})
  return snippet
}

/** The greatest line number that the snippet of a range shows. */
export function lastNumber(range: Range): number {
  return lastLine(range)
}

// A range that ends in front of a line's first sign holds nothing of that line.
function lastLine({start, end}: Range): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line
}

// A blank line says nothing to the reader: the words before it tell where that is.
function contextOf(lines: Lines, first: number): number[] {
  if (lines.text(first).trim() !== '') return []
  for (let number = first - 1; number >= Math.max(1, first - CONTEXT); number--)
    if (lines.text(number).trim() !== '') return [number]
  return []
}
