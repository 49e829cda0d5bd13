import type {Facts} from '../facts/index.js'
import type {Listed} from '../listing/index.js'
import {refuseLimits} from '../markdown/index.js'
import {checkMethods, checkTextList, compareCodeUnits, leavesRoot, owner} from '../text/index.js'
import type {Home, Selected, Selection, Workspace, WorkspaceOptions} from '../workspace/index.js'
import {assumedText} from './assumed.js'
import {type Baseline, type BaselineSource, type Checked, holdRun} from './baseline/index.js'
import {changedOf, type StatusChange, statusChange, unchangedNote} from './changes.js'
import {ALL_JUDGED} from './evaluate/index.js'
import {inOrder} from './in-order.js'
import {type Isolation, lackingNote} from './isolation.js'
import {lintFile} from './lint-file.js'
import {kindsInForce, type LintOptions} from './options.js'
import {isPage, lastPages} from './pages.js'
import {runResults} from './results/of-run.js'
import {rulingsOf} from './rulings.js'
import {severitiesIn} from './severities.js'
import {summarize} from './summary.js'
import type {Kind, Report, Severities} from './types.js'

/** What `lintFiles` takes: an open workspace, or what one is opened with. */
export interface LintFilesOptions extends Omit<LintOptions, 'path'>, Pick<WorkspaceOptions, 'root' | 'cwd' | 'date'> {
  /** Pages that no kind claims and that keep a list of specs, too; default: true, unless a kind is named. */
  pages?: boolean
  /** Research documents too, where no paths are given. */
  research?: boolean
  /**
   * Only documents that have changed since this revision (a branch, a tag, a commit) and HEAD parted, in a commit, or not
   * committed yet.
   */
  since?: string
  /**
   * Messages that are left out, as `readBaseline` reads them, or what tells them once it is known which workspaces the documents
   * belong to.
   */
  baseline?: Baseline | BaselineSource
  /** Freeze all that is found: the report's `baseline.next` is the baseline that leaves nothing of it. */
  freeze?: boolean
  /** Files that would not be checked without paths are left out, though they are named: for hooks, which hand over what changed. */
  ignoreUnknown?: boolean
  /**
   * Take over what an earlier run has found of documents, where neither they nor what the world says of them has changed, and keep
   * what is found for the next one: in the user's cache folder, see docs/config.md. Default: false. Does nothing beside `onFacts`, or
   * in a workspace that keeps nothing.
   */
  cache?: boolean
  /** What checks large documents, and those of large runs, apart: `openThreads` makes it. Default: none. */
  threads?: Isolation
  /** Called after each file was checked, with what is known of it; not of one that could not be checked. */
  onFacts?: (path: string, facts: Facts, kind: Kind, severities: Severities | undefined) => void
  /** Called before each file is checked, and at the end. */
  onProgress?: (progress: Progress) => void
}

/** How far a run is. */
export interface Progress {
  /** Number of files that are checked, and of all that are to be. */
  done: number
  total: number
  /** The file that comes next, relative to the root; absent at the end. */
  path?: string
}

/**
 * Checks files: those that the paths name (files, folders, globs, relative to the working folder), or without paths the
 * workspace's specs. A file that cannot be read or is too large is in the report as not checked, with the reason.
 *
 * `problems` of the report are paths that name nothing. The promise is rejected only where the schema or the kind cannot
 * be used, or the revision of `since` is unknown (SettingsError), the root does not exist (WorkspaceError), or a limit is no number
 * that limits anything, or has another name, or the threads are none (RangeError, TypeError).
 *
 * @example
 * import {lintFiles} from 'specwright'
 *
 * const {summary, files} = await lintFiles([], {root: 'examples/reading-room'})
 * console.log(`${summary.errors} errors in ${summary.files} files`)
 * for (const {path, reason} of files.filter(file => file.status === 'not-checked')) console.log(path, reason)
 */
export async function lintFiles(paths: readonly string[], options: LintFilesOptions = {}): Promise<Report> {
  checkTextList('paths', paths)
  if (options.limits !== undefined) refuseLimits(options.limits)
  if (options.threads !== undefined)
    checkMethods('threads', options.threads, ['check', 'lacking'], 'what openThreads gives')
  const workspace = options.workspace ?? (await openWith(options))
  try {
    // Settings that cannot be used are told before anything is looked for.
    const own = await kindsInForce({...options, workspace})
    severitiesIn(workspace, undefined, own)
    // Whoever names a kind means documents.
    const {research = false, pages = options.kind === undefined, ignoreUnknown = false} = options
    const selection = await workspace.select(paths, {research, pages, ignoreUnknown})
    const isWhole = paths.length === 0 && options.since === undefined
    return await lintSelection(selection, {...options, workspace}, isWhole)
  } finally {
    // One that was given may be used again.
    if (options.workspace === undefined) await workspace.close()
  }
}

