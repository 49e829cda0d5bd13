import {posix} from 'node:path'
import {nearest} from '../../text/index.js'
import {isIgnored} from '../git/ignored.js'
import type {Note} from '../types.js'
import {lackingIn} from './lacking.js'
import {nowOf} from './now.js'
import type {Past} from './past.js'
import type {Scene} from './sight.js'

/** What sighting needs of a repository; shared by all documents. */
export function sceneOf(past: Past): Scene {
  const shown = shownFrom(past.prefix)
  return {
    prefix: past.prefix,
    shown,
    renames: async path => (await past.renames()).all(path),
    now: nowOf(past, shown),
    near: async path => (await nearIn(past, path)).map(shown),
    removedBy: async paths => {
      const removals = await past.removals()
      return paths.map(path => removals.get(path)).find(commit => commit !== undefined)
    },
    hasAlike: async path => {
      const snapshot = await past.currentSnapshot()
      // Of a repository that is too large nothing is known: it may have one.
      return (await snapshot?.names.hasEnding(snapshot.root, posix.extname(path))) ?? true
    },
    ignores: async path => isIgnored(past, path),
    lacking: lackingIn(past),
  }
}

/** What is left without a repository: the files as they stand. */
export function bareScene(reason: Note): Scene {
  return {
    prefix: '',
    shown: path => path,
    now: async () => undefined,
    near: async () => [],
    removedBy: async () => undefined,
    hasAlike: async () => true,
    ignores: async () => false,
    lacking: reason,
  }
}

const MOST_NEAR = 3

/** What a path that leads nowhere may mean: files of its name anywhere, else of a name much like it in its folder. */
async function nearIn(past: Past, path: string): Promise<readonly string[]> {
  const {dir, base} = posix.parse(path)
  const files = await ((await past.current()) ?? (await past.staged())).endingWith(base)
  if (typeof files === 'string' || files.length > 0) return typeof files === 'string' ? [] : files.slice(0, MOST_NEAR)
  const names = (await past.currentSnapshot())?.filesIn(dir)
  return nearest(base, (await names) ?? []).map(name => posix.join(dir, name))
}

function shownFrom(prefix: string): Scene['shown'] {
  return path => posix.relative(`/${prefix}`, `/${path}`)
}
