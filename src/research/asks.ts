import {trimmedEnd} from '../text/index.js'

/** Whether a text ends with a question mark, signs that are no letters of a word aside: "Why? _(TBC)_" does not, "**Why?**" does. */
export function endsAsking(text: string): boolean {
  return text.includes('?', trimmedEnd(text, /\W/).length)
}
