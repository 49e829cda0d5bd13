import {type Dirent, realpathSync, type Stats, statSync} from 'node:fs'
import {CONFIG_MARK} from '../config/mark.js'
import {isPassedOver} from '../paths.js'

/**
 * One look at the world, and what it told. `type`: what stands at a path, links followed. `real`: a path without links. `file`: the
 * first bytes of a file, all where `length` is absent. `names`: what is in a folder. `configs`: those of its names that mark a
 * workspace. `ways`: those that lead a search for such marks, see `waysOf`. What is not there has an empty answer.
 */
export interface Look {
  kind: 'type' | 'real' | 'file' | 'names' | 'configs' | 'ways'
  /** Absolute. */
  path: string
  answer: string
  length?: number
  /** The file's, or the folder's, size, times and number when it was looked at; absent where they cannot tell a change. */
  stamp?: string
}

export function typeAnswer(path: string): string {
  const stats = absentAs(undefined, () => statSync(path))
  return stats === undefined ? '' : stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
}

export function realAnswer(path: string): string {
  return absentAs('', () => realpathSync.native(path))
}

export function fileAnswer(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : hash(bytes)
}

export function namesAnswer(entries: readonly Dirent[] | undefined): string {
  if (entries === undefined) return ''
  const names = entries.map(entry => `${entry.name}\0${sortOf(entry)}`)
  return hash(names.sort().join('\0\0'))
}

export function configsAnswer(entries: readonly Dirent[]): string {
  const names = entries.filter(entry => !entry.isDirectory() && CONFIG_MARK.test(entry.name)).map(({name}) => name)
  return names.sort().join('\0')
}

/**
 * What a search for workspaces meets in a folder: marks, what git ignores there, whether a repository of its own begins, and folders, but
 * hidden ones and installed packages, which hold nobody's documents.
 */
export function waysOf(entries: readonly Dirent[]): Dirent[] {
  return entries.filter(entry => {
    const {name} = entry
    if (name === '.git' || name === '.gitignore') return true
    return entry.isDirectory() ? !isPassedOver(name) : CONFIG_MARK.test(name)
  })
}

export function waysAnswer(entries: readonly Dirent[] | undefined): string {
  return entries === undefined ? '' : namesAnswer(waysOf(entries))
}

function sortOf(entry: Dirent): string {
  return entry.isFile() ? 'f' : entry.isDirectory() ? 'd' : entry.isSymbolicLink() ? 'l' : 'o'
}

/** Whether the times of what was looked at can tell that it has changed. Of configs they tell that of all other names, too. */
export function isStamped(kind: Look['kind']): boolean {
  return kind === 'file' || kind === 'names' || kind === 'ways'
}

// A clock of a file system may tick this slowly (FAT), in milliseconds: what changes right after it was looked at can bear the same times.
const TICK = 2000

/** The stamp of what stands at a path; undefined where nothing does, or where it may still change without a sign. */
export function stampAt(path: string, now = Date.now()): string | undefined {
  const stats = absentAs(undefined, () => statSync(path))
  if (stats === undefined || Math.max(stats.mtimeMs, stats.ctimeMs) > now - TICK) return undefined
  return stampOf(stats)
}

export function stampOf({size, mtimeMs, ctimeMs, ino}: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`
}

/** What a look comes to, or `value` where nothing is there, or nothing that may be looked at. */
export function absentAs<T>(value: T, look: () => T): T {
  try {
    return look()
  } catch {
    return value
  }
}

// Loaded only where times do not tell.
function hash(data: Uint8Array | string): string {
  const {createHash} = process.getBuiltinModule('node:crypto')
  return createHash('sha256').update(data).digest('base64')
}
