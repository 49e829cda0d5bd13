import type {Range} from '../../fixes/index.js'
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
  const item = way.findLast(step => isObject(step) && isPosition(own(step, 'position'))) ?? facts
  const position = own(item, 'position')
  const range = isPosition(position) ? position : facts.position
  return {path, value, ...(child === undefined ? {} : {child}), item, range}
}

/** Offsets that a fact reaches over: its `extent` where it has one; else to its `end`, or the end of its position. */
export function extentOf(item: unknown, range: Range): {start: number; end: number} {
  const extent = own(item, 'extent')
  if (isPosition(extent)) return {start: extent.start.offset, end: extent.end.offset}
  const end = own(item, 'end')
  return {start: range.start.offset, end: isPoint(end) ? end.offset : range.end.offset}
}
