import type {Citation} from '../../lint/index.js'
import {listed} from './usage.js'

/** How a citation does: sound, wrong, or not to be told; `stale` was right once. */
export type Standing = 'sound' | 'stale' | 'wrong' | 'open'

/** Whether anything about it is wrong in every way in which it may be right. */
export function standingOf(citation: Citation): Standing {
  const {exists, anchorExists, headingExists, linesExist, symbol, quote, candidates, gap, drift, kind} = citation
  const astray = [symbol, quote].some(each => each?.found === 'once' || each?.found === 'several')
  if ([exists, anchorExists, headingExists, linesExist].includes(false) || astray) return 'wrong'
  if (candidates !== undefined || gap !== undefined || kind === 'url' || exists === undefined) return 'open'
  return drift !== undefined && drift.state !== 'unchanged' ? 'stale' : 'sound'
}

const NAMED: Readonly<Record<NonNullable<Citation['commitFrom']>, string>> = {
  citation: 'named beside it',
  research: "the research's",
  line: 'which brought the line',
  'line-parent': 'before the line',
  spec: 'which brought the document',
  'spec-parent': 'before the document',
  head: 'HEAD',
  index: 'the index',
  worktree: 'the work tree',
}

/** What became of a citation, in a few words. */
export function wordsOn(citation: Citation): string {
  const {exists, candidates, gap, kind, near, moved} = citation
  if (kind === 'url') return 'not looked up'
  if (candidates !== undefined) return `open: ${candidates.length} fit (${clippedList(candidates)})`
  if (exists === undefined) return gap === undefined ? definedElsewhere(citation) : GAPS[gap]
  if (!exists) {
    const where = moved ?? near
    return `missing${where === undefined ? '' : `; did you mean ${listed(where.slice(0, 2))}?`}`
  }
  return [foundWords(citation), ...wrongWords(citation), ...driftWords(citation)].join('; ')
}

function clippedList(paths: readonly string[]): string {
  return paths.length <= 3 ? paths.join(', ') : `${paths.slice(0, 2).join(', ')}, …`
}

function definedElsewhere({form, label}: Citation): string {
  return form === 'reference' || form === 'footnote' ? `see ${label ?? 'its definition'}` : 'not looked up'
}

const GAPS: Readonly<Record<NonNullable<Citation['gap']>, string>> = {
  'no-git': 'not looked up: no git',
  'no-repository': 'not looked up: no git repository',
  'bare-repository': 'not looked up: a bare repository',
  'unsafe-repository': 'not looked up: git does not trust the repository',
  'git-failed': 'not looked up: git failed',
  'git-timeout': 'not looked up: git took too long',
  'shallow-clone': 'not looked up: the history is cut off',
  'partial-clone': 'not looked up: the clone is partial',
  'unknown-commit': 'not looked up: a commit is not known here',
  'large-repository': 'not looked up: too many files',
  submodule: 'not looked up: in a submodule',
  outside: 'not looked up: outside the repository',
  ignored: 'only here: git ignores it',
  link: 'not looked up: behind a link that leads out',
  'no-workspace': 'not looked up',
}

function foundWords({kind, path, target, resolvedFrom, commit, commitFrom, gap}: Citation): string {
  const other = path !== undefined && !target.endsWith(path) && resolvedFrom !== 'file' ? `${path}` : ''
  if (kind !== 'code') return gap === undefined ? other || 'there' : GAPS[gap]
  const state =
    commitFrom === undefined
      ? ''
      : commit === undefined || commitFrom === 'head'
        ? `in ${NAMED[commitFrom]}`
        : `at ${commit.slice(0, 10)} (${NAMED[commitFrom]})`
  return [other, state].filter(words => words !== '').join(' ') || 'there'
}

function wrongWords(citation: Citation): string[] {
  const {anchor, anchorExists, heading, headingExists, linesExist, lineCount, symbol, quote} = citation
  return [
    ...(anchorExists === false ? [`no anchor #${anchor}`] : []),
    ...(headingExists === false ? [`no section ${heading}`] : []),
    ...(linesExist === false ? [`it has ${lineCount} lines`] : []),
    ...(symbol ? excerptWords(symbol.text, symbol) : []),
    ...(quote ? excerptWords('the quotation', quote) : []),
  ]
}

function excerptWords(name: string, {found, lines}: NonNullable<Citation['symbol']>): string[] {
  if (found === 'lines' || found === 'around') return []
  if (found === 'nowhere') return [`${name} is nowhere in it`]
  return [`${name} stands ${lines ? `in line ${rangeText(lines)}` : 'in other lines'}`]
}

function driftWords({drift}: Citation): string[] {
  if (drift === undefined || drift.state === 'unchanged') return []
  const lines = drift.lines?.map(rangeText).join(', ')
  if (drift.state === 'moved' || drift.state === 'renamed') {
    if (drift.path !== undefined) return [`now ${drift.path}${lines === undefined ? '' : `:${lines}`}`]
    return [`now in line${/\D/.test(lines ?? '') ? 's' : ''} ${lines}`]
  }
  return [`${drift.state} since${drift.path === undefined ? '' : ` (${drift.path})`}`]
}

export function rangeText({from, to}: {from: number; to: number}): string {
  return from === to ? String(from) : `${from}-${to}`
}

/** The citation as a table shows it: the target with lines, anchor or section, and the name that is tied to it. */
export function citationText({target, text, lines, anchor, heading, symbol, label, form}: Citation): string {
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
