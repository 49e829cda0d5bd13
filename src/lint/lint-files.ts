import type {Selected, Selection, Workspace, WorkspaceOptions} from '../workspace/index.js'
import {check, notChecked} from './lint.js'
import {kindsInForce, type LintOptions} from './options.js'
import {readSelected} from './read-selected.js'
import {outwardReport, type Ruling, rulingsOf} from './rulings.js'
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
    // Settings that cannot be used are told before anything is looked for.
    const own = await kindsInForce({...options, workspace})
    severitiesIn(workspace, undefined, own)
    const selection = await workspace.select(paths, options.research === undefined ? {} : {research: options.research})
    return await lintSelection(selection, {...options, workspace})
  } finally {
    // One that was given may be used again.
    if (options.workspace === undefined) await workspace.close()
  }
}

/** Checks files that were selected before. */
async function lintSelection(
  selection: Selection,
  options: LintFilesOptions & {workspace: Workspace},
): Promise<Report> {
  const rulingOf = await rulingsOf(options.workspace, selection.files, options)
  const files: FileReport[] = []
  const notes = [...selection.notes]
  for (const selected of selection.files) {
    const {report, assumed} = await lintFile(selected, rulingOf(selected), options)
    files.push(report)
    if (!assumed) continue
    const text = `"${selected.path}" belongs to no kind and does not say what it is: checked as ${report.kind}`
    notes.push({code: 'kind-assumed', text})
  }
  const problems = [...selection.problems]
  const summary = summarize(files, selection.unclaimed)
  return {summary, files, notes, ...(problems.length > 0 ? {problems} : {})}
}

/** Checks a file by what holds in the workspace that it belongs to. */
async function lintFile(
  selected: Selected,
  {home, kinds, severities}: Ruling,
  options: LintFilesOptions,
): Promise<{report: FileReport; assumed: boolean}> {
  const {limits, schema} = options
  const {workspace, path} = home
  const found = await readSelected({...selected, path}, {...options, workspace}, kinds)
  if (!found.ok) return {report: notChecked(selected.path, found.kind, found.reason), assumed: false}
  const {text, kind, assumed} = found
  const report = await check({text, path, kind, workspace, limits, severities})
  return {report: outwardReport(report, home, schema?.path), assumed}
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
