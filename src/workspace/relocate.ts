import type {Stats} from 'node:fs'
import {link, lstat, readdir, realpath, rename, rmdir, unlink} from 'node:fs/promises'
import {basename, dirname, join, posix, relative} from 'node:path'
import {firstMatch} from '../text/index.js'
import {explain, type Failure, makeFolders} from './create.js'
import {codeOf} from './error.js'
import {moveTracked} from './git/move.js'
import type {Repository} from './git/repository.js'
import {isGits, locate, type Place, withSlashes} from './paths.js'
import {findGit} from './root.js'
import {quoted} from './suggest.js'
import type {Creation, Note, Relocation} from './types.js'

interface Base {
  root: string
  overlaid: ReadonlySet<string>
  repository: Repository | Note
}

/** Gives a file another path. See `Workspace.move`. */
export async function relocate(
  base: Base,
  from: string,
  to: string,
  {rehearse = false}: {rehearse?: boolean} = {},
): Promise<Relocation> {
  const {root, repository} = base
  const old = placeIn(base, from)
  if ('ok' in old) return old
  const next = placeIn(base, to)
  if ('ok' in next) return next
  const refusal =
    (await refusalOf(root, {from: old.absolute, to: next.absolute}, {from, to})) ?? (await indexRefusal(repository))
  if (refusal) return refusal
  const tracked = await isTracked(base, old.path)
  if (await isTracked(base, next.path))
    return failure('exists', `${quoted(to)} is in git's index still: commit first that it is gone`)

  const unknown = 'code' in repository && findGit(root) ? {unknown: repository} : {}
  if (rehearse)
    return {
      ok: true,
      path: next.path,
      folders: [],
      tracked,
      ...unknown,
      back: async () => ({ok: true, path: from, folders: []}),
    }

  const made: string[] = []
  const removeFolders = async () => {
    for (const folder of made.reverse()) await rmdir(join(root, folder)).catch(() => undefined)
  }
  const failed =
    (await makeFolders(root, next.path, made).catch(error => explain(error, to))) ??
    (await carry(base, {from: old.path, to: next.path, tracked}))
  if (failed) {
    await removeFolders()
    return failed
  }
  const back = async (): Promise<Creation> => {
    const undone = await carry(base, {from: to, to: from, tracked})
    if (!undone) await removeFolders()
    return undone ?? {ok: true, path: from, folders: []}
  }
  return {ok: true, path: next.path, folders: made, tracked, ...unknown, back}
}

/** Where a path leads that a file may have, or be given. */
function placeIn({root, overlaid}: Base, path: string): Required<Place> | Failure {
  const place = locate(root, path)
  if (place?.path === undefined) return failure('outside', `${quoted(path)} lies outside the workspace`)
  if (isGits(place.path)) return failure('outside', `${quoted(path)} lies in git's own folder`)
  if (overlaid.has(place.absolute)) return failure('exists', `${quoted(path)} is open elsewhere, and not saved yet`)
  return {absolute: place.absolute, path: place.path}
}

interface Way {
  from: string
  to: string
}

