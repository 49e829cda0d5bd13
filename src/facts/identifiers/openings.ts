import {plain} from '../../markdown/index.js'
import {firstFrom} from '../../text/index.js'
import {cellPosition} from '../reading/cells.js'
import type {Document} from '../reading/document.js'
import {once} from '../reading/once.js'
import {startOf} from '../reading/positions.js'

/** Something that begins with what it defines. */
interface Opening {
  /** Offset of its first sign. */
  start: number
  text: string
  /** Whether a number may stand first. */
  numbered: boolean
}

// Marks, brackets, boxes and anchors that stand before a first word.
const MARKS = /^(?:[\s*_~`[(<"'“‘]|\[[ xX]\]|<[^<>]*>){0,40}$/u
const NUMBER = /^\s*\d+(?:\.\d+)*\.?\s+/
const FARTHEST = 200

/** Tells whether a list item, a heading or the first cell of a row begins at an offset, marks aside: its text; else undefined. */
export const openingsOf = once((document: Document): ((offset: number) => string | undefined) => {
  const openings = openingsIn(document)
  return offset => {
    const opening = openings[firstFrom(openings, ({start}) => start, offset + 1) - 1]
    if (!opening || offset - opening.start > FARTHEST) return undefined
    const before = document.text.slice(opening.start, offset)
    return MARKS.test(opening.numbered ? before.replace(NUMBER, '') : before) ? opening.text : undefined
  }
})

function openingsIn(document: Document): Opening[] {
  const found: Opening[] = []
  for (const {node, text} of document.blocks) {
    if (node.type === 'heading') {
      const [first] = node.children
      if (first) found.push({start: startOf(first), text, numbered: true})
    } else if (node.type === 'listItem') {
      const [first] = node.children
      if (first?.type === 'paragraph') found.push({start: startOf(first), text, numbered: false})
    } else if (node.type === 'table') {
      for (const row of node.children.slice(1)) {
        for (const cell of row.children.slice(0, 1))
          found.push({start: cellPosition(document, cell).start.offset, text: plain(row), numbered: false})
      }
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
