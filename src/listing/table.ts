import {markdownCell} from '../text/escape.js'
import {encodePath, nameOf, relativePath} from '../text/index.js'
import {COLUMNS, type ColumnName} from './columns.js'
import type {Listed} from './types.js'

/**
 * The documents as a table in Markdown, a line each, without white space to align it: a document that changes changes one line.
 * `page`: where the table stands; links lead from there. Lines end with "\n".
 */
export function markdownTable(entries: readonly Listed[], columns: readonly ColumnName[], page: string): string {
  const rows = entries.map(entry => row(columns.map(name => cell(name, entry, columns, page))))
  const rule = columns.map(name => (COLUMNS[name].isNumber ? '---:' : '---'))
  return [row(columns.map(name => COLUMNS[name].heading)), row(rule), ...rows].join('')
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

function cell(name: ColumnName, entry: Listed, columns: readonly ColumnName[], page: string): string {
  // The first of both is the link.
  const link = columns.find(each => each === 'title' || each === 'path')
  const text = name === 'title' ? titleOf(entry) : name === 'path' ? relativePath(page, entry.path) : ''
  if (name === link) return `[${markdownCell(text)}](${encodePath(relativePath(page, entry.path))})`
  if (entry.reason !== undefined && name === 'status') return 'cannot be read'
  return markdownCell(text || COLUMNS[name].text(entry))
}

/** What a document is called where it has no title. */
export function titleOf({title, path}: Listed): string {
  return title || nameOf(path).replace(/\.(?:md|markdown)$/i, '')
}

/** How many rows of a table are not those of another, white space aside: formatters align tables as they like. */
export function differingRows(written: string, expected: string): number {
  const [has, needs] = [rowsOf(written), rowsOf(expected)]
  if (has.join('\n') === needs.join('\n')) return 0
  const [there, wanted] = [new Set(has), new Set(needs)]
  const missing = needs.filter(line => !there.has(line)).length
  const surplus = has.filter(line => !wanted.has(line)).length
  // The same rows in another order, or some of them twice.
  return Math.max(missing, surplus) || 1
}

function rowsOf(text: string): string[] {
  return text
    .split(/\r\n|\n|\r/)
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line =>
      line
        .split(/(?<!\\)\|/)
        .map(part => part.trim().replace(/^(:?)-+(:?)$/, '$1-$2'))
        .join('|'),
    )
}
