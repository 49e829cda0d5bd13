import type {Table} from 'mdast'
import type {Row} from '../../facts/index.js'
import {metadataTableOf} from '../../facts/metadata/table.js'
import type {Document} from '../../facts/reading/document.js'
import type {Edit} from '../../fixes/index.js'
import {type Lines, lastLineOf, lineOf, linesOf} from '../../markdown/index.js'
import {itemAt} from '../../text/index.js'

/** The table that holds rows of a document's metadata. */
export function tableOf(document: Document): Table {
  return itemAt(
    document.tree.children.filter((node): node is Table => node === metadataTableOf(document)),
    0,
  )
}

/**
 * Writes the cell of a row. What its padding can take it takes; where all rows end in one column, the others grow with it.
 */
export function cellEdits(
  text: string,
  table: Table,
  {position, value}: Pick<Row, 'position' | 'value'>,
  content: string,
): Edit[] {
  const lines = linesOf(text)
  const [start, end] = [position.start.offset, position.end.offset]
  const behind = /^[ \t]*(?=\|)/.exec(text.slice(end))?.[0]
  // A row that lacks the cell, or tables without bars at their edges.
  if (behind === undefined) return [editOf(lines, start, end, start === end ? newCell(text, start, content) : content)]
  const isBlank = value === '' && text.slice(start, end).trim() === ''
  const lead = isBlank ? 1 : 0
  const room = end + behind.length - start
  const spare = room - lead - lengthOf(content)
  const isPadded = isBlank || behind.length > 0
  const isEven = isAligned(table, lines)
  // A table without padding gets none; what stuck out before need not stick out any more.
  const padding =
    isEven || isBlank || behind.length > 1
      ? Math.max(spare - excess(table, lines, position.start.line), isPadded ? 1 : 0)
      : behind.length
  const cell = `${' '.repeat(lead)}${content}${' '.repeat(padding)}`
  const own = editOf(lines, start, end + behind.length, cell)
  const growth = padding - spare
  return [own, ...(isEven ? growing(table, lines, content, growth, position.start.line) : [])]
}

function excess(table: Table, lines: Lines, line: number): number {
  const width = (each: number) => lengthOf(lines.text(each).trimEnd())
  return Math.max(width(line) - width(lineOf(table)), 0)
}

// A cell with a long link would push the bars of the other rows out of sight: it sticks out alone.
const LONGEST = 60

/** What the other rows of an aligned table grow by where one does. */
export function growing(table: Table, lines: Lines, content: string, growth: number, except?: number): Edit[] {
  return growth > 0 && content.length <= LONGEST ? widened(table, lines, except, growth) : []
}

/** Whether every row of a table ends with a bar in one column. */
export function isAligned(table: Table, lines: Lines): boolean {
  const rows = rowLines(table, lines).map(({text}) => text.trimEnd())
  return rows.every(row => row.endsWith('|') && lengthOf(row) === lengthOf(itemAt(rows, 0)))
}

function widened(table: Table, lines: Lines, except: number | undefined, by: number): Edit[] {
  return rowLines(table, lines).flatMap(({line, start, text}) => {
    if (line === except) return []
    // The delimiter row grows by dashes, in front of the colon that may end it.
    const dash = /^[\s|:-]+$/.test(text) && text.includes('-') ? text.lastIndexOf('-') + 1 : undefined
    const at = start + (dash ?? text.lastIndexOf('|'))
    return [editOf(lines, at, at, (dash === undefined ? ' ' : '-').repeat(by))]
  })
}

function rowLines(table: Table, lines: Lines): {line: number; start: number; text: string}[] {
  const [first, last] = [lineOf(table), lastLineOf(table)]
  return Array.from({length: last - first + 1}, (_, index) => {
    const line = first + index
    return {line, start: lines.start(line), text: lines.text(line)}
  })
}

function newCell(text: string, at: number, content: string): string {
  return text[at - 1] === '|' ? ` ${content} |` : ` | ${content}`
}

export function editOf(lines: Lines, start: number, end: number, text: string): Edit {
  return {range: {start: lines.pointAt(start), end: lines.pointAt(end)}, text}
}

function lengthOf(text: string): number {
  return [...text].length
}
