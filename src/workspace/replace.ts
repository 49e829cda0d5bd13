import {realpath} from 'node:fs/promises'
import {dirname} from 'node:path'
import {causeOf, createFile} from './create.js'
import {codeOf} from './error.js'
import {locate} from './paths.js'
import {quoted} from './suggest.js'
import type {Creation} from './types.js'
import {writeOver} from './write.js'

/** Puts a text in place of a file's, or makes the file. See `Workspace.replace`. */
export async function replaceFile(
  base: {root: string; overlaid: ReadonlySet<string>},
  path: string,
  text: string,
  before: string | undefined,
): Promise<Creation> {
  if (before === undefined) return createFile(base, path, text)
  const {root, overlaid} = base
  const place = locate(root, path)
  if (place?.path === undefined)
    return {ok: false, code: 'outside', reason: `${quoted(path)} lies outside the workspace`}
  if (overlaid.has(place.absolute))
    return {ok: false, code: 'exists', reason: `${quoted(path)} is open elsewhere, and not saved yet`}
  try {
    const folder = await realpath(dirname(place.absolute))
    if (locate(root, folder)?.path === undefined)
      return {ok: false, code: 'outside', reason: `${quoted(path)} lies behind a link that leaves the workspace`}
    await writeOver(place.absolute, text, before)
    return {ok: true, path: place.path, folders: []}
  } catch (error) {
    if (codeOf(error) === 'ELOOP') {
      const reason = `${quoted(path)} is a link, and links are not written through: nothing was written`
      return {ok: false, code: 'changed', reason}
    }
    if (codeOf(error) === 'EEXIST') {
      const reason = `${quoted(path)} was changed meanwhile, or is no regular file: nothing was written`
      return {ok: false, code: 'changed', reason}
    }
    return {ok: false, code: 'failed', reason: `${quoted(path)} cannot be written: ${causeOf(error)}`}
  }
}
