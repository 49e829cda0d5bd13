import {type Dirent, readdirSync, readFileSync} from 'node:fs'
import {homedir} from 'node:os'
import {join, resolve} from 'node:path'
import {itemAt} from '../../text/index.js'
import {findGit} from '../root.js'
import {isNoted, noteFile, noteNames, noteWays, waysOf} from '../trace/index.js'
import type {Environment} from './invocation.js'

// In the repository's own folder, and in the one that linked work trees share.
const OWN = ['HEAD', 'FETCH_HEAD', 'index', 'commondir', 'config.worktree', 'info/exclude']
const SHARED = [
  'HEAD',
  'FETCH_HEAD',
  'config',
  'packed-refs',
  'shallow',
  'info/exclude',
  'info/grafts',
  'objects/info/alternates',
]
// Branches are folders where their names have slashes.
const MOST_FOLDERS = 2000

/**
 * Notes what git's answers for a folder hang on: where the references stand, which packs there are, the index, the settings. An object
 * that was not fetched, that no reference leads to and no pack holds, may come and go unseen.
 */
export function noteGit(folder: string, env: Environment): void {
  const git = findGit(folder)?.folder
  for (const path of settingsFiles(env)) look(path)
  if (git === undefined) return
  for (const name of OWN) look(join(git, name))
  if (env.GIT_INDEX_FILE) look(resolve(folder, env.GIT_INDEX_FILE))
  const shared = textAt(join(git, 'commondir')).trim()
  const common = shared === '' ? git : resolve(git, shared)
  for (const name of SHARED) look(join(common, name))
  list(join(common, 'objects', 'pack'))
  const folders = [join(common, 'refs'), join(common, 'reftable'), ...(common === git ? [] : [join(git, 'refs')])]
  for (let at = 0; at < folders.length && at < MOST_FOLDERS; at++) {
    const path = itemAt(folders, at)
    for (const entry of list(path)) {
      if (entry.isDirectory()) folders.push(join(path, entry.name))
      else look(join(path, entry.name))
    }
  }
}

/** Notes the files that say what git ignores at a path, from the top. */
export function noteIgnoring(top: string, path: string): void {
  const steps = path.split('/').slice(0, -1)
  for (let depth = 0; depth <= steps.length; depth++) look(join(top, ...steps.slice(0, depth), '.gitignore'))
}

/** The user's folder, as git knows it. */
export function homeOf(env: Environment): string {
  return env.HOME ?? homedir()
}

function settingsFiles(env: Environment): string[] {
  const home = homeOf(env)
  const xdg = env.XDG_CONFIG_HOME || join(home, '.config')
  return ['/etc/gitconfig', join(home, '.gitconfig'), join(xdg, 'git', 'config'), join(xdg, 'git', 'ignore')]
}

/** Notes a file, whether it is there or not. Many questions hang on the same ones, and the index may be large: each is read once. */
export function look(path: string): void {
  if (isNoted('file', path)) return
  let bytes: Buffer | undefined
  try {
    bytes = readFileSync(path)
  } catch {}
  noteFile(path, bytes)
}

/** Notes what leads a search for workspaces in a folder, and what git ignores there. */
export function lookForWays(path: string): Dirent[] {
  const ways = waysOf(list(path, noteWays))
  if (ways.some(({name}) => name === '.gitignore')) look(join(path, '.gitignore'))
  return ways
}

function list(path: string, note = noteNames): Dirent[] {
  let entries: Dirent[] | undefined
  try {
    entries = readdirSync(path, {withFileTypes: true})
  } catch {}
  note(path, entries)
  return entries ?? []
}

function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
