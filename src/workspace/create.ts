import {lstat, mkdir, realpath, rmdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {codeOf, isAbsence, isDenial} from './error.js'
import {isGits, locate} from './paths.js'
import {quoted} from './suggest.js'
import type {Creation} from './types.js'
import {writeNew} from './write.js'

export type Failure = Creation & {ok: false}

/** Makes a new file with its folders, as a whole or not at all: after a failure nothing is left over. */
export async function createFile(
  {root, overlaid, executable = false}: {root: string; overlaid: ReadonlySet<string>; executable?: boolean},
  path: string,
  text: string,
): Promise<Creation> {
  const place = locate(root, path)
  if (place?.path === undefined) return failure('outside', `${quoted(path)} lies outside the workspace`)
  if (isGits(place.path)) return failure('outside', `${quoted(path)} lies in git's own folder`)
  if (overlaid.has(place.absolute)) return failure('exists', `${quoted(path)} is open elsewhere, and not saved yet`)
  const made: string[] = []
  const failed =
    (await makeFolders(root, place.path, made).catch(error => explain(error, path))) ??
    (await writeNew(place.absolute, text, {executable}).catch(error => explain(error, path)))
  if (!failed) return {ok: true, path: place.path, folders: made}
  for (const folder of made.reverse()) await rmdir(join(root, folder)).catch(() => undefined)
  return failed
}

/** Makes the folders on the way that are missing, and notes which. Links are followed as long as they stay in the root. */
export async function makeFolders(root: string, path: string, made: string[]): Promise<Failure | undefined> {
  const names = path.split('/').slice(0, -1)
  for (let depth = 1; depth <= names.length; depth++) {
    const folder = names.slice(0, depth).join('/')
    const absolute = join(root, folder)
    if (await makeFolder(absolute)) {
      made.push(folder)
      continue
    }
    const real = await realpath(absolute)
    if (locate(root, real)?.path === undefined)
      return failure('outside', `${quoted(folder)} is a link that leaves the workspace`)
    if (!(await stat(real)).isDirectory()) return failure('failed', `${quoted(folder)} is no folder`)
  }
  return undefined
}

/** Whether the folder had to be made. What stands there is looked at first: a folder that may not be written to will do. */
async function makeFolder(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return false
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  try {
    await mkdir(path)
    return true
  } catch (error) {
    // Someone else was faster.
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

export function explain(error: unknown, path: string): Failure {
  if (codeOf(error) === 'EEXIST') return failure('exists', `${quoted(path)} exists already`)
  return failure('failed', `${quoted(path)} cannot be written: ${causeOf(error)}`)
}

/** Why a file could not be written, in a few words. */
export function causeOf(error: unknown): string {
  if (isDenial(error)) return 'permission denied'
  const causes = new Map([
    ['ENOSPC', 'no space is left'],
    ['EROFS', 'the file system is read-only'],
    ['ENAMETOOLONG', 'its name is too long'],
  ])
  const cause = causes.get(codeOf(error))
  return cause ?? (isAbsence(error) ? 'a link on the way leads nowhere' : codeOf(error) || 'unknown error')
}

function failure(code: Failure['code'], reason: string): Failure {
  return {ok: false, code, reason}
}
