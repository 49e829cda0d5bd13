import {ORDER, UNPRINTABLE} from './printable.js'

/**
 * A value as JSON text of several lines, ending with a line break, in which signs that could act on a terminal or on a CI
 * runner stand as `\uhhhh`. Reading it back gives the same value.
 */
export function jsonText(value: unknown): string {
  return `${inert(JSON.stringify(value, null, 2))}\n`
}

/** The same on one line, with its line break. */
export function jsonLine(value: unknown): string {
  return `${inert(JSON.stringify(value))}\n`
}

/** A text as a JSON string on one line, likewise. */
export function escapedJson(text: string): string {
  return inert(JSON.stringify(text))
}

/** The same as one item of a list that lies `depth` deep, without the line break at the end: for texts that are made in parts. */
export function jsonItem(value: unknown, depth: number): string {
  const indent = ' '.repeat(2 * depth)
  return indent + jsonText(value).trimEnd().replaceAll('\n', `\n${indent}`)
}

function inert(json: string): string {
  return json.replace(UNPRINTABLE, sign => (sign === '\n' ? sign : escaped(sign))).replace(ORDER, '##$1\\u005b')
}

function escaped(sign: string): string {
  return sign
    .split('')
    .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
