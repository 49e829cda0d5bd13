import {join} from 'node:path'
import {compareCodeUnits} from '../text/index.js'
import {CONFIG_MARK} from './config/find.js'
import {configsIn} from './config/index.js'
import type {Folders} from './folders.js'
import type {GitAccess} from './git/access.js'
import {utf8} from './git/parse.js'
import {noteWaysBelow} from './git/ways.js'
import {compile} from './globs.js'
import {mapLimited} from './limited.js'
import {isPassedOver, within} from './paths.js'
import {isTraced} from './trace/index.js'

export interface Discovery {
  root: string
  /** Globs that leave workspaces out. */
  ignore: readonly string[]
  folders: Folders
  git(): Promise<GitAccess>
}

/**
 * Roots of workspaces in a folder (relative to the root, with "/"), at any depth: folders with a config, relative to the root,
 * sorted. git lists them where it can, so that what it ignores (copies in build folders) is none, and no big tree is
 * walked here; else two thousand folders are looked at, eight levels deep.
 */
export async function nestedIn({root, ignore, folders, git}: Discovery, folder: string): Promise<string[]> {
  const isLeftOut = await compile(ignore)
  const found = (await listedByGit(await git(), folder)) ?? (await walked(folders, root, folder))
  const roots = new Set(found.map(path => path.slice(0, Math.max(path.lastIndexOf('/'), 0))))
  return [...roots]
    .filter(
      path =>
        path !== '' &&
        !path.split('/').some(isPassedOver) &&
        !isLeftOut(path) &&
        !isLeftOut(`${path}/spec.config.yaml`),
    )
    .filter(path => configsIn(join(root, path)).length > 0)
    .sort(compareCodeUnits)
}

async function listedByGit(access: GitAccess, folder: string): Promise<string[] | undefined> {
  const repository = await access.repository()
  if ('code' in repository) return undefined
  const {git, prefix} = repository
  const below = [prefix, folder].filter(path => path !== '').join('/')
  const pathspec = `:(top,glob)${below === '' ? '' : `${below.replace(/[\\*?[]/g, '\\$&')}/`}**/spec.config.*`
  const {outcome, stdout} = await git('ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', pathspec)
  if (outcome !== 'ok') return undefined
  if (isTraced()) await noteWaysBelow(repository, below)
  const paths: string[] = []
  for (let at = 0, end = stdout.indexOf(0); end >= 0; at = end + 1, end = stdout.indexOf(0, at)) {
    const path = utf8(stdout.subarray(at, end))
    if (path !== undefined) paths.push(within(prefix, path))
  }
  return paths
}

// Without a repository the root may be a whole home folder: what lies deeper, or beyond so many, is not looked at.
const MOST_FOLDERS = 2000
const DEEPEST = 8

async function walked(folders: Folders, root: string, folder: string): Promise<string[]> {
  const found: string[] = []
  let left = MOST_FOLDERS
  for (let level = [folder], depth = 0; level.length > 0 && depth < DEEPEST && left > 0; depth++) {
    const looked = level.slice(0, left)
    left -= looked.length
    const listings = await mapLimited(looked, path => folders.list(join(root, path)))
    level = []
    for (const [index, path] of looked.entries()) {
      const listing = listings[index]
      if (typeof listing !== 'object') continue
      for (const [name, type] of listing) {
        const child = path === '' ? name : `${path}/${name}`
        if (type !== 'folder' && CONFIG_MARK.test(name)) found.push(child)
        else if (type === 'folder' && !isPassedOver(name)) level.push(child)
      }
    }
  }
  return found
}
