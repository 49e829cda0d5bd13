import {touches} from './touches.js'
import type {NodeDoubt} from './types.js'

export const belowInQuote: NodeDoubt = {
  reason: 'A list or a quote in a quote with something right below it: the engines see its end elsewhere.',
  example: '>- f\n>+ b',
  types: ['blockquote'],
  holds: node =>
    node.type === 'blockquote' &&
    node.children.some((child, index) => {
      const before = node.children[index - 1]
      return before !== undefined && 'children' in before && before.type !== 'paragraph' && touches(before, child)
    }),
}

export const emptyInQuote: NodeDoubt = {
  reason: 'An empty item in a quote: the engines do not agree on what the lines without words around it part.',
  example: '>- -\n>\n>- d',
  types: ['listItem'],
  holds: (node, {text}) => {
    const start = node.position?.start.offset ?? 0
    return 'children' in node && node.children.length === 0 && text.slice(lineStart(text, start), start).includes('>')
  },
}

export const spacedInQuote: NodeDoubt = {
  reason:
    'A list that begins with another, or stands in two quotes, with a line of the quote without words in or below it.',
  example: '>* * b\n>\n>   b',
  types: ['list'],
  holds: (node, {text}) => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
    const marks = text.slice(lineStart(text, start), start).match(/>/g)?.length ?? 0
    if (marks === 0 || node.type !== 'list') return false
    const isNested = marks > 1 || node.children.some(item => item.children.some(child => child.type === 'list'))
    const below = /^[^\r\n]*(?:\r\n|\n|\r)[^\r\n]*/.exec(text.slice(end))?.[0] ?? ''
    return isNested && /^[ \t]*>[> \t]*$/m.test(text.slice(start, end + below.length))
  },
}

// A line of a quote without words, but for the mark of an item.
const NO_WORDS = /^[ \t]*>[> \t]*(?:[-*+]|\d{1,9}[.)])?$/

export const wordlessEnd: NodeDoubt = {
  reason: 'A quote whose last line has no words: the engines see its end, and that of what is in it, elsewhere.',
  example: '>>\n> ',
  types: ['blockquote'],
  holds: (node, {text}) => {
    const end = node.position?.end.offset ?? 0
    const last = text.slice(lineStart(text, end), end)
    const [, next = ''] = /^[^\r\n]*(?:\r\n|\n|\r)([^\r\n]*)/.exec(text.slice(end)) ?? []
    return NO_WORDS.test(last.trimEnd()) || NO_WORDS.test(next.trimEnd())
  },
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
}
