import type {Nodes} from 'mdast'
import {visit} from './walk.js'

/** Moves the places of nodes, and of all that they hold, by signs and lines: for a text that is a part of another one. */
export function shift(nodes: readonly Nodes[], signs: number, lines: number): void {
  // Nodes may share a point.
  const seen = new Set<object>()
  for (const node of nodes)
    visit(node, ({position}) => {
      for (const point of [position?.start, position?.end]) {
        if (point?.offset === undefined || seen.has(point)) continue
        seen.add(point)
        point.offset += signs
        point.line += lines
      }
    })
}
