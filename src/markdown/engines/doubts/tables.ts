import {startOf} from '../../places.js'
import {sourceOf, touches} from './places.js'
import type {NodeDoubt} from './types.js'

export const tableBelowWords: NodeDoubt = {
  reason: 'A table right below a list, a quote or a definition: the engines do not agree on what its head belongs to.',
  example: '- R\n||||S\n\t-|-|-|-',
  types: ['table'],
  holds: (node, {parent, index}) => {
    const before = parent.children[index - 1]
    return (
      (before?.type === 'list' || before?.type === 'blockquote' || before?.type === 'definition') &&
      touches(before, node)
    )
  },
}

export const tableAsWords: NodeDoubt = {
  reason:
    'A row of dashes among words that are no table to the native engine: below a list or a quote they may be one to the reference.',
  example: '- **\n|||N\n    -|-|-',
  types: ['paragraph'],
  holds: (node, {text}) => /[\r\n](?=[ \t>|:]*-)[ \t>|:-]+(?:[\r\n]|$)/.test(sourceOf(node, text)),
}

export const headBetweenQuotes: NodeDoubt = {
  reason:
    'A line with bars between a quote and another with a row of dashes: to the reference they are a table of the first.',
  example: '>}\n|||R\n>-|-|-',
  types: ['paragraph'],
  holds: (node, {parent, index, text}) => {
    const before = parent.children[index - 1]
    return before?.type === 'blockquote' && touches(before, node) && sourceOf(node, text).includes('|')
  },
}

export const tagInTable: NodeDoubt = {
  reason: 'A row that begins with a tag: to the reference it ends the table.',
  example: '|a|\n|-|\n<b>',
  types: ['tableRow'],
  holds: (node, {text}) => text[startOf(node)] === '<',
}
