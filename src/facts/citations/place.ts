import type {Citation, LineRange} from '../types.js'
import {anchorsIn} from './anchors.js'
import {quotationIn} from './beside/quotation.js'
import {isReversed, linesAreIn, withLines} from './code/address.js'
import {excerptFact} from './code/judge.js'
import type {CitationDraft} from './types.js'

/** Whether a document has an anchor. `thorough`: whether misspelt ones are sought, among so many. */
export function anchorFacts(
  anchor: string,
  list: readonly string[],
  thorough: (among: number) => boolean,
): Pick<Citation, 'anchorExists' | 'anchorNear'> {
  const anchors = anchorsIn(list)
  if (anchors.has(anchor)) return {anchorExists: true}
  const near = anchors.near(anchor, thorough(list.length))
  return {anchorExists: false, ...(near.length > 0 && {anchorNear: near})}
}

/** Whether a document has cited lines. */
export function lineFacts(
  lines: NonNullable<Citation['lines']>,
  lineCount: number,
): Pick<Citation, 'linesExist' | 'lineCount' | 'linesReversed'> {
  return {linesExist: linesAreIn(lines, lineCount), lineCount, ...(isReversed(lines) && {linesReversed: true})}
}

/** Whether a quotation beside it stands in the cited lines of a document. */
export function quoteFact(
  {beside, target, text: written}: CitationDraft,
  lines: NonNullable<Citation['lines']>,
  entry: {text?: string},
  path: string,
): Pick<Citation, 'quote'> {
  if (beside?.quote === undefined) return {}
  const {text, verbatim} = beside.quote
  const where = quotationIn(entry, text, lines)
  if (where === undefined) return {}
  const near = (place: LineRange) => (lines.length === 1 ? withLines(written, target, [place]) : undefined)
  const fact = excerptFact(beside.quote, where, near)
  return {quote: {...fact, ...(verbatim && {source: path})}}
}
