import type {Code, Nodes} from 'mdast'
import {firstMatch, ofLast, trimmedEnd} from '../../../text/index.js'
import {endOf} from '../../places.js'
import {sourceOf} from './places.js'
import type {NodeDoubt} from './types.js'

// A mark of a quote or an item with nothing behind it in its line.
const EMPTY = /^[ \t>]*(?:[-*+]|\d{1,9}[.)]|>)[ \t]*$/m

export const codeBelowEmpty: NodeDoubt = {
  reason: 'Below a quote or an item that is empty the native engine makes a block of each line of indented code.',
  example: '>\n---\n    a\n    b',
  wide: true,
  types: ['code'],
  holds: (node, {parent, index, text}) =>
    isIndented(node, text) && (isIndented(parent.children[index - 1], text) || hasEmptyMark(text)),
}

// Asked again for each block of a document.
const hasEmptyMark = ofLast(text => EMPTY.test(text))

export const openFence: NodeDoubt = {
  reason: 'Where a fence in a quote, an item or a footnote is open to its end, the engines see that end elsewhere.',
  example: '- ```\n**',
  types: ['code'],
  holds: (node, {parent, text}) =>
    parent.type !== 'root' && parent.children.at(-1) === node && node.type === 'code' && isOpen(node, text),
}

export const oddInfo: NodeDoubt = {
  reason: 'White space and references to signs in the words behind a fence: the native engine drops some of them.',
  example: '~~~0 \u00A0%',
  types: ['code'],
  holds: (node, {text}) => {
    if (node.type !== 'code' || typeof node.lang !== 'string') return false
    const line = firstMatch(/^[^\r\n]*/, sourceOf(node, text))
    return /[&\\]|[^\S ]/.test(trimmedEnd(line, /[ \t]/))
  },
}

export const blankBelow: NodeDoubt = {
  reason:
    'A line of nothing but white space below indented code, or HTML in an item: the engines do not agree on whether it belongs to it.',
  example: '- T\n#\n    /\n    ',
  wide: true,
  types: ['code', 'html'],
  holds: (node, {parent, text}) =>
    (isIndented(node, text) || (node.type === 'html' && parent.type !== 'root' && parent.type !== 'paragraph')) &&
    (/^[\r\n]+[ \t]+(?:[\r\n]|$)/.test(text.slice(endOf(node))) || /[\r\n][ \t]*$/.test(sourceOf(node, text))),
}

function isIndented(node: Nodes | undefined, text: string): boolean {
  return node?.type === 'code' && fenceOf(node, text) === ''
}

function isOpen(node: Code, text: string): boolean {
  const fence = fenceOf(node, text)
  if (fence === '') return false
  const source = sourceOf(node, text)
  const last = source.slice(Math.max(source.lastIndexOf('\n'), source.lastIndexOf('\r')) + 1)
  const closing = /((?<!`)`{3,}|(?<!~)~{3,})[ \t]*$/.exec(last)?.[1]
  return last.length === source.length || closing?.startsWith(fence) !== true
}

/** The run of signs that a block of code begins with; "" of indented code. */
function fenceOf(node: Code, text: string): string {
  return /^(?:`{3,}|~{3,})/.exec(sourceOf(node, text))?.[0] ?? ''
}
