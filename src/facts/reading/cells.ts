import type {Nodes, TableCell, TableRow} from 'mdast'
import type {Position} from '../types.js'
import type {Document} from './document.js'
import {endOf, positionOf, rangeBetween, startOf} from './positions.js'

/** Where a text stands; of a cell the content, or the space where it would stand; of a task what follows its box. */
export function positionIn(document: Document, node: Nodes): Position {
  if (node.type === 'tableCell') return cellPosition(document, node)
  const {start, end} = positionOf(node)
  const first = node.type === 'paragraph' ? node.children[0] : undefined
  return {start: first?.position ? document.lines.pointAt(startOf(first)) : start, end}
}

/** The parser counts bars to a cell; a reader does not. */
export function cellPosition({text, lines}: Document, cell: TableCell): Position {
  let [start, end] = [startOf(cell), endOf(cell)]
  if (text[start] === '|') start++
  const source = text.slice(start, end)
  if (source.endsWith('|') && !/(?:^|[^\\])(?:\\\\)*\\\|$/.test(source)) end--
  const inner = text.slice(start, end)
  if (inner.trim() === '') return rangeBetween(lines, start, end)
  return rangeBetween(
    lines,
    start + inner.length - inner.trimStart().length,
    end - inner.length + inner.trimEnd().length,
  )
}

/** Where the cell behind the last one of a short row would stand. */
export function missingCellPosition({text, lines}: Document, row: TableRow): Position {
  const start = startOf(row)
  const place = start + text.slice(start, endOf(row)).trimEnd().length
  return rangeBetween(lines, place, place)
}
