import {linesOf} from '../markdown/index.js'
import type {Edit, Range} from './types.js'

/** Makes ranges of a text from offsets. */
export function rangesOf(text: string): (start: number, end: number) => Range {
  const lines = linesOf(text)
  return (start, end) => ({start: lines.pointAt(start), end: lines.pointAt(end)})
}

/** The line ending of a text: that of most of its lines, of equally many that of the first; LF where it has one line only. */
export function lineEnding(text: string): string {
  const counts = new Map<string, number>()
  for (const [ending] of text.matchAll(/\r\n|\n|\r/g)) counts.set(ending, (counts.get(ending) ?? 0) + 1)
  // Sorting keeps the order of equal ones.
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? '\n'
}

/** The edit that puts a text in place of a part of the source, by offsets. */
export function editAt(range: (start: number, end: number) => Range, start: number, end: number, text: string): Edit {
  return {range: range(start, end), text}
}
