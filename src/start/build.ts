import {statSync} from 'node:fs'

/** What tells one build of a file from another; undefined where there is none. */
export function buildOf(file: string): string | undefined {
  const stats = statSync(file, {throwIfNoEntry: false})
  return stats && `${stats.size.toString(36)}-${Math.trunc(stats.mtimeMs).toString(36)}`
}
