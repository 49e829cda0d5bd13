import {relative, resolve} from 'node:path'
import type {Folders} from './folders.js'
import {liesIn, locate, withSlashes} from './paths.js'
import type {Bytes} from './read.js'
import {realpathSync, statSync} from './trace/disk.js'
import type {Reading, Settings} from './types.js'

/** Files below one folder: nothing is read that a link leads out of it to. */
export interface Files {
  /** Absolute, without links. */
  base: string
  folders: Folders
  /** A file by its path: relative to the base, or absolute. */
  bytes(path: string): Promise<Bytes>
  /** The first bytes of a file that a walk has listed: `length` of them at least, or all that there are. */
  beginning(path: string, length: number): Promise<Bytes>
  /** Likewise, as text. */
  read(path: string): Promise<Reading>
}

/** Where a path stands. */
export interface Standing {
  files: Files
  /** Relative to the base of these files, with "/". */
  path: string
  /** The folder of research that it lies in, where the config marks it as one that a clone may lack. */
  marked?: 'untracked' | 'outside'
  /** Whether that folder is here. */
  isHere: boolean
}

export interface Grounds {
  /** The workspace's own files. */
  own: Files
  /** The same as they stand on the disk: what git does not track is in no index. */
  disk: Files
  /** Those of the repository around, where citations may lead there; asked for only when one does. */
  around?: {base: string; files(): Promise<Files>}
  /** Files of a folder outside, by its real path. */
  outside(base: string): Files
}

/** Tells where a path, relative to the root or absolute, stands; undefined where it leads out of all that may be looked at. */
export function standingIn(
  {own, disk, around, outside}: Grounds,
  settings: Settings,
): (path: string) => Promise<Standing | undefined> {
  const root = own.base
  return async path => {
    const place = locate(root, path)
    if (place === undefined) return undefined
    const {path: inside} = place
    if (inside !== undefined) {
      const folder = settings.untracked.find(each => liesIn(inside, each))
      if (folder === undefined) return {files: own, path: inside, isHere: true}
      return {
        files: disk,
        path: inside,
        marked: 'untracked',
        isHere: realFolderAt(resolve(root, folder)) !== undefined,
      }
    }
    const written = withSlashes(relative(root, place.absolute))
    const folder = settings.outside.find(each => liesIn(written, each))
    if (folder !== undefined) {
      const real = realFolderAt(resolve(root, folder))
      const below = written.slice(folder.length + 1)
      return {
        files: real === undefined ? disk : outside(real),
        path: real === undefined ? written : below,
        marked: 'outside',
        isHere: real !== undefined,
      }
    }
    const far = around && locate(around.base, place.absolute)?.path
    return around === undefined || far === undefined
      ? undefined
      : {files: await around.files(), path: far, isHere: true}
  }
}

function realFolderAt(path: string): string | undefined {
  try {
    const real = realpathSync(path)
    return statSync(real).isDirectory() ? real : undefined
  } catch {
    return undefined
  }
}
