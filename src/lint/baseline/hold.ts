import {valueAt} from '../../text/index.js'
import type {Unjudged} from '../evaluate/index.js'
import type {FileReport, Message} from '../types.js'
import {entriesOf, sorted} from './entries.js'
import {isJudged, matchOf} from './match.js'
import {renamesOf} from './renames.js'
import type {Baseline, BaselineEntry, BaselinePart, BaselineReport} from './types.js'

/** A document that was checked, and what in it was not judged. */
export interface Checked {
  report: FileReport
  unjudged: Unjudged
  /** Whether it lies outside of every workspace: where it does is nobody else's business, so nothing of it is frozen. */
  isOutside?: boolean
}

/** What is known of the documents around those that were checked. */
export interface Around {
  /** Documents of the baseline that are not there any more. */
  gone: readonly string[]
  /** Whether the run looked at all that a document that is gone can have become, so that its entries are stale. */
  isSettled(path: string): boolean
  /** Documents for which the baseline does not count, for their status has changed. */
  exempt: ReadonlySet<string>
}

/** A run's documents without their frozen messages, and what became of the baseline. */
export interface Held {
  files: FileReport[]
  report: BaselineReport
  /** Documents in which messages are not left out for the baseline, though it has them, for their status has changed. */
  exempted: string[]
}

/** Takes away the messages that a baseline freezes. */
export function holdAgainst(baseline: Baseline, checked: readonly Checked[], around: Around): Held {
  const renames = renamesIn(baseline, checked, around.gone)
  const former = new Map([...renames].map(([from, to]) => [to, from]))
  const stale: BaselinePart[] = []
  const exempted: string[] = []
  const files = checked.map(({report, unjudged}) => {
    const source = former.get(report.path) ?? report.path
    const entries = baseline.get(source)
    if (report.status !== 'checked' || entries === undefined) return report
    const {frozen, left} = matchOf(entries, report.messages)
    addTo(
      stale,
      source,
      left.filter(entry => isJudged(entry, unjudged)),
    )
    if (!around.exempt.has(report.path)) return without(report, frozen)
    if (frozen.size > 0) exempted.push(report.path)
    return report
  })
  for (const path of around.gone)
    if (!renames.has(path) && around.isSettled(path)) addTo(stale, path, valueAt(baseline, path))
  const inOrder = [...sorted(stale.map(({path, entries}) => [path, entries] as const))]
  return {
    files,
    exempted,
    report: {
      stale: inOrder.map(([path, entries]) => ({path, entries})),
      renamed: [...renames].map(([from, to]) => ({from, to})),
      next: sorted([...baseline].map(([path, entries]) => [path, [...entries, ...negative(stale, path)]] as const)),
    },
  }
}

/**
 * The baseline that freezes all that was found. What is said of documents that this run did not look at stays, and so does what
 * it could not judge; of those that are gone it goes.
 */
export function frozen(baseline: Baseline, checked: readonly Checked[], around: Around): Baseline {
  const renames = renamesIn(baseline, checked, around.gone)
  const former = new Map([...renames].map(([from, to]) => [to, from]))
  const next = new Map<string, readonly BaselineEntry[]>()
  for (const [path, entries] of baseline)
    if (!renames.has(path) && !(around.gone.includes(path) && around.isSettled(path))) next.set(path, entries)
  for (const {report, unjudged, isOutside} of checked) {
    const {path, status, messages} = report
    if (status !== 'checked' || isOutside) continue
    const {left} = matchOf(baseline.get(former.get(path) ?? path) ?? [], messages)
    next.set(path, [...entriesOf(messages), ...left.filter(entry => !isJudged(entry, unjudged))])
  }
  return sorted(next)
}

function renamesIn(baseline: Baseline, checked: readonly Checked[], gone: readonly string[]): Map<string, string> {
  const documents = checked.filter(({isOutside}) => !isOutside).map(({report}) => report)
  return renamesOf(baseline, gone, documents)
}

function without(report: FileReport, frozen: ReadonlySet<Message>): FileReport {
  if (frozen.size === 0) return report
  const messages = report.messages.filter(message => !frozen.has(message))
  return {...report, messages, baselined: frozen.size}
}

function addTo(parts: BaselinePart[], path: string, entries: readonly BaselineEntry[]): void {
  if (entries.length > 0) parts.push({path, entries})
}

function negative(stale: readonly BaselinePart[], path: string): BaselineEntry[] {
  const entries = stale.filter(part => part.path === path).flatMap(part => part.entries)
  return entries.map(entry => ({...entry, count: -entry.count}))
}
