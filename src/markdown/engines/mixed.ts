import type {Nodes, Root, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import {startOf} from '../places.js'
import {readWithRemark} from './remark.js'
import {namesIn, type Stretch, stretchesWith} from './stretches.js'
import type {Reading} from './types.js'

// A heading that closes what a stretch leaves open, but for fences and the like: where it is one, nothing was.
const CLOSING = '# x\n'

/**
 * The native engine's tree with those stretches read by the reference in which some nodes are in doubt; undefined where a stretch
 * cannot be read without the rest. Nothing but names of addresses and notes is known from one stretch to the next.
 */
export function mixed(tree: Root, text: string, doubtful: readonly Nodes[], reading: Reading): Root | undefined {
  const children: RootContent[] = []
  let at = 0
  for (const stretch of stretchesWith(tree, text, doubtful)) {
    // All of it: the reference reads it as it is.
    if (stretch.from === 0 && stretch.to === text.length) return undefined
    const read = readStretch(stretch, tree, text, reading)
    if (read === undefined) return undefined
    children.push(...tree.children.slice(at, stretch.first), ...read)
    at = stretch.end
  }
  children.push(...tree.children.slice(at))
  return {...tree, children}
}

function readStretch(
  {from, to, first, end}: Stretch,
  tree: Root,
  text: string,
  reading: Reading,
): RootContent[] | undefined {
  const inside = namesIn(tree.children.slice(first, end), text)
  const outside = namesIn([...tree.children.slice(0, first), ...tree.children.slice(end)], text)
  if (inside === undefined || outside === undefined) return undefined
  const words = text.slice(from, to)
  const read = (rest: string) =>
    readWithRemark(words + rest, {frontmatterEnd: from === 0 ? reading.frontmatterEnd : undefined}).children
  // What a document leaves open at its end ends otherwise than what a heading closes.
  const isLast = to === text.length
  if (isLast && outside.names !== '') return undefined
  const children = isLast ? read('') : until(words.length, read(`${CLOSING}\n${outside.source}\n`))
  if (children === undefined || namesIn(children, words)?.names !== inside.names) return undefined
  move(children, from, from === 0 ? 0 : (tree.children[first]?.position?.start.line ?? 1) - 1)
  return children
}

/** The nodes before the closing heading; undefined where it is none, for something is open. */
function until(offset: number, nodes: readonly RootContent[]): RootContent[] | undefined {
  const closing = nodes.findIndex(node => startOf(node) === offset)
  return nodes[closing]?.type === 'heading' ? nodes.slice(0, closing) : undefined
}

function move(nodes: readonly RootContent[], offset: number, lines: number): void {
  const seen = new Set<object>()
  for (const node of nodes)
    visit(node, ({position}: Nodes) => {
      for (const point of [position?.start, position?.end]) {
        if (point?.offset === undefined || seen.has(point)) continue
        seen.add(point)
        point.offset += offset
        point.line += lines
      }
    })
}
