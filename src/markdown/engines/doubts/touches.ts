import type {Nodes} from 'mdast'

/** Whether a node begins in the line right below the one before it, or in the same. */
export function touches(before: Nodes, node: Nodes): boolean {
  return (before.position?.end.line ?? 0) + 1 >= (node.position?.start.line ?? 0)
}
