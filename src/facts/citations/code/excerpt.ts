import {firstFrom, itemAt, type JoinedLines, joinedLines} from '../../../text/index.js'
import {splitLines} from '../../../text/line-map.js'
import type {LineRange} from '../../types.js'
import {codeBlocksIn, LONGEST_BLOCK} from './code-blocks.js'
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
  const blocks = codeBlocksIn(lines)
  let unbroken: JoinedLines | undefined
  return {
    lineCount: lines.length,
    symbol: (name, cited) => {
      symbols ??= symbolsIn(lines)
      const {whole, begun} = symbols(name)
      const where = among(whole, cited)
      if (where.found === 'lines' || where.found === 'nowhere') return where
      const isAround = cited.some(range => {
        const head = blocks.headIn(range)
        return (
          anyNear(whole, range.from, () => blocks.reaching(range.from)) ||
          anyNear(whole, head, () => blocks.openedAt(head)) ||
          // "interface RowProps {" is a place of `Row`, too.
          anyIn(begun, range)
        )
      })
      return isAround ? {found: 'around'} : where
    },
    quote: (words, cited) => {
      unbroken ??= joinedLines(lines, unspaced)
      const places = placesIn(unbroken, unspaced(words))
      const where = among(places, cited)
      if (where.found === 'lines' || where.found === 'nowhere') return where
      // Who cites the first line of what is quoted, or the function that it stands in, leads the reader there.
      const isAround = cited.some(range => {
        const isHeld = blocks.openedAt(blocks.headIn(range))
        return places.some(place => (place.from <= range.to && range.from <= place.to) || isHeld(place.from))
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

/** Whether one of many places, in order, and not too far from a line, is such a one. */
function anyNear(places: readonly LineRange[], line: number, testOf: () => (line: number) => boolean): boolean {
  const from = (least: number): number => firstFrom(places, place => place.from, least)
  const around = places.slice(from(line - LONGEST_BLOCK), from(line + LONGEST_BLOCK + 1))
  if (around.length === 0) return false
  const test = testOf()
  return around.some(place => test(place.from))
}

function unspaced(words: string): string {
  return words.replace(/\s+/g, '')
}

// Two are as good as many: a quotation that stands twice is no help to find what was meant.
function placesIn({text, lineAt}: JoinedLines, words: string): LineRange[] {
  const places: LineRange[] = []
  if (words === '') return places
  for (let at = text.indexOf(words); at >= 0 && places.length < 1000; at = text.indexOf(words, at + words.length))
    places.push({from: lineAt(at), to: lineAt(at + words.length - 1)})
  return places
}
