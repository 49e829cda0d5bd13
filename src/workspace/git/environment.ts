import {realpathSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {liesIn, withSlashes} from '../paths.js'
import type {GitPlace} from '../root.js'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * What git may see of the environment: nothing that could lead it to another repository, another configuration or a program.
 * An index that lies in the repository's own folder is the truth while a hook runs, so it stays.
 */
export function gitEnvironment(env: Environment, place: GitPlace | undefined): NodeJS.ProcessEnv {
  // Windows takes "git_dir" for "GIT_DIR".
  const kept = Object.entries(env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'))
  const index = place && indexOf(env.GIT_INDEX_FILE, place)
  return {
    ...Object.fromEntries(kept),
    // Messages are told apart by their words.
    LC_ALL: 'C',
    LANGUAGE: '',
    // An old git does not know the first, and `-c protocol.allow=never` does not take back a protocol that the repository
    // allows by its name. A list of what is allowed does: it holds one that there is not.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    ...(index !== undefined && {GIT_INDEX_FILE: index}),
  }
}

function indexOf(path: string | undefined, {top, folder}: GitPlace): string | undefined {
  if (!path) return undefined
  try {
    // The file itself need not be there: git takes that for an empty index.
    const absolute = resolve(top, path)
    const real = join(realpathSync.native(dirname(absolute)), basename(absolute))
    return liesIn(withSlashes(real), withSlashes(realpathSync.native(folder))) ? real : undefined
  } catch {
    return undefined
  }
}
