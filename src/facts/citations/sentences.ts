import type {Slice} from './slice.js'

// A full stop ends a sentence where space and the beginning of another follow: a capital letter, or a sign that opens a name, a
// quotation or a remark. "cf. §7", "Art. 5" and "U.S.C. § 107" go on. So does an empty line end one, or the next item of a list or row of a table.
const END =
  /[.!?]["”')\]*_]*\s+(?=[\p{Lu}"“‘'`([<*_~])|[.!?]["”')\]*_]*\s*$|\n[ \t>]*\n|\n[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]|(?=\|))/gu

// Words that end in a full stop and hardly ever end a sentence. "No.", "sec." and the like do, and what they number is a digit.
const SHORT = new Set(
  'al approx appx arts ca cf ch chs dr eg esp excl figs ie incl mr mrs pp resp secs sect subsec viz vol vols vs'.split(
    ' ',
  ),
)

// Longer sentences are cut: nobody reads them, and a text may be one without an end.
const LONGEST = 600

/** The sentence around a place, within the block that holds it. */
export function sentenceAround(source: string, {from, to}: Slice, block: Slice): Slice {
  const start = Math.max(block.from, from - LONGEST)
  // One sign more, for what follows tells whether a full stop ends anything.
  const before = lastEnd(source.slice(start, from + 1), from - start)
  const rest = source.slice(to, Math.min(block.to, to + LONGEST))
  const after = firstEnd(rest)
  return {from: before === undefined ? start : start + before.behind, to: to + (after ? after.at + 1 : rest.length)}
}

interface End {
  at: number
  /** Where the next one begins. */
  behind: number
}

function firstEnd(text: string): End | undefined {
  for (const {0: whole, index} of text.matchAll(END))
    if (!isShort(text, index)) return {at: index, behind: index + whole.length}
  return undefined
}

/** The last end of a sentence before the next one begins at `last` or sooner. */
function lastEnd(text: string, last: number): End | undefined {
  const ends = [...text.matchAll(END)].map(({0: whole, index}) => ({at: index, behind: index + whole.length}))
  return ends.findLast(({at, behind}) => behind <= last && !isShort(text, at))
}

/** Whether the full stop belongs to a short form: "cf.", "e.g.", "U.S.C.", the initial of a name. */
function isShort(text: string, at: number): boolean {
  if (text[at] !== '.') return false
  const word = /(?<![\p{L}\p{N}])(?:\p{L}\.)*\p{L}{1,7}$/u.exec(text.slice(Math.max(0, at - 16), at))?.[0] ?? ''
  return /^(?:\p{L}\.){1,8}\p{L}$|^\p{Lu}$/u.test(word) || SHORT.has(word.toLowerCase())
}
