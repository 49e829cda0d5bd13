import {collapsed} from '../../text/index.js'
import {type Pattern, patternOf} from '../../text/patterns/index.js'
import type {View} from './view.js'

/** A place at which a pattern matches, with offsets in the document. */
export interface Match {
  /** White space collapsed. */
  text: string
  start: number
  end: number
}

// A pattern that looks for its end over and over must not do so along a whole document: it is held against stretches of this
// many signs, each beginning so many before the end of the one before, so that what is shorter is never cut in two.
const LONGEST = 4000
const OVERLAP = 1000

/** Where a pattern matches in a view, paragraph by paragraph. */
export function matchesIn(view: View, pattern: Pattern): Match[] {
  const {text, offsetOf} = view
  const found: Match[] = []
  for (const [start, end] of paragraphsOf(text)) {
    for (let from = start; from < end; ) {
      const to = Math.min(from + LONGEST, end)
      const border = to === end ? end : to - OVERLAP
      // What stands before a stretch tells whether a word begins there.
      const before = Math.max(start, from - 2)
      pattern.lastIndex = from - before
      let next = border
      const stretch = text.slice(before, to)
      for (let match = pattern.exec(stretch); match; match = pattern.exec(stretch)) {
        const at = before + match.index
        if (at >= border) break
        if (match[0] === '') {
          // JavaScript's own engine goes back from the middle of a pair to its beginning.
          pattern.lastIndex += isPair(stretch, match.index) ? 2 : 1
          continue
        }
        next = Math.max(border, at + match[0].length)
        found.push({
          text: collapsed(match[0]),
          start: offsetOf(at),
          end: offsetOf(at + match[0].length - 1) + 1,
        })
      }
      from = next
    }
  }
  return found
}

function isPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at, at + 2))
}

function* paragraphsOf(text: string): Generator<[number, number]> {
  let start = 0
  for (const {0: gap, index} of text.matchAll(/(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)\s*/g)) {
    if (index > start) yield [start, index]
    start = index + gap.length
  }
  if (text.length > start) yield [start, text.length]
}

/** A pattern of a template, to be looked for everywhere. */
export function everywhere(pattern: string): Pattern {
  return patternOf(pattern, 'gu')
}

/** The same between the borders of words: "FR-001" is none in "FR-0012" and "XFR-001". */
export function asWord(pattern: string): Pattern {
  return patternOf(`(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu')
}

/** The same as a whole text. */
export function asWhole(pattern: string): Pattern {
  return patternOf(`^(?:${pattern})$`)
}
