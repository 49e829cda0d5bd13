import type {RootContent} from 'mdast'
import type {Row} from '../../facts/index.js'
import {endOf, startOf} from '../../facts/reading/positions.js'
import type {Edit} from '../../fixes/index.js'
import {lastLineOf, lineOf} from '../../markdown/index.js'
import type {MetadataRow} from '../../template/index.js'
import {firstMatch, itemAt, lineEnding} from '../../text/index.js'
import {editOf, growing, isAligned, tableOf} from './cell.js'
import type {Reading} from './reading.js'
import {yamlScalar} from './scalar.js'

/** What goes into a new row, for the source that it will stand in. */
export type ContentFor = (source: Row['source']) => string

/**
 * Writes a row that is not there, behind the one that the template has before it, in the manner of that one. Undefined where the
 * document has no row to go by.
 */
export function rowEdits(reading: Reading, form: MetadataRow, contentFor: ContentFor): Edit[] | undefined {
  const anchor = anchorFor(reading, form)
  if (!anchor) return undefined
  const content = contentFor(anchor.source)
  return WRITERS[anchor.source]?.({reading, anchor, label: form.label, content})
}

interface Insertion {
  reading: Reading
  /** The row that it comes behind. */
  anchor: Row
  label: string
  content: string
}

const WRITERS: Partial<Readonly<Record<Row['source'], (insertion: Insertion) => Edit[]>>> = {
  table: tableRow,
  frontmatter: ({reading, anchor, label, content}) => {
    const {text, lines} = reading.document
    const end = lineEnd(text, anchor.position.end.offset)
    return [editOf(lines, end, end, `${lineEnding(text)}${yamlScalar(label)}: ${content}`)]
  },
  list: insertion => {
    const {document} = insertion.reading
    const at = insertion.anchor.labelPosition.start.offset
    const items = document.tree.children.flatMap(node => (node.type === 'list' ? node.children : []))
    const end = endOf(
      itemAt(
        items.filter(item => startOf(item) <= at && endOf(item) > at),
        0,
      ),
    )
    return [editOf(document.lines, end, end, lineEnding(document.text) + likeAnchor(insertion))]
  },
  lines: insertion => {
    const {text, lines, tree} = insertion.reading.document
    const eol = lineEnding(text)
    const {
      labelPosition,
      position: {end},
    } = insertion.anchor
    const place = lineEnd(text, end.offset)
    const isAround = (node: RootContent) => startOf(node) <= labelPosition.start.offset && endOf(node) >= end.offset
    const paragraph = itemAt(tree.children.filter(isAround), 0)
    const last = lastLineOf(paragraph)
    // Alone in its paragraph: the new one is a paragraph, too.
    if (lineOf(paragraph) === last) return [editOf(lines, place, place, eol + eol + likeAnchor(insertion))]
    const breakAt = (line: number): string => firstMatch(/(?:(?<! ) {2,}|\\|<br\s*\/?>)$/i, lines.text(line))
    if (end.line < last) return [editOf(lines, place, place, eol + likeAnchor(insertion) + breakAt(end.line))]
    return [editOf(lines, place, place, breakAt(last - 1) + eol + likeAnchor(insertion))]
  },
}

function anchorFor({metadata, forms}: Reading, form: MetadataRow): Row | undefined {
  const there = (each: MetadataRow): Row[] => {
    const row = metadata[each.id]
    return row && row.source !== 'section' ? [row] : []
  }
  const at = forms.findIndex(({id}) => id === form.id)
  const before = forms.slice(0, Math.max(at, 0)).flatMap(there).at(-1)
  if (before) return before
  return forms
    .flatMap(there)
    .sort((a, b) => a.position.start.offset - b.position.start.offset)
    .at(-1)
}

// The label's marks and the colon as the row before has them.
function likeAnchor({reading, anchor, label, content}: Insertion): string {
  const {text, lines} = reading.document
  const {labelPosition, position} = anchor
  const before = text.slice(lines.start(labelPosition.start.line), labelPosition.start.offset)
  const between = text.slice(labelPosition.end.offset, position.start.offset).trimEnd()
  return `${before}${label}${between} ${content}`
}

function tableRow({reading, anchor, label, content}: Insertion): Edit[] {
  const {document} = reading
  const {text, lines} = document
  const table = tableOf(document)
  const {line} = anchor.labelPosition.start
  const written = lines.text(line)
  const indent = firstMatch(/^\s*/, written)
  const [opens, closes] = [written.trimStart().startsWith('|'), /\|\s*$/.test(written)]
  const end = lines.start(line) + written.length
  const aligned = closes && isAligned(table, lines)
  const cells = closes ? widthsIn(aligned ? written : lines.text(lineOf(table))) : undefined
  const row = `${opens ? '| ' : ''}${label.padEnd(cells?.[0] ?? 0)} | ${content.padEnd(cells?.[1] ?? 0)}${closes ? ' |' : ''}`
  const growth = aligned && cells ? content.length - cells[1] : 0
  return [...growing(table, lines, content, growth), editOf(lines, end, end, `${lineEnding(text)}${indent}${row}`)]
}

// How wide the two cells of a row are, the spaces at their edges aside.
function widthsIn(line: string): [number, number] {
  const cells = line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
  const [first = 0, second = 0] = cells.map(cell => Math.max([...cell].length - 2, 0))
  return [first, second]
}

function lineEnd(text: string, offset: number): number {
  const length = firstMatch(/^[^\r\n]*/, text.slice(offset)).length
  return offset + length
}
