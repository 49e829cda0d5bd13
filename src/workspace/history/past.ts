import {type Change, departureLog, historyLog, isRemoval, type Log, type Removal} from '../git/log.js'
import * as notes from '../git/notes.js'
import type {Repository} from '../git/repository.js'
import {once} from '../once.js'
import {isMarkdown, liesIn} from '../paths.js'
import type {Note, Settings} from '../types.js'
import {below} from './find.js'
import {firstParents} from './first-parents.js'
import {type Renames, renamesOf} from './renames.js'
import {indexSnapshot, type Snapshot, snapshotsOf} from './snapshot.js'
import {snapshotView, type View} from './view.js'

/** What a log tells. */
export interface Changes {
  commits: Log['commits']
  byPath: ReadonlyMap<string, readonly Change[]>
  /** Changes that gave a file another name. */
  renamed: readonly Change[]
  /** Changes that removed a file, by commit. */
  removed: ReadonlyMap<string, readonly Removal[]>
  /** Why it tells nothing. */
  problem?: Note
}

/** What is known of the repository's past, by all documents of a workspace together. */
export interface Past extends Repository {
  /** The files as of a commit; undefined where this clone has it not. */
  viewOf(commit: string): Promise<View | undefined>
  /** HEAD's; undefined where there is none yet. */
  current(): Promise<View | undefined>
  currentSnapshot(): Promise<Snapshot | undefined>
  /** The files of a tree. */
  viewOfTree(tree: string): View
  staged(): Promise<View>
  /** HEAD's whole history, with the changes of the folders of specs and research. */
  log(): Promise<Changes>
  /** HEAD's first-parent line, newest first. */
  line(): Promise<ReturnType<typeof firstParents>>
  /** Changes of the documents around one, by path, newest first. Paths are from the top, without links. */
  changesFor(path: string): Promise<Changes>
  renames(): Promise<Renames>
  /** The newest commit that removed or renamed a file, by its path. */
  removals(): Promise<ReadonlyMap<string, string>>
}

// Each takes a process. One is that of a workspace's folders, and most need no other; beyond these one tells of all Markdown.
const MOST_LOGS = 3

export function pastOf(repository: Repository, settings: Settings): Past {
  const {objects, prefix, head} = repository
  const {snapshot, currentSnapshot, departures, staged, logOf} = sharedIn(repository)
  const inside = [...settings.specs, ...settings.research].filter(folder => !settings.outside.includes(folder))
  const folders = [...new Set(inside.map(folder => below(prefix, folder)))]
  const main = () => logOf(folders)
  const viewOfTree = (tree: string) => snapshotView(snapshot(tree), objects)
  const viewOf = async (id: string) => {
    const commit = await objects.commit(id)
    return commit && viewOfTree(commit.tree)
  }
  const logFor = (path: string) => {
    if (folders.some(folder => liesIn(path, folder))) return main()
    // A document at the top alone: its folder would be the whole repository.
    return logOf([path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : path], !isMarkdown(path))
  }

  return {
    ...repository,
    viewOf,
    viewOfTree,
    currentSnapshot,
    current: once(async () => (head === undefined ? undefined : viewOf(head))),
    staged,
    log: main,
    line: once(async () => (head === undefined ? [] : firstParents((await main()).commits, head))),
    changesFor: logFor,
    // In a partial clone only equal contents could be told, and those are found by their names.
    renames: once(async () => renamesOf(repository.isPartial ? [] : await departures())),
    removals: once(async () => {
      const newest = new Map<string, string>()
      for (const {path, from = path, commit} of await departures()) if (!newest.has(from)) newest.set(from, commit)
      return newest
    }),
  }
}

interface Shared {
  snapshot: ReturnType<typeof snapshotsOf>
  currentSnapshot(): Promise<Snapshot | undefined>
  /** What left its path in HEAD's history. */
  departures(): Promise<readonly Change[]>
  staged(): Promise<View>
  /** The changes of some folders. `own`: of these alone, however many there are already. */
  logOf(folders: readonly string[], own?: boolean): Promise<Changes>
}

const shared = new WeakMap<Repository['objects'], Shared>()

/** What all workspaces of a repository share of its past: each part takes a process. */
function sharedIn(repository: Repository): Shared {
  const known = shared.get(repository.objects) ?? shareOf(repository)
  shared.set(repository.objects, known)
  return known
}

function shareOf({git, objects, head, isPartial, index}: Repository): Shared {
  const snapshot = snapshotsOf(objects)
  const logs = new Map<string, () => Promise<Changes>>()
  const indexed = (pathspecs: string[]) =>
    once(async () => changesIn(await historyLog(git, pathspecs, isPartial), isPartial))
  const markdown = indexed(['md', 'markdown'].map(end => `:(top,glob,icase)**/*.${end}`))
  return {
    snapshot,
    currentSnapshot: once(async () => {
      const commit = head === undefined ? undefined : await objects.commit(head)
      return commit && snapshot(commit.tree)
    }),
    departures: once(async () => (head === undefined ? [] : (await departureLog(git, isPartial)).changes)),
    staged: once(async () => snapshotView(indexSnapshot(objects, await index()), objects)),
    logOf: (folders, own = false) => {
      const key = folders.join('\0')
      if (!logs.has(key) && logs.size >= MOST_LOGS && !own) return markdown()
      const log = logs.get(key) ?? indexed(folders.map(literal))
      logs.set(key, log)
      return log()
    },
  }
}

function changesIn(log: Log, isPartial: boolean): Changes {
  const byPath = new Map<string, Change[]>()
  for (const change of log.changes) {
    const known = byPath.get(change.path)
    if (known) known.push(change)
    else byPath.set(change.path, [change])
  }
  const removed = new Map<string, Removal[]>()
  for (const change of log.changes.filter(isRemoval)) {
    const known = removed.get(change.commit)
    if (known) known.push(change)
    else removed.set(change.commit, [change])
  }
  const problem = log.outcome === 'ok' ? undefined : isPartial ? notes.partial : notes.failed(log)
  const renamed = log.changes.filter(({from}) => from !== undefined)
  return {commits: log.commits, byPath, renamed, removed, ...(problem && {problem})}
}

// A name with a glob's signs is a name like any other.
function literal(path: string): string {
  return `:(top,literal)${path}`
}
