export {isObject, isPoint, isRange as isPosition} from '../fixes/values.js'
export {escapePointer, joinPointer, parsePointer} from '../text/index.js'

export function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

/** The own property of an object or array; undefined where there is none. */
export function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

/** The value that stands at the end of a JSON pointer, and those on the way to it, outermost first. */
export function valuesAlong(data: unknown, segments: readonly string[]): unknown[] {
  const values = [data]
  for (const segment of segments) values.push(own(values.at(-1), segment))
  return values
}
