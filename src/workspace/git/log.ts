import {utf8} from './parse.js'
import type {GitAnswer, GitBytes} from './run.js'

/** A file that a commit changed, compared with its parent. */
export interface Change {
  commit: string
  /** Place of the commit in the log, newest first, no commit before its children. */
  order: number
  /** The blob before; absent where the file is new. */
  before?: string
  /** The blob after; absent where it was deleted. */
  after?: string
  /** Its path, from the top. */
  path: string
  /** Where it was renamed from. */
  from?: string
}

/** A change that left a file where it is, or put it there. */
export type Kept = Change & {after: string}
/** A change that removed a file. */
export type Removal = Change & {before: string}

export const isKept = (change: Change): change is Kept => change.after !== undefined
export const isRemoval = (change: Change): change is Removal => change.after === undefined

/** A commit of a log. `time`: when it was committed, in seconds since 1970. */
export interface LoggedCommit {
  tree: string
  time: number
  first?: string
}

/** What a `git log` tells. */
export interface Log {
  outcome: GitAnswer['outcome']
  stderr: string
  /** Commits in the log's order, each with the one that its first parent is. */
  commits: ReadonlyMap<string, LoggedCommit>
  changes: readonly Change[]
}

// Every setting of a repository or user that changes what a log says is overruled here, or by a setting of every start.
const FORM = [
  '--topo-order',
  '--raw',
  '-z',
  '--no-abbrev',
  '-l1000',
  '-O/dev/null',
  '--no-relative',
  '--ignore-submodules=none',
  '--no-color',
  '--no-notes',
  '--no-decorate',
  '--no-follow',
  '--no-mailmap',
  '--no-diff-merges',
  '--no-ext-diff',
  '--no-textconv',
  '--format=tformat:C%H %T %ct %P',
]
// Never from content: that needs the blobs.
const EXACT = '-M100%'

/**
 * All of HEAD's history, with what it did to the files that the pathspecs name. `exact`: renames are seen only where the
 * content stayed, for which no blob is read.
 */
export async function historyLog(git: GitBytes, pathspecs: readonly string[], exact: boolean): Promise<Log> {
  const ask = (renames: string) =>
    git('log', ...FORM, '--full-history', '--sparse', renames, 'HEAD', '--', ...pathspecs)
  const answer = await ask(exact ? EXACT : '-M50%')
  // A blob that is missing ends the search for renames.
  return readLog(exact || answer.outcome !== 'failed' ? answer : await ask(EXACT))
}

/**
 * All that left its path in HEAD's history, removed or, unless `exact`, renamed: to tell renames blobs are read, and one that is
 * missing breaks it off.
 */
export async function departureLog(git: GitBytes, exact: boolean): Promise<Log> {
  const renames = exact ? '--no-renames' : '-M50%'
  return readLog(await git('log', ...FORM, renames, '--diff-filter=RD', 'HEAD'))
}

function readLog({outcome, stdout, stderr}: GitAnswer<Buffer>): Log {
  const commits = new Map<string, LoggedCommit>()
  const changes: Change[] = []
  const parts = partsOf(stdout)
  let commit = ''
  for (const part of parts) {
    const text = part.toString('latin1').trimStart()
    const [, id, tree = '', time, first] = /^C([0-9a-f]+) ([0-9a-f]+) (\d+) ?([0-9a-f]*)/.exec(text) ?? []
    if (id !== undefined) {
      commit = id
      commits.set(id, {tree, time: Number(time), ...(first && {first})})
      continue
    }
    // ":100644 100644 <before> <after> R100"
    const [, , before = '', after = '', status = ''] = text.split(' ')
    const from = /^[RC]/.test(status) ? nameOf(parts.next()) : undefined
    const path = nameOf(parts.next())
    if (path === undefined) continue
    changes.push({
      commit,
      order: commits.size - 1,
      ...(!isNull(before) && {before}),
      ...(!isNull(after) && {after}),
      path,
      ...(from !== undefined && {from}),
    })
  }
  return {outcome, stderr, commits, changes}
}

const isNull = (id: string) => /^0+$/.test(id)

function nameOf({value}: IteratorResult<Buffer, undefined>): string | undefined {
  return value && utf8(value)
}

function* partsOf(bytes: Buffer): Generator<Buffer, undefined> {
  let at = 0
  for (let end = bytes.indexOf(0, at); end >= 0; end = bytes.indexOf(0, at)) {
    yield bytes.subarray(at, end)
    at = end + 1
  }
  return undefined
}
