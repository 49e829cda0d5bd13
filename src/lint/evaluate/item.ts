import type {Range} from '../../fixes/index.js'
import {itemAt} from '../../text/index.js'
import {isObject, isPoint, isPosition, own, parsePointer, valuesAlong} from '../data.js'
import type {Failure} from '../types.js'

/** Where a failure stands among the facts. */
export interface Site {
  /** Segments of the failing value's JSON pointer. */
  path: string[]
  value: unknown
  /** The child that the error names, where it is there: a surplus property, a name. */
  child?: string
  /** The nearest fact that has a position, and that position: the place that is accused. */
  item: unknown
  range: Range
}

/** Names of children in the parameters of ajv's errors. */
const CHILDREN = ['additionalProperty', 'unevaluatedProperty', 'propertyName', 'missingProperty']

/** Finds the failing value, and the nearest fact with a position on the way to it. */
export function siteOf(failure: Failure, facts: {position: Range}): Site {
  const path = parsePointer(failure.instancePath)
  const values = valuesAlong(facts, path)
  const value = values.at(-1)
  const child = CHILDREN.map(name => failure.params[name]).find(name => typeof name === 'string')
  const way = child === undefined ? values : [...values, own(value, child)]
  // The document itself has one, so that there is one at least.
  const placed = way.flatMap(step => {
    const range = isObject(step) ? own(step, 'position') : undefined
    return isPosition(range) ? [{item: step, range}] : []
  })
  const {item, range} = itemAt(placed, placed.length - 1)
  return {path, value, ...(child === undefined ? {} : {child}), item, range}
}

/** Offsets that a fact reaches over: its `extent` where it has one; else to its `end`, or the end of its position. */
export function extentOf(item: unknown, range: Range): {start: number; end: number} {
  const extent = own(item, 'extent')
  if (isPosition(extent)) return {start: extent.start.offset, end: extent.end.offset}
  const end = own(item, 'end')
  return {start: range.start.offset, end: isPoint(end) ? end.offset : range.end.offset}
}
