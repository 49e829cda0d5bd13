import {access, constants, cp, mkdir, readdir, rm} from 'node:fs/promises'
import {join, relative, resolve} from 'node:path'
import {locate, withSlashes} from '../paths.js'
import type {UserGit} from './git.js'

/** The folder of the hooks that are in force, and the one that runs before a commit. */
export interface Installed {
  /** Absolute. */
  folder: string
  hook?: string
  /** A hook that is there and does not run, for it may not be executed. */
  idle?: string
}

/** Which hooks git would run in the user's repository. */
export async function installedHooks(git: UserGit, top: string): Promise<Installed> {
  const {ok, stdout} = await git(top, 'rev-parse', '--git-path', 'hooks')
  const folder = resolve(top, ok ? stdout.replace(/\n$/, '') : join('.git', 'hooks'))
  const hook = join(folder, 'pre-commit')
  if (await allows(hook, constants.X_OK)) return {folder, hook}
  return {folder, ...((await allows(hook, constants.F_OK)) && {idle: hook})}
}

/**
 * Puts a copy of the hooks into a clone: what a hook writes beside itself must not land in the user's repository. Those of the
 * work tree keep their place in it, since hooks look for files around them. Only what runs before a commit is kept: a check
 * of messages, say, would speak of something else.
 */
export async function copyHooks(git: UserGit, {folder}: Installed, top: string, clone: string): Promise<void> {
  const inTree = locate(top, folder)?.path
  const isTracked = inTree !== undefined && inTree !== '.git' && !inTree.startsWith('.git/')
  const target = isTracked ? join(clone, inTree) : join(clone, '.git', 'hooks')
  await rm(target, {recursive: true, force: true})
  await mkdir(target, {recursive: true})
  await cp(folder, target, {recursive: true, verbatimSymlinks: false}).catch(() => undefined)
  for (const name of await readdir(target)) {
    if (OTHERS.test(name)) await rm(join(target, name), {force: true, recursive: true})
  }
  await git(clone, 'config', 'core.hooksPath', isTracked ? withSlashes(relative(clone, target)) : target)
}

const OTHERS =
  /^(?:applypatch-msg|pre-applypatch|post-applypatch|pre-merge-commit|prepare-commit-msg|commit-msg|post-[a-z-]+|pre-(?:rebase|push|receive|auto-gc))$/

async function allows(path: string, mode: number): Promise<boolean> {
  try {
    await access(path, mode)
    return true
  } catch {
    return false
  }
}
