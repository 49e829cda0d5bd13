import {collapsed} from '../../text/index.js'
import {isObject, isStrings, own} from '../data.js'
import type {Failure} from '../types.js'
import type {Site} from './item.js'

/** What a failure says of right and wrong values. */
export interface Values {
  expected: string[]
  actual?: string
  /** Values that a placeholder can show, by its name. */
  shown: Readonly<Record<string, unknown>>
}

const LIMITS: ReadonlyMap<string, string> = new Map([
  ['minimum', 'at least'],
  ['maximum', 'at most'],
  ['exclusiveMinimum', 'more than'],
  ['exclusiveMaximum', 'less than'],
  ['minItems', 'at least'],
  ['maxItems', 'at most'],
  ['minLength', 'at least'],
  ['maxLength', 'at most'],
  ['minProperties', 'at least'],
  ['maxProperties', 'at most'],
])

/** Reads expected and actual values from a failure, whatever its keyword calls them. */
export function valuesOf(failure: Failure, site: Site): Values {
  const {keyword, params} = failure
  const limit = params.limit ?? params.minContains
  const allowed = Array.isArray(params.allowedValues)
    ? params.allowedValues
    : Object.hasOwn(params, 'allowedValue')
      ? [params.allowedValue]
      : []
  const expected = expectedBy(keyword, params, allowed, limit)
  const actual = actualBy(keyword, params, site.value)
  return {
    expected,
    ...(actual === undefined ? {} : {actual}),
    shown: {
      ...params,
      value: site.value,
      limit,
      allowed: allowed.map(value => (typeof value === 'string' ? value : JSON.stringify(value))),
      extra: extraIn(params, site),
      expected: expected.join(' or '),
      actual,
    },
  }
}

// A surplus section or row is shown as it is written, not by its id.
function extraIn(params: Readonly<Record<string, unknown>>, {value}: Site): unknown {
  const id = params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName
  const extra = typeof id === 'string' ? own(value, id) : undefined
  return own(extra, 'heading') ?? own(extra, 'label') ?? id
}

function expectedBy(
  keyword: string,
  params: Readonly<Record<string, unknown>>,
  allowed: readonly unknown[],
  limit: unknown,
): string[] {
  if (isStrings(params.expected)) return params.expected
  const words = LIMITS.get(keyword)
  // What a list should be instead of having entries is told by the message.
  if (keyword === 'maxItems' && limit === 0) return []
  if (words !== undefined && typeof limit === 'number')
    return [limit === 0 && words === 'at most' ? 'none' : `${words} ${limit}`]
  return allowed.filter(isTelling).map(String)
}

// What true and false mean is told by the message, not by the bare words.
function isTelling(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}

function actualBy(keyword: string, params: Readonly<Record<string, unknown>>, value: unknown): string | undefined {
  if (typeof params.actual === 'string') return params.actual
  if (keyword === 'required') return undefined
  if (isTelling(value)) return String(value)
  if (!LIMITS.has(keyword)) return undefined
  if (Array.isArray(value)) return String(value.length)
  return isObject(value) ? String(Object.keys(value).length) : undefined
}

/** A value as a message shows it: one line, not too long; lists quoted and joined with `and`. */
export function shownValue(value: unknown, join = 'and'): string {
  if (typeof value === 'string') return clipped(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return ''
  return isStrings(value) ? listed(value, join) : String(value.length)
}

/** The value at the end of a dotted path, by own properties only. */
export function dotted(value: unknown, path: string): unknown {
  return path.split('.').reduce(own, value)
}

const LONGEST = 160
const MOST = 10

function clipped(text: string): string {
  const line = collapsed(text)
  if (line.length <= LONGEST) return line
  // No half of a surrogate pair stays behind.
  return `${line.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

function listed(values: readonly string[], join: string): string {
  const shown = values.slice(0, MOST).map(value => `"${clipped(value)}"`)
  if (values.length > MOST) shown.push(`${values.length - MOST} more`)
  // Nothing is shown of none.
  const last = shown.pop() ?? ''
  return shown.length === 0 ? last : `${shown.join(', ')} ${join} ${last}`
}
