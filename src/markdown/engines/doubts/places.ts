import type {Nodes} from 'mdast'
import type {Point} from 'unist'
import {endOf, lastLineOf, lineOf, startOf} from '../../places.js'

export function sourceOf(node: Nodes, text: string): string {
  return text.slice(startOf(node), endOf(node))
}

/** What stands before a place in its line. */
export function lineBefore(point: Point | undefined, text: string): string {
  const {offset = 0, column = 1} = point ?? {}
  return text.slice(offset - column + 1, offset)
}

/** Whether a node begins in the line right below the one before it, or in the same. */
export function touches(before: Nodes, node: Nodes): boolean {
  return lastLineOf(before) + 1 >= lineOf(node)
}
