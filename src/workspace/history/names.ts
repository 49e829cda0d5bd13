import {compareCodeUnits} from '../../text/index.js'
import {cacheOf} from '../git/cache.js'
import type {Tree} from '../git/parse.js'

/** Why a whole state cannot be searched: it has too many files, or a folder that is not in this clone. */
export type Unsearchable = 'large' | 'object'

/** Searches whole trees for a file's path by its end. */
export interface Names {
  /** Files, from the top, whose path is `path` or ends with "/" and it; sorted. */
  endingWith(root: string, path: string): Promise<readonly string[] | Unsearchable>
  /** Whether a file's name has this ending; undefined where that cannot be told. */
  hasEnding(root: string, ending: string): Promise<boolean | undefined>
}

const MOST_FILES = 200_000
const MOST_REMEMBERED = 16 * 2 ** 20
// About what a name takes in a set, and the set itself.
const NAME_COST = 50
const SET_COST = 300

interface Summary {
  /** Names of the files in a folder and below it. */
  names: ReadonlySet<string>
  files: number
}

export function namesOf(tree: (id: string) => Promise<Tree | undefined>): Names {
  // By folder, not by commit: from one commit to the next most folders are the same.
  const summaries = cacheOf<Summary>(MOST_REMEMBERED)

  const summarize = async (id: string, allowed: number): Promise<Summary | Unsearchable> => {
    const known = summaries.get(id)
    if (known) return known
    const entries = await tree(id)
    if (!entries) return 'object'
    const names = new Set<string>()
    let files = 0
    for (const [name, {kind, id: child}] of entries) {
      if (kind === 'folder') {
        const below = await summarize(child, allowed - files)
        if (typeof below === 'string') return below
        for (const other of below.names) names.add(other)
        files += below.files
      } else {
        names.add(name)
        files++
      }
      if (files > allowed) return 'large'
    }
    const summary = {names, files}
    summaries.set(id, summary, names.size * NAME_COST + SET_COST)
    return summary
  }

  const search = async (
    id: string,
    name: string,
    folder: string,
    seen: {found: string[]; problems: Unsearchable[]},
  ): Promise<void> => {
    const entries = await tree(id)
    if (!entries) return void seen.problems.push('object')
    let files = 0
    for (const [entry, {kind, id: child}] of entries) {
      if (kind === 'file' && entry === name) seen.found.push(folder + entry)
      if (kind !== 'folder') continue
      const below = await summarize(child, MOST_FILES - files)
      if (typeof below === 'string') return void seen.problems.push(below)
      files += below.files
      if (below.names.has(name)) await search(child, name, `${folder}${entry}/`, seen)
    }
  }

  return {
    hasEnding: async (root, ending) => {
      const summary = await summarize(root, MOST_FILES)
      if (typeof summary === 'string') return undefined
      for (const name of summary.names) if (name.endsWith(ending)) return true
      return false
    },
    endingWith: async (root, path) => {
      const seen = {found: [] as string[], problems: [] as Unsearchable[]}
      await search(root, path.slice(path.lastIndexOf('/') + 1), '', seen)
      const [problem] = seen.problems
      if (problem) return problem
      return seen.found.filter(file => `/${file}`.endsWith(`/${path}`)).sort(compareCodeUnits)
    },
  }
}
