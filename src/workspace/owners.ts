import {relative} from 'node:path'
import {ownersIn} from './codeowners.js'
import {entryAt} from './entry.js'
import type {Tree} from './family.js'
import {withSlashes} from './paths.js'

// Where GitHub looks; the first that is there counts, and the others do not.
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']

/**
 * Owners of a path by the CODEOWNERS of its workspace, else of the repository around. A folder is owned by those who would own a
 * new file in it.
 */
export async function ownersOf(
  trees: readonly Tree[],
  absolute: string,
  isFolder: boolean,
): Promise<readonly string[]> {
  for (const {base, folders, source} of trees) {
    const place = withSlashes(relative(base, absolute))
    for (const file of PLACES) {
      if ((await entryAt(base, folders, file)) !== 'file') continue
      const reading = await source.read(file)
      if (!reading.ok) return []
      const below = isFolder || (await entryAt(base, folders, place)) === 'folder'
      return ownersIn(reading.text, below ? `${place}/-`.replace(/^\//, '') : place)
    }
  }
  return []
}
