import {posix} from 'node:path'
import * as notes from '../git/notes.js'
import type {Note} from '../types.js'
import {nowOf} from './now.js'
import type {Past} from './past.js'
import type {Scene} from './sight.js'
import type {View} from './view.js'

/** What sighting needs of a repository; shared by all documents. */
export function sceneOf(past: Past): Scene {
  const shown = shownFrom(past.prefix)
  return {
    prefix: past.prefix,
    shown,
    renames: async path => (await past.renames()).all(path),
    now: nowOf(past, shown),
    near: async name => nearIn((await past.current()) ?? (await past.staged()), name, shown),
    lacking: lackingIn(past),
  }
}

/** What is left without a repository: the files as they stand. */
export function bareScene(reason: Note): Scene {
  return {prefix: '', shown: path => path, now: async () => undefined, near: async () => [], lacking: reason}
}

const MOST_NEAR = 3

async function nearIn(view: View, name: string, shown: Scene['shown']): Promise<readonly string[]> {
  const files = name === '' ? [] : await view.endingWith(name)
  return typeof files === 'string' ? [] : files.slice(0, MOST_NEAR).map(shown)
}

function shownFrom(prefix: string): Scene['shown'] {
  return path => posix.relative(`/${prefix}`, `/${path}`)
}

/** Why an object is not there. */
function lackingIn({isPartial, isShallow}: Past): Note {
  return isPartial ? notes.partial : isShallow ? notes.shallow : notes.incomplete
}
