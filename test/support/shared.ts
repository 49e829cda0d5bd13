import {createHash} from 'node:crypto'
import {existsSync, realpathSync, renameSync} from 'node:fs'
import {join} from 'node:path'
import {repository} from './folders.js'

/** The variable that tells where shared folders lie: `shared-setup.ts` sets it. */
export const SHARED = 'SPECWRIGHT_SHARED'

/** A folder that tests only read, made once for all that ask for the same. `make`: tells where it has made it; it is taken from there. */
export function shared(what: unknown, make: () => string): string {
  const place = process.env[SHARED]
  if (place === undefined) return make()
  const name = createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 24)
  const path = join(realpathSync(place), name)
  if (existsSync(path)) return path
  const made = make()
  try {
    renameSync(made, path)
  } catch (error) {
    // Another one was faster.
    if (!existsSync(path)) throw error
  }
  return path
}

/** A repository with these files committed, that tests only read. */
export function sharedRepository(files: Record<string, string>): string {
  return shared(files, () => repository(files))
}
