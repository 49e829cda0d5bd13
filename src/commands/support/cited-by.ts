import type {CitationReport, FileCitations} from '../../lint/index.js'
import {count, wrap} from '../../reporters/index.js'
import {compareCodeUnits, printable} from '../../text/index.js'
import {gapWords, rangeText} from './citation-words.js'
import type {CitationsTextContext} from './citations-text.js'
import {type Drift, driftOf, driftText} from './research-drift.js'

/** A research document with the places that cite it. */
interface CitedResearch extends Drift {
  path: string
  /** Whether the path is only what the citations say: where it leads could not be looked up. */
  asWritten?: true
  /** Whether it is there; absent where that could not be told. */
  exists?: boolean
  gap?: NonNullable<CitationReport['gap']>
  citedBy: {path: string; citations: CitingPlace[]}[]
}

interface CitingPlace extends Pick<CitationReport, 'form' | 'text' | 'lines' | 'anchor' | 'heading' | 'section'> {
  line: number
  column: number
}

/** The documents that there are, cited or not; cited ones that are missing, or could not be looked up, come besides. */
export function citedResearch(research: readonly string[]): Map<string, CitedResearch> {
  return new Map(research.map(path => [path, {path, exists: true, citedBy: []}]))
}

/** Notes what one document cites. */
export function note(
  {path: by, citations, sources, outward}: FileCitations,
  documents: Map<string, CitedResearch>,
): void {
  for (const citation of citations) {
    const found = citation.kind === 'research' ? documentOf(citation, outward) : undefined
    if (found === undefined) continue
    const document = documents.get(found.path) ?? found
    documents.set(found.path, document)
    if (citation.gap !== undefined) document.gap ??= citation.gap
    const last = document.citedBy.at(-1)
    const place = placeOf(citation)
    if (last?.path === by) last.citations.push(place)
    else document.citedBy.push({path: by, citations: [place]})
  }
  for (const source of sources) {
    const document = documents.get(outward(source.path))
    // Whoever cites it, its commit is the same.
    if (document && document.commit === undefined) Object.assign(document, driftOf(source))
  }
}

// What lies behind a link, or is ignored and not here, has no path but the one that is written. "../a.md" and "a.md" are one.
function documentOf(
  {path, tried, exists, candidates, target}: CitationReport,
  outward: (path: string) => string,
): CitedResearch | undefined {
  const known = path ?? tried?.at(-1)
  if (known !== undefined) return {path: outward(known), exists: exists === true, citedBy: []}
  const written = target.replace(/^(?:\.{1,2}\/)+/, '')
  return written === '' || candidates !== undefined ? undefined : {path: written, asWritten: true, citedBy: []}
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

/** Each document, what became of the code that it speaks of, and below it who cites it and in which lines. */
export function citedResearchText(documents: readonly CitedResearch[], context: CitationsTextContext): string {
  const blocks = documents.map(document => blockOf(document, context).join('\n'))
  const cited = documents.filter(({citedBy}) => citedBy.length > 0).length
  const missing = documents.filter(({exists}) => exists === false).length
  const gone = missing === 0 ? '' : `, ${missing} of them missing`
  return `${[...blocks, `${count(documents.length, 'research document')}, ${cited} cited${gone}.`].join('\n\n')}\n`
}

function blockOf(document: CitedResearch, {palette, columns, show}: CitationsTextContext): string[] {
  const {path, asWritten, exists, gap, citedBy} = document
  const isOpen = gap !== undefined || exists === undefined
  const state =
    exists === false ? palette.error('  missing') : isOpen ? palette.quiet(`  ${gapWords(gap, exists)}`) : ''
  const heading = palette.strong(printable(asWritten ? path : show(path))) + state
  const drift = driftText(document)
  const lines = drift === '' ? [] : wrap(`  ${drift}`, columns, '  ').map(palette.quiet)
  if (citedBy.length === 0) return [heading, ...lines, `  ${palette.quiet('cited by nobody')}`]
  const rows = citedBy.map(({path: by, citations}) =>
    wrap(`  ${printable(show(by))}: ${citations.map(placeWords).join(', ')}`, columns, '    ').join('\n'),
  )
  return [heading, ...lines, ...rows]
}

// "16 → line 900": the line that cites, and what it cites.
function placeWords({line, lines, anchor, heading}: CitingPlace): string {
  const place =
    lines !== undefined
      ? ` → line${/\D/.test(lines.map(rangeText).join()) ? 's' : ''} ${lines.map(rangeText).join(' and ')}`
      : anchor !== undefined
        ? ` → #${printable(anchor)}`
        : heading !== undefined
          ? ` → § ${printable(heading)}`
          : ''
  return `${line}${place}`
}
