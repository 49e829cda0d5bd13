import type {List, ListItem} from 'mdast'
import {startOf} from '../../places.js'
import {sourceOf, touches} from './places.js'
import type {NodeDoubt} from './types.js'

export const interruptingList: NodeDoubt = {
  reason:
    'A list that may not interrupt a paragraph, right below something else: the reference takes it for a paragraph there, too.',
  example: '-\n#\n    `\n3. C',
  types: ['list'],
  holds: (node: List, {parent, index}) => {
    const before = parent.children[index - 1]
    if (before === undefined || before.type === 'list') return false
    return mayNotInterrupt(node) && (before.type === 'code' || touches(before, node))
  },
}

const BOX = /\[[ \txX]\]/
const BOX_ALONE = /^\[[ \txX]\][ \t]*[\r\n]/

export const taskWithoutWords: NodeDoubt = {
  reason:
    'A box with nothing behind it in its line: the reference has other places for it, and calls it a task only where a paragraph follows.',
  example: '- [ ]\n/',
  types: ['listItem'],
  holds: (node: ListItem, {text}) => {
    // A definition at the beginning hides the box from the native engine.
    if (node.children[0]?.type === 'definition') return true
    const [words] = node.children
    if (words === undefined) return typeof node.checked === 'boolean'
    const start = startOf(words)
    // A box that became a part of no paragraph: a heading, or a table, has the line.
    if (typeof node.checked !== 'boolean') {
      // In a quote the next line may keep the native engine from seeing the box.
      if (words.type === 'paragraph') return BOX_ALONE.test(sourceOf(words, text))
      return words.type === 'table' && BOX.test(text.slice(startOf(node), start))
    }
    return words.type !== 'paragraph' || /[\r\n]/.test(text.slice(text.lastIndexOf('[', start - 1), start))
  },
}

export const footnoteBlocks: NodeDoubt = {
  reason:
    'A footnote that begins with another block than a paragraph: the engines do not agree on what that is, and where it ends.',
  example: '[^1]:[^1]:',
  types: ['footnoteDefinition'],
  holds: (node, {parent}) =>
    parent.type !== 'root' ||
    ('children' in node && (node.children.length === 0 || node.children.some(child => child.type !== 'paragraph'))),
}

export const endAtLineStart: NodeDoubt = {
  reason: 'An item that ends with a line end: the reference does not count that.',
  example: '- <script></script>\n-',
  types: ['listItem', 'blockquote', 'footnoteDefinition'],
  holds: node => node.position?.end.column === 1,
}

// An empty item, or another number than 1, here or in what an item begins with.
function mayNotInterrupt(list: List): boolean {
  return (
    (list.ordered === true && list.start !== 1) ||
    list.children.some(
      ({children: [first]}) => first === undefined || (first.type === 'list' && mayNotInterrupt(first)),
    )
  )
}
