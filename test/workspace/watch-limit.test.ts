import {closeSync, existsSync, openSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {WorkspaceError} from '../../src/workspace/index.js'
import {watcherOf} from '../../src/workspace/watch/index.js'
import {folder} from '../support/folders.js'

const LIMITS = '/proc/self/limits'
const limit = existsSync(LIMITS) ? Number(/^Max open files +(\d+)/m.exec(readFileSync(LIMITS, 'utf8'))?.[1]) : 0

// By itself in its process: what the system gives for the first folder serves all others.
test.skipIf(!(limit > 0 && limit <= 200_000))(
  'where the system opens no more files, no folder is watched, and that is told',
  async () => {
    const root = folder({'a.md': ''})
    const watcher = watcherOf()
    const seen = {files: new Set([join(root, 'a.md')]), folders: new Set<string>()}
    const taken: number[] = []
    try {
      for (;;) taken.push(openSync('/dev/null', 'r'))
    } catch {}
    const told = await watcher.set(seen, Date.now()).catch((error: unknown) => error)
    for (const file of taken) closeSync(file)
    expect(told).toEqual(
      new WorkspaceError(
        `Cannot watch "${root}": beside the 0 that are watched already the system allows no more (fs.inotify.max_user_instances sets how many)`,
      ),
    )
    await watcher.set(seen, Date.now())
    watcher.close()
  },
)
