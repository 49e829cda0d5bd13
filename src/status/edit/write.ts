import type {Row} from '../../facts/index.js'
import type {Edit} from '../../fixes/index.js'
import {firstMatch, lineEnding} from '../../text/index.js'
import {cellEdits, editOf, tableOf} from './cell.js'
import type {Reading} from './reading.js'

/** Writes the value of a row, as Markdown or, in frontmatter, as YAML. */
export function valueEdits({document}: Reading, row: Row, content: string): Edit[] {
  const {text, lines} = document
  const {source, position, labelPosition} = row
  const [start, end] = [position.start.offset, position.end.offset]
  if (source === 'table') return cellEdits(text, tableOf(document), row, content)
  if (start < end) return [editOf(lines, start, end, content)]
  // Nothing stands there yet: behind the colon of the label.
  const label = labelPosition.end.offset
  const colon = firstMatch(/^[^\S\r\n]*:/, text.slice(label))
  const at = source === 'frontmatter' ? label + colon.length : start
  if (source === 'section') return [editOf(lines, start, start, `${lineEnding(text)}${lineEnding(text)}${content}`)]
  return [editOf(lines, at, at, /\s$/.test(text.slice(0, at)) ? content : ` ${content}`)]
}
