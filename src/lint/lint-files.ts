import type {Selected, Selection, Workspace, WorkspaceOptions} from '../workspace/index.js'
import {check, notChecked} from './lint.js'
import {type Kinds, kindNamed, kindsInForce, type LintOptions} from './options.js'
import {readSelected} from './read-selected.js'
import {severitiesIn} from './severities.js'
import {summarize} from './summary.js'
import type {FileReport, Report} from './types.js'

/** What `lintFiles` takes: an open workspace, or what one is opened with. */
export interface LintFilesOptions
  extends Omit<LintOptions, 'path' | 'limits'>,
    Pick<WorkspaceOptions, 'root' | 'cwd' | 'date'> {
  /** Largest size in bytes, and depth of quotes and lists, that is read. */
  limits?: LintOptions['limits']
  /** Research documents too, where no paths are given. */
  research?: boolean
  /** Files that would not be checked without paths are left out, though they are named: for hooks, which hand over what changed. */
  ignoreUnknown?: boolean
}

/**
 * Checks files: those that the paths name (files, folders, globs, relative to the working folder), or without paths the
 * workspace's specs. A file that cannot be read or is too large is in the report as not checked, with the reason.
 *
 * `problems` of the report are paths that name nothing. The promise is rejected only where the schema or the kind cannot
 * be used (SettingsError), or the root does not exist (WorkspaceError).
 *
 * @example
 * import {lintFiles} from 'specwright'
 *
 * const {summary, files} = await lintFiles([], {root: 'examples/reading-room'})
 * console.log(`${summary.errors} errors in ${summary.files} files`)
 * for (const {path, reason} of files.filter(file => file.status === 'not-checked')) console.log(path, reason)
 */
export async function lintFiles(paths: readonly string[], options: LintFilesOptions = {}): Promise<Report> {
  const workspace = options.workspace ?? (await openWith(options))
  try {
    const kinds = await kindsInForce({...options, workspace})
    const fixed = options.kind === undefined ? undefined : kindNamed(options.kind, kinds)
    const {research = false, ignoreUnknown = false} = options
    const selection = await workspace.select(paths, {research, ignoreUnknown})
    const severities = severitiesIn(workspace, options.severities, kinds)
    const settled = {...options, ...(fixed && {kind: fixed}), ...(severities && {severities}), workspace}
    return await lintSelection(selection, settled, kinds)
  } finally {
    // One that was given may be used again.
    if (options.workspace === undefined) await workspace.close()
  }
}

/** Checks files that were selected before. */
async function lintSelection(
  selection: Selection,
  options: LintFilesOptions & {workspace: Workspace},
  kinds: Kinds,
): Promise<Report> {
  const files: FileReport[] = []
  const notes = [...selection.notes]
  for (const selected of selection.files) {
    const {report, assumed} = await lintFile(selected, options, kinds)
    files.push(report)
    if (!assumed) continue
    const text = `"${selected.path}" belongs to no kind and does not say what it is: checked as ${report.kind}`
    notes.push({code: 'kind-assumed', text})
  }
  const problems = [...selection.problems]
  const summary = summarize(files, selection.unclaimed)
  return {summary, files, notes, ...(problems.length > 0 ? {problems} : {})}
}

async function lintFile(
  selected: Selected,
  options: LintFilesOptions & {workspace: Workspace},
  kinds: Kinds,
): Promise<{report: FileReport; assumed: boolean}> {
  const {workspace, limits, severities} = options
  const found = await readSelected(selected, {...options, workspace}, kinds)
  if (!found.ok) return {report: notChecked(selected.path, found.kind, found.reason), assumed: false}
  const {text, kind, assumed} = found
  return {report: await check({text, path: selected.path, kind, workspace, limits, severities}), assumed}
}

async function openWith({root, cwd, date, limits}: LintFilesOptions): Promise<Workspace> {
  const {openWorkspace} = await import('../workspace/index.js')
  return openWorkspace({
    ...(root === undefined ? {} : {root}),
    ...(cwd === undefined ? {} : {cwd}),
    ...(date === undefined ? {} : {date}),
    ...(limits?.bytes === undefined ? {} : {limits: {bytes: limits.bytes}}),
  })
}
