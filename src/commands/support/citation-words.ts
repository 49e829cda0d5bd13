import type {CitationReport} from '../../lint/index.js'
import {listed} from './usage.js'

/** How a citation does: sound, wrong, or not to be told; `stale` was right once. */
export type Standing = 'sound' | 'stale' | 'wrong' | 'open'

/** Wrong is what the rules accuse and nothing else, so that `spec lint` and `spec citations` never tell two truths. */
export function standingOf(citation: CitationReport): Standing {
  const {accusedBy, exists, candidates, gap, drift} = citation
  if (accusedBy !== undefined) return 'wrong'
  if (exists !== true || candidates !== undefined || gap !== undefined || isAstray(citation)) return 'open'
  return drift !== undefined && !drift.same ? 'stale' : 'sound'
}

// Not right, though no rule accuses it: research documents, say, have no rules on citations.
function isAstray({anchorExists, headingExists, linesExist, symbol, quote}: CitationReport): boolean {
  return [anchorExists, headingExists, linesExist].includes(false) || [symbol, quote].some(each => each?.elsewhere)
}

const NAMED: Readonly<Record<NonNullable<CitationReport['commitFrom']>, string>> = {
  citation: 'which is named with it',
  research: "the research's",
  line: 'which brought the line',
  'line-parent': 'before the line',
  spec: 'which brought the document',
  'spec-parent': 'before the document',
  'spec-child': 'after the document',
  date: 'before its day',
  head: 'HEAD',
  index: 'the index',
  worktree: 'the work tree',
}

/** What became of a citation, in a few words. */
export function wordsOn(citation: CitationReport): string {
  const {exists, candidates, gap, kind} = citation
  if (kind === 'url') return 'not looked up'
  if (candidates !== undefined) return `open: ${candidates.length} fit (${clippedList(candidates)})`
  if (exists === undefined) return gap === undefined ? definedElsewhere(citation) : gapWords(gap)
  if (!exists) return missingWords(citation)
  return [foundWords(citation), ...wrongWords(citation), ...driftWords(citation)].join('; ')
}

function missingWords({kind, accusedBy, near, moved}: CitationReport): string {
  const where = moved ?? near
  const open = kind === 'code' ? 'no such file in any state that counts' : 'missing; may be yet to be written'
  return `${accusedBy === undefined ? open : 'missing'}${where === undefined ? '' : `; did you mean ${listed(where.slice(0, 2))}?`}`
}

function clippedList(paths: readonly string[]): string {
  return paths.length <= 3 ? paths.join(', ') : `${paths.slice(0, 2).join(', ')}, …`
}

function definedElsewhere({form, label}: CitationReport): string {
  return form === 'reference' || form === 'footnote' ? `see ${label ?? 'its definition'}` : 'not looked up'
}

const GAPS: Readonly<Record<NonNullable<CitationReport['gap']>, string>> = {
  'no-git': 'no git',
  'no-repository': 'no git repository',
  'bare-repository': 'a bare repository',
  'unsafe-repository': 'git does not trust the repository',
  'git-failed': 'git failed',
  'git-timeout': 'git took too long',
  'shallow-clone': 'the history is cut off',
  'partial-clone': 'the clone is partial',
  'unknown-commit': 'a commit is not known here',
  'large-repository': 'too many files',
  submodule: 'in a submodule',
  outside: 'outside the repository',
  ignored: 'git ignores it',
  'not-here': 'its folder is not here',
  link: 'behind a link that leads out',
  'no-workspace': 'no workspace',
}

/** Why it could not be looked up, or cannot be by others. */
export function gapWords(gap: CitationReport['gap'], isHere = false): string {
  if (gap === undefined) return 'not looked up'
  if (gap === 'ignored') return `${isHere ? 'only' : 'not'} here: ${GAPS[gap]}`
  return `not looked up: ${GAPS[gap]}`
}

function foundWords({kind, path, target, resolvedFrom, commit, commitFrom, gap}: CitationReport): string {
  if (kind !== 'code' && gap !== undefined) return gapWords(gap, true)
  const other = path !== undefined && !target.endsWith(path) && resolvedFrom !== 'file' ? path : ''
  if (kind !== 'code') return other || 'there'
  const state =
    commitFrom === undefined
      ? ''
      : commit === undefined || commitFrom === 'head'
        ? `in ${NAMED[commitFrom]}`
        : `at ${commit.slice(0, 10)} (${NAMED[commitFrom]})`
  const found = [other, state].filter(words => words !== '').join(' ') || 'there'
  // A state that is not to be seen here may have it right.
  return gap === undefined ? found : `not as cited ${found}; open: ${GAPS[gap]}`
}

function wrongWords(citation: CitationReport): string[] {
  const {accusedBy, anchor, anchorExists, heading, headingExists, linesExist, lineCount, symbol, quote} = citation
  return [
    ...(accusedBy?.includes('root-relative-link') ? ['the link leads there only from the root'] : []),
    ...(anchorExists === false ? [`no anchor #${anchor}`] : []),
    ...(headingExists === false ? [`no section ${heading}`] : []),
    ...(linesExist === false ? [`it has ${lineCount} lines`] : []),
    ...(symbol ? excerptWords(symbol.text, symbol) : []),
    ...(quote ? excerptWords('the quotation', quote) : []),
  ]
}

function excerptWords(name: string, {found, lines}: NonNullable<CitationReport['symbol']>): string[] {
  if (found === 'lines' || found === 'around') return []
  if (found === 'nowhere') return [`${name} is nowhere in it`]
  return [`${name} stands ${lines ? `in line ${rangeText(lines)}` : 'in other lines'}`]
}

function driftWords({drift}: CitationReport): string[] {
  if (drift === undefined || drift.state === 'unchanged') return []
  const lines = (drift.lines ?? []).map(rangeText).join(', ')
  if (drift.state === 'moved' || drift.state === 'renamed') {
    if (drift.path !== undefined) return [`now ${drift.path}${lines === '' ? '' : `:${lines}`}`]
    return [`now in line${/\D/.test(lines) ? 's' : ''} ${lines}`]
  }
  return [`${drift.state} since${drift.path === undefined ? '' : ` (${drift.path})`}`]
}

export function rangeText({from, to}: {from: number; to: number}): string {
  return from === to ? String(from) : `${from}-${to}`
}

/** The citation as a table shows it: the target with lines, anchor or section, and the name that is tied to it. */
export function citationText({target, text, lines, anchor, heading, symbol, label, form}: CitationReport): string {
  const place =
    lines !== undefined
      ? `:${lines.map(rangeText).join(',')}`
      : anchor !== undefined
        ? `#${anchor}`
        : heading !== undefined
          ? ` § ${heading}`
          : ''
  const isUse = form === 'reference' || form === 'footnote'
  const base = isUse && label !== undefined ? `${label} ${target}` : target === '' ? text : target
  return `${base}${target === '' ? '' : place}${symbol === undefined ? '' : ` (${symbol.text})`}`
}
