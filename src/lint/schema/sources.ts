import type {Range} from '../../fixes/index.js'
import {nearest} from '../../text/index.js'
import {isObject, own} from '../data.js'
import type {Problem, Report} from './problems.js'

/** A schema as it was read: its value, and where in its text each part stands. */
export interface Source {
  /** `$id`, else the path, else "schema". */
  id: string
  /** A user's file. Absent for the schemas that come with us. */
  path?: string
  value: Readonly<Record<string, unknown>>
  /** The place of a part, by its JSON pointer's segments: the key, or the item of a list. */
  locate?: (segments: readonly string[]) => Range | undefined
}

/** The schemas that others can build on, by their `$id`. */
export type Library = ReadonlyMap<string, Readonly<Record<string, unknown>>>

const START: Range = {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 1, offset: 0}}
const TOP_LEVEL = ['$schema', '$id', '$ref', '$comment', 'title', 'description', '$defs']

/** Takes problems of one source down into a list, each at its place, or at the nearest part around it that has one. */
export function reporter(source: Source, problems: Problem[]): Report {
  return (segments, reason, {severity = 'error', suggestions = []} = {}) => {
    let range: Range | undefined
    for (let length = segments.length; length >= 0 && !range; length--)
      range = source.locate?.(segments.slice(0, length))
    problems.push({
      severity,
      reason,
      ...(source.path === undefined ? {} : {path: source.path}),
      range: range ?? START,
      ...(suggestions.length > 0 ? {suggestions} : {}),
    })
  }
}

/** The schemas that a schema builds on, the deepest first, and itself as the last. */
export function chainOf(source: Source, library: Library, problems: Problem[]): Source[] {
  const chain = [source]
  for (let top: Source | undefined = source; top; top = chain[0] === top ? undefined : chain[0]) {
    const base = baseOf(top, library, reporter(top, problems))
    if (!base) continue
    if (chain.some(other => other.id === base.id)) {
      reporter(top, problems)(
        ['$ref'],
        `Unexpected circle of schemas: "${top.id}" builds on "${base.id}", which builds on it`,
      )
    } else chain.unshift(base)
  }
  return chain
}

function baseOf(source: Source, library: Library, report: Report): Source | undefined {
  const reference = own(source.value, '$ref')
  if (reference === undefined) return undefined
  const known = [...library.keys()]
  const value = typeof reference === 'string' ? library.get(reference) : undefined
  if (typeof reference === 'string' && value) return {id: reference, value}
  // What all have in common would make each near to each.
  const last = (id: string): string => id.slice(id.indexOf(':') + 1)
  const near = typeof reference === 'string' ? nearest(last(reference), known.map(last)) : []
  const suggestions = known.filter(id => near.includes(last(id)))
  report(['$ref'], `Unexpected schema ${JSON.stringify(reference)} to build on, expected one of ${known.join(', ')}`, {
    suggestions,
  })
  return undefined
}

/** Reports what has no place at the top of a schema. */
export function checkTop(source: Source, report: Report): void {
  for (const key of Object.keys(source.value)) {
    if (TOP_LEVEL.includes(key)) continue
    const suggestions = nearest(key, TOP_LEVEL)
    const reason = suggestions.length > 0 ? `Unexpected "${key}"` : `Unexpected constraint "${key}" outside "$defs"`
    report([key], `${reason}, expected every rule to be an entry of "$defs"`, {suggestions})
  }
  const defs = own(source.value, '$defs')
  if (defs !== undefined && !isObject(defs))
    report(['$defs'], 'Unexpected value of "$defs", expected rules by their ids')
  for (const name of ['$id', 'title', 'description', '$comment', '$schema']) {
    const value = own(source.value, name)
    if (value !== undefined && typeof value !== 'string')
      report([name], `Unexpected value of "${name}", expected a text`)
  }
}

/** The entries of a schema's `$defs`. */
export function entriesOf(source: Source): [string, unknown][] {
  const defs = own(source.value, '$defs')
  return isObject(defs) ? Object.entries(defs) : []
}
