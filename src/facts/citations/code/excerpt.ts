import {firstFrom, itemAt} from '../../../text/index.js'
import {splitLines} from '../../../text/line-map.js'
import type {LineRange} from '../../types.js'

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
  let packed: Packed | undefined
  return {
    lineCount: lines.length,
    symbol: (name, cited) => {
      const word = wordOf(name)
      const places = lines.flatMap((line, index) => (word.test(line) ? [{from: index + 1, to: index + 1}] : []))
      const where = among(places, cited)
      if (where.found === 'lines' || where.found === 'nowhere') return where
      const begins = wordOf(name, {begins: true})
      const isAround =
        places.some(({from: at}) =>
          cited.some(range => holds(lines, at, range.from) || holds(lines, headIn(lines, range), at)),
        ) ||
        // "interface RowProps {" is a place of `Row`, too.
        cited.some(({from, to}) => lines.slice(from - 1, to).some(line => begins.test(line)))
      return isAround ? {found: 'around'} : where
    },
    quote: (words, cited) => {
      packed ??= pack(lines)
      const places = placesIn(packed, words.replace(/\s+/g, ''))
      const where = among(places, cited)
      if (where.found === 'lines' || where.found === 'nowhere') return where
      // Who cites the first line of what is quoted, or the function that it stands in, leads the reader there.
      const isAround = places.some(place =>
        cited.some(
          range => (place.from <= range.to && range.from <= place.to) || holds(lines, headIn(lines, range), place.from),
        ),
      )
      return isAround ? {found: 'around'} : where
    },
  }
}

function among(places: readonly LineRange[], cited: readonly LineRange[]): Whereabouts {
  const [first, second] = places
  if (first === undefined) return {found: 'nowhere'}
  if (places.some(place => cited.some(({from, to}) => place.from >= from && place.to <= to))) return {found: 'lines'}
  return second === undefined ? {found: 'once', lines: first} : {found: 'several'}
}

// How far up the head of a block is looked for.
const LONGEST_BLOCK = 2000
// How far down from a line of a comment the head that it stands above.
const LONGEST_COMMENT = 60

/**
 * Whether a line lies in the block that another one above it opens, by indentation: no line between them goes back to the first
 * one's, but for those that go on with its head ("): void {").
 */
function holds(lines: readonly string[], head: number, line: number): boolean {
  if (line === head) return true
  if (line < head || line - head > LONGEST_BLOCK) return false
  const depth = indentOf(itemAt(lines, head - 1))
  for (let at = head + 1; at <= line; at++) {
    const text = lines[at - 1] ?? ''
    if (text.trim() === '' || indentOf(text) > depth) continue
    const goesOn = /^\s*[)\]}>].*[{([:,]\s*$/.test(text) || /^\s*[{(]\s*$/.test(text)
    // The block's own last line belongs to it.
    const ends = at === line && /^\s*[)\]}]/.test(text)
    if (indentOf(text) < depth || !(goesOn || ends)) return false
  }
  return true
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

// "$" and "_" are letters of identifiers, and some languages let them end in "?", "!" or a prime, which do not matter here.
function wordOf(name: string, {begins = false} = {}): RegExp {
  const escaped = name.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}_$])${escaped}${begins ? '' : '(?![\\p{L}\\p{N}_$])'}`, 'u')
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
