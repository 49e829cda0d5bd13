import type {Nodes, Root, RootContent} from 'mdast'
import {itemAt} from '../../text/index.js'
import {endOf, startOf} from '../places.js'
import {someNode} from '../walk.js'

/** A stretch of a document from one heading of its own to the next: what stands in it is read without what stands around it. */
export interface Stretch {
  /** Offsets. */
  from: number
  to: number
  /** Indexes of the children of the root that lie in it. */
  first: number
  end: number
}

/**
 * The stretches that hold some nodes, in order. A stretch begins with a heading of signs at the beginning of a line: whatever stands
 * before such a one is closed by it, but for fences and raw HTML, in which it would be no heading.
 */
export function stretchesWith(tree: Root, text: string, nodes: readonly Nodes[]): Stretch[] {
  const {children} = tree
  const starts = children.flatMap((child, index) => (index > 0 && beginsStretch(child, text) ? [index] : []))
  const bounds = [0, ...starts, children.length]
  const places = nodes.map(startOf).sort((a, b) => a - b)
  let place = 0
  return bounds.slice(0, -1).flatMap((first, at) => {
    const end = itemAt(bounds, at + 1)
    const next = children[end]
    const from = first === 0 ? 0 : startOf(children[first] as RootContent)
    const to = next === undefined ? text.length : startOf(next)
    const before = place
    while ((places[place] ?? Number.POSITIVE_INFINITY) < to) place++
    return place > before ? [{from, to, first, end}] : []
  })
}

function beginsStretch(node: RootContent, text: string): boolean {
  return node.type === 'heading' && node.position?.start.column === 1 && text[startOf(node)] === '#'
}

/** Names that some nodes of the root give to addresses and notes, sorted, and the text that gives them; undefined where one lies deeper. */
export function namesIn(nodes: readonly RootContent[], text: string): {names: string; source: string} | undefined {
  const names: string[] = []
  const sources: string[] = []
  for (const node of nodes) {
    if (node.type === 'definition') {
      names.push(`[${node.identifier}`)
      sources.push(text.slice(startOf(node), endOf(node)))
    } else if (node.type === 'footnoteDefinition') {
      names.push(`^${node.identifier}`)
      const label = /^\[\^[^\]]*\]:/.exec(text.slice(startOf(node), endOf(node)))
      if (label === null) return undefined
      sources.push(`${label[0]} x`)
    } else if (holdsNames(node)) return undefined
  }
  return {names: names.sort().join('\n'), source: sources.join('\n\n')}
}

function holdsNames(node: Nodes): boolean {
  return 'children' in node && someNode(node, ({type}) => type === 'definition' || type === 'footnoteDefinition')
}
