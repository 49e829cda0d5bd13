import type {Html, Parents} from 'mdast'
import {touches} from './places.js'
import type {NodeDoubt} from './types.js'

export const htmlBelowWords: NodeDoubt = {
  reason:
    'HTML right below the words of a quote, an item or a footnote: the reference keeps the white space before it, or takes it in.',
  example: '1. {\n <b>\n',
  types: ['html'],
  holds: (node, {parent, index}) => {
    const before = parent.children[index - 1]
    if (before === undefined || isPhrasing(parent)) return false
    return parent.type === 'root'
      ? 'children' in before && before.type !== 'paragraph' && before.type !== 'heading' && touches(before, node)
      : before.type === 'paragraph'
  },
}

// What begins a block that only its own end ends.
const ENDS: readonly [begin: RegExp, end: RegExp][] = [
  [/^\s*<(?:script|pre|style|textarea)\b/i, /^\s*<(script|pre|style|textarea)\b[\s\S]*<\/\1>/i],
  [/^\s*<!--/, /-->/],
  [/^\s*<\?/, /\?>/],
  [/^\s*<!\[CDATA\[/, /[^\]]\]\]>/],
  [/^\s*<![a-z]/i, />/],
]

export const openHtml: NodeDoubt = {
  reason:
    'HTML that is still open at the end of the document, its quote or its item: the engines see that end elsewhere.',
  example: '><pre\n>',
  types: ['html'],
  holds: (node, {parent}) => node.type === 'html' && !isPhrasing(parent) && isOpen(node),
}

export const lineInTag: NodeDoubt = {
  reason: 'A tag, or a comment, that goes over lines within words: the engines do not agree on the white space in it.',
  example: '- a<!--\n    -->',
  types: ['html'],
  holds: (node, {parent}) => isPhrasing(parent) && node.type === 'html' && /[\r\n]/.test(node.value),
}

export const oddAttribute: NodeDoubt = {
  reason: 'A value without quotation marks that has one, or an equals sign, in it: to the reference that is no tag.',
  example: '*<a h=f="">',
  types: ['html'],
  holds: (node, {parent}) =>
    isPhrasing(parent) && node.type === 'html' && /=\s*[^\s"'>][^\s>]*["'=<`]/.test(node.value),
}

// Whether what it holds is words, and no blocks.
function isPhrasing({type}: Parents): boolean {
  return type !== 'root' && type !== 'listItem' && type !== 'blockquote' && type !== 'footnoteDefinition'
}

function isOpen({value}: Html): boolean {
  const kind = ENDS.find(([begin]) => begin.test(value))
  return kind !== undefined && !kind[1].test(value)
}
