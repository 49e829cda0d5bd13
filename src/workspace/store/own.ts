import {lstatSync, realpathSync, type Stats} from 'node:fs'

/** Whether a folder, or a file, is the user's, and nobody else may write to it. */
export function isOwn(stats: Stats, what: 'folder' | 'file'): boolean {
  if (what === 'folder' ? !stats.isDirectory() : !stats.isFile()) return false
  // Windows has no such owners: there a user's folder is closed to others by its own lists.
  return process.geteuid === undefined || (stats.uid === process.geteuid() && (stats.mode & 0o022) === 0)
}

/** Whether a folder, wherever links lead, is the user's, and nobody else may write to it. False where there is none. */
export function isOwnFolder(folder: string): boolean {
  try {
    return isOwn(lstatSync(realpathSync.native(folder)), 'folder')
  } catch {
    return false
  }
}
