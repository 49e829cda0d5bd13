import {chmod, link as linkFile, lstat, open, readFile, rename, unlink} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {codeOf} from './error.js'
import {sweep, temporaryName} from './sweep.js'

/**
 * Writes a file that is not there yet: beside its place, brought to the disk, and then given its name in one step. Fails with
 * EEXIST where anything bears that name, even a link that leads nowhere. What was written beside is removed in any case.
 */
export async function writeNew(
  path: string,
  text: string,
  {link = linkFile, executable = false}: {link?: typeof linkFile; executable?: boolean} = {},
): Promise<void> {
  const mode = executable ? 0o777 : 0o666
  // Known early, nothing needs to be written at all; decided it is by the last step.
  if (await stands(path)) throw Object.assign(new Error('The file exists'), {code: 'EEXIST'})
  await writeBeside(path, text, mode, temporary => giveName(temporary, path, link))
}

/**
 * Writes a file in place of one that is there, which keeps its mode: whoever reads it meanwhile gets the one or the other, whole.
 * Fails with EEXIST where it does not hold `before` any more, looked at right before the last step, or is no regular file; with
 * ELOOP where it is a link, with EACCES where it may not be written.
 */
export async function writeOver(path: string, text: string, before: string): Promise<void> {
  const stats = await lstat(path)
  // A link is not followed: what it leads to may be anybody's.
  if (!stats.isFile())
    throw Object.assign(new Error('No regular file'), {code: stats.isSymbolicLink() ? 'ELOOP' : 'EEXIST'})
  // Its folder would let it be replaced; who took away the permission to write wants it to stay.
  await (await open(path, 'r+')).close()
  await writeBeside(path, text, stats.mode & 0o777, async temporary => {
    await chmod(temporary, stats.mode & 0o777)
    if (!(await readFile(path)).equals(Buffer.from(before)))
      throw Object.assign(new Error('The file has changed'), {code: 'EEXIST'})
    await rename(temporary, path)
  })
}

/** Writes a file, whether or not one is there: whoever reads it meanwhile gets the one or the other, whole. */
export async function writeAnyway(path: string, text: string, mode: number): Promise<void> {
  await writeBeside(path, text, mode, temporary => rename(temporary, path))
}

/** Brings a text to the disk beside its place. What was written there is removed in any case. */
async function writeBeside(
  path: string,
  text: string,
  mode: number,
  finish: (temporary: string) => Promise<void>,
): Promise<void> {
  // A process that was killed here could not remove what it wrote.
  await sweep(dirname(path))
  const temporary = join(dirname(path), temporaryName())
  const handle = await open(temporary, 'wx', mode)
  try {
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await finish(temporary)
  } finally {
    await unlink(temporary).catch(() => undefined)
  }
  await syncFolder(dirname(path))
}

async function stands(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

// A second name for the same file: unlike renaming, this never takes the place of another. Where a file system has no such
// links (or Android forbids them) the name is taken first, which fails as well where it is taken, and then replaced.
async function giveName(temporary: string, path: string, link: typeof linkFile): Promise<void> {
  try {
    await link(temporary, path)
  } catch (error) {
    if (!['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error
    await (await open(path, 'wx', 0o666)).close()
    await rename(temporary, path).catch(async (failed: unknown) => {
      await unlink(path)
      throw failed
    })
  }
}

// So that the name outlasts a loss of power too. Windows and some file systems cannot do that for a folder.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close().catch(() => undefined)
}
