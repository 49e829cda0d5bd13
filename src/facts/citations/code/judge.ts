import type {HistoryAnswers, Sighting} from '../../../workspace/index.js'
import {once} from '../../reading/once.js'
import type {Excerpt, LineRange} from '../../types.js'
import type {CitationDraft, Words} from '../types.js'
import {linesAreIn} from './address.js'
import {type Excerpts, excerptsOf, type Whereabouts} from './excerpt.js'

/** A state of the repository that has the cited file, with what its text says of the citation. */
export interface Verdict {
  sighting: Sighting
  lineCount?: number
  linesExist?: boolean
  symbol?: Whereabouts
  quote?: Whereabouts
}

const RANK: Readonly<Record<Whereabouts['found'], number>> = {lines: 4, around: 3, once: 2, several: 1, nowhere: 0}

/**
 * The state in which most of a citation is right; of equals the first. What is wrong even there is wrong in every way.
 * Undefined: no state has the file.
 */
export function bestOf(
  {lines, beside}: CitationDraft,
  sightings: readonly Sighting[],
  {versions}: Pick<HistoryAnswers, 'versions'>,
): Verdict | undefined {
  let best: {verdict: Verdict; rank: number} | undefined
  const known = new Map<string, Verdict>()
  for (const sighting of sightings) {
    if (sighting.outcome !== 'found' && sighting.outcome !== 'folder') continue
    const version = sighting.file?.version
    const same = version === undefined ? undefined : known.get(version)
    if (same !== undefined) continue
    const text = version === undefined ? undefined : versions.get(version)
    const verdict = verdictOn(sighting, lines, beside?.symbol, beside?.quote, text)
    if (version !== undefined) known.set(version, verdict)
    const rank = rankOf(verdict)
    if (best === undefined || (rank > best.rank ? !isElsewhere(verdict, best.verdict) : isBefore(verdict, best, rank)))
      best = {verdict, rank}
  }
  return best?.verdict
}

// Another file that has the name somewhere, too, makes nothing right: it only would make the fix lead there.
function isElsewhere({sighting, symbol}: Verdict, best: Verdict): boolean {
  const isAstray = symbol?.found === 'once' || symbol?.found === 'several'
  return isAstray && sighting.file?.path !== best.sighting.file?.path
}

// Where the commit that brought the text in changed the file as well, the text most often is about the file before.
function isBefore({sighting}: Verdict, best: {verdict: Verdict; rank: number}, rank: number): boolean {
  return rank === best.rank && sighting.from === `${best.verdict.sighting.from}-parent`
}

function verdictOn(
  sighting: Sighting,
  lines: readonly LineRange[] | undefined,
  symbol: Words | undefined,
  quote: Words | undefined,
  version: {lines?: number; text?: string} | undefined,
): Verdict {
  const excerpts = version && excerptsIn(version)
  const lineCount = excerpts?.lineCount ?? version?.lines
  if (lines === undefined || lineCount === undefined) return {sighting}
  return {
    sighting,
    lineCount,
    // Editors show one more, empty line behind the last line ending, and a range may end there.
    linesExist: linesAreIn(
      lines.map(({from, to}) => ({from, to: from < to && to === lineCount + 1 ? lineCount : to})),
      lineCount,
    ),
    ...(excerpts && symbol && {symbol: whereabouts(excerpts, symbol, lines)}),
    ...(excerpts && quote && {quote: excerpts.quote(quote.text, lines)}),
  }
}

// Where the lines hold something else that the sentence names, they are what it speaks of.
function whereabouts(excerpts: Excerpts, {text, others = []}: Words, lines: readonly LineRange[]): Whereabouts {
  const where = excerpts.symbol(text, lines)
  if (where.found !== 'once' && where.found !== 'several') return where
  return others.some(other => excerpts.symbol(other, lines).found === 'lines') ? {found: 'around'} : where
}

function rankOf({linesExist, symbol, quote}: Verdict): number {
  return (linesExist === false ? 0 : 100) + 10 * (symbol ? RANK[symbol.found] : 0) + (quote ? RANK[quote.found] : 0)
}

// Many citations speak of one file.
const excerptsIn = once(({text}: {text?: string}) => (text === undefined ? undefined : excerptsOf(text)))

/** What is said of words beside a citation, with the cited place as it would be right. */
export function excerptFact(words: Words, where: Whereabouts, near: (lines: LineRange) => string | undefined): Excerpt {
  const {text, position} = words
  if (where.found !== 'once') return {text, found: where.found, elsewhere: where.found === 'several', position}
  const written = near(where.lines)
  return {
    text,
    found: 'once',
    elsewhere: true,
    lines: where.lines,
    ...(written !== undefined && {near: [written]}),
    position,
  }
}
