import type {Link, Nodes} from 'mdast'
import {endOf, startOf} from '../../places.js'
import {sourceOf} from './places.js'
import type {NodeDoubt} from './types.js'

// What the reference makes links of once the tree is there: as wide as its own patterns, or wider.
const LEFT = /https?:\/\/|www\.|@[\w-]+\./i
// Without one of these, or what an escape or a reference makes of one, there is no address.
const ANY = /\/\/|www|[@&\\]/i
// What stands before an address that the reference reads as one at once. Of an address by mail more could.
const BEFORE = /[ \t\r\n(]$/

export const bareAddresses: NodeDoubt = {
  reason:
    'An address without brackets around it that follows other signs than a space: the reference makes a link of it later, without a place, or none.',
  example: '.www.a.b',
  types: ['paragraph', 'heading', 'tableCell'],
  holds: (node, {text}) => {
    if (!('children' in node) || !ANY.test(sourceOf(node, text))) return false
    return isDoubtful(node.children, {text, opened: 0, from: startOf(node)})
  },
}

interface Reading {
  text: string
  /** Where the words begin. */
  from: number
  /** Brackets that are open by now: behind one the reference looks for no addresses. */
  opened: number
}

function isDoubtful(nodes: readonly Nodes[], reading: Reading): boolean {
  return nodes.some(node => {
    if (node.type === 'text') return isDoubtfulText(node.value, reading)
    if (node.type === 'link') return isBare(node, reading) && isDoubtfulAddress(node, reading)
    if (node.type === 'linkReference') return false
    return 'children' in node && isDoubtful(node.children, reading)
  })
}

function isDoubtfulText(value: string, reading: Reading): boolean {
  for (const sign of value) {
    if (sign === '[') reading.opened++
    else if (sign === ']') reading.opened = Math.max(0, reading.opened - 1)
  }
  return LEFT.test(value)
}

function isBare(node: Link, {text}: Reading): boolean {
  return !/[[<]/.test(text.charAt(startOf(node)))
}

function isDoubtfulAddress(node: Link, {text, from, opened}: Reading): boolean {
  const [start, end] = [startOf(node), endOf(node)]
  const [words] = node.children
  // What is escaped before it is part of it to the native engine.
  if (words?.type !== 'text' || words.value !== text.slice(start, end) || /^www\.?$/i.test(words.value)) return true
  // The bar that ends a row is part of it to the native engine, where the row has no other.
  if (/[^!-{}~]|^(?:https?:\/\/)?(?:[^/]*_|[^a-z\d])/i.test(words.value)) return true
  return opened > 0 || text[end] === '_' || (start > from && !BEFORE.test(text.charAt(start - 1)))
}
