import {kindOf, type Tree, type TreeEntry, utf8} from './parse.js'
import type {GitAnswer, GitBytes} from './run.js'

/** git's index as trees, by folder from the top; "" is the top's own. */
export interface Index {
  outcome: GitAnswer['outcome']
  stderr: string
  trees: ReadonlyMap<string, Tree>
}

export async function indexOf(git: GitBytes): Promise<Index> {
  const {outcome, stdout, stderr} = await git('ls-files', '-z', '--stage')
  const trees = new Map<string, Map<string, TreeEntry>>([['', new Map()]])
  const stages = new Map<string, number>()
  for (let at = 0, end = stdout.indexOf(0); end >= 0; at = end + 1, end = stdout.indexOf(0, at)) {
    const tab = stdout.indexOf(0x09, at)
    const path = utf8(stdout.subarray(tab + 1, end))
    const [mode = '', id = '', digit] = stdout.toString('latin1', at, tab).split(' ')
    if (path === undefined) continue
    // Of a conflict that is not settled: what the branch had, else what the other has.
    const stage = Number(digit)
    if (stage === 1 || (stage > 0 && stages.has(path))) continue
    stages.set(path, stage)
    add(trees, path, {kind: kindOf(mode), id})
  }
  return {outcome, stderr, trees}
}

function add(trees: Map<string, Map<string, TreeEntry>>, path: string, entry: TreeEntry): void {
  const end = path.lastIndexOf('/')
  const folder = end < 0 ? '' : path.slice(0, end)
  let tree = trees.get(folder)
  if (!tree) {
    tree = new Map()
    trees.set(folder, tree)
    add(trees, folder, {kind: 'folder', id: folder})
  }
  tree.set(path.slice(end + 1), entry)
}
