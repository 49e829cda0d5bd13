import {existsSync, mkdirSync} from 'node:fs'
import {dirname} from 'node:path'

/**
 * Makes a folder, and those above it that are not there, for the user alone. One by one: Node's own way tries for ever where a folder
 * can have nothing in it and says of what is to be made there that something above it is missing, as /proc does.
 *
 * @throws what the system says where one of them cannot be made.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = []
  for (let at = folder; !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at)
  for (const path of missing) make(path)
}

function make(folder: string): void {
  try {
    mkdirSync(folder, {mode: 0o700})
  } catch (error) {
    // Another run may have made it meanwhile.
    if (!existsSync(folder)) throw error
  }
}
