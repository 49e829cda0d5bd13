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

/** @throws TypeError where options have one of another name than these: what it was meant to say would count for nothing. */
export function checkNames(what: string, options: object, names: readonly string[]): void {
  const other = Object.keys(options).find(name => !names.includes(name))
  if (other !== undefined)
    throw new TypeError(`Unexpected ${what} ${JSON.stringify(other)}, expected one of ${names.join(', ')}`)
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

/** @throws TypeError where what was handed over has no such method. `words`: what is expected. */
export function checkMethod(name: string, value: unknown, method: string, words: string): void {
  if (typeof value === 'object' && value !== null && typeof Reflect.get(value, method) === 'function') return
  throw new TypeError(`Unexpected ${name} ${shown(value)}, expected ${words}`)
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80))
  if (typeof value === 'bigint') return `${value}n`
  return typeof value === 'object' && value !== null ? Object.prototype.toString.call(value) : String(value)
}
