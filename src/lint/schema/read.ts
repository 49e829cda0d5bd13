import {linesOf} from '../../markdown/index.js'
import {readTypedYaml} from '../../text/yaml.js'
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
  const rangeBetween = (start: number, end: number) => ({start: lines.pointAt(start), end: lines.pointAt(end)})
  const problemAt = (line: number, reason: string): {problem: Problem} => ({
    problem: {
      severity: 'error',
      reason,
      ...(path === undefined ? {} : {path}),
      range: rangeBetween(lines.start(line), lines.start(line) + lines.text(line).length),
    },
  })

  const reading = readTypedYaml(text, LIMITS)
  if (!reading.ok) return problemAt(reading.line, reasonOf(reading.reason))
  const value = plainData(reading.value)
  if (!isObject(value)) return problemAt(1, 'Unexpected schema that is no object, expected "$defs" with rules')
  const id = typeof value.$id === 'string' ? value.$id : (path ?? 'schema')
  const source: Source = {
    id,
    ...(path === undefined ? {} : {path}),
    value,
    locate: segments => {
      const range = reading.ranges.get(joinPointer(segments))
      return range && rangeBetween(range[0], range[1])
    },
  }
  return {source}
}

function reasonOf(reason: string): string {
  if (/^Map keys must be unique/.test(reason)) return 'Unexpected second key of this name, expected each key once'
  return `Unexpected text that is no YAML or JSON: ${reason.replace(/\s+/g, ' ')}`
}

// The reader's objects have no prototype, which ajv's comparison does not expect.
function plainData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainData)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainData(inner)]))
}
