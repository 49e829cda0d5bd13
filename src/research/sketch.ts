import {frontmatterAt, parseWithin, plain} from '../markdown/index.js'
import {withoutClosingRun} from '../text/index.js'
import {aboutIn} from './about.js'
import {frontmatterIn} from './frontmatter.js'
import {readOutline} from './read.js'
import type {ResearchAbout, ResearchSketch} from './types.js'

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?:(`{3,})[^`]*|(~{3,}).*)$/s
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/s
// Only a parser can tell what these are: raw HTML, headings in quotes and code, headings that are underlined.
const RAW = /<!--|-->|<\/?(?:pre|script|style|textarea)\b/i
const INNER = /^[ >]{1,6}#{1,6}(?:[ \t]|$)/
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/
// Addresses, entities and HTML in a heading are no words of it.
const WOVEN = /\]\(|<[a-z/!?]|&#?\w+;/i

/**
 * What ranking needs of a document: the same as in its outline, but for marks of emphasis and code in headings, and many times
 * faster, for it is read line by line. Where lines alone do not tell what is a heading it is read as an outline is.
 *
 * @throws LimitError where the text is larger or nests deeper than may be parsed, and had to be.
 */
export function readSketch(path: string, text: string): ResearchSketch {
  const lines = linesOf(text)
  if (lines === undefined) return readOutline(path, text)
  const headings = lines.headings.map(({level, source}) => ({level, text: wordsIn(source)}))
  return {...aboutIn(path, frontmatterIn(lines.yaml), headings), headings}
}

/**
 * What a document says of itself, as in its sketch; of its headings only the title is read.
 * @throws LimitError as `readSketch` does.
 */
export function readAbout(path: string, text: string): ResearchAbout {
  const lines = linesOf(text)
  if (lines === undefined) return readOutline(path, text)
  const title = lines.headings.find(({level}) => level === 1)
  return aboutIn(path, frontmatterIn(lines.yaml), title ? [{level: 1, text: wordsIn(title.source)}] : [])
}

interface Heading {
  level: number
  source: string
}

/** The frontmatter and the headings of a text, undefined where lines alone do not tell. */
function linesOf(text: string): {yaml: string; headings: Heading[]} | undefined {
  const front = frontmatterAt(text)
  if (front === undefined && /^\uFEFF?---/.test(text)) return undefined
  // The parser takes a mark at the beginning for no sign of the text.
  const headings = headingsIn(text.slice(front?.end ?? 0).replace(/^\uFEFF/, ''))
  return headings && {yaml: front?.yaml ?? '', headings}
}

function headingsIn(text: string): Heading[] | undefined {
  const headings: Heading[] = []
  let fence: string | undefined
  let before = ''
  for (const line of text.split(/\r\n|\n|\r/)) {
    const opening = FENCE.exec(line)
    const marks = opening?.[1] ?? opening?.[2]
    if (fence !== undefined) {
      if (marks?.startsWith(fence) && /^[ \t>]*[`~]+[ \t]*$/.test(line)) fence = undefined
      continue
    }
    const heading = HEADING.exec(line)
    if (marks !== undefined) fence = marks
    else if (heading) headings.push(headingOf(heading))
    else if (INNER.test(line) || (UNDERLINE.test(line) && isText(before))) return undefined
    else if (RAW.test(line) && RAW.test(line.replace(/`[^`]*`/g, ''))) return undefined
    before = marks !== undefined || heading ? '' : line
  }
  return headings
}

function headingOf([, signs = '', source = '']: RegExpExecArray): Heading {
  return {level: signs.length, source: withoutClosingRun(source)}
}

// A rule below a table or a list ends it, and makes no heading of its last line.
function isText(line: string): boolean {
  return line.trim() !== '' && !/^\s*(?:\||(?:[-*+]|\d+[.)])\s)/.test(line)
}

function wordsIn(heading: string): string {
  return WOVEN.test(heading) ? plain(parseWithin(`# ${heading}`)) : heading.replace(/\s+/g, ' ').trim()
}
