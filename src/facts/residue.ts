import {firstFrom} from '../text/index.js'
import {marks} from './marks.js'
import {positionIn} from './reading/cells.js'
import type {Document} from './reading/document.js'
import {everywhere, matchesIn} from './reading/matches.js'
import {rangeBetween, startOf} from './reading/positions.js'
import {standingTexts} from './reading/standing.js'
import {prose} from './reading/view.js'
import type {Position, Residue} from './types.js'

/** Template text that is still there; a quote is told once, not its paragraphs besides. */
export function residue(document: Document): Residue[] {
  const whole = wholeTexts(document)
  const within = placeholders(document, [...whole, ...marks(document)])
  return within.length === 0 ? whole : [...whole, ...within].sort(byStart)
}

function wholeTexts(document: Document): Residue[] {
  return standingTexts(document).flatMap(({node, text, standing, covered}) => {
    if (standing.type !== 'residue' || covered) return []
    const section = document.sectionAt(startOf(node))
    return {
      text,
      source: standing.source,
      ...(section !== undefined && {section}),
      position: positionIn(document, node),
    }
  })
}

// A placeholder in a text that is told already, or that is a mark, is not told again.
function placeholders(document: Document, told: readonly {position: Position}[]): Residue[] {
  const patterns = document.template?.placeholders ?? []
  const found: Residue[] = []
  for (const pattern of patterns) {
    const known = merged([...told, ...found])
    for (const {text, start, end} of matchesIn(prose(document), everywhere(pattern))) {
      if (overlaps(known, start, end)) continue
      const section = document.sectionAt(start)
      const position = rangeBetween(document.lines, start, end)
      found.push({text, source: 'placeholder', ...(section !== undefined && {section}), position})
    }
  }
  return found
}

type Range = [start: number, end: number]

function merged(told: readonly {position: Position}[]): Range[] {
  const ranges: Range[] = []
  for (const {position} of [...told].sort(byStart)) {
    const last = ranges[ranges.length - 1]
    if (last && position.start.offset < last[1]) last[1] = Math.max(last[1], position.end.offset)
    else ranges.push([position.start.offset, position.end.offset])
  }
  return ranges
}

function overlaps(ranges: readonly Range[], start: number, end: number): boolean {
  const next = firstFrom(ranges, ([, end]) => end, start + 1)
  return (ranges[next]?.[0] ?? Number.POSITIVE_INFINITY) < end
}

function byStart(a: {position: Position}, b: {position: Position}): number {
  return a.position.start.offset - b.position.start.offset
}
