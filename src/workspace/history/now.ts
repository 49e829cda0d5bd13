import type {CodeFile} from '../types.js'
import type {FoundFile} from './find.js'
import type {Past} from './past.js'
import type {Snapshot} from './snapshot.js'

/** Tells where HEAD has a file that was found in some state: at its path; else as the only one with its content; else renamed. */
export function nowOf(past: Past, shown: (path: string) => string): (file: FoundFile) => Promise<CodeFile | undefined> {
  let contents: Promise<ReadonlyMap<string, string | undefined>> | undefined
  return async file => {
    const [view, snapshot] = [await past.current(), await past.currentSnapshot()]
    if (!view || !snapshot) return undefined
    const same = await view.at(file.path)
    if (same.type === 'file') return {path: shown(file.path), by: 'path', version: same.version}
    contents ??= contentsOf(snapshot)
    const only = EMPTY.has(file.version) ? undefined : (await contents).get(file.version)
    if (only !== undefined) return {path: shown(only), by: 'rename', version: file.version}
    for (const path of (await past.renames()).after(file.real)) {
      const spot = await view.at(path)
      if (spot.type === 'file') return {path: shown(path), by: 'rename', version: spot.version}
    }
    return undefined
  }
}

// Files without content have nothing by which they could be known again.
const EMPTY = new Set([
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
])
const MOST_FILES = 200_000

/** Paths by content; undefined where several files have it. */
async function contentsOf(snapshot: Snapshot): Promise<ReadonlyMap<string, string | undefined>> {
  const contents = new Map<string, string | undefined>()
  const folders = [{id: snapshot.root, path: ''}]
  for (let folder = folders.pop(); folder && contents.size < MOST_FILES; folder = folders.pop()) {
    for (const [name, {kind, id}] of (await snapshot.tree(folder.id)) ?? []) {
      const path = folder.path + name
      if (kind === 'folder') folders.push({id, path: `${path}/`})
      if (kind === 'file') contents.set(id, contents.has(id) ? undefined : path)
    }
  }
  return contents
}
