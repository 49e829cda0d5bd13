import type {Nodes, Root} from 'mdast'
import {someNode} from '../../walk.js'
import * as addresses from './addresses.js'
import * as code from './code.js'
import * as html from './html.js'
import * as lists from './lists.js'
import * as quotes from './quotes.js'
import * as tables from './tables.js'
import {TEXTS} from './texts.js'
import type {Doubt, NodeDoubt} from './types.js'
import * as words from './words.js'

const NODES: readonly NodeDoubt[] = [addresses, code, html, lists, quotes, tables, words].flatMap(file =>
  Object.values(file),
)
const BY_TYPE = new Map<string, NodeDoubt[]>()
for (const doubt of NODES) for (const type of doubt.types) BY_TYPE.set(type, [...(BY_TYPE.get(type) ?? []), doubt])

/** All that the engines are known to read in different ways. */
export const DOUBTS: readonly Doubt[] = [...TEXTS, ...NODES]

// Several look for the same sign first.
const BY_SIGN = new Map<RegExp | undefined, RegExp[]>()
for (const {sign, pattern} of TEXTS) BY_SIGN.set(sign, [...(BY_SIGN.get(sign) ?? []), pattern])

/** Whether the engines may make different trees of a text, by the text alone. */
export function isDoubtfulText(text: string): boolean {
  for (const [sign, patterns] of BY_SIGN)
    if (sign?.test(text) !== false && patterns.some(pattern => pattern.test(text))) return true
  return false
}

/**
 * The nodes of the native engine's tree of which the reference may make others; "all" where it is for something that may stand
 * anywhere before them.
 */
export function doubtfulIn(tree: Root, text: string): Nodes[] | 'all' {
  const found: Nodes[] = []
  const isAll = someNode(tree, (node, parent, index) => {
    const doubts = BY_TYPE.get(node.type)
    if (doubts === undefined) return false
    const around = {parent, index, text}
    let isFound = false
    for (const {holds, wide} of doubts) {
      if ((isFound && !wide) || !holds(node, around)) continue
      if (wide) return true
      isFound = true
    }
    if (isFound) found.push(node)
    return false
  })
  return isAll ? 'all' : found
}
