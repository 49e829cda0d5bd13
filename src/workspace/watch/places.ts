import {statSync} from 'node:fs'
import {basename, dirname, join, resolve, sep} from 'node:path'
import {CONFIG_MARK} from '../config/find.js'
import {foldersOf} from '../folders.js'
import {isMarkdown, isPassedOver} from '../paths.js'
import {upwards} from '../root.js'
import type {Seen} from './seen.js'

/** Where changes are waited for, and which of them count. */
export interface Places {
  /** Folders that are there; changes of the names in them, and of the files, are told. */
  folders: ReadonlySet<string>
  /** Whether a change of a name in one of these folders counts; `made`: it came or went. */
  counts(path: string, made: boolean): boolean
}

/** The folders of all that was seen: of what is not there, the nearest that is. */
export async function placesOf(seen: Seen): Promise<Places> {
  const folders = new Set<string>()
  const governed = new Set<string>()
  const disk = foldersOf([])
  for (const folder of seen.folders)
    for (const below of await foldersBelow(folder, disk.list)) {
      folders.add(below)
      governed.add(below)
    }
  const above = new Set<string>()
  // A folder's own coming and going is seen in the one above it.
  for (const path of [...seen.files, ...seen.folders]) {
    for (const folder of upwards(dirname(path))) {
      above.add(folder)
      if (!isFolder(folder)) continue
      folders.add(folder)
      break
    }
  }
  return {
    folders,
    counts: (path, made) => {
      if (seen.files.has(path) || seen.folders.has(path) || CONFIG_MARK.test(basename(path))) return true
      if (made && (above.has(path) || governed.has(path))) return true
      if (!governed.has(dirname(path)) || isPassedOver(basename(path))) return false
      return isMarkdown(path) || (made && isFolder(path))
    },
  }
}

async function foldersBelow(folder: string, list: ReturnType<typeof foldersOf>['list']): Promise<string[]> {
  const found: string[] = []
  for (let level = [folder]; level.length > 0; ) {
    const next: string[] = []
    for (const path of level) {
      const listing = await list(path)
      if (typeof listing !== 'object') continue
      found.push(path)
      for (const [name, type] of listing) if (type === 'folder' && !isPassedOver(name)) next.push(join(path, name))
    }
    level = next
  }
  return found
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** The folders from one up to another, in which a config may come to stand. */
export function between(from: string, to: string): string[] {
  const folders: string[] = []
  const inside = to.endsWith(sep) ? to : to + sep
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    folders.push(folder)
    if (folder === to || !folder.startsWith(inside)) return folders
  }
}