async function refusalOf(root: string, absolute: Way, said: Way): Promise<Failure | undefined> {
  try {
    const stats = await lstat(absolute.from)
    if (stats.isSymbolicLink()) return failure('failed', `${quoted(said.from)} is a link, and links are not moved`)
    if (!stats.isFile()) return failure('failed', `${quoted(said.from)} is no regular file`)
    if ((await realpath(dirname(absolute.from))) !== dirname(absolute.from))
      return failure('failed', `${quoted(said.from)} lies behind a link, and is not moved through it`)
    const folder = await standingFolder(absolute.to)
    if (!(await lstat(folder)).isDirectory()) {
      const isLink = (await lstat(folder)).isSymbolicLink()
      return failure(
        'failed',
        isLink
          ? `${quoted(said.to)} lies behind a link`
          : `${quoted(withSlashes(relative(root, folder)))} is no folder`,
      )
    }
    if ((await realpath(folder)) !== folder) return failure('failed', `${quoted(said.to)} lies behind a link`)
    const tops = [root, dirname(absolute.from), folder].map(each => findGit(each)?.top)
    if (new Set(tops).size > 1)
      return failure(
        'outside',
        `${quoted(said.from)} and ${quoted(said.to)} are not both in the repository of the workspace`,
      )
    const there = await lstat(absolute.to).catch(() => undefined)
    if (!there || (await isOtherSpelling(absolute.from, absolute.to))) return undefined
    const isSame = isOne(there, stats)
    // A move that was killed leaves that; so does whoever links files on purpose.
    const another = 'is another name of the same file: remove one of the two first'
    return failure('exists', `${quoted(said.to)} ${isSame ? another : 'exists already'}`)
  } catch (error) {
    return explain(error, said.from)
  }
}

/** The nearest thing above a path that is there. */
async function standingFolder(path: string): Promise<string> {
  const folder = dirname(path)
  return (await isThere(folder)) || dirname(folder) === folder ? folder : standingFolder(folder)
}

async function indexRefusal(repository: Base['repository']): Promise<Failure | undefined> {
  if ('code' in repository || (await repository.index()).outcome === 'ok') return undefined
  return failure('failed', "git's index cannot be read, and what it tracks is not moved without it")
}

// A file system may take two names for one that differ in their letters' case only: it lists the one.
async function isOtherSpelling(from: string, to: string): Promise<boolean> {
  const [old, next] = await Promise.all([from, to].map(path => lstat(path).catch(() => undefined)))
  return isOne(old, next) && !(await readdir(dirname(to))).includes(basename(to))
}

function isOne(a: Stats | undefined, b: Stats | undefined): boolean {
  return a !== undefined && a.ino === b?.ino && a.dev === b.dev
}

async function isTracked({repository}: Base, path: string): Promise<boolean> {
  if ('code' in repository) return false
  const {dir, base} = posix.parse(posix.join(repository.prefix, path))
  return (await repository.index()).trees.get(dir)?.has(base) ?? false
}

/** Moves the file, by git where git tracks it: then both have moved, or none. */
async function carry(base: Base, {from, to, tracked}: Way & {tracked: boolean}): Promise<Failure | undefined> {
  const {root, repository} = base
  const [old, next] = [join(root, from), join(root, to)]
  if (!tracked || 'code' in repository) return carryFile(old, next).catch(error => explain(error, to))
  const inside = (path: string) => posix.join(repository.prefix, path)
  const {outcome, stderr} = await moveTracked(repository.git, inside(from), inside(to))
  if (outcome === 'ok') return undefined
  // It has moved the file before it could not write the index.
  if ((await isThere(next)) && !(await isThere(old))) await carryFile(next, old).catch(() => undefined)
  const why = outcome === 'late' ? 'git took too long' : firstMatch(/^.*/, stderr.trim())
  return failure('failed', `${quoted(from)} cannot be moved in git's index: ${why.replace(/^fatal: /, '')}`)
}

// What a file system says that has no such links, or forbids them.
const LINKLESS = ['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

// A second name, and then the first one gone: unlike renaming, this never takes the place of another file.
async function carryFile(from: string, to: string): Promise<undefined> {
  const isSpelling = await isOtherSpelling(from, to)
  if (!isSpelling && (await isThere(to))) throw Object.assign(new Error('The file exists'), {code: 'EEXIST'})
  try {
    await link(from, to)
  } catch (error) {
    if (!isSpelling && !LINKLESS.includes(codeOf(error))) throw error
    await rename(from, to)
    return
  }
  await unlink(from).catch(async (error: unknown) => {
    await unlink(to)
    throw error
  })
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined
}

function failure(code: Failure['code'], reason: string): Failure {
  return {ok: false, code, reason}
}
