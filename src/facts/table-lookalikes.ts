import type {Document} from './reading/document.js'
import {endOf, rangeBetween, startOf} from './reading/positions.js'
import type {TableLookalike} from './types.js'

const DELIMITER = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/

/**
 * Paragraphs that a row of bars and a row of dashes begin like a table, and that are none, for the two have not the same number
 * of cells.
 */
export function tableLookalikes(document: Document): TableLookalike[] {
  const {lines} = document
  const found: TableLookalike[] = []
  for (const {node} of document.blocks) {
    if (node.type !== 'paragraph') continue
    const first = lines.pointAt(startOf(node))
    const last = lines.pointAt(endOf(node)).line
    for (let line = first.line; line < last; line++) {
      const delimiter = row(lines.text(line + 1))
      if (!delimiter.includes('|') || !DELIMITER.test(delimiter)) continue
      // On its first line a paragraph begins behind the marker of the item it stands in.
      const header = row(line === first.line ? lines.text(line).slice(first.column - 1) : lines.text(line))
      if (!header.includes('|') || DELIMITER.test(header) || cellCount(header) === cellCount(delimiter)) continue
      const start = lines.start(line) + lines.text(line).indexOf(header)
      const section = document.sectionAt(startOf(node))
      found.push({
        header: cellCount(header),
        delimiter: cellCount(delimiter),
        ...(section !== undefined && {section}),
        position: rangeBetween(lines, start, start + header.length),
      })
    }
  }
  return found
}

/** A line without the signs of quotes around it. */
function row(line: string): string {
  return line.replace(/^[ \t>]+/, '').trimEnd()
}

// A bar that is escaped parts nothing; one in a code span does.
function cellCount(text: string): number {
  const inner = text
    .replace(/\\[\s\S]/g, '')
    .replace(/^\|/, '')
    .replace(/\|$/, '')
  return inner.split('|').length
}
