import type {Row} from '../../facts/index.js'
import {metadataTableOf} from '../../facts/metadata/table.js'
import type {Edit} from '../../fixes/index.js'
import {lineEnding} from '../../text/index.js'
import {cellEdits, editOf} from './cell.js'
import type {Reading} from './reading.js'

/** Writes the value of a row, as Markdown or, in frontmatter, as YAML. */
export function valueEdits({document}: Reading, row: Row, content: string): Edit[] {
  const {text, lines} = document
  const {source, position, labelPosition} = row
  const [start, end] = [position.start.offset, position.end.offset]
  if (source === 'table') {
    const table = metadataTableOf(document)
    return table ? cellEdits(text, table, row, content) : []
  }
  if (start < end) return [editOf(lines, start, end, content)]
  // Nothing stands there yet: behind the colon of the label.
  const label = labelPosition.end.offset
  const colon = /^[^\S\r\n]*:/.exec(text.slice(label))?.[0]
  const at = source === 'frontmatter' ? label + (colon?.length ?? 0) : start
  if (source === 'section') return [editOf(lines, start, start, `${lineEnding(text)}${lineEnding(text)}${content}`)]
  return [editOf(lines, at, at, /\s$/.test(text.slice(0, at)) ? content : ` ${content}`)]
}
