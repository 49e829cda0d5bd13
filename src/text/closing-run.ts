import {trimmedEnd} from './trimmed-end.js'

/** The words of a heading without the signs that close it, and the blanks around them: "Scope ##" → "Scope", "C#" as it is. */
export function withoutClosingRun(words: string): string {
  const trimmed = trimmedEnd(words, /[ \t]/)
  const open = trimmedEnd(trimmed, /#/)
  const closes = open.length < trimmed.length && /^$|[ \t]$/.test(open.slice(-1))
  return (closes ? trimmedEnd(open, /[ \t]/) : trimmed).replace(/^[ \t]+/, '')
}
