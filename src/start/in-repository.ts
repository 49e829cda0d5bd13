import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** Whether a folder lies in a repository: without git, and without looking what stands there. That of the root of a disk does not count. */
export function liesInRepository(folder: string, isThere: (path: string) => boolean = existsSync): boolean {
  for (let above = folder; dirname(above) !== above; above = dirname(above))
    if (isThere(join(above, '.git'))) return true
  return false
}
