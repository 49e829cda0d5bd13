import type {Range} from './types.js'

/** Whether a value is an object that is no array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is a place in a text with start and end. */
export function isRange(value: unknown): value is Range {
  return isObject(value) && isPoint(value.start) && isPoint(value.end)
}

export function isPoint(value: unknown): value is Range['start'] {
  return isObject(value) && ['line', 'column', 'offset'].every(name => typeof value[name] === 'number')
}
