import type {Blockquote, ListItem} from 'mdast'
import {endOf, startOf} from '../../places.js'
import {lineBefore, touches} from './places.js'
import type {NodeDoubt} from './types.js'

export const belowInQuote: NodeDoubt = {
  reason: 'A list or a quote in a quote with something right below it: the engines see its end elsewhere.',
  example: '>- f\n>+ b',
  types: ['blockquote'],
  holds: holdsBelow,
}

export const belowInItemInQuote: NodeDoubt = {
  reason: 'The same in an item in a quote.',
  example: '>- - f\n>    1. A',
  types: ['listItem'],
  holds: (node: ListItem, {text}) => holdsBelow(node) && lineBefore(node.position?.start, text).includes('>'),
}

function holdsBelow(node: Blockquote | ListItem): boolean {
  return node.children.some((child, index) => {
    const before = node.children[index - 1]
    return before !== undefined && 'children' in before && before.type !== 'paragraph' && touches(before, child)
  })
}

export const emptyInQuote: NodeDoubt = {
  reason: 'An empty item in a quote: the engines do not agree on what the lines without words around it part.',
  example: '>- -\n>\n>- d',
  types: ['listItem'],
  holds: (node, {text}) =>
    'children' in node && node.children.length === 0 && lineBefore(node.position?.start, text).includes('>'),
}

export const spacedInQuote: NodeDoubt = {
  reason:
    'A list that begins with another, or stands in two quotes, with a line of the quote without words in or below it.',
  example: '>* * b\n>\n>   b',
  types: ['list'],
  holds: (node, {text}) => {
    const marks = lineBefore(node.position?.start, text).match(/>/g)?.length ?? 0
    if (marks === 0 || node.type !== 'list') return false
    const isNested = marks > 1 || node.children.some(item => item.children.some(child => child.type === 'list'))
    const below = /^[^\r\n]*(?:\r\n|\n|\r)[^\r\n]*/.exec(text.slice(endOf(node)))?.[0] ?? ''
    return isNested && /^[ \t]*>[> \t]*$/m.test(text.slice(startOf(node), endOf(node) + below.length))
  },
}

// A line of a quote without words, but for the mark of an item.
const NO_WORDS = /^[ \t]*>[> \t]*(?:[-*+]|\d{1,9}[.)])?$/

export const wordlessEnd: NodeDoubt = {
  reason: 'A quote whose last line has no words: the engines see its end, and that of what is in it, elsewhere.',
  example: '>>\n> ',
  types: ['blockquote'],
  holds: (node, {text}) => {
    const last = lineBefore(node.position?.end, text)
    const [, next = ''] = /^[^\r\n]*(?:\r\n|\n|\r)([^\r\n]*)/.exec(text.slice(endOf(node))) ?? []
    return NO_WORDS.test(last.trimEnd()) || NO_WORDS.test(next.trimEnd())
  },
}
