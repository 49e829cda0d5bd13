import {type Lines, linesOf} from '../markdown/index.js'
import type {Edit, Range} from './types.js'

// Of the text that was asked about last: each message of a document asks.
let last: {text: string; lines: Lines} | undefined

/** Makes ranges of a text from offsets. */
export function rangesOf(text: string): (start: number, end: number) => Range {
  if (last?.text !== text) last = {text, lines: linesOf(text)}
  const {lines} = last
  return (start, end) => ({start: lines.pointAt(start), end: lines.pointAt(end)})
}

/** The edit that puts a text in place of a part of the source, by offsets. */
export function editAt(range: (start: number, end: number) => Range, start: number, end: number, text: string): Edit {
  return {range: range(start, end), text}
}
