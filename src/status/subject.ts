import type {Since} from '../facts/approval/index.js'
import {sinceOf} from '../facts/approval/index.js'
import {type LintOptions, type Subject, subjectOf} from '../lint/index.js'
import type {Status} from '../template/index.js'
import {valueAt} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import {type Reading, readingOf} from './edit/reading.js'

/** A document whose status is asked for, and what is known of it. */
export interface Standing {
  path: string
  text: string
  kind: Subject['kind']
  reading: Reading
  /** The template's statuses; one at least. */
  statuses: readonly Status[]
  /** The full name of its status; undefined: it has none, or one that the template does not know. */
  current: string | undefined
}

/** What a document's kind is, and which status it has; undefined where its kind has no statuses. */
export async function standingOf(
  text: string,
  options: Omit<LintOptions, 'limits'> & {path: string; workspace: Workspace},
): Promise<Standing | {kind: string}> {
  const {subject} = await subjectOf(text, options)
  const {kind, path} = subject
  const reading = readingOf(text, {path, kind, folders: options.workspace.settings})
  const statuses = reading.document.template?.statuses ?? []
  if (statuses.length === 0) return {kind: kind.name}
  const {status} = reading.metadata
  return {path, text, kind, reading, statuses, current: status?.known ? status.name : undefined}
}

/** Since when a document has had its status: the commit, and its day. */
export type StatusSince =
  | {commit: string; date: string}
  /** Not in a commit yet. */
  | {commit: undefined}
  /** It cannot be told. */
  | {reason: string}

export async function statusSince(
  {path, text, reading, current}: Standing,
  workspace: Workspace,
): Promise<StatusSince> {
  const {former, gaps} = await workspace.history({path, text, code: [], research: [], gone: [], former: true})
  if (!former || current === undefined) return {commit: undefined}
  const since: Since | undefined = sinceOf(reading.document, former, [current])
  if (since === undefined) return {commit: undefined}
  if ('gap' in since) return {reason: valueAt(new Map(gaps.map(({code, text}) => [code, text])), since.gap)}
  return {commit: since.commit, date: since.date}
}
