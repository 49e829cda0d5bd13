import type {Nodes, Parents} from 'mdast'

// A place between the children of a node, and the one that the walk comes back to from there.
interface Place {
  parent: Parents
  next: number
  around: Place | undefined
}

/**
 * Visits every node below another one in order of the document, each before what it holds, until a visit says true; tells whether one
 * did. Not by calls in one another: a tree may be deeper than the stack.
 */
export function someNode(top: Parents, holds: (node: Nodes, parent: Parents, index: number) => boolean): boolean {
  let here: Place | undefined = {parent: top, next: 0, around: undefined}
  while (here !== undefined) {
    const node: Nodes | undefined = here.parent.children[here.next]
    if (node === undefined) {
      here = here.around
      continue
    }
    if (holds(node, here.parent, here.next++)) return true
    if ('children' in node) here = {parent: node, next: 0, around: here}
  }
  return false
}

/** Visits a node and every one below it, in order of the document. */
export function visit(top: Nodes, see: (node: Nodes) => void): void {
  see(top)
  if (!('children' in top)) return
  someNode(top, node => {
    see(node)
    return false
  })
}

/** A node and those below it that are of a type, in order of the document. */
export function nodesOfType<Type extends Nodes['type']>(top: Nodes, type: Type): Extract<Nodes, {type: Type}>[] {
  const found: Extract<Nodes, {type: Type}>[] = []
  const isOfType = (node: Nodes): node is Extract<Nodes, {type: Type}> => node.type === type
  visit(top, node => {
    if (isOfType(node)) found.push(node)
  })
  return found
}
