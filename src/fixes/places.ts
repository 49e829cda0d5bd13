import {linesOf} from '../markdown/index.js'
import {ofLast} from '../text/index.js'
import type {Edit, Range} from './types.js'

// Each message of a document asks.
const linesIn = ofLast(linesOf)

/** Makes ranges of a text from offsets. */
export function rangesOf(text: string): (start: number, end: number) => Range {
  const lines = linesIn(text)
  return (start, end) => ({start: lines.pointAt(start), end: lines.pointAt(end)})
}

/** The edit that puts a text in place of a part of the source, by offsets. */
export function editAt(range: (start: number, end: number) => Range, start: number, end: number, text: string): Edit {
  return {range: range(start, end), text}
}
