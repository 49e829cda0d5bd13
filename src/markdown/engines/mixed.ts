import type {Nodes, Root, RootContent} from 'mdast'
import {itemAt} from '../../text/index.js'
import {lineOf, startOf} from '../places.js'
import {shift} from '../shift.js'
import {tooDear} from './effort/index.js'
import {readWithRemark} from './remark.js'
import {namesIn, type Stretch, stretchesWith} from './stretches.js'
import type {Reading} from './types.js'

// A heading closes what a stretch leaves open, but for fences and the like: where it is one, nothing was.
const CLOSING = '# x\n'

/**
 * The native engine's tree with those stretches read by the reference in which some nodes are in doubt; undefined where they
 * cannot be read without the rest. Nothing but names of addresses and notes is known from one stretch to another.
 */
export function mixed(tree: Root, text: string, doubtful: readonly Nodes[], reading: Reading): Root | undefined {
  const stretches = stretchesWith(tree, text, doubtful)
  // All of it: the reference reads it as it is.
  if (stretches[0]?.from === 0 && stretches[0].to === text.length) return undefined
  const read = readAll(stretches, tree, text, reading)
  if (read === undefined) return undefined
  let at = 0
  const parts = stretches.map(({first, end}, index) => {
    const before = tree.children.slice(at, first)
    at = end
    return [...before, ...itemAt(read, index)]
  })
  return {...tree, children: [...parts, tree.children.slice(at)].flat()}
}

/** The nodes of each stretch, all read in one go; undefined where one leaves something open, or gives other names than were known. */
function readAll(
  stretches: readonly Stretch[],
  tree: Root,
  text: string,
  reading: Reading,
): RootContent[][] | undefined {
  const within = stretches.flatMap(({first, end}) => tree.children.slice(first, end))
  const known = new Set(within)
  const inside = namesIn(within, text)
  const outside = namesIn(
    tree.children.filter(child => !known.has(child)),
    text,
  )
  if (inside === undefined || outside === undefined) return undefined
  const words = stretches.map(({from, to}) => text.slice(from, to))
  // What a document leaves open at its end ends otherwise than what a heading closes, so nothing may follow.
  const isLast = stretches.at(-1)?.to === text.length
  if (isLast && outside.names !== '') return undefined
  const whole = words.join(CLOSING) + (isLast ? '' : `${CLOSING}\n${outside.source}\n`)
  if (tooDear(whole, reading.effort) !== undefined) return undefined
  const frontmatterEnd = stretches[0]?.from === 0 ? reading.frontmatterEnd : undefined
  const {children} = readWithRemark(whole, {frontmatterEnd})

  const read: RootContent[][] = []
  let [at, offset, line] = [0, 0, 1]
  for (const [index, {from, first}] of stretches.entries()) {
    const end = offset + itemAt(words, index).length
    let closing = at
    while (closing < children.length && startOf(children[closing] as RootContent) < end) closing++
    const isOpen = isLast && index === stretches.length - 1
    const mark = children[closing]
    if (!isOpen && (mark?.type !== 'heading' || startOf(mark) !== end)) return undefined
    const nodes = children.slice(at, closing)
    shift(nodes, from - offset, (from === 0 ? 1 : lineOf(itemAt(tree.children, first))) - line)
    read.push(nodes)
    at = closing + 1
    offset = end + CLOSING.length
    line = (mark?.position?.start.line ?? 1) + 1
  }
  return namesIn(read.flat(), text)?.names === inside.names ? read : undefined
}
