// Not by the room's index, which loads more.
import {isOn} from '../../text/is-on.js'
import type {Environment} from '../git/invocation.js'
import {once} from '../once.js'
import {findGit} from '../root.js'
import type {Store} from './types.js'

const UNKNOWN = 'no cache folder is known: set XDG_CACHE_HOME to the absolute path of one'

const nothing = (reason?: string): Store => ({get: async () => undefined, put: async () => reason})

/**
 * The user's store as the workspace of a root may use it. One that keeps nothing where it is not wanted, SPEC_NO_CACHE is set,
 * or no folder is known for it.
 */
export function storeOf(isWanted: boolean, env: Environment, root: string): Store {
  if (!isWanted || isOn(env.SPEC_NO_CACHE)) return nothing()
  // Most runs have nothing to keep.
  const opened = once(async () => {
    const [{cacheFolder}, {storeIn}] = await Promise.all([import('./folder.js'), import('./store.js')])
    const folder = cacheFolder(env)
    return folder === undefined ? nothing(UNKNOWN) : storeIn(folder, findGit(root)?.top ?? root)
  })
  return {
    get: async name => (await opened()).get(name),
    put: async (name, text) => (await opened()).put(name, text),
  }
}
