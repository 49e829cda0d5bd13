import {firstFrom, itemAt} from '../../../text/index.js'
import {splitLines} from '../../../text/line-map.js'
import type {LineRange} from '../../types.js'
import {symbolsIn} from './symbols.js'

/** Where a text has some words, seen from the lines that are cited. */
export type Whereabouts = {found: 'lines' | 'around' | 'several' | 'nowhere'} | {found: 'once'; lines: LineRange}

/** A text made ready to be asked where it has something. */
export interface Excerpts {
  lineCount: number
  /** An identifier: it must stand there as a word of its own. */
  symbol(name: string, cited: readonly LineRange[]): Whereabouts
  /** A quotation: white space and line breaks are forgiven, nothing else. Around: some of it, or what it stands in, is cited. */
  quote(words: string, cited: readonly LineRange[]): Whereabouts
}

export function excerptsOf(text: string): Excerpts {
  const lines = splitLines(text)
  let symbols: ReturnType<typeof symbolsIn> | undefined
  let packed: Packed | undefined
  return {
    lineCount: lines.length,
    symbol: (name, cited) => {
      symbols ??= symbolsIn(lines)
      const {whole, begun} = symbols(name)
      const where = among(whole, cited)
      if (where.found === 'lines' || where.found === 'nowhere') return where
      const isAround = cited.some(range => {
        const head = headIn(lines, range)
        return (
          near(whole, range.from).some(place => holds(lines, place.from, range.from)) ||
          near(whole, head).some(heldBy(lines, head)) ||
          // "interface RowProps {" is a place of `Row`, too.
          anyIn(begun, range)
        )
      })
      return isAround ? {found: 'around'} : where
    },
    quote: (words, cited) => {
      packed ??= pack(lines)
      const places = placesIn(packed, words.replace(/\s+/g, ''))
      const where = among(places, cited)
      if (where.found === 'lines' || where.found === 'nowhere') return where
      // Who cites the first line of what is quoted, or the function that it stands in, leads the reader there.
      const isAround = cited.some(range => {
        const isHeld = heldBy(lines, headIn(lines, range))
        return places.some(place => (place.from <= range.to && range.from <= place.to) || isHeld(place))
      })
      return isAround ? {found: 'around'} : where
    },
  }
}

function among(places: readonly LineRange[], cited: readonly LineRange[]): Whereabouts {
  const [first, second] = places
  if (first === undefined) return {found: 'nowhere'}
  if (cited.some(range => anyIn(places, range))) return {found: 'lines'}
  return second === undefined ? {found: 'once', lines: first} : {found: 'several'}
}

/** Whether one of many places, in order, lies in a range. */
function anyIn(places: readonly LineRange[], {from, to}: LineRange): boolean {
  for (let index = firstFrom(places, place => place.from, from); index < places.length; index++) {
    const place = itemAt(places, index)
    if (place.from > to) return false
    if (place.to <= to) return true
  }
  return false
}

// How far up the head of a block is looked for.
const LONGEST_BLOCK = 2000
// How far down from a line of a comment the head that it stands above.
const LONGEST_COMMENT = 60

/** Those of many places, in order, that a block may reach from a line, or to it. */
function near(places: readonly LineRange[], line: number): LineRange[] {
  const from = (least: number): number => firstFrom(places, place => place.from, least)
  return places.slice(from(line - LONGEST_BLOCK), from(line + LONGEST_BLOCK + 1))
}

/** Whether a line lies in the block that another one above it opens. */
function holds(lines: readonly string[], head: number, line: number): boolean {
  if (line === head) return true
  return line > head && line - head <= LONGEST_BLOCK && lastHeld(lines, head, line) >= line
}

/** The same of many places: the block is looked through once. */
function heldBy(lines: readonly string[], head: number): (place: LineRange) => boolean {
  let last: number | undefined
  return ({from}) => {
    if (from <= head) return from === head
    last ??= lastHeld(lines, head, head + LONGEST_BLOCK)
    return from <= last
  }
}

/**
 * The last line, none behind `end`, of the block that a line opens, by indentation: no line between them goes back to the first
 * one's, but for those that go on with its head ("): void {").
 */
function lastHeld(lines: readonly string[], head: number, end: number): number {
  const depth = indentOf(itemAt(lines, head - 1))
  for (let at = head + 1; at <= end; at++) {
    const text = lines[at - 1] ?? ''
    if (text.trim() === '' || indentOf(text) > depth) continue
    if (indentOf(text) < depth) return at - 1
    if (/^\s*[)\]}>].*[{([:,]\s*$/.test(text) || /^\s*[{(]\s*$/.test(text)) continue
    // The block's own last line belongs to it.
    return /^\s*[)\]}]/.test(text) ? at : at - 1
  }
  return end
}

/** The line that cited lines begin with, or, where those are but a comment, the line that it stands above. */
function headIn(lines: readonly string[], {from, to}: LineRange): number {
  // Line 0 is none.
  const first = Math.max(from, 1)
  let head = first
  while (head <= lines.length && /^\s*(?:\/\/|\/?\*|#(?!\w)|--|@\w|$)/.test(itemAt(lines, head - 1))) head++
  return head > to && head - to > LONGEST_COMMENT ? first : head
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** A text without white space, and the line of each of its signs by where the lines begin. */
interface Packed {
  text: string
  starts: readonly number[]
}

function pack(lines: readonly string[]): Packed {
  const starts: number[] = []
  const parts: string[] = []
  let length = 0
  for (const line of lines) {
    const part = line.replace(/\s+/g, '')
    starts.push(length)
    parts.push(part)
    length += part.length
  }
  return {text: parts.join(''), starts}
}

// Two are as good as many: a quotation that stands twice is no help to find what was meant.
function placesIn({text, starts}: Packed, words: string): LineRange[] {
  const places: LineRange[] = []
  if (words === '') return places
  for (let at = text.indexOf(words); at >= 0 && places.length < 1000; at = text.indexOf(words, at + words.length))
    places.push({from: lineAt(starts, at), to: lineAt(starts, at + words.length - 1)})
  return places
}

// The last line that begins at or before an offset and is not empty there.
function lineAt(starts: readonly number[], offset: number): number {
  return firstFrom(starts, start => start, offset + 1)
}
