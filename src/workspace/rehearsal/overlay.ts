import {copyFile, cp, lstat, mkdir, rm, symlink} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {UserGit} from './git.js'

const MOST_BYTES = 2 * 1024 * 1024

/**
 * Brings a clone to what the user has and has not committed yet, such as a config, or the hook's own files. Documents are
 * left out: the user's drafts may have defects of their own. Returns the paths that changed.
 */
export async function overlay(
  git: UserGit,
  top: string,
  clone: string,
  isDocument: (path: string) => Promise<boolean>,
): Promise<string[]> {
  const {stdout} = await git(top, 'ls-files', '-z', '--modified', '--others', '--exclude-standard')
  const {stdout: staged} = await git(top, 'diff', '--cached', '--name-only', '-z', '--no-renames', '--no-ext-diff')
  const changed: string[] = []
  for (const path of new Set(`${stdout}${staged}`.split('\0'))) {
    if (path === '' || path.endsWith('/') || (await isDocument(path))) continue
    if (await bring(join(top, path), join(clone, path))) changed.push(path)
  }
  return changed
}

async function bring(from: string, to: string): Promise<boolean> {
  const stats = await lstat(from).catch(() => undefined)
  if (stats === undefined) {
    await rm(to, {force: true})
    return true
  }
  if (!stats.isSymbolicLink() && (!stats.isFile() || stats.size > MOST_BYTES)) return false
  await mkdir(dirname(to), {recursive: true})
  await rm(to, {force: true})
  if (stats.isSymbolicLink()) await cp(from, to, {verbatimSymlinks: true})
  else await copyFile(from, to)
  return true
}

/** Packages that are installed beside the workspace, or above it: hooks run what is in them. Links, for they may be large. */
export async function linkPackages(top: string, clone: string, prefix: string): Promise<void> {
  const steps = prefix === '' ? [] : prefix.split('/')
  for (let depth = 0; depth <= steps.length; depth++) {
    const place = join(...steps.slice(0, depth), 'node_modules')
    const stats = await lstat(join(top, place)).catch(() => undefined)
    if (stats === undefined) continue
    await symlink(join(top, place), join(clone, place), 'junction').catch(() => undefined)
  }
}
