import type {CitationReport, FileCitations} from '../../lint/index.js'
import {count, wrap} from '../../reporters/index.js'
import {compareCodeUnits, printable} from '../../text/index.js'
import {rangeText} from './citation-words.js'
import type {CitationsTextContext} from './citations-text.js'

/** A research document with the places that cite it. */
export interface CitedResearch {
  path: string
  /** Whether it is there. */
  exists: boolean
  citedBy: {path: string; citations: CitingPlace[]}[]
}

export interface CitingPlace
  extends Pick<CitationReport, 'form' | 'text' | 'lines' | 'anchor' | 'heading' | 'section'> {
  line: number
  column: number
}

/** The documents that there are, cited or not; cited ones that are missing come besides. */
export function citedResearch(research: readonly string[]): Map<string, CitedResearch> {
  return new Map(research.map(path => [path, {path, exists: true, citedBy: []}]))
}

/** Notes what one document cites. */
export function note({path: by, citations}: FileCitations, documents: Map<string, CitedResearch>): void {
  for (const citation of citations) {
    if (citation.kind !== 'research') continue
    const path = citation.path ?? citation.tried?.at(-1)
    if (path === undefined) continue
    const document = documents.get(path) ?? {path, exists: citation.exists === true, citedBy: []}
    documents.set(path, document)
    const last = document.citedBy.at(-1)
    const place = placeOf(citation)
    if (last?.path === by) last.citations.push(place)
    else document.citedBy.push({path: by, citations: [place]})
  }
}

export function sorted(documents: ReadonlyMap<string, CitedResearch>): CitedResearch[] {
  return [...documents.values()].sort((a, b) => compareCodeUnits(a.path, b.path))
}

function placeOf({form, text, lines, anchor, heading, section, position}: CitationReport): CitingPlace {
  return {
    line: position.start.line,
    column: position.start.column,
    form,
    text,
    ...(lines && {lines}),
    ...(anchor !== undefined && {anchor}),
    ...(heading !== undefined && {heading}),
    ...(section !== undefined && {section}),
  }
}

/** Each document, and below it who cites it and in which lines. */
export function citedResearchText(documents: readonly CitedResearch[], context: CitationsTextContext): string {
  const {palette, columns, show} = context
  const blocks = documents.map(({path, exists, citedBy}) => {
    const heading = `${palette.strong(printable(show(path)))}${exists ? '' : palette.error('  missing')}`
    if (citedBy.length === 0) return `${heading}\n  ${palette.quiet('cited by nobody')}`
    const rows = citedBy.map(({path: by, citations}) =>
      wrap(`  ${printable(show(by))}: ${citations.map(placeWords).join(', ')}`, columns, '    ').join('\n'),
    )
    return [heading, ...rows].join('\n')
  })
  const cited = documents.filter(({citedBy}) => citedBy.length > 0).length
  const missing = documents.filter(({exists}) => !exists).length
  const gone = missing === 0 ? '' : `, ${missing} of them missing`
  return `${[...blocks, `${count(documents.length, 'research document')}, ${cited} cited${gone}.`].join('\n\n')}\n`
}

function placeWords({line, lines, anchor, heading}: CitingPlace): string {
  const place =
    lines !== undefined
      ? ` (lines ${lines.map(rangeText).join(', ')})`
      : anchor !== undefined
        ? ` (#${printable(anchor)})`
        : heading !== undefined
          ? ` (§ ${printable(heading)})`
          : ''
  return `${line}${place}`
}
