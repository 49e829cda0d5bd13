import {basename, dirname, join, posix} from 'node:path'
import {nearest} from '../text/index.js'
import {compile, scan} from './globs.js'
import {isNestedIn} from './homes.js'
import {isMarkdown} from './paths.js'
import type {Gathering} from './selection.js'
import {quoted} from './suggest.js'
import {placeWords, type Selecting} from './take.js'
import {statSync} from './trace/disk.js'

/** Tells what the config names and is not there: a typing error would be a green run. */
export async function tellIdle(selecting: Selecting, found: Gathering): Promise<void> {
  const {root, settings, folders} = selecting
  const {origins, specs, research, untracked, outside, kinds} = settings
  for (const [key, paths] of [['specs', specs] as const, ['research', research] as const]) {
    const where = placeWords(origins.get(key), root)
    for (const path of origins.has(key) ? paths : []) {
      if (untracked.includes(path) || outside.includes(path)) continue
      if (isNestedIn(root, join(root, path)))
        found.problem(`The folder ${quoted(path)} of the config belongs to a workspace of its own${where}`)
      else if (!(await folders.walk(join(root, path))).exists)
        found.problem(
          `The folder ${quoted(path)} of the config does not exist${where}${await nearFolder(selecting, path)}`,
        )
    }
  }
  for (const {name, files} of kinds) {
    const key = `kinds/${name}/files`
    for (const glob of origins.has(key) ? files : []) {
      const {base, pattern} = (await scan(glob)) ?? {base: dirname(glob), pattern: basename(glob)}
      const tell = (what: string, hint = ''): void =>
        found.problem(
          `The glob ${quoted(glob)} of the kind ${name} ${what}${placeWords(origins.get(key), root)}${hint}`,
        )
      if (isNestedIn(root, join(root, base))) {
        tell('begins in a workspace of its own')
        continue
      }
      const fits = await compile([pattern])
      const walk = await folders.walk(join(root, base))
      const fitting = walk.files.filter(path => fits(path))
      if (fitting.length === 0) tell('matches nothing', walk.exists ? '' : await nearFolder(selecting, base))
      else if (!fitting.some(isMarkdown)) tell('matches no Markdown file')
    }
  }
}

/** Tells of folders that the config marks as ones that a clone may lack, and that are lacking here. */
export function noteMissing({root, settings}: Pick<Selecting, 'root' | 'settings'>, found: Gathering): void {
  const {untracked, outside, origins} = settings
  for (const path of [...untracked, ...outside]) {
    if (statSync(join(root, path), {throwIfNoEntry: false})?.isDirectory()) continue
    const text = `The research folder ${quoted(path)} is not here${placeWords(origins.get('research'), root)}: what is cited of it is not looked up`
    found.note({code: 'research-not-here', text})
  }
}

/** `. Did you mean "docs/rfcs"?` by the first step of a path that is not there. */
async function nearFolder({root, folders}: Selecting, path: string): Promise<string> {
  let parent = ''
  for (const step of path.split('/')) {
    const listing = await folders.list(join(root, parent))
    if (typeof listing !== 'object') return ''
    if (!listing.has(step)) {
      const names = [...listing].filter(([, type]) => type === 'folder').map(([name]) => name)
      const [near] = nearest(step, names)
      return near === undefined ? '' : `. Did you mean ${quoted(posix.join(parent, near))}?`
    }
    parent = posix.join(parent, step)
  }
  return ''
}
