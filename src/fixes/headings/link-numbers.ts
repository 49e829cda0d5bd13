import type {Citation, Facts, Heading} from '../../facts/types.js'
import {headingsOf, parse, startOf} from '../../markdown/index.js'
import {rangesOf} from '../places.js'
import type {Edit} from '../types.js'
import {type Anchored, isOwnAnchor} from './anchor-place.js'

// What a label begins with that says a number first: "[8. Testing", "[**§8", "[Section 8.1". Not "[8 tests" of another section.
const NUMBER = /^\[[*_~`\s]*(?:§+\s*|sections?\s+)?(\d+(?:\.\d+)*)(?=[.:)\s\]*_~`\\])/i

/**
 * Edits of links of the document to its own headings that say the number of their heading first, as those of a table of contents do:
 * they say the new one. `numbers`: the headings that get another one.
 */
export function linkNumberEdits(
  numbers: ReadonlyMap<Heading, string>,
  {citations, outline, path}: Facts,
  text: string,
): Edit[] {
  const links = citations.filter((citation): citation is Anchored => isOwnAnchor(citation, {path}))
  // Most documents have no such links, and parsing takes a while.
  if (links.length === 0) return []
  const headings = new Map(outline.map(heading => [heading.position.start.offset, heading]))
  const byAnchor = new Map(headingsOf(parse(text)).map(({node, anchor}) => [anchor, headings.get(startOf(node))]))
  const range = rangesOf(text)
  return links.flatMap((link): Edit[] => {
    const heading = byAnchor.get(link.anchor.toLowerCase())
    const now = heading && numbers.get(heading)
    const said = numberIn(link, text)
    if (!now || !said || said.number !== heading.number) return []
    return [{range: range(said.at, said.at + said.number.length), text: now}]
  })
}

/** The number that the label of a link says first. A label that names its definition stays as it is. */
function numberIn({form, position: {start, end}}: Citation, text: string): {number: string; at: number} | undefined {
  const source = text.slice(start.offset, end.offset)
  if (form !== 'link' && !/\]\[[^\]]+\]$/.test(source)) return undefined
  const number = NUMBER.exec(source)?.[1]
  return number === undefined ? undefined : {number, at: start.offset + source.indexOf(number)}
}
