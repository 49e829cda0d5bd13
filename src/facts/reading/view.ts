import type {Nodes} from 'mdast'
import {visit} from '../../markdown/index.js'
import {append, firstFrom} from '../../text/index.js'
import type {Document} from './document.js'
import {once} from './once.js'
import {endOf, startOf} from './positions.js'

/**
 * The source of a document as patterns see it: what no reader reads (fences, comments, addresses of links, the brackets of links
 * and boxes) is blank, backslashes that only escape are gone.
 */
export interface View {
  text: string
  /** Offset in the document of a character of the text. */
  offsetOf(index: number): number
}

/** Without code spans: what speaks of a placeholder is none. */
export const prose = once((document: Document): View => viewOf(document, false))

/** With code spans: an id in one is an id. */
export const withCodeSpans = once((document: Document): View => viewOf(document, true))

type Range = readonly [start: number, end: number]

function viewOf(document: Document, codeSpans: boolean): View {
  const {text} = document
  const blank: Range[] = []
  // Where a backslash is one.
  const literal: Range[] = []
  visit(document.tree, node => {
    const range: Range = [startOf(node), endOf(node)]
    if (node.type === 'inlineCode' && codeSpans) literal.push(range)
    else if (node.type === 'yaml') literal.push(range)
    else append(blank, unread(node, text))
  })
  const ranges = merged(blank)
  const parts: string[] = []
  let from = 0
  for (const [start, end] of ranges) {
    parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n]/g, ' '))
    from = end
  }
  return withoutEscapes([...parts, text.slice(from)].join(''), merged(literal))
}

/** The parts of a node, apart from its children, that nobody reads. */
function unread(node: Nodes, text: string): Range[] {
  const [start, end] = [startOf(node), endOf(node)]
  switch (node.type) {
    case 'code':
    case 'inlineCode':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
    case 'definition':
      return [[start, end]]
    case 'html':
      return [...text.slice(start, end).matchAll(/<!--[\s\S]*?(?:-->|$)/g)].map(
        ({0: comment, index}): Range => [start + index, start + index + comment.length],
      )
    case 'link':
    case 'linkReference': {
      const [first, last] = [node.children[0], node.children[node.children.length - 1]]
      // An address that stands as itself is no text either.
      if (!first || !last || (node.type === 'link' && !text.startsWith('[', start))) return [[start, end]]
      return [
        [start, startOf(first)],
        [endOf(last), end],
      ]
    }
    case 'footnoteDefinition': {
      const [first] = node.children
      return [[start, first ? startOf(first) : end]]
    }
    case 'listItem': {
      const [first] = node.children
      const text = first?.type === 'paragraph' ? first.children[0] : first
      return typeof node.checked === 'boolean' && text ? [[start, startOf(text)]] : []
    }
    default:
      return []
  }
}

function merged(ranges: readonly Range[]): Range[] {
  const result: [number, number][] = []
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result[result.length - 1]
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else if (end > start) result.push([start, end])
  }
  return result
}

function withoutEscapes(text: string, literal: readonly Range[]): View {
  const gone: number[] = []
  const parts: string[] = []
  let [from, next] = [0, 0]
  for (const {index} of text.matchAll(/\\[!-/:-@[-`{-~]/g)) {
    while ((literal[next]?.[1] ?? Number.POSITIVE_INFINITY) <= index) next++
    if ((literal[next]?.[0] ?? Number.POSITIVE_INFINITY) <= index) continue
    parts.push(text.slice(from, index))
    from = index + 1
    // Where the sign behind it stands in the shorter text.
    gone.push(index - gone.length)
  }
  parts.push(text.slice(from))
  return {text: parts.join(''), offsetOf: index => index + firstFrom(gone, place => place, index + 1)}
}
