import {posix} from 'node:path'
import {once} from '../once.js'
import type {GitIdentity, Note} from '../types.js'
import {identityOf} from './identity.js'
import {isIgnored} from './ignored.js'
import {type Opening, type Repository, repositoryOf} from './repository.js'
import {gitIn} from './run.js'
import {stateOf} from './state.js'

/** git for one workspace. Nothing is started before it is asked for. */
export interface GitAccess {
  identity(): Promise<GitIdentity>
  /** The repository, or why there is none to ask. */
  repository(): Promise<Repository | Note>
  /** Whether git ignores a path, relative to the root, there or not; what it tracks it does not. */
  isIgnored(path: string): Promise<boolean>
  close(): Promise<void>
}

export function gitAccess(opening: Opening): GitAccess {
  const git = gitIn(opening.root, opening.env, opening.time)
  const state = once(() => stateOf(git))
  let opened: Repository | undefined
  const repository = once(async () => {
    const found = repositoryOf(opening, await state())
    if (!('code' in found)) opened = found
    return found
  })
  return {
    identity: once(() => identityOf(git, state)),
    repository,
    isIgnored: async path => {
      const found = await repository()
      if ('code' in found) return false
      const place = found.prefix === '' ? path : `${found.prefix}/${path}`
      // The index is needed anyway, and most that is asked for is in it: that spares a process.
      const {dir, base} = posix.parse(place)
      if ((await found.index()).trees.get(dir)?.has(base)) return false
      return isIgnored(found.ignoring, place)
    },
    close: async () => opened?.close(),
  }
}
