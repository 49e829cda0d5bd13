import type {Root} from 'mdast'
import {visit} from '../markdown/index.js'

/** A line of a page that begins or ends a list. */
export interface Marker {
  type: 'begin' | 'end'
  /** What stands behind the word. */
  words: string
  /** Offsets of the comment, and of the line behind its line. */
  from: number
  to: number
  next: number
}

const LINE = /^ {0,3}(<!--[ \t]*spec-list:[ \t]*([\w-]*)((?:(?!-->).)*)-->)[ \t]*(?:\r\n|\n|\r|$)/gm

/** Whether a text may hold a list; cheap, and never wrongly false. */
export function mayHoldList(text: string): boolean {
  return text.includes('spec-list:')
}

/** The markers of a text in their order, those in code aside. A word other than begin and end is told as it is. */
export function markersIn(text: string, tree: Root): (Omit<Marker, 'type'> & {type: string})[] {
  if (!mayHoldList(text)) return []
  const code: [number, number][] = []
  visit(tree, 'code', ({position}) => {
    code.push([position?.start.offset ?? 0, position?.end.offset ?? 0])
  })
  return [...text.matchAll(LINE)].flatMap(match => {
    const [line, comment = '', type = '', words = ''] = match
    const from = match.index + line.indexOf(comment)
    if (code.some(([start, end]) => from >= start && from < end)) return []
    return [{type, words: words.trim(), from, to: from + comment.length, next: match.index + line.length}]
  })
}

/** The line that begins a list. */
export function beginMarker(options: string): string {
  return `<!-- spec-list: begin${options === '' ? '' : ` ${options}`} -->`
}

export const END_MARKER = '<!-- spec-list: end -->'
