// Not by the room's index, which loads the parser.
import type {Range} from '../../fixes/index.js'
import {linesOf, type Point} from '../../markdown/lines.js'

/** A place for those who count columns in bytes of UTF-8, from 1. */
export interface BytePlace {
  line: number
  /** Absent where the text is not at hand. */
  column?: number
}

/** Turns ranges of a text into ranges with byte columns; a byte order mark counts, for it is in the file. */
export function byteRanges(text: string | undefined): (range: Range) => {start: BytePlace; end: BytePlace} {
  if (text === undefined) return ({start, end}) => ({start: {line: start.line}, end: {line: end.line}})
  const lines = linesOf(text)
  // Ranges mostly come in order: a line of megabytes is not measured anew for each of them.
  let last = {line: 0, offset: 0, bytes: 0}
  const place = ({line, offset}: Point): BytePlace => {
    const start = line === 1 ? 0 : lines.start(line)
    const from = last.line === line && last.offset <= offset ? last : {offset: start, bytes: 0}
    last = {line, offset, bytes: from.bytes + byteLength(text.slice(from.offset, offset))}
    return {line, column: last.bytes + 1}
  }
  return ({start, end}) => ({start: place(start), end: place(end)})
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}
