import type {Row} from '../../facts/index.js'
import {namedBy, type Relation, saysNothing} from '../../facts/sources/statements.js'
import type {Edit} from '../../fixes/index.js'
import {encodePath, lineEnding, nameOf, relativePath} from '../../text/index.js'
import {rowEdits} from './insert.js'
import type {Reading} from './reading.js'
import {linkTo} from './words.js'
import {valueEdits} from './write.js'

/** Edits that let a document name another in a row of its metadata; none where it does so already; undefined: no place for it. */
export function linkEdits(reading: Reading, relation: Relation, path: string): Edit[] | undefined {
  const {document, forms, metadata} = reading
  const form = forms.find(({id}) => id === relation)
  if (!form) return undefined
  const target = encodePath(relativePath(document.path, path))
  const contentFor = (source: Row['source']): string => linkTo(nameOf(path), target, source)
  const row = metadata[relation]
  if (!row) return rowEdits(reading, form, contentFor)
  const written = document.text.slice(row.position.start.offset, row.position.end.offset)
  if (namedBy([written], document.path, {specs: [path], research: [], entries: new Map()}).includes(path)) return []
  const content = contentFor(row.source)
  if (saysNothing(written)) return valueEdits(reading, row, content)
  return valueEdits(reading, row, row.items ? appended(written, content, row) : `${written}, ${content}`)
}

/** One more item of a list of YAML. */
function appended(written: string, content: string, {position}: Row): string {
  if (written.startsWith('[')) return `${written.slice(0, written.lastIndexOf(']')).trimEnd()}, ${content}]`
  const eol = lineEnding(written)
  return `${written}${eol}${' '.repeat(position.start.column - 1)}- ${content}`
}
