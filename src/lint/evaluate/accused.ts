import type {Facts, Heading} from '../../facts/types.js'
import type {Range} from '../../fixes/index.js'
import {collapsed, digest, firstFrom, ofLast} from '../../text/index.js'
import type {Accused} from '../types.js'
import type {Site} from './item.js'
import type {Missing} from './missing.js'

// Of a long paragraph this much is looked at: a document with thousands of messages about one must not take minutes.
const MOST = 2000
const LONGEST = 160

/**
 * What a message accuses, told by what stands there and not by where: so it is known again after edits elsewhere. Something
 * missing goes by its name, a heading by its title (numbers shift), the document as a whole by nothing, the rest by its text.
 */
export function accusedOf(
  {site, missing, range}: {site: Site; missing: Missing | undefined; range: Range},
  facts: Facts,
  text: string,
): Accused {
  if (missing) {
    const parents = site.path.filter((_segment, at) => at % 2 === 1)
    return {section: parents.join('/'), content: clipped(missing.section?.title ?? missing.name)}
  }
  if (site.item === facts) return {section: '', content: clipped(site.child ?? '')}
  return accusedAt(range, facts, text)
}

/** What stands at a place. */
export function accusedAt(range: Range, facts: Pick<Facts, 'outline'>, text: string): Accused {
  const heading = headingBefore(facts.outline, range.start.offset)
  const isHeading = heading !== undefined && heading.position.start.offset === range.start.offset
  const content = isHeading && heading.title !== '' ? heading.title : sourceAt(range, text)
  return {section: heading?.section ?? '', content: clipped(content)}
}

// There may be many headings, and as many messages.
function headingBefore(outline: readonly Heading[], offset: number): Heading | undefined {
  return outline[firstFrom(outline, ({position}) => position.start.offset, offset + 1) - 1]
}

// Marks are no words: an item's number shifts with the items before it, and those of a quote move when it is wrapped anew.
function sourceAt({start, end}: Range, text: string): string {
  return text
    .slice(start.offset, Math.min(end.offset, start.offset + MOST))
    .replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, '')
    .replace(/\n[ \t]*(?:>[ \t]*)+/g, '\n')
}

// One line for a reader; what is cut off stands in it as a digest, so that long texts that begin alike are told apart. Thousands of
// messages may accuse one place.
const clipped = ofLast((text: string): string => {
  const line = collapsed(text)
  if (line.length <= LONGEST) return line
  // No half of a surrogate pair stays behind.
  return `${line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}… ${digest(line.replaceAll(' ', ''))}`
})
