import {linesOf} from '../markdown/index.js'
import type {Range} from './types.js'

/** Makes ranges of a text from offsets. */
export function rangesOf(text: string): (start: number, end: number) => Range {
  const lines = linesOf(text)
  return (start, end) => ({start: lines.pointAt(start), end: lines.pointAt(end)})
}
