import type {Root} from 'mdast'
import {endOf, startOf, visit} from '../markdown/index.js'

/** A line of a page that begins or ends a list. */
export interface Marker {
  type: 'begin' | 'end'
  /** What stands behind the word. */
  words: string
  /** Offsets of the comment, and of the line behind its line. */
  from: number
  to: number
  next: number
  /** It stands in an item or a quote, out of which the table would lead. */
  inside: boolean
}

// Each part is taken whole or not at all: in parts of it the end of the comment would be sought again.
const LINE =
  /^([ \t>]*)(<!--[ \t]*spec-list:[ \t]*(?![ \t])((?:\w|-(?!->))*)(?!\w|-(?!->))((?:(?!-->).)*)-->)[ \t]*(?:\r\n|\n|\r|$)/gm

/** Whether a text may hold a list; cheap, and never wrongly false. */
export function mayHoldList(text: string): boolean {
  return text.includes('spec-list:')
}

/** The markers of a text in their order, those in code aside. A word other than begin and end is told as it is. */
export function markersIn(text: string, tree: Root): (Omit<Marker, 'type'> & {type: string})[] {
  if (!mayHoldList(text)) return []
  const code = extents(tree, ['code'])
  const containers = extents(tree, ['listItem', 'blockquote', 'footnoteDefinition'])
  return [...text.matchAll(LINE)].flatMap(match => {
    const [line, indent = '', comment = '', type = '', words = ''] = match
    const from = match.index + indent.length
    const isIn = ({start, end}: Extent) => from >= start && from < end
    if (code.some(isIn)) return []
    const inside = containers.some(isIn)
    if (!inside && !/^ {0,3}$/.test(indent)) return []
    return [{type, words: words.trim(), from, to: from + comment.length, next: match.index + line.length, inside}]
  })
}

interface Extent {
  start: number
  end: number
}

function extents(tree: Root, types: readonly string[]): Extent[] {
  const found: Extent[] = []
  visit(tree, node => {
    if (types.includes(node.type)) found.push({start: startOf(node), end: endOf(node)})
  })
  return found
}

/** The line that begins a list. */
export function beginMarker(options: string): string {
  return `<!-- spec-list: begin${options === '' ? '' : ` ${options}`} -->`
}

export const END_MARKER = '<!-- spec-list: end -->'
