import type {Nodes, Parents} from 'mdast'

/**
 * Visits every node below another one, each before what it holds, until a visit says true; tells whether one did. Not by calls in one
 * another: a tree may be deeper than the stack.
 */
export function someNode(top: Parents, holds: (node: Nodes, parent: Parents, index: number) => boolean): boolean {
  const parents: Parents[] = [top]
  for (let parent = parents.pop(); parent !== undefined; parent = parents.pop()) {
    for (const [index, node] of parent.children.entries()) {
      if (holds(node, parent, index)) return true
      if ('children' in node) parents.push(node)
    }
  }
  return false
}
