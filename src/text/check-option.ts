import {meant} from './nearest.js'

/** What a number may be, in words, and as a question. */
export interface NumberForm {
  words: string
  fits(value: number): boolean
}

/** Whole numbers; without `to`, Infinity too, which limits nothing. */
export function wholeNumber(from: number, to?: number): NumberForm {
  return {
    words: to === undefined ? `a whole number from ${from} on, or Infinity` : `a whole number from ${from} to ${to}`,
    fits: value =>
      value >= from &&
      (to === undefined
        ? Number.isInteger(value) || value === Number.POSITIVE_INFINITY
        : Number.isInteger(value) && value <= to),
  }
}

/** Numbers from one to another. */
export function numberFrom(from: number, to: number): NumberForm {
  return {words: `a number from ${from} to ${to}`, fits: value => value >= from && value <= to}
}

/** Numbers above 0, the largest among them. */
export function positiveNumber(largest: number): NumberForm {
  return {words: `a number above 0, ${largest} at the most`, fits: value => value > 0 && value <= largest}
}

/**
 * Refuses what is no number of a form, which in a comparison would limit nothing.
 * @throws TypeError where it is no number at all, RangeError where it does not fit.
 */
export function checkNumber(name: string, value: unknown, {words, fits}: NumberForm): void {
  if (typeof value !== 'number') throw new TypeError(`Unexpected ${name} ${shown(value)}, expected ${words}`)
  if (!fits(value)) throw new RangeError(`Unexpected ${name} ${value}, expected ${words}`)
}

/**
 * Refuses options of other names than these: what they were meant to say would count for nothing.
 * @throws TypeError, too, where they are no object.
 */
export function checkNames(what: string, options: unknown, names: readonly string[]): void {
  const list = names.join(', ')
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`Unexpected ${what} ${shown(options)}, expected an object with ${list}`)
  const [other] = Object.entries(options).find(([name, value]) => value !== undefined && !names.includes(name)) ?? []
  if (other === undefined) return
  throw new TypeError(`Unexpected "${other.slice(0, 80)}" in ${what}, expected one of ${list}${meant(other, names)}`)
}

/** @throws TypeError where a text that was handed over is none. */
export function checkText(value: unknown): void {
  if (typeof value !== 'string') throw new TypeError(`Unexpected text ${shown(value)}, expected a string`)
}

/** @throws TypeError where a list of texts that was handed over is none: a single text would be taken for the list of its signs. */
export function checkTextList(name: string, value: unknown): void {
  if (Array.isArray(value) && value.every(each => typeof each === 'string')) return
  throw new TypeError(`Unexpected ${name} ${shown(value)}, expected a list of strings`)
}

/** @throws TypeError where what was handed over lacks one of the methods. `words`: what is expected. */
export function checkMethods(name: string, value: unknown, methods: readonly string[], words: string): void {
  const isMethod = (method: string): boolean => typeof Reflect.get(Object(value), method) === 'function'
  if (methods.every(isMethod)) return
  throw new TypeError(`Unexpected ${name} ${shown(value)}, expected ${words}`)
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80))
  if (typeof value === 'bigint') return `${value}n`
  return typeof value === 'object' && value !== null ? Object.prototype.toString.call(value) : String(value)
}
