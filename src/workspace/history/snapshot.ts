import type {Objects} from '../git/objects.js'
import {type Tree, utf8} from '../git/parse.js'
import type {Index} from '../git/staged.js'
import {type Names, namesOf} from './names.js'

/** All files of one state of the repository, as trees: a commit's, or the index'. */
export interface Snapshot {
  /** Names the top's tree. */
  root: string
  tree(id: string): Promise<Tree | undefined>
  /** Where a link leads, as it is written. */
  target(id: string): Promise<string | undefined>
  names: Names
  /** Names of the files in a folder, whose path is from the top; none where there is no such folder. */
  filesIn(folder: string): Promise<string[]>
}

/** Snapshots that share what is remembered of their folders. */
export function snapshotsOf(objects: Objects): (tree: string) => Snapshot {
  const names = namesOf(objects.tree)
  const target = targetIn(objects)
  return root => ({root, tree: objects.tree, target, names, filesIn: filesIn(root, objects.tree)})
}

export function indexSnapshot(objects: Objects, {trees}: Index): Snapshot {
  const tree = async (id: string) => trees.get(id)
  return {root: '', tree, target: targetIn(objects), names: namesOf(tree), filesIn: filesIn('', tree)}
}

function targetIn(objects: Objects): Snapshot['target'] {
  return async id => {
    const content = await objects.blob(id)
    return content?.bytes && utf8(content.bytes)
  }
}

function filesIn(root: string, tree: Snapshot['tree']): Snapshot['filesIn'] {
  return async folder => {
    let entries = await tree(root)
    for (const name of folder.split('/').filter(Boolean)) {
      const entry = entries?.get(name)
      entries = entry?.kind === 'folder' ? await tree(entry.id) : undefined
    }
    return [...(entries ?? [])].filter(([, {kind}]) => kind === 'file').map(([name]) => name)
  }
}
