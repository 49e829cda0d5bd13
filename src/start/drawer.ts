import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join, sep} from 'node:path'
import {crc32} from 'node:zlib'
import {cacheFolder} from '../workspace/store/folder.js'
import {makeFolder} from '../workspace/store/make.js'
import {isOwn, isOwnFolder} from '../workspace/store/own.js'
import {liesInRepository} from './in-repository.js'

/** One file of a cache. */
export interface Drawer {
  /** What was put into it; undefined where there is nothing, or nothing that can be trusted. */
  take(): Buffer | undefined
  /** Puts something in its place, at once; where that cannot be, nothing happens. */
  put(data: Buffer): void
}

const MEBIBYTE = 1024 * 1024
// So many files are kept of each, of so many bytes. A run over 10,000 specs takes 22 MB.
const SHELVES = {code: {files: 24, bytes: 16 * MEBIBYTE}, runs: {files: 64, bytes: 64 * MEBIBYTE}}
type Shelf = keyof typeof SHELVES
const HEAD = 8

/**
 * A file in the user's cache folder. What is in it is run as code, or told as what was found, so nothing counts but what the user
 * alone can have written: a file of theirs, in folders of theirs, that no one else may write to, and that came with no repository.
 * V8 itself ends the process over code that is damaged, so each file begins with a sum of what follows.
 */
export function drawerIn(
  env: Readonly<Record<string, string | undefined>>,
  shelf: Shelf,
  name: string,
): Drawer | undefined {
  const base = cacheFolder(env)
  if (base === undefined) return undefined
  const folder = join(base, shelf)
  const file = join(folder, name)
  const {files, bytes} = SHELVES[shelf]
  return {
    take: () => {
      try {
        return isTrusted(base, folder) ? read(file, bytes) : undefined
      } catch {
        return undefined
      }
    },
    put: data => {
      if (data.length > bytes - HEAD) return
      try {
        if (cameWithOthers(existing(folder))) return
        makeFolder(folder)
        if (isTrusted(base, folder)) write(folder, file, data, files)
      } catch {
        // A full disk, a folder that may not be written to: then it is compiled each time.
      }
    },
  }
}

function read(file: string, most: number): Buffer | undefined {
  // A pipe would wait for its writer. Windows has no such flags: they count as none.
  const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const stats = fstatSync(handle)
    if (!isOwn(stats, 'file') || stats.size > most) return undefined
    const bytes = readFileSync(handle)
    const data = bytes.subarray(HEAD)
    const isWhole = bytes.length > HEAD && bytes.readUInt32LE(0) === data.length
    return isWhole && bytes.readUInt32LE(4) === crc32(data) ? data : undefined
  } finally {
    closeSync(handle)
  }
}

function write(folder: string, file: string, data: Buffer, most: number): void {
  const head = Buffer.alloc(HEAD)
  head.writeUInt32LE(data.length, 0)
  head.writeUInt32LE(crc32(data), 4)
  const temporary = join(folder, `.${process.pid}-${process.hrtime.bigint()}.tmp`)
  try {
    writeFileSync(temporary, Buffer.concat([head, data]), {mode: 0o600, flag: 'wx'})
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, {force: true})
    throw error
  }
  sweep(folder, most)
}

// The oldest go: those of other versions, and what a run that was killed has left.
function sweep(folder: string, most: number): void {
  const files = readdirSync(folder).map(name => {
    const path = join(folder, name)
    return {path, time: statSync(path).mtimeMs}
  })
  for (const {path} of files.sort((one, other) => other.time - one.time).slice(most)) rmSync(path, {force: true})
}

// Who may write to the upper one may put another in place of the lower one.
function isTrusted(base: string, folder: string): boolean {
  return isOwnFolder(base) && isOwnFolder(folder) && !cameWithOthers(realpathSync.native(folder))
}

/** Whether a folder lies in a repository, or below the working folder: its files may be other people's. */
function cameWithOthers(folder: string): boolean {
  if (`${folder}${sep}`.startsWith(`${realpathSync.native(process.cwd())}${sep}`)) return true
  return liesInRepository(folder)
}

/** The folder, or the nearest one above it that is there, without links. */
function existing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? realpathSync.native(folder) : existing(dirname(folder))
}
