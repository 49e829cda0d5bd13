import type {Snapshot} from './snapshot.js'

/** What stands at a path. Paths are from the top. */
export type Spot =
  /** `version` names the content; `real` is the path without links. */
  | {type: 'file'; version: string; real: string}
  | {type: 'folder' | 'missing'}
  /** Cannot be told, for a reason that a gap explains. */
  | {type: 'unknown'; why: Why}

/**
 * The object is not in this clone; it lies in another repository; there are too many files; it lies behind a link, or outside
 * the repository; git ignores it.
 */
export type Why = 'object' | 'submodule' | 'large' | 'link' | 'unreadable' | 'outside' | 'ignored'

const MOST_LINKS = 20

/** What a snapshot has at a path, case-exactly. Links are followed as long as they stay in the repository. */
export async function spotAt(snapshot: Snapshot, path: string): Promise<Spot> {
  let id = snapshot.root
  let passed: string[] = []
  const ahead = path.split('/').filter(name => name !== '' && name !== '.')
  for (let links = 0; ; ) {
    const name = ahead.shift()
    if (name === undefined) return {type: 'folder'}
    const tree = await snapshot.tree(id)
    if (!tree) return {type: 'unknown', why: 'object'}
    const entry = tree.get(name)
    if (!entry) return {type: 'missing'}
    if (entry.kind === 'submodule') return ahead.length === 0 ? {type: 'folder'} : {type: 'unknown', why: 'submodule'}
    if (entry.kind === 'folder') {
      passed.push(name)
      id = entry.id
    } else if (entry.kind === 'link') {
      const target = await snapshot.target(entry.id)
      if (target === undefined) return {type: 'unknown', why: 'object'}
      const led = join(passed, target)
      if (!led || ++links > MOST_LINKS) return {type: 'unknown', why: 'link'}
      ahead.unshift(...led)
      passed = []
      id = snapshot.root
    } else if (ahead.length > 0) {
      return {type: 'missing'}
    } else {
      return {type: 'file', version: entry.id, real: [...passed, name].join('/')}
    }
  }
}

/** A link's target from the top; undefined where it leads out of the repository. */
function join(folder: readonly string[], target: string): string[] | undefined {
  if (target.startsWith('/') || /^[a-z]:/i.test(target)) return undefined
  const names = [...folder]
  for (const name of target.split('/')) {
    if (name === '' || name === '.') continue
    if (name !== '..') names.push(name)
    else if (names.pop() === undefined) return undefined
  }
  return names
}
