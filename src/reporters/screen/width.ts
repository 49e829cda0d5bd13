import {createRequire} from 'node:module'

// Signs of one column each: letters of western languages, dashes and quotation marks, arrows, lines of frames.
const NARROW = /^[\x20-\x7e\xa1-\xac\xae-\xff\u2010-\u2027\u2190-\u2193\u2500-\u257f]*$/

// Loaded for other texts: it compiles large classes of signs.
const require = createRequire(import.meta.url)
let widthOf: typeof import('string-width').default | undefined

/** Columns that a text takes on a terminal: emoji and East Asian letters take two, combining signs none. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length
  widthOf ??= (require('string-width') as typeof import('string-width')).default
  return widthOf(text)
}
