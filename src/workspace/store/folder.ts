import {homedir} from 'node:os'
import {isAbsolute, join} from 'node:path'
import type {Environment} from '../git/invocation.js'

/** Where programs keep what they can make again, as the user or the system says; undefined where that is not told. */
export function cacheFolder(env: Environment, platform: NodeJS.Platform = process.platform): string | undefined {
  const base = absolute(env.XDG_CACHE_HOME) ?? usual(env, platform)
  return base === undefined ? undefined : join(base, 'specwright')
}

function usual(env: Environment, platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return absolute(env.LOCALAPPDATA)
  const home = absolute(env.HOME ?? homedir())
  return home && join(home, ...(platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']))
}

// A relative one would lie in whatever folder the command is started in: the standard says to pass it over.
function absolute(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined
}
