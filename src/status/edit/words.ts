import type {Row} from '../../facts/index.js'
import {stringify} from '../../markdown/index.js'
import {yamlScalar} from './scalar.js'

/** A text as Markdown that reads as it, in a row of this source. */
export function inlineText(text: string, source: Row['source']): string {
  const written = stringify({
    type: 'root',
    children: [{type: 'paragraph', children: [{type: 'text', value: text}]}],
  }).trim()
  return inCell(written, source)
}

/** A link to a document; in frontmatter its path. */
export function linkTo(name: string, path: string, source: Row['source']): string {
  if (source === 'frontmatter') return yamlScalar(path)
  const written = stringify({
    type: 'root',
    children: [{type: 'paragraph', children: [{type: 'link', url: path, children: [{type: 'text', value: name}]}]}],
  }).trim()
  return inCell(written, source)
}

/**
 * What stands in place of a status: the new one, in the emphasis or code that the old one stood in, and words behind it. The words
 * behind the old one went with that.
 */
export function statusText(
  {source, value}: Pick<Row, 'source' | 'value'>,
  written: string,
  {name, note}: {name: string; note?: string | undefined},
): string {
  const words = note === undefined ? '' : ` (${note})`
  if (source === 'frontmatter') return yamlScalar(name + words, written)
  const [, mark = '', inner = ''] = /^(\*{1,3}|_{1,3}|`)(?!\s)(.+?)\1/s.exec(written) ?? []
  const isMarked = mark !== '' && value.startsWith(inner)
  if (!isMarked) return inlineText(name + words, source)
  const marked = mark === '`' ? name : inlineText(name, source)
  return `${mark}${marked}${mark}${words === '' ? '' : ` ${inlineText(words.trim(), source)}`}`
}

function inCell(written: string, source: Row['source']): string {
  return source === 'table' ? written.replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|') : written
}
