import {basename, dirname, join} from 'node:path'
import {configsIn} from './config/find.js'
import {locate} from './paths.js'
import {findGit, upwards} from './root.js'
import {realpathSync} from './trace/disk.js'

/** Where a file belongs. */
export interface HomePlace {
  /** Root of its workspace, absolute. */
  root: string
  /** The file, absolute: without links where it belongs to another workspace than the one that was opened. */
  file: string
}

/**
 * Tells which workspace a file (absolute, there or not) belongs to: the nearest config at or above its folder counts. Inside
 * of `root` that is `root` at the most. Elsewhere it is, unless `isFixed`, the one that would be found from the file's own
 * folder, if a config says so or the file is in the same repository; else `root`, whose user named the file.
 *
 * By files' names alone, and once for each folder: no walk, no process.
 */
export function homesOf(root: string, isFixed: boolean): (file: string) => HomePlace {
  const known = new Map<string, {root: string; folder: string}>()
  const settled = (folder: string) => {
    const home = known.get(folder) ?? settle(root, folder, isFixed)
    known.set(folder, home)
    return home
  }
  return file => {
    const home = settled(dirname(file))
    return {root: home.root, file: home.root === root ? file : join(home.folder, basename(file))}
  }
}

function settle(root: string, folder: string, isFixed: boolean): {root: string; folder: string} {
  const real = realOf(folder)
  const isBelow = locate(root, real)?.path !== undefined
  // A link that leaves the root leads to no other workspace: whoever reads through it is refused.
  if (!isBelow && (isFixed || locate(root, folder)?.path !== undefined)) return {root, folder}
  for (const step of upwards(real)) {
    if (step === root) return {root, folder}
    if (configsIn(step).length > 0) return {root: step, folder: real}
  }
  const top = findGit(real)?.top
  return top !== undefined && top === findGit(root)?.top ? {root: top, folder: real} : {root, folder}
}

/** A folder without links, as far as it is there. */
function realOf(folder: string): string {
  const above = dirname(folder)
  // The top is no link, and on Windows may be a drive that is not there.
  if (above === folder) return folder
  try {
    return realpathSync(folder)
  } catch {
    return join(realOf(above), basename(folder))
  }
}

/** Whether a folder below the root belongs to another workspace. */
export function isNestedIn(root: string, folder: string): boolean {
  for (const step of upwards(folder)) {
    if (step === root) break
    if (configsIn(step).length > 0) return true
  }
  return false
}
