/** A stretch of the source by its offsets. */
export interface Slice {
  from: number
  to: number
}

/** Where a node stands; undefined for a node that the parser gave no place. */
export function sliceOf(node: {
  position?: {start: {offset?: number | undefined}; end: {offset?: number | undefined}} | undefined
}): Slice | undefined {
  const [from, to] = [node.position?.start.offset, node.position?.end.offset]
  return from === undefined || to === undefined ? undefined : {from, to}
}