type Settled = LintFilesOptions & {workspace: Workspace}

/** Checks files that were selected before. `isWhole`: they are all that the workspace has. */
async function lintSelection(selection: Selection, options: Settled, isWhole: boolean): Promise<Report> {
  const {workspace, since, freeze = false} = options
  const baseline =
    typeof options.baseline === 'function'
      ? await options.baseline(await homesOf(workspace, selection.files, isWhole))
      : options.baseline
  const {files: selected, unchanged, changes} = await changedOf(selection.files, {workspace, since})
  const rulingOf = await rulingsOf(workspace, selected, options)
  const notes = [...selection.notes]
  if (unchanged > 0) notes.push(unchangedNote(unchanged, since))
  const checked: Checked[] = []
  const statuses = new Map<string, StatusChange>()
  const taken: string[] = []
  const total = selected.length
  // Nobody else asks what a list would tell.
  const hasPages = selected.some(isPage)
  const known = new Map<string, Listed>()
  const own = owner()
  // Who wants facts wants them of all.
  const results = options.cache && options.onFacts === undefined ? runResults() : undefined
  const {threads} = options
  const isSpread = threads !== undefined && total >= threads.fromDocuments
  const width = isSpread ? AHEAD * threads.count : 1
  const lintNext = async (file: Selected) => {
    options.onProgress?.({done: checked.length, total, path: file.path})
    const ruling = rulingOf(file)
    return {
      file,
      ruling,
      ...(await lintFile(file, ruling, options, {listed: known, results, isSpread, own})),
    }
  }
  // A page tells of documents that were read by then.
  for await (const each of inOrder(lastPages(selected), {width, waits: isPage}, lintNext)) {
    const {file, ruling, judged, kind, listed, assumed} = each
    const {facts, unjudged, ...rest} = judged
    // Nobody but a baseline asks for that, and it is more than all that is told.
    const untold = baseline ? unjudged : ALL_JUDGED
    checked.push({...rest, unjudged: untold, isOutside: liesOutside(ruling.home.path)})
    const {path} = file
    if (facts && kind) options.onFacts?.(path, facts, kind, ruling.severities)
    // What another workspace calls it is not known here.
    if (hasPages && listed && ruling.home.workspace === workspace && options.kind === undefined) known.set(path, listed)
    if (assumed) taken.push(path)
    const folders = ruling.home.workspace.settings
    const change = kind && statusChange(changes.get(path), {status: judged.status, kind, folders})
    if (change) statuses.set(path, change)
  }
  options.onProgress?.({done: total, total})
  const text = assumedText(taken, 'checked')
  if (text !== undefined) notes.push({code: 'kind-assumed', text})
  const lacking = lackingNote(threads)
  if (lacking) notes.push(lacking)
  for (const reason of (await results?.keep(isWhole ? workspace : undefined)) ?? [])
    notes.push({code: 'cache-unusable', text: `results are not kept for the next run: ${reason}`})
  checked.sort((a, b) => compareCodeUnits(a.report.path, b.report.path))
  const run = {workspace, freeze, statuses, researchToo: options.research === true, isWhole}
  const held = baseline && (await holdRun(baseline, checked, run))
  const files = held?.files ?? checked.map(({report}) => report)
  const problems = [...selection.problems]
  return {
    summary: summarize(files, {unclaimed: selection.unclaimed, ...(held && {stale: held.report.stale})}),
    files,
    notes: [...notes, ...(held?.notes ?? [])],
    ...(problems.length > 0 && {problems}),
    ...(held && {baseline: held.report}),
  }
}

/** The workspaces of files, and of a whole run all that there are. */
async function homesOf(workspace: Workspace, files: readonly Selected[], isWhole: boolean): Promise<Home[]> {
  const homes = new Map<string, Home>()
  const below = isWhole ? await workspace.nested() : []
  for (const path of [...below.map(root => `${root}/-`), ...files.map(file => file.path)]) {
    const home = await workspace.homeOf(path)
    if (!homes.has(home.workspace.root)) homes.set(home.workspace.root, home)
  }
  return [...homes.values()]
}

// Threads wait for nothing while one of them takes its time over a document that comes first.
const AHEAD = 8

/** Whether a path, relative to a root or absolute, lies elsewhere. */
function liesOutside(path: string): boolean {
  return leavesRoot(path) || /^(?:\/|[A-Za-z]:)/.test(path)
}

async function openWith({root, cwd, date, limits, cache = false}: LintFilesOptions): Promise<Workspace> {
  const {openWorkspace} = await import('../workspace/index.js')
  return openWorkspace({
    cache,
    ...(root === undefined ? {} : {root}),
    ...(cwd === undefined ? {} : {cwd}),
    ...(date === undefined ? {} : {date}),
    ...(limits?.bytes === undefined ? {} : {limits: {bytes: limits.bytes}}),
  })
}
