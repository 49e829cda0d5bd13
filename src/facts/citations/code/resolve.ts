import {itemAt, nameOf} from '../../../text/index.js'
import type {HistoryAnswers, Sighting} from '../../../workspace/index.js'
import type {Citation, LineRange, Lookup} from '../../types.js'
import {isFileName} from '../source-names.js'
import type {CitationDraft} from '../types.js'
import {isReversed, withLines} from './address.js'
import type {Asked} from './asked.js'
import {type Compared, driftOf} from './drift.js'
import {gapOf, isOpen} from './gaps.js'
import {bestOf, excerptFact, type Verdict} from './judge.js'
import {shortHash, stateWords} from './tried.js'

/** What the repository said of the citations of source code in one document. */
export interface CodeWorld {
  asked: Asked
  answers: HistoryAnswers
  compared: Compared
}

/**
 * What became of a citation of source code. It is said to be wrong only where every state of the repository that it may mean
 * has it wrong; where one of them is not known here, nothing is said but why. Undefined: it is no citation after all, but a
 * word, something that only exists while a program runs, or a file still to be made.
 */
export function resolveCode(draft: CitationDraft, code: CodeWorld | undefined): Citation | undefined {
  const {candidates, name, unsure, of, own, beside, among, url, ...said} = draft
  const index = code?.asked.of.get(draft)
  if (url !== undefined && !isOurs(code, index)) return addressOf(said, url)
  if (code === undefined || index === undefined) return unsure ? undefined : {...said, gap: 'no-workspace'}
  const {answers} = code
  const sightings = itemAt(answers.code, index)
  const best = bestOf(draft, sightings, answers)
  // A whole path that some state has means that file, whatever other paths end with it.
  const isWhole = best?.sighting.file?.by === 'path' && isOwnPath(draft, best.sighting.file.path)
  const fitting = [...new Set(sightings.flatMap(({candidates: each = []}) => each))]
  const open = isWhole && /[^/]\/[^/]/.test(draft.target) ? [] : fitting
  // "package.json" may be another package's, and no longer path would tell the one at the root.
  if (best !== undefined && isWhole && isWrong(best) && open.length > 0) return bare(draft, said, best, sightings, code)
  // Where it is wrong of the one file that fits in some state, one of the many that fit in another may be meant.
  if (best !== undefined && !(isWrong(best) && open.length > 0)) return found(draft, said, best, sightings, code)
  if (open.length > 0 && draft.lines !== undefined) return {...said, candidates: open, lookups: sightings.map(lookup)}
  // A file that cannot be looked up here may be one of the repository's; a word may not.
  const mayBeFile = draft.lines !== undefined || /[^/]\/[^/]/.test(draft.target)
  const isName = isFileName(nameOf(draft.target)) && (draft.form !== 'bare-path' || draft.lines !== undefined)
  const isLikely = isOpen(sightings, answers) && mayBeFile && isName
  if (unsure && url === undefined && !isLikely) return undefined
  if (isOpen(sightings, answers)) return {...said, gap: gapOf(sightings, answers), lookups: sightings.map(lookup)}
  const [first] = sightings
  const near = [...new Set(sightings.flatMap(sighting => sighting.near ?? []))].slice(0, 3)
  return {
    ...said,
    exists: false,
    ...folderFact(draft, code),
    ...(first?.alike !== undefined && {endingKnown: first.alike}),
    ...(first?.removedBy !== undefined && {removedBy: shortHash(first.removedBy)}),
    tried: sightings.map(stateWords),
    ...(near.length > 0 && {near: near.map(path => withLines(draft.text, path, draft.lines))}),
    lookups: sightings.map(lookup),
  }
}

/** A citation of which nothing is said but that the file is there. */
function bare(
  draft: CitationDraft,
  said: Citation,
  {sighting}: Verdict,
  sightings: readonly Sighting[],
  code: CodeWorld,
): Citation {
  const {drift: _drift, ...rest} = found(draft, said, {sighting}, sightings, code)
  return rest
}

function isOwnPath({candidates}: CitationDraft, path: string): boolean {
  return candidates.some(candidate => candidate.path === path)
}

// A commit that this repository knows makes a permalink one of its own files.
function isOurs(code: CodeWorld | undefined, index: number | undefined): boolean {
  if (code === undefined || index === undefined) return false
  return itemAt(code.answers.code, index).some(({from, commit}) => from === 'citation' && commit !== undefined)
}

