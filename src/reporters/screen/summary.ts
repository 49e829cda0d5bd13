import type {BaselinePart, Report} from '../../lint/index.js'
import {count} from '../../text/count.js'
import {durationWords} from '../../text/duration.js'
import {printable} from '../../text/printable.js'
import type {ScreenContext} from '../types.js'
import {mendedLines} from './mended.js'
import type {Palette} from './palette.js'
import {safe} from './sheet.js'
import {wrap} from './wrap.js'

/** What a summary is printed with; without `elapsed` it is the same each time. */
export type SummaryContext = Pick<ScreenContext, 'columns' | 'palette' | 'show'> & {elapsed?: number}

/** What a run comes to: what was found, and what was not looked at. A run with nothing to say is one line. */
export function summaryLines(report: Report, context: SummaryContext): string[] {
  const {files, notChecked, skippedChecks, excepted, baselined, stale, unclaimed} = report.summary
  const {baseline} = report
  const time = context.elapsed === undefined ? '' : ` (${durationWords(context.elapsed)})`
  const line = (words: string) => wrap(words, context.columns, '  ')
  const lines: string[] = []
  if (files === 0) lines.push(...line(`Nothing to check${time}.`))
  else if (files > notChecked) lines.push(...line(`${foundWords(report, context.palette)}${time}.`))
  lines.push(...mendedLines(report, context))
  if (notChecked > 0) lines.push(...line(`${count(notChecked, 'file')} could not be checked.`))
  if (skippedChecks > 0) lines.push(...skippedLines(report, context.columns))
  if (excepted > 0) lines.push(...line(`${count(excepted, 'message')} left out for exceptions that documents make.`))
  if (baselined > 0) lines.push(...line(`${count(baselined, 'message')} left out for the baseline.`))
  if (baseline && stale > 0) lines.push(...staleLines(baseline.stale, stale, context))
  if (unclaimed > 0) {
    const them = unclaimed === 1 ? 'it' : 'them'
    lines.push(...line(`${count(unclaimed, 'Markdown file')} of the workspace left out, for no kind claims ${them}.`))
  }
  return lines
}

function foundWords({summary}: Report, palette: Palette): string {
  const {errors, warnings, infos} = summary
  const number = summary.files - summary.notChecked
  const checked = count(number, 'file')
  if (errors + warnings + infos === 0) return palette.good(`${checked} checked, no problems`)
  const found = [
    errors > 0 ? palette.error(count(errors, 'error')) : '',
    warnings > 0 ? palette.warning(count(warnings, 'warning')) : '',
    infos > 0 ? palette.info(count(infos, 'info')) : '',
  ].filter(words => words !== '')
  // By the counts, for messages that are not to be printed may be left out of the files.
  const share = summary.clean === 0 ? '' : ` in ${number - summary.clean} of them`
  return `${checked} checked: ${found.join(', ')}${share}`
}

// Of many reasons these are told; who wants them all reads another format.
const MOST_REASONS = 5
const MOST_DOCUMENTS = 10

/** A reason for skipped checks in its shortest words, how often it was met, and the commits that it was met with. */
interface SkippedReason {
  words: string
  times: number
  commits: Set<string>
}

const COMMIT = /\b[0-9a-f]{7,40}\b/g
const COMMITS = /\bcommits? [0-9a-f]{7,40}(?:, [0-9a-f]{7,40})*(?![0-9a-f])/g

// The same check is often skipped for the same reason in many files, or for other commits: one line tells it for all.
function skippedReasons(files: Report['files']): SkippedReason[] {
  const reasons = new Map<string, SkippedReason>()
  for (const {check, reason} of files.flatMap(file => file.skipped)) {
    const words = `${safe(check)}: ${safe(reason)}`
    const form = words.replace(COMMITS, '…')
    const told = reasons.get(form) ?? {words, times: 0, commits: new Set()}
    if (words.length < told.words.length) told.words = words
    told.times++
    for (const [commit] of words.matchAll(COMMIT)) told.commits.add(commit)
    reasons.set(form, told)
  }
  return [...reasons.values()].sort((one, other) => other.times - one.times)
}

// The most frequent come first.
function skippedLines({summary, files}: Report, columns: number): string[] {
  const lines = [`${count(summary.skippedChecks, 'check')} skipped:`]
  const reasons = skippedReasons(files)
  for (const {words, times, commits} of reasons.slice(0, MOST_REASONS)) {
    const share = commits.size < 2 ? '' : `, for ${commits.size} commits`
    lines.push(...wrap(`  ${words}${times === 1 ? '' : ` (${times} times${share})`}`, columns, '    '))
  }
  if (reasons.length > MOST_REASONS)
    lines.push(
      ...wrap(`  and ${count(reasons.length - MOST_REASONS, 'other reason')}, see --format json`, columns, '    '),
    )
  return lines
}

// What was mended: a line for each document, so that a thousand entries do not hide what is to be mended still.
function staleLines(documents: readonly BaselinePart[], stale: number, {columns, show}: SummaryContext): string[] {
  const lines = wrap(
    `${count(stale, 'message')} of the baseline ${stale === 1 ? 'is' : 'are'} there no more (spec lint --prune-baseline removes ${stale === 1 ? 'it' : 'them'} from it):`,
    columns,
    '  ',
  )
  for (const {path, entries} of documents.slice(0, MOST_DOCUMENTS)) {
    const number = entries.reduce((sum, {count}) => sum + count, 0)
    const rules = [...new Set(entries.map(({rule}) => rule))].join(', ')
    lines.push(...wrap(`  ${printable(show(path))}: ${number} (${safe(rules)})`, columns, '    '))
  }
  if (documents.length > MOST_DOCUMENTS)
    lines.push(
      ...wrap(
        `  and ${count(documents.length - MOST_DOCUMENTS, 'other document')}, see --format json`,
        columns,
        '    ',
      ),
    )
  return lines
}
