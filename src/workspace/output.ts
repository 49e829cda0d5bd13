import {lstat, open, readFile, realpath, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {causeOf} from './create.js'
import {codeOf, isDenial, WorkspaceError} from './error.js'
import {quoted} from './suggest.js'
import {writeNew, writeOver} from './write.js'

/** A file that a report is to be written to. Only a user can have named it, so it may lie anywhere. */
export interface Output {
  /** Absolute, without links. */
  path: string
  /** The same for two names of one file. */
  identity: string
  /** What stands there: an earlier output, or nothing but an empty file; undefined where there is no file. */
  before: string | undefined
}

/**
 * Looks whether a report may be written there: the folder is there, and the name is free or belongs to an empty file or an
 * earlier report, known by how it `begins`. Nothing is written yet.
 *
 * @throws WorkspaceError where it may not, with one line for the user.
 */
export async function openOutput(path: string, begins: RegExp): Promise<Output> {
  const folder = await folderOf(path)
  const place = join(folder, basename(path))
  try {
    const stats = await lstat(place)
    if (stats.isSymbolicLink()) throw refusal(path, 'it is a link')
    if (stats.isDirectory()) throw refusal(path, 'it is a folder')
    if (!stats.isFile()) throw refusal(path, 'it is no regular file')
    const before = await readFile(place, 'utf8')
    if (before !== '' && !begins.test(before.slice(0, HEAD)))
      throw refusal(path, 'what stands there is no earlier report of this format')
    return {path: place, identity: `${stats.dev}:${stats.ino}`, before}
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return {path: place, identity: place, before: undefined}
    if (error instanceof WorkspaceError) throw error
    throw refusal(path, causeOf(error))
  }
}

// Enough for the beginning of every format; nobody's file of gigabytes is searched.
const HEAD = 10_000

/**
 * Writes a report, whole or not at all.
 * @throws WorkspaceError where that fails, or where something else stands there by now.
 */
export async function writeOutput({path, before}: Output, text: string): Promise<void> {
  try {
    await (before === undefined ? writeNew(path, text) : writeOver(path, text, before))
  } catch (error) {
    throw refusal(
      path,
      ['EEXIST', 'ELOOP'].includes(codeOf(error)) ? 'something else was put there meanwhile' : causeOf(error),
    )
  }
}

/**
 * Adds a text to the end of a file, on a line of its own.
 * @throws WorkspaceError where that fails.
 */
export async function appendText(path: string, text: string): Promise<void> {
  try {
    const handle = await open(path, 'a')
    try {
      const stats = await handle.stat()
      if (!stats.isFile()) throw refusal(path, 'it is no regular file')
      await handle.writeFile(stats.size > 0 ? `\n${text}` : text)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof WorkspaceError) throw error
    throw refusal(path, codeOf(error) === 'ENOENT' ? 'its folder does not exist' : causeOf(error))
  }
}

async function folderOf(path: string): Promise<string> {
  const folder = dirname(path)
  try {
    const real = await realpath(folder)
    if ((await stat(real)).isDirectory()) return real
  } catch (error) {
    if (isDenial(error)) throw refusal(path, 'permission denied')
    throw refusal(path, `the folder ${quoted(folder)} does not exist`)
  }
  throw refusal(path, `${quoted(folder)} is no folder`)
}

function refusal(path: string, why: string): WorkspaceError {
  return new WorkspaceError(`${quoted(path)} cannot be written: ${why}`)
}
