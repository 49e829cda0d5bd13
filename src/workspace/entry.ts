import {realpath, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {codeOf, isAbsence} from './error.js'
import type {EntryType, Folders} from './folders.js'
import {locate} from './paths.js'
import type {Entry} from './types.js'

/**
 * What stands at a path, step by step through the folders' listings: a file system that takes "README.md" for "readme.md"
 * would call a citation sound that is dead on every other machine.
 */
export async function entryAt(root: string, folders: Folders, path: string): Promise<Entry['type']> {
  const place = locate(root, path)
  if (place === undefined) return 'missing'
  if (place.path === undefined) return 'outside'
  const names = place.path === '' ? [] : place.path.split('/')
  let folder = root
  for (const [index, name] of names.entries()) {
    const listing = await folders.list(folder)
    if (typeof listing === 'string') return listing
    const step = await follow(root, join(folder, name), listing.get(name))
    if (step.type === 'file') return index === names.length - 1 ? 'file' : 'missing'
    if (step.type !== 'folder') return step.type
    folder = step.path
  }
  return 'folder'
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
