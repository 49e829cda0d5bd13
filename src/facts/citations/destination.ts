import {firstMatch} from '../../text/index.js'
import type {Slice} from './slice.js'

/**
 * Where the destination of `[…](destination "title")` stands. `behind` is the offset behind the label, at which "](" stands, `end`
 * the one behind the whole link. Undefined where the text behind is not of that form.
 */
export function destinationIn(source: string, behind: number, end: number): Slice | undefined {
  const found = destinationAt(source, behind + 2, end - 1)
  return TAIL.test(source.slice(found.next, end)) ? found : undefined
}

/** Where the destination of an image stands: the last place from which the rest of the text reads as one, and as `url`. */
export function destinationOfImage(source: string, start: number, end: number, url: string): Slice | undefined {
  let behind = source.lastIndexOf('](', end)
  for (let tries = 0; tries < 16 && behind > start; tries++) {
    const found = destinationIn(source, behind, end)
    const text = found && source.slice(found.from, found.to)
    if (text !== undefined && (text.includes('&') || text.replace(/\\([!-/:-@[-`{-~])/g, '$1') === url)) return found
    behind = source.lastIndexOf('](', behind - 1)
  }
  return undefined
}

/** Where the destination of `[label]: destination "title"` stands, `whole` being the definition. */
export function destinationOfDefinition(source: string, whole: Slice): Slice {
  const label = firstMatch(/^\[(?:[^\]\\]|\\[\s\S])*\]:/, source.slice(whole.from, whole.to))
  const {from, to} = destinationAt(source, whole.from + label.length, whole.to)
  return {from, to}
}

// A line break brings the signs of the blocks around with it: "> ".
const SPACE = /[ \t]*(?:[\r\n][ \t>]*)*/y
const TAIL = /^(?:[\s>]+(?:"[\s\S]*"|'[\s\S]*'|\([\s\S]*\)))?[\s>]*\)$/

function destinationAt(source: string, offset: number, end: number): Slice & {next: number} {
  SPACE.lastIndex = offset
  SPACE.test(source)
  const from = Math.max(SPACE.lastIndex, offset)
  if (source[from] === '<') {
    let to = from + 1
    while (to < end && source[to] !== '>') to += source[to] === '\\' ? 2 : 1
    return {from: from + 1, to, next: to + 1}
  }
  let depth = 0
  let to = from
  for (; to < end; to++) {
    const sign = source.charAt(to)
    if (/\s/.test(sign)) break
    if (sign === '\\') to++
    else if (sign === '(') depth++
    else if (sign === ')' && depth-- === 0) break
  }
  return {from, to: Math.min(to, end), next: Math.min(to, end)}
}
