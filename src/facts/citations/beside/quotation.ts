import {type JoinedLines, joinedLines, trimmedEnd} from '../../../text/index.js'
import {splitLines} from '../../../text/line-map.js'
import {once} from '../../reading/once.js'
import type {LineRange} from '../../types.js'
import type {Whereabouts} from '../code/excerpt.js'

// What is left out, or put in by who quotes: "...", "[...]", "(…)", "[the disks]".
const LEFT_OUT = /\[[^\]\n]{0,80}\]|\(\s?(?:\.{3}|…)\s?\)|\.{3,}|…|(?:\. ){2}\./
// A stretch of fewer words stands anywhere.
const LEAST_WORDS = 3
// Of a link its words count, and not where it leads.
const LINK = /!?\[([^[\]\n]{0,400})\](?:\((?:[^()\n]|\([^()\n]{0,300}\)){0,500}\)|\[[^[\]\n]{0,100}\])/g
// What is no word of the text: marks of lists and tasks, notes, tags, entities.
const MARKS: readonly RegExp[] = [
  /^[\s>]*(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\[[ xX]\]\s)?/gm,
  /\[\^[^\]\n]{1,60}\]/g,
  /<[/!a-z][^<>\n]{0,300}>/gi,
  /&(?:#\d{1,7}|#x[\da-f]{1,6}|(?!amp;)[a-z]{2,31});/gi,
]

/**
 * Where a document has words that are quoted from it, seen from the lines that are cited. Neither white space
 * counts, nor Markdown, nor the kinds of quotation marks and dashes; all else does, but for the case of the first letter. Where something is left out, every stretch must stand
 * there, in order. Undefined: the quotation is too short to tell.
 */
export function quotationIn(
  entry: {text?: string},
  words: string,
  cited: readonly LineRange[],
): Whereabouts | undefined {
  const stretches = stretchesIn(words)
  if (stretches.length === 0) return undefined
  const places = placesOf(lettersOf(entry), stretches)
  const isCited = (line: number): boolean => cited.some(({from, to}) => line >= from && line <= to)
  if (places.some(({from, to}) => isCited(from) && isCited(to))) return {found: 'lines'}
  // Who cites a part of what is quoted leads the reader there.
  if (places.some(place => cited.some(({from, to}) => place.from <= to && from <= place.to))) return {found: 'around'}
  const [first, second] = places
  if (first === undefined) return {found: 'nowhere'}
  return second === undefined ? {found: 'once', lines: first} : {found: 'several'}
}

function stretchesIn(words: string): string[] {
  return (
    unmarked(words)
      .split(LEFT_OUT)
      .filter(stretch => (stretch.match(/[\p{L}\p{N}]\S*/gu) ?? []).length >= LEAST_WORDS)
      // A comma or full stop before the closing mark belongs to the sentence around it.
      .map(stretch => trimmedEnd(letters(stretch), /[.,;:!?]/))
  )
}

function unmarked(text: string): string {
  return MARKS.reduce((rest, mark) => rest.replace(mark, ''), text.replace(LINK, '$1'))
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/&amp;/g, '&')
    .replace(/[\s*_`~\\|>]+/g, '')
    .replace(/['‘’‚‹›“”„«»]/g, '"')
    .replace(/[-‐-―−]+/g, '-')
}

/** The letters of a document, and the line of each. */
const lettersOf = once(({text = ''}: {text?: string}) => joinedLines(splitLines(text), line => letters(unmarked(line))))

// More places than these help nobody.
const MOST_PLACES = 200

/** Places in which stretches stand one after the other. */
function placesOf({text, lineAt}: JoinedLines, [first = '', ...others]: readonly string[]): LineRange[] {
  const places: LineRange[] = []
  for (let at = indexOf(text, first, 0); at >= 0 && places.length < MOST_PLACES; at = indexOf(text, first, at + 1)) {
    let end = at + first.length
    for (const stretch of others) {
      const next = indexOf(text, stretch, end)
      // What does not stand behind the first place stands behind no later one.
      if (next < 0) return places
      end = next + stretch.length
    }
    places.push({from: lineAt(at), to: lineAt(end - 1)})
  }
  return places
}

// A sentence that is quoted within another one begins with a small letter there.
function indexOf(text: string, stretch: string, from: number): number {
  const [first = ''] = stretch
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()
  const places = [stretch, other.length === first.length ? other + stretch.slice(first.length) : stretch]
  const found = places.map(each => text.indexOf(each, from)).filter(at => at >= 0)
  return found.length === 0 ? -1 : Math.min(...found)
}
