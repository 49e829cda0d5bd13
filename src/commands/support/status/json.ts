import type {Bars, Next, PlannedFile, Standing, StatusSince} from '../../../status/index.js'

/** Of schema/status.schema.json. */
const SCHEMA_VERSION = 1

/** What came of a change; the contract of schema/status.schema.json. */
export type Outcome = 'set' | 'dry-run' | 'refused' | 'unchanged'

type Show = (path: string) => string

/** A document's status, and what may follow it. */
export function standingReport(
  {standing, since, next}: {standing: Standing; since: StatusSince; next: readonly Next[]},
  show: Show,
): object {
  return {
    ...about(standing, show),
    ...sinceReport(since),
    next: next.map(({name, bars}) => ({name, ...barsReport(bars)})),
  }
}

/** A change, done or not. */
export function changeReport(
  standing: Standing,
  {outcome, files, reason}: {outcome: Outcome; files: readonly PlannedFile[]; reason: string | undefined},
  show: Show,
): object {
  return {
    ...about(standing, show),
    outcome,
    files: files.map(({path, status, lost, day, refusal, after}) => ({
      path: show(path),
      ...(status && {to: status.to}),
      ...(status?.from !== undefined && {from: status.from}),
      ...(day !== undefined && {updated: day}),
      ...(lost !== undefined && {lost}),
      ...(refusal && reason !== undefined && {reason}),
      ...(refusal && ('bars' in refusal ? barsReport(refusal.bars) : {expected: refusal.notNext})),
      ...(outcome === 'dry-run' && {text: after}),
    })),
  }
}

function about({path, kind, current, reading}: Standing, show: Show): object {
  const row = reading.metadata.status
  return {
    schemaVersion: SCHEMA_VERSION,
    path: show(path),
    kind: kind.name,
    status: {
      known: current !== undefined,
      ...(row !== undefined && {value: row.value}),
      ...(current !== undefined && {name: current}),
      ...(row?.note !== undefined && {note: row.note}),
    },
  }
}

function sinceReport(since: StatusSince): object {
  if ('reason' in since) return {sinceUnknown: since.reason}
  return since.commit === undefined ? {} : {since: {commit: since.commit, date: since.date}}
}

function barsReport({messages, problem}: Bars): object {
  return {
    barredBy: messages.map(({ruleId, reason, help, range: {start}}) => ({
      ruleId,
      line: start.line,
      column: start.column,
      reason,
      ...(help !== undefined && {help}),
    })),
    ...(problem !== undefined && {problem}),
  }
}
