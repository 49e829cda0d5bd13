import type {Collected, Row} from '../../facts/index.js'
import {namedBy, type Relation, saysNothing} from '../../facts/sources/statements.js'
import type {Edit} from '../../fixes/index.js'
import {encodePath, nameOf, relativePath} from '../../text/index.js'
import {rowEdits} from './insert.js'
import {linkTo} from './words.js'
import {valueEdits} from './write.js'

/** Edits that let a document name another in a row of its metadata; none where it does so already; undefined: no place for it. */
export function linkEdits(collected: Collected, relation: Relation, path: string): Edit[] | undefined {
  const {document, syntax} = collected
  const form = document.template?.metadata.rows.find(({id}) => id === relation)
  if (!form) return undefined
  const target = relativePath(document.path, path)
  const contentFor = (source: Row['source']): string =>
    linkTo(nameOf(path), source === 'frontmatter' ? target : encodePath(target), source)
  const row = syntax.metadata[relation]
  if (!row) return rowEdits(collected, form, contentFor)
  const written = document.text.slice(row.position.start.offset, row.position.end.offset)
  if (namedBy([written], document.path, {specs: [path], research: [], entries: new Map()}).includes(path)) return []
  const content = contentFor(row.source)
  if (saysNothing(written)) return valueEdits(collected, row, content)
  return valueEdits(collected, row, row.items ? appended(written, content, row) : `${written}, ${content}`)
}

/** One more item of a list of YAML. */
function appended(written: string, content: string, {position}: Row): string {
  if (written.startsWith('[')) return `${written.slice(0, written.lastIndexOf(']')).trimEnd()}, ${content}]`
  const eol = /\r\n|\n|\r/.exec(written)?.[0] ?? '\n'
  return `${written}${eol}${' '.repeat(position.start.column - 1)}- ${content}`
}
