import {statSync} from 'node:fs'

/**
 * What tells one build of a file from another; undefined where there is none. `digest`: of what the file was when it was made; its times
 * alone tell nothing where an archive has given the same ones to all versions.
 */
export function buildOf(file: string, digest: string): string | undefined {
  const stats = statSync(file, {throwIfNoEntry: false})
  return stats && `${digest}-${stats.size.toString(36)}-${Math.trunc(stats.mtimeMs).toString(36)}`
}