function addressOf({lines: _lines, document: _document, ...said}: Citation, url: string): Citation {
  const hash = url.indexOf('#')
  if (hash < 0) return {...said, kind: 'url', target: url}
  return {...said, kind: 'url', target: url.slice(0, hash), anchor: url.slice(hash + 1)}
}

function found(
  draft: CitationDraft,
  said: Citation,
  best: Verdict,
  sightings: readonly Sighting[],
  code: CodeWorld,
): Citation {
  const {sighting, linesExist, lineCount, symbol, quote} = best
  const {file, commit, from} = sighting
  const {lines, beside, target} = draft
  // One of the states may have it right and is not to be seen here.
  const gap = isWrong(best) && isOpen(sightings, code.answers) ? gapOf(sightings, code.answers) : undefined
  // Which of several ranges should hold it is open.
  const [only] = lines?.length === 1 ? lines : []
  const near = (place: LineRange) => only && withLines(draft.text, target, [asLong(place, only, lineCount)])
  return {
    ...said,
    ...(file && {path: file.path, resolvedFrom: fromOf(draft, file, code)}),
    exists: true,
    ...(commit !== undefined && {commit}),
    commitFrom: from,
    ...(linesExist !== undefined && lineCount !== undefined && gap === undefined && {linesExist, lineCount}),
    ...(gap === undefined && isReversed(lines) && {linesReversed: true}),
    ...(gap === undefined && symbol && beside?.symbol && {symbol: excerptFact(beside.symbol, symbol, near)}),
    ...(gap === undefined && quote && beside?.quote && {quote: excerptFact(beside.quote, quote, exactly(draft))}),
    ...(gap === undefined ? driftFact(draft, best, code) : {gap}),
    lookups: sightings.map(lookup),
  }
}

function isWrong({linesExist, symbol, quote}: Verdict): boolean {
  return linesExist === false || isAstray(symbol) || isAstray(quote)
}

function isAstray(where: Verdict['symbol']): boolean {
  return where !== undefined && where.found !== 'lines' && where.found !== 'around'
}

// Where a name stands is known, how far what it names reaches is not: as many lines are cited as before.
function asLong({from}: LineRange, cited: LineRange, lineCount = from): LineRange {
  return {from, to: Math.max(from, Math.min(from + cited.to - cited.from, lineCount))}
}

function exactly({text, target, lines}: CitationDraft): (place: LineRange) => string | undefined {
  return place => (lines?.length === 1 ? withLines(text, target, [place]) : undefined)
}

function fromOf(
  draft: CitationDraft,
  {path, by}: NonNullable<Sighting['file']>,
  {asked}: CodeWorld,
): NonNullable<Citation['resolvedFrom']> {
  if (by !== 'path') return by
  const candidate = draft.candidates.find(each => each.path === path)
  if (candidate !== undefined) return candidate.from
  return asked.fromContext.get(draft)?.includes(path) ? 'context' : 'root'
}

function driftFact(
  draft: CitationDraft,
  {sighting, linesExist}: Verdict,
  {answers, compared}: CodeWorld,
): Pick<Citation, 'drift'> {
  const {file, now, commit, from} = sighting
  if (file === undefined || commit === undefined || linesExist === false) return {}
  const textOf = (version: string) => answers.versions.get(version)?.text
  const then = {...file, text: textOf(file.version)}
  const drift = driftOf(then, now && {...now, text: textOf(now.version)}, draft.lines, compared)
  if (drift === undefined) return {}
  const {path, lines} = drift
  const written = path ?? draft.target
  // A link is written from the document's folder, so another file has another way.
  const isWay = path !== undefined && draft.form !== 'code-span' && draft.form !== 'bare-path'
  // What is said of a commit stays true of it, and would not be with HEAD's lines.
  const isPinned = from === 'citation'
  const stale = drift.state !== 'unchanged' && lines !== undefined && !isWay && !isPinned
  return {
    drift: {
      ...drift,
      same: drift.state === 'unchanged' || isPinned,
      ...(stale && {near: [withLines(draft.text, written, lines)]}),
    },
  }
}

function folderFact(draft: CitationDraft, {asked, answers}: CodeWorld): Pick<Citation, 'folderExists'> {
  const index = asked.folderOf.get(draft)
  if (index === undefined) return draft.lines === undefined ? {} : {folderExists: false}
  return {folderExists: itemAt(answers.code, index).some(({outcome}) => outcome === 'folder')}
}

function lookup({from, commit, outcome, file}: Sighting): Lookup {
  return {from, ...(commit !== undefined && {commit}), outcome, ...(file && {path: file.path})}
}
