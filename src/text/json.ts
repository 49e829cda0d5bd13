import {UNPRINTABLE} from './printable.js'

/**
 * A value as JSON text of several lines, ending with a line break, in which signs that could act on a terminal stand
 * as `\uhhhh`. Reading it back gives the same value.
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(UNPRINTABLE, sign => (sign === '\n' ? sign : escaped(sign)))}\n`
}

function escaped(sign: string): string {
  return sign
    .split('')
    .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
