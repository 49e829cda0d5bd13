import type {Row} from '../../facts/index.js'
import {stringify} from '../../markdown/index.js'
import {yamlScalar} from './scalar.js'

/** A text as Markdown that reads as it, in a row of this source. */
export function inlineText(text: string, source: Row['source']): string {
  const written = stringify({
    type: 'root',
    children: [{type: 'paragraph', children: [{type: 'text', value: text}]}],
  }).trim()
  return inCell(withAddresses(written), source)
}

// What looks like an address becomes a link, escaped or not: written as it is, it has its place in the text.
function withAddresses(written: string): string {
  return written
    .replace(/(?:https?\\?:\/\/|www\\?\.)[^\s<>()|]*/gi, address => address.replace(/\\(?=[^\p{L}\p{N}\s])/gu, ''))
    .replace(/(?<!\\)((?:\\\\)*)\\@/g, '$1@')
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

/** A status, and what is to stand behind it. */
export interface StatusWords {
  name: string
  note?: string
  /** The document that follows, behind this word. */
  successor?: {word: string; name: string; path: string}
}

/**
 * What stands in place of a status: the new one, in the emphasis or code that the old one stood in, and words behind it. The words
 * behind the old one went with that.
 */
export function statusText(
  {source, value}: Pick<Row, 'source' | 'value'>,
  written: string,
  words: StatusWords,
): string {
  const {name, note, successor} = words
  if (source === 'frontmatter') return yamlScalar([name, noteOf(source, words)].filter(Boolean).join(' '), written)
  const [, mark = '', inner = ''] = /^(\*{1,3}|_{1,3}|`)(?!\s)(.+?)\1/s.exec(written) ?? []
  const isMarked = mark !== '' && value.startsWith(inner)
  const text = mark === '`' && isMarked ? name : inlineText(name, source)
  const parts = [
    isMarked ? `${mark}${text}${mark}` : text,
    ...(successor ? [inlineText(successor.word, source), linkTo(successor.name, successor.path, source)] : []),
    ...(note === undefined ? [] : [inlineText(`(${note})`, source)]),
  ]
  return parts.join(' ')
}

/** What a reader reads behind the status. */
export function noteOf(source: Row['source'], {note, successor}: StatusWords): string {
  const link = successor && `${successor.word} ${source === 'frontmatter' ? successor.path : successor.name}`
  return [link, note === undefined ? undefined : `(${note})`].filter(part => part !== undefined).join(' ')
}

function inCell(written: string, source: Row['source']): string {
  return source === 'table' ? written.replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|') : written
}
