import {linesOf} from '../../markdown/index.js'
import {readTypedYaml, wordsOn} from '../../text/yaml.js'
import {isObject, joinPointer} from '../data.js'
import type {Problem} from './problems.js'
import type {Source} from './sources.js'

/** A schema's text, JSON or YAML, and where its file is. */
export interface SchemaText {
  text: string
  /** As messages show it: relative to the root. Absent: its rules show no place, as those that come with us. */
  path?: string
}

// A schema nests about two levels for each property on its way.
const LIMITS = {size: 1_000_000, depth: 200}

/** Reads a schema as data with places; YAML takes in JSON. */
export function readSchema({text, path}: SchemaText): {source: Source} | {problem: Problem} {
  const lines = linesOf(text)
  const problemAt = (line: number, reason: string): {problem: Problem} => ({
    problem: {
      severity: 'error',
      reason,
      ...(path === undefined ? {} : {path}),
      range: lines.rangeOf(line),
    },
  })

  const reading = readTypedYaml(text, LIMITS)
  if (!reading.ok) return problemAt(reading.line, wordsOn(reading))
  const value = plainData(reading.value)
  if (!isObject(value)) return problemAt(1, 'Unexpected schema that is no object, expected "$defs" with rules')
  const id = typeof value.$id === 'string' ? value.$id : (path ?? 'schema')
  const source: Source = {
    id,
    ...(path === undefined ? {} : {path}),
    value,
    locate: segments => {
      const range = reading.ranges.get(joinPointer(segments))
      return range && {start: lines.pointAt(range[0]), end: lines.pointAt(range[1])}
    },
  }
  return {source}
}

// The reader's objects have no prototype, which ajv's comparison does not expect.
function plainData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainData)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainData(inner)]))
}
