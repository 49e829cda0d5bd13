import {join} from 'node:path'
import {codeOf, isAbsence} from './error.js'
import type {EntryType, Folders} from './folders.js'
import {locate} from './paths.js'
import {realpath, stat} from './trace/disk.js'
import type {Entry} from './types.js'

/**
 * What stands at a path, step by step through the folders' listings: a file system that takes "README.md" for "readme.md"
 * would call a citation sound that is dead on every other machine.
 */
export async function entryAt(root: string, folders: Folders, path: string): Promise<Entry['type']> {
  return (await spotAt(root, folders, path)).type
}

/** What stands at a path. */
export interface Spot {
  type: Entry['type']
  /** Whether its way goes through a link. */
  linked: boolean
  /** Whether it ends at one that leads out of the root, or nowhere. */
  astray: boolean
}

/** As `entryAt`, with what became of the links on the way. */
export async function spotAt(root: string, folders: Folders, path: string): Promise<Spot> {
  const place = locate(root, path)
  if (place === undefined) return {type: 'missing', linked: false, astray: false}
  if (place.path === undefined) return {type: 'outside', linked: false, astray: false}
  const names = place.path === '' ? [] : place.path.split('/')
  let folder = root
  let linked = false
  for (const [index, name] of names.entries()) {
    const listing = await folders.list(folder)
    if (typeof listing === 'string') return {type: listing, linked, astray: false}
    const listed = listing.get(name)
    linked ||= listed === 'link'
    const step = await follow(root, join(folder, name), listed)
    if (step.type === 'file') return {type: index === names.length - 1 ? 'file' : 'missing', linked, astray: false}
    if (step.type !== 'folder') return {type: step.type, linked, astray: listed === 'link'}
    folder = step.path
  }
  return {type: 'folder', linked, astray: false}
}

type Step = {type: 'folder'; path: string} | {type: Exclude<Entry['type'], 'folder'>}

async function follow(root: string, path: string, listed: EntryType | undefined): Promise<Step> {
  if (listed === undefined) return {type: 'missing'}
  if (listed === 'folder') return {type: 'folder', path}
  if (listed !== 'link') return {type: 'file'}
  try {
    const real = await realpath(path)
    if (locate(root, real)?.path === undefined) return {type: 'outside'}
    return (await stat(real)).isDirectory() ? {type: 'folder', path: real} : {type: 'file'}
  } catch (error) {
    return {type: isAbsence(error) || codeOf(error) === 'ELOOP' ? 'missing' : 'unreadable'}
  }
}
