import {ownersIn} from './codeowners.js'
import {entryAt} from './entry.js'
import type {Folders} from './folders.js'
import {locate} from './paths.js'
import type {Source} from './source.js'

// Where GitHub looks; the first that is there counts, and the others do not.
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']

/** Owners of a path by the root's CODEOWNERS. A folder is owned by those who would own a new file in it. */
export async function ownersOf(
  root: string,
  folders: Folders,
  source: Source,
  path: string,
): Promise<readonly string[]> {
  const place = locate(root, path)?.path
  if (place === undefined) return []
  for (const file of PLACES) {
    if ((await entryAt(root, folders, file)) !== 'file') continue
    const reading = await source.read(file)
    if (!reading.ok) return []
    const isFolder = /[/\\]$/.test(path) || (await entryAt(root, folders, place)) === 'folder'
    return ownersIn(reading.text, isFolder ? `${place}/-`.replace(/^\//, '') : place)
  }
  return []
}
