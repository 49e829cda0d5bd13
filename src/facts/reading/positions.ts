import type {Node} from 'unist'
import type {Lines} from '../../markdown/index.js'
import type {Point, Position} from '../types.js'

export {endOf, startOf} from '../../markdown/index.js'

/** Where a node stands, as plain data. */
export function positionOf(node: Node): Position {
  const {start, end} = node.position ?? {start: NOWHERE, end: NOWHERE}
  return {start: pointOf(start), end: pointOf(end)}
}

/** The range between two offsets. */
export function rangeBetween(lines: Lines, start: number, end: number): Position {
  return {start: lines.pointAt(start), end: lines.pointAt(end)}
}

const NOWHERE = {line: 1, column: 1, offset: 0}

function pointOf({line, column, offset}: {line: number; column: number; offset?: number | undefined}): Point {
  return {line, column, offset: offset ?? 0}
}
