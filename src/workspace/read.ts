import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import {tooLarge} from './decode.js'
import {codeOf, isAbsence, isDenial} from './error.js'
import {locate, type Place} from './paths.js'
import {noteFile, noteMore, noteReal, noteType} from './trace/index.js'
import type {Reading} from './types.js'

type Failure = Reading & {ok: false}
export type Bytes = {ok: true; bytes: Buffer} | Failure

/**
 * The bytes of a regular file, at most `limit`. Links are followed as long as they stay in the root. Nothing else is opened:
 * a pipe would wait for its writer, and a device can act on being opened.
 *
 * At once, not by promises: that is some five times as fast for files of this size.
 */
export function readBytes(root: string, place: Place, limit: number): Bytes {
  noteReal(place.absolute)
  try {
    const real = realpathSync.native(place.absolute)
    if (place.path !== undefined && locate(root, real)?.path === undefined)
      return failure('outside', 'Unexpected link that leaves the workspace')
    const before = statSync(real)
    const refusal = refuse(before, limit)
    if (refusal) return refused(real, refusal)
    return noted(
      real,
      opened(real, limit, (file, size) => readAll(file, size, limit)),
    )
  } catch (error) {
    return refused(place.absolute, explain(error, place.absolute))
  }
}

function noted(path: string, found: Bytes, length?: number): Bytes {
  if (!found.ok) return refused(path, found)
  noteFile(path, found.bytes, length)
  return found
}

// Of what cannot be read there is no telling whether it still cannot be, but for what stands there.
function refused(path: string, found: Failure): Failure {
  if (found.code === 'missing' || found.code === 'folder') noteType(path)
  else noteMore()
  return found
}

/**
 * The first bytes of a file that a walk has listed: a regular one, in folders that are no links. Fewer looks than `readBytes` takes;
 * where something else stands there by now that one tells what.
 */
export function readBeginning(root: string, place: Place, length: number, limit: number): Bytes {
  try {
    const found = opened(place.absolute, limit, (file, size) => {
      const buffer = Buffer.allocUnsafe(Math.min(length, size))
      return {ok: true, bytes: buffer.subarray(0, readSync(file, buffer, 0, buffer.length, 0))}
    })
    return noted(place.absolute, found, length)
  } catch {
    return readBytes(root, place, limit)
  }
}

// What stands there may have been replaced since it was seen: open without waiting and without following, and look at what is open.
function opened(path: string, limit: number, read: (file: number, size: number) => Bytes): Bytes {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    const stats = fstatSync(file)
    return refuse(stats, limit) ?? read(file, stats.size)
  } finally {
    closeSync(file)
  }
}

function refuse(stats: Stats, limit: number): Failure | undefined {
  if (stats.isDirectory()) return failure('folder', 'Unexpected folder, expected a file')
  if (!stats.isFile()) return failure('not-regular', `Unexpected ${sortOf(stats)}, expected a regular file`)
  return stats.size > limit ? tooLarge(limit, stats.size) : undefined
}

function sortOf(stats: Stats): string {
  return stats.isFIFO() ? 'pipe' : stats.isSocket() ? 'socket' : 'device'
}

// One byte more than the size is asked for, so that the end is seen; a file that grows meanwhile is followed to the limit.
function readAll(file: number, size: number, limit: number): Bytes {
  let buffer = Buffer.allocUnsafe(size + 1)
  let filled = 0
  while (filled <= limit) {
    const bytesRead = readSync(file, buffer, filled, buffer.length - filled, null)
    if (bytesRead === 0) return {ok: true, bytes: buffer.subarray(0, filled)}
    filled += bytesRead
    if (filled === buffer.length) buffer = Buffer.concat([buffer], filled * 2)
  }
  return tooLarge(limit)
}

function explain(error: unknown, path: string): Failure {
  if (codeOf(error) === 'ELOOP') return failure('dangling-link', 'Unexpected link that leads to itself')
  if (isDenial(error)) return failure('unreadable', 'No permission to read the file')
  if (!isAbsence(error)) return failure('unreadable', `The file cannot be read (${codeOf(error)})`)
  if (isLink(path)) return failure('dangling-link', 'Unexpected link that leads nowhere')
  return failure('missing', 'The file does not exist')
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

function failure(code: Failure['code'], reason: string): Failure {
  return {ok: false, code, reason}
}
