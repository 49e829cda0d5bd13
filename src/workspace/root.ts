import {dirname, join, resolve} from 'node:path'
// Not by the room's index, which loads what reads YAML.
import {printable} from '../text/printable.js'
import {configsIn} from './config/find.js'
import {WorkspaceError} from './error.js'
import {existsSync, readTextSync, realpathSync, statSync} from './trace/disk.js'

/** Where git keeps a repository: found by its files, so that no process is needed and an unsafe repository has a root too. */
export interface GitPlace {
  /** The top of the work tree. */
  top: string
  /** The repository's own folder: ".git", or where the file of that name points to. */
  folder: string
}

/**
 * The workspace's root, without links: the given one; else the nearest folder upwards with a `spec.config.*`; else the top
 * of git's work tree; else the working folder.
 */
export function findRoot(cwd: string, given?: string): string {
  if (given !== undefined) return realFolder(resolve(cwd, given), 'root')
  const start = realFolder(cwd, 'working folder')
  for (const folder of upwards(start)) if (configsIn(folder).length > 0) return folder
  return findGit(start)?.top ?? start
}

export function findGit(start: string): GitPlace | undefined {
  for (const top of upwards(start)) {
    const folder = gitFolderIn(top)
    if (folder !== undefined) return {top, folder}
  }
  return undefined
}

/** Whether a folder may lie in a repository: in a work tree, a bare one, or one that is damaged. Only git can tell which. */
export function mayHaveGit(start: string): boolean {
  for (const folder of upwards(start))
    if (existsSync(join(folder, '.git')) || existsSync(join(folder, 'HEAD'))) return true
  return false
}

/** The folder, without links. Throws a `WorkspaceError` where there is none. */
export function realFolder(path: string, what: string): string {
  try {
    const real = realpathSync(path)
    if (statSync(real).isDirectory()) return real
  } catch {}
  throw new WorkspaceError(`Unexpected ${what} "${printable(path)}", expected a folder`)
}

/** The folder of the repository whose work tree has its top here; undefined: none does. */
export function gitFolderIn(folder: string): string | undefined {
  const path = join(folder, '.git')
  try {
    const stats = statSync(path)
    if (stats.isDirectory()) return isGitFolder(path) ? path : undefined
    if (!stats.isFile() || stats.size > 10_000) return undefined
    // A linked work tree, or a submodule.
    const target = /^gitdir: (.+?)\r?\n*$/s.exec(readTextSync(path))?.[1]
    const linked = target === undefined ? undefined : resolve(folder, target)
    return linked !== undefined && isGitFolder(linked) ? linked : undefined
  } catch {
    return undefined
  }
}

function isGitFolder(folder: string): boolean {
  return statSync(join(folder, 'HEAD'), {throwIfNoEntry: false})?.isFile() === true
}

/** A folder and all those above it. */
export function* upwards(start: string): Generator<string> {
  for (let folder = start, parent = dirname(folder); ; folder = parent, parent = dirname(folder)) {
    yield folder
    if (parent === folder) return
  }
}
