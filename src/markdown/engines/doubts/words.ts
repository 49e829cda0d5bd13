import type {
  Definition,
  Delete,
  Emphasis,
  FootnoteDefinition,
  FootnoteReference,
  ImageReference,
  LinkReference,
  Nodes,
  Strong,
} from 'mdast'
import {endOf, startOf} from '../../places.js'
import {nodesOfType, someNode} from '../../walk.js'
import {sourceOf, touches} from './places.js'
import type {NodeDoubt} from './types.js'

type Labelled = Definition | LinkReference | ImageReference | FootnoteReference | FootnoteDefinition

const LABELLED: readonly Labelled['type'][] = [
  'definition',
  'linkReference',
  'imageReference',
  'footnoteReference',
  'footnoteDefinition',
]

// Two marks of emphasis of different kinds side by side.
const MIXED = /([*_~])(?!\1)[*_~]/
// One that is escaped before one that is none: they are one run to the native engine.
const ESCAPED = /\\([*_~])\1/

export const mixedEmphasis: NodeDoubt = {
  reason:
    'Marks of emphasis of different kinds side by side, some of which are words: the native engine pairs them in another way.',
  example: '**f*_',
  types: ['paragraph', 'heading', 'tableCell'],
  holds: (node, {text}) => {
    const source = sourceOf(node, text)
    if (!ESCAPED.test(source) && !MIXED.test(source)) return false
    const words = withoutCode(node, text)
    return ESCAPED.test(words) || (MIXED.test(words) && some(node, hasMark))
  },
}

/** The source of a node, less the code in it: what stands there is no mark. */
function withoutCode(node: Nodes, text: string): string {
  let words = ''
  let from = startOf(node)
  for (const code of nodesOfType(node, 'inlineCode')) {
    words += text.slice(from, startOf(code))
    from = endOf(code)
  }
  return words + text.slice(from, endOf(node))
}

const WORD = /[\p{L}\p{N}]/u

function isEmphasis(node: Nodes | undefined): boolean {
  return node?.type === 'emphasis' || node?.type === 'strong' || node?.type === 'delete'
}

function some(node: Nodes, holds: (node: Nodes) => boolean): boolean {
  return holds(node) || ('children' in node && someNode(node, holds))
}

function hasMark(node: Nodes): boolean {
  return node.type === 'text' && /[*_~]/.test(node.value)
}

function hasBracket(node: Nodes): boolean {
  return node.type === 'text' && /[[\]]/.test(node.value)
}

export const nestedEmphasis: NodeDoubt = {
  reason:
    'Emphasis that begins, or ends, with another and stands at a word: the native engine does not see the marks of that one.',
  example: '*_f_*1',
  types: ['emphasis', 'strong', 'delete'],
  holds: (node: Emphasis | Strong | Delete, {text}) => {
    const [start, end] = [startOf(node), endOf(node)]
    return (
      (isEmphasis(node.children[0]) && WORD.test(text.charAt(start - 1))) ||
      (isEmphasis(node.children.at(-1)) && WORD.test(text.charAt(end)))
    )
  },
}

export const bracketedFootnote: NodeDoubt = {
  reason: 'A mark of a footnote among brackets: the engines do not agree on which of them belong together.',
  example: ':[[^1]]()\n[^1]:',
  types: ['paragraph', 'heading', 'tableCell'],
  holds: (node, {text}) =>
    sourceOf(node, text).includes('[^') &&
    some(node, ({type}) => type === 'footnoteReference') &&
    some(node, hasBracket),
}

export const literalFootnote: NodeDoubt = {
  reason: 'A mark of a footnote that is words to the native engine: to the reference it may be one.',
  example: '[^1]:![<[^1]]()',
  types: ['text'],
  holds: node => node.type === 'text' && node.value.includes('[^'),
}

export const brokenTag: NodeDoubt = {
  reason: 'A tag that goes over lines, and is words to the native engine.',
  example: 'f</s\n    >',
  types: ['text'],
  holds: node => node.type === 'text' && /<\/?[a-z][^<>]*[\r\n]/i.test(node.value),
}

export const listAsWords: NodeDoubt = {
  reason: 'Words that begin as a list does, below a definition: the native engine takes them for a paragraph.',
  example: '[x]:y\n---\n5. `',
  types: ['paragraph', 'heading'],
  holds: (node, {text}) => /^(?:\d{1,9}[.)]|[-+*])(?:[ \t\r\n]|$)/.test(beginning(node, text)),
}

export const adjacentParagraphs: NodeDoubt = {
  reason: 'Two paragraphs without a line between them: to the reference they are one.',
  example: '[\n[\n- |',
  types: ['paragraph'],
  holds: (node, {parent, index}) => {
    const before = parent.children[index - 1]
    return before?.type === 'paragraph' && touches(before, node)
  },
}

export const definitionAbove: NodeDoubt = {
  reason: 'Something right below a definition: the engines do not agree on where that ends, and what may follow.',
  example: '[f]:l\n-|',
  types: ['definition'],
  holds: (node, {parent, index, text}) => {
    if (node.position?.start.line !== node.position?.end.line) return true
    const next = parent.children[index + 1]
    return next?.type !== 'definition' && /^[^\r\n]*(?:\r\n|\n|\r)[ \t]*[^\s]/.test(text.slice(endOf(node)))
  },
}

export const encodedLabel: NodeDoubt = {
  reason: 'A reference to a sign, or a backslash, in a label: the native engine leaves it as it is written in some.',
  example: '[&#35;]\n\n[&#35;]:t',
  types: LABELLED,
  holds: ({label}: Labelled) => /[&\\]/.test(String(label)),
}

export const brokenLabel: NodeDoubt = {
  reason:
    'A label that goes over lines, or has no words: the native engine takes marks of a quote for a part of it, or nothing.',
  example: '>[*\n>]:/',
  types: LABELLED,
  holds: ({label}: Labelled) => !label || /[\r\n]|^\s|\s$/.test(label),
}

function beginning(node: Nodes, text: string): string {
  const start = startOf(node)
  return text.slice(start, start + 12)
}
