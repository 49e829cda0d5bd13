import type {Slice} from './slice.js'

// A full stop ends a sentence where space and no small letter follow; so does an empty line or the next item of a list.
const END = /[.!?]["”')\]*_]*\s+(?![\sa-z])|\n[ \t>]*\n|\n[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]/g

// Longer sentences are cut: nobody reads them, and a text may be one without an end.
const LONGEST = 600

/** The sentence around a place, within the block that holds it. */
export function sentenceAround(source: string, {from, to}: Slice, block: Slice): Slice {
  const start = Math.max(block.from, from - LONGEST)
  const before = [...source.slice(start, from).matchAll(END)].at(-1)
  const rest = source.slice(to, Math.min(block.to, to + LONGEST))
  const after = rest.search(END)
  return {
    from: before === undefined ? start : start + before.index + before[0].length,
    to: to + (after < 0 ? rest.length : after + 1),
  }
}
