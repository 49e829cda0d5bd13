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
  /** Whether a config says so: one that lies at the root. */
  isConfigured: boolean
}

/** What is known of the root. */
interface Ground {
  root: string
  isFixed: boolean
  /** Whether nothing but the working folder makes it one. */
  isPlain: boolean
}

/** What holds for the files of a folder. */
interface Settled extends Pick<HomePlace, 'root' | 'isConfigured'> {
  folder: string
}

/**
 * Tells which workspace a file (absolute, there or not) belongs to: the nearest config at or above its folder counts. Inside
 * of `root` that is `root` at the most, unless that is but the working folder, without config and repository. Elsewhere it is, unless
 * `isFixed`, the one that would be found from the file's own folder, if a config says so or the file is in a repository; else `root`,
 * whose user named the file.
 *
 * By files' names alone, and once for each folder: no walk, no process.
 */
export function homesOf(root: string, isFixed: boolean): (file: string) => HomePlace {
  const known = new Map<string, Settled>()
  const ground = {root, isFixed, isPlain: !isFixed && configsIn(root).length === 0 && findGit(root) === undefined}
  const settled = (folder: string) => {
    const home = known.get(folder) ?? settle(ground, folder)
    known.set(folder, home)
    return home
  }
  return file => {
    const {root: own, folder, isConfigured} = settled(dirname(file))
    return {root: own, file: own === root ? file : join(folder, basename(file)), isConfigured}
  }
}

function settle({root, isFixed, isPlain}: Ground, folder: string): Settled {
  const ours = {root, folder, isConfigured: false}
  const real = realOf(folder)
  const isBelow = locate(root, real)?.path !== undefined
  // A link that leaves the root leads to no other workspace: whoever reads through it is refused.
  if (!isBelow && (isFixed || locate(root, folder)?.path !== undefined)) return ours
  for (const step of upwards(real)) {
    if (step === root && !isPlain) return ours
    if (configsIn(step).length > 0) return {root: step, folder: real, isConfigured: true}
  }
  const top = findGit(real)?.top
  return top === undefined ? ours : {root: top, folder: real, isConfigured: false}
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
