import {readdir} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {compareCodeUnits} from '../text/index.js'
import {CONFIG_MARK} from './config/find.js'
import {codeOf} from './error.js'
import {mapLimited} from './limited.js'
import {isPassedOver} from './paths.js'
import {noteMore, noteNames} from './trace/index.js'

export type EntryType = 'file' | 'folder' | 'link' | 'other'
/** Names as they stand in the folder, case-exactly, with what they are. */
export type Listing = ReadonlyMap<string, EntryType>

export interface Walk {
  /** Files below the folder, relative to it, with "/", sorted by code units. */
  readonly files: readonly string[]
  /** What is neither a folder nor a regular file, likewise: links, which are not followed, and devices. */
  readonly passed: readonly string[]
  /** Folders that could not be listed, likewise; "" is the folder itself. */
  readonly unreadable: readonly string[]
  /** Folders that are roots of workspaces of their own, likewise: what is in them belongs to those, and is not walked. */
  readonly nested: readonly string[]
  /** Whether the folder is there. */
  readonly exists: boolean
}

/** Folders of the disk with the overlay's files in them; what was seen is remembered. Paths are absolute. */
export interface Folders {
  list(folder: string): Promise<Listing | 'missing' | 'unreadable'>
  /** The same object as long as nothing was forgotten. */
  walk(folder: string): Promise<Walk>
  /** Forgets what was seen, when something was made. */
  forget(): void
}

/** Lists a folder, `extra` being what the overlay has in it. */
export type Lister = (folder: string, extra: Listing | undefined) => Promise<Listing | 'missing' | 'unreadable'>

/** Whether a folder has the config of a workspace of its own. */
type IsMarked = (folder: string, listing: Listing) => boolean

/** `lister`: what the folders are read from; by default the disk. */
export function foldersOf(
  overlaid: Iterable<string>,
  lister: Lister = readListing,
  isMarked: IsMarked = hasConfig,
): Folders {
  const extra = overlayListings(overlaid)
  const seen = new Map<string, ReturnType<Folders['list']>>()
  const list = (folder: string) => {
    const known = seen.get(folder) ?? lister(folder, extra.get(folder))
    seen.set(folder, known)
    return known
  }
  const walks = new Map<string, Promise<Walk>>()
  return {
    list,
    // Each document asks what there is, and the list of ten thousand takes longer than the document.
    walk: folder => {
      const known = walks.get(folder) ?? walk(folder, list, isMarked)
      walks.set(folder, known)
      return known
    },
    forget: () => {
      seen.clear()
      walks.clear()
    },
  }
}

async function readListing(folder: string, extra?: Listing): Promise<Listing | 'missing' | 'unreadable'> {
  try {
    const listing = new Map<string, EntryType>()
    const entries = await readdir(folder, {withFileTypes: true})
    noteNames(folder, entries)
    for (const entry of entries) {
      const type = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other'
      listing.set(entry.name, type)
    }
    for (const [name, type] of extra ?? []) listing.set(name, type)
    return listing
  } catch (error) {
    const absent = codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
    if (absent) noteNames(folder, undefined)
    else noteMore()
    return absent ? (extra ?? 'missing') : 'unreadable'
  }
}

// Hidden names are skipped, files too: editors' locks and macOS's "._" files are no documents. Installed packages bring
// Markdown of their own. Links are not followed, so a walk ends, and stays where it began.
async function walk(folder: string, list: Folders['list'], isMarked: IsMarked): Promise<Walk> {
  const exists = (await list(folder)) !== 'missing'
  const files: string[] = []
  const passed: string[] = []
  const unreadable: string[] = []
  const nested: string[] = []
  for (let level = ['']; level.length > 0; ) {
    const listings = await mapLimited(level, path => list(join(folder, path)))
    const next: string[] = []
    for (const [index, path] of level.entries()) {
      const listing = listings[index]
      if (listing === 'unreadable') unreadable.push(path)
      if (typeof listing !== 'object') continue
      if (path !== '' && isMarked(join(folder, path), listing)) {
        nested.push(path)
        continue
      }
      for (const [name, type] of listing) {
        if (isPassedOver(name)) continue
        const child = path === '' ? name : `${path}/${name}`
        if (type === 'file') files.push(child)
        else if (type === 'folder') next.push(child)
        else passed.push(child)
      }
    }
    level = next
  }
  files.sort(compareCodeUnits)
  passed.sort(compareCodeUnits)
  unreadable.sort(compareCodeUnits)
  nested.sort(compareCodeUnits)
  return {files, passed, unreadable, nested, exists}
}

function hasConfig(_folder: string, listing: Listing): boolean {
  for (const [name, type] of listing) if (type !== 'folder' && CONFIG_MARK.test(name)) return true
  return false
}

function overlayListings(paths: Iterable<string>): ReadonlyMap<string, Map<string, EntryType>> {
  const listings = new Map<string, Map<string, EntryType>>()
  for (const path of paths) {
    let type: EntryType = 'file'
    for (let child = path, folder = dirname(path); folder !== child; child = folder, folder = dirname(folder)) {
      const listing = listings.get(folder) ?? new Map<string, EntryType>()
      listings.set(folder, listing)
      if (listing.get(basename(child)) !== 'folder') listing.set(basename(child), type)
      type = 'folder'
    }
  }
  return listings
}
