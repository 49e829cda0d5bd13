import {posix} from 'node:path'
import {once} from '../once.js'
import {locate} from '../paths.js'
import {mayHaveGit} from '../root.js'
import {isTraced, noteMore} from '../trace/index.js'
import type {GitIdentity, Note} from '../types.js'
import {identityOf} from './identity.js'
import {isIgnored} from './ignored.js'
import * as notes from './notes.js'
import {type Opening, type Repository, repositoryOf} from './repository.js'
import {gitIn} from './run.js'
import {noteSettings} from './settings.js'
import {type State, stateOf} from './state.js'

/** git for one workspace. Nothing is started before it is asked for. */
export interface GitAccess {
  identity(): Promise<GitIdentity>
  /** The repository, or why there is none to ask. */
  repository(): Promise<Repository | Note>
  /** Whether git ignores a path, relative to the root, there or not; what it tracks it does not. */
  isIgnored(path: string): Promise<boolean>
  /** The same for another root in the same repository: its processes serve both. */
  at(root: string): GitAccess
  close(): Promise<void>
}

const NONE: State = {known: false, isShallow: false, notes: [notes.noRepository]}

export function gitAccess(opening: Opening): GitAccess {
  const git = gitIn(opening.root, opening.env, opening.time)
  // A process that would only say so is spared.
  const state = once(async () => (mayHaveGit(opening.root) ? stateOf(git) : NONE))
  let opened: Repository | undefined
  const repository = once(async () => {
    const found = repositoryOf(opening, await state())
    if ('code' in found) {
      // Files that its settings include may be why, and only git knows which.
      if (found.code !== 'no-repository') noteMore()
      return found
    }
    opened = found
    if (isTraced()) await noteSettings(found.git, found.top, opening.env)
    return found
  })
  const identity = once(() => identityOf(git, state))
  const close = async () => opened?.close()
  const at = (root: string): GitAccess => {
    const own = once(() => inRepository(repository, root))
    return {identity, repository: own, isIgnored: path => isIgnoredIn(own, path), at, close}
  }
  return at(opening.root)
}

async function inRepository(repository: () => Promise<Repository | Note>, root: string): Promise<Repository | Note> {
  const found = await repository()
  if ('code' in found) return found
  const prefix = locate(found.top, root)?.path
  return prefix === undefined ? notes.noRepository : {...found, prefix}
}

async function isIgnoredIn(repository: GitAccess['repository'], path: string): Promise<boolean> {
  const found = await repository()
  if ('code' in found) return false
  const place = posix.join(found.prefix, path)
  if (place === '..' || place.startsWith('../')) return false
  // The index is needed anyway, and most that is asked for is in it: that spares a process.
  const {dir, base} = posix.parse(place)
  if ((await found.index()).trees.get(dir)?.has(base)) return false
  return isIgnored(found, place)
}
