import {trimmedEnd} from '../text/index.js'

// Marks that order or hide text. What joins signs (emoji, letters of Persian and Indic scripts) stays.
const INVISIBLE = /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|[\uD800-\uDFFF]/gu

/** Words of a stranger as one line: control characters, bidi marks and lone surrogates dropped, white space collapsed. */
export function clean(text: string): string {
  return oneLine(text).replace(/ {2,}/g, ' ').trim()
}

/** Markdown of a paragraph as one line, with the same signs dropped; white space within the line stays. */
export function oneLine(markdown: string): string {
  const lines = markdown.split(/(?:\r\n|[\r\n\u2028\u2029\u0085\v\f])\s*/)
  return lines
    .map((line, index) => (index === lines.length - 1 ? line : withoutBreak(line)))
    .join(' ')
    .replace(/[\t\u00A0]/g, ' ')
    .replace(INVISIBLE, '')
}

// What stands before the end of a line: a backslash that makes it a break, and white space.
function withoutBreak(line: string): string {
  return trimmedEnd(line, /\s/).replace(/\\$/, '')
}

/** A value in quotes, for a message. */
export function quoted(text: string): string {
  const line = clean(text)
  return `"${line.length > 80 ? `${line.slice(0, 79)}…` : line}"`
}
