import type {CitationReport, FileCitations} from '../../lint/index.js'
import {clipped, count, displayWidth, type Palette, padded, wrap} from '../../reporters/index.js'
import {greatest, printable} from '../../text/index.js'
import {citationText, type Standing, standingOf, wordsOn} from './citation-words.js'

export interface CitationsTextContext {
  columns: number
  palette: Palette
  /** A path of the workspace as the user types it. */
  show(path: string): string
}

/** How many citations of each standing there are. */
type Tally = Record<Standing | 'documents' | 'notChecked', number>

export function emptyTally(): Tally {
  return {sound: 0, stale: 0, wrong: 0, open: 0, documents: 0, notChecked: 0}
}

// Wider than this a target would push what became of it off the screen.
const MOST_TARGET = 56

/** One document: its path, and a line for each citation. */
export function fileText(
  {path, status, reason, citations, skipped}: FileCitations,
  {columns, palette, show}: CitationsTextContext,
): string {
  const heading = palette.strong(printable(show(path)))
  if (status === 'not-checked')
    return `${heading}\n${wrap(`  not read: ${printable(reason)}`, columns, '  ').join('\n')}\n`
  if (citations.length === 0) return `${heading}\n  no citations\n`
  const rows = citations.map(rowOf)
  const widest = (pick: (row: Row) => string): number => greatest(rows.map(row => displayWidth(pick(row))))
  const widths = {
    line: widest(({line}) => line),
    kind: widest(({kind}) => kind),
    target: Math.min(
      widest(({target}) => target),
      MOST_TARGET,
      Math.max(20, columns - 40),
    ),
  }
  const lines = rows.map(row => rowText(row, widths, columns, palette))
  const notes = skipped.map(each => wrap(`  skipped: ${printable(each.reason)}`, columns, '  ').join('\n'))
  return `${[heading, ...lines, ...notes].join('\n')}\n`
}

interface Row {
  line: string
  kind: string
  target: string
  words: string
  standing: Standing
}

function rowOf(citation: CitationReport): Row {
  return {
    line: String(citation.position.start.line),
    kind: citation.kind,
    target: printable(citationText(citation).replace(/\s+/g, ' ')),
    words: printable(wordsOn(citation)),
    standing: standingOf(citation),
  }
}

function rowText(
  {line, kind, target, words, standing}: Row,
  widths: {line: number; kind: number; target: number},
  columns: number,
  palette: Palette,
): string {
  const name = padded(clipped(target, widths.target), widths.target)
  const before = `  ${line.padStart(widths.line)}  ${padded(kind, widths.kind)}  ${name}  `
  const indent = ' '.repeat(displayWidth(before))
  const [first = '', ...rest] = wrap(words, Math.max(24, columns - indent.length))
  const paint = {wrong: palette.error, stale: palette.warning, open: palette.quiet, sound: palette.good}[standing]
  return [before + paint(first), ...rest.map(more => indent + paint(more))].join('\n')
}

/** "57 citations in 3 documents: 50 sound, 4 changed since, 2 wrong, 1 open." */
export function tallyText({documents, notChecked, ...counts}: Tally, {palette, columns}: CitationsTextContext): string {
  const all = counts.sound + counts.stale + counts.wrong + counts.open
  const parts = [
    counts.sound > 0 ? palette.good(`${counts.sound} sound`) : '',
    counts.stale > 0 ? palette.warning(`${counts.stale} no longer as they were cited`) : '',
    counts.wrong > 0 ? palette.error(`${counts.wrong} wrong`) : '',
    counts.open > 0 ? palette.quiet(`${counts.open} open`) : '',
  ].filter(part => part !== '')
  const told = parts.length === 0 ? '' : `: ${parts.join(', ')}`
  const left = notChecked === 0 ? '' : ` ${count(notChecked, 'document')} could not be read.`
  return `${wrap(`${count(all, 'citation')} in ${count(documents, 'document')}${told}.${left}`, columns).join('\n')}\n`
}
