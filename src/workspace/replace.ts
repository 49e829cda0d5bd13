import {lstat, open, readFile, realpath, rename, unlink} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {decode} from './decode.js'
import {codeOf, isDenial} from './error.js'
import {locate} from './paths.js'
import {quoted} from './suggest.js'
import type {Replacement} from './types.js'

/**
 * Puts a new text in the place of a file's old one, in one step, its mode kept. Refuses where the file is a link, or no longer
 * holds the text that the new one was made from: what someone wrote meanwhile is not lost.
 */
export async function replaceFile(root: string, path: string, before: string, after: string): Promise<Replacement> {
  const place = locate(root, path)
  if (place?.path === undefined) return failure(`${quoted(path)} lies outside the workspace`)
  try {
    const folder = await realpath(dirname(place.absolute))
    if (locate(root, folder)?.path === undefined)
      return failure(`${quoted(path)} lies behind a link that leaves the workspace`)
    const stats = await lstat(place.absolute)
    if (!stats.isFile()) return failure(`${quoted(path)} is no regular file`)
    const temporary = join(folder, `.spec-${crypto.randomUUID()}.tmp`)
    const handle = await open(temporary, 'wx', stats.mode)
    try {
      try {
        // A mode is cut by the mask when a file is made.
        await handle.chmod(stats.mode)
        await handle.writeFile(after)
        await handle.sync()
      } finally {
        await handle.close()
      }
      const now = decode(await readFile(place.absolute))
      if (!now.ok || now.text !== before) return failure(`${quoted(path)} has changed meanwhile`)
      await rename(temporary, place.absolute)
    } finally {
      await unlink(temporary).catch(() => undefined)
    }
    return {ok: true}
  } catch (error) {
    return failure(
      `${quoted(path)} cannot be written: ${isDenial(error) ? 'permission denied' : codeOf(error) || 'unknown error'}`,
    )
  }
}

function failure(reason: string): Replacement {
  return {ok: false, reason}
}
