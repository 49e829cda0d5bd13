import {endOf, type Node, startOf} from '../../markdown/index.js'

/** A stretch of the source by its offsets. */
export interface Slice {
  from: number
  to: number
}

/** Where a node stands. */
export function sliceOf(node: Node): Slice {
  return {from: startOf(node), to: endOf(node)}
}
