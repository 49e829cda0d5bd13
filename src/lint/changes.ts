import {collect} from '../facts/index.js'
import {INDEX} from '../listing/index.js'
import {LimitError} from '../markdown/index.js'
import {printable, rethrowUnless} from '../text/index.js'
import type {DocumentChange, Note, Selected, Workspace} from '../workspace/index.js'
import {statusOf} from './evaluate/index.js'
import {heldKind} from './held.js'
import {settingsError} from './options.js'
import type {Kind} from './types.js'

/** What has changed in the files of a run. */
export interface Changed {
  /** The files that are to be checked. */
  files: readonly Selected[]
  /** How many of those that were chosen have not changed. */
  unchanged: number
  /** By path; empty where nothing was compared. */
  changes: ReadonlyMap<string, DocumentChange>
}

/**
 * With `since`, only the files that have changed since then stay. Without it all stay, and where the index is read it is told what
 * HEAD had instead, for a status that changes with the next commit counts at once.
 * @throws SettingsError where the revision is unknown, or what it had cannot be told.
 */
export async function changedOf(
  files: readonly Selected[],
  {workspace, since}: {workspace: Workspace; since: string | undefined},
): Promise<Changed> {
  const none: Changed = {files, unchanged: 0, changes: new Map()}
  if (since === undefined && !workspace.staged) return none
  const paths = files.map(({path}) => path)
  const found = await workspace.changes(since ?? 'HEAD', paths)
  // Before the first commit there is nothing that could have changed.
  if (!found.ok && since === undefined) return none
  if (!found.ok) throw settingsError(`What has changed cannot be told. ${found.reason}`)
  // A page that lists the specs is behind when one of them changes, not when it does itself.
  const isBehind = files.some(({path, kind}) => kind !== INDEX && found.changed.has(path))
  const changed =
    since === undefined
      ? files
      : files.filter(({path, kind}) => found.changed.has(path) || (isBehind && kind === INDEX))
  return {files: changed, unchanged: files.length - changed.length, changes: found.changed}
}

/** Told of what is left out, for a gate that is green because it looked at nothing should say so. */
export function unchangedNote(count: number, since = 'HEAD'): Note {
  const them = count === 1 ? 'document has' : 'documents have'
  return {code: 'unchanged', text: `Left out: ${count} ${them} not changed since "${printable(since)}"`}
}

/** A document's status now, and the one by which it was judged before. */
export interface StatusChange {
  before: string
  now: string | undefined
}

/** How a document's status has changed, where that can be told and it has. */
export function statusChange(
  {before}: DocumentChange = {},
  {status, kind, folders}: {status: string | undefined; kind: Kind; folders: Workspace['settings']},
): StatusChange | undefined {
  if (before === undefined) return undefined
  try {
    const {syntax} = collect(before.text, {path: before.path, kind, folders})
    const former = statusOf(syntax, heldKind(kind, syntax).template)
    return former === undefined || former === status ? undefined : {before: former, now: status}
  } catch (error) {
    // What could not be checked then had no status that was known.
    rethrowUnless(error, LimitError)
    return undefined
  }
}
