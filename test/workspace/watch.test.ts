import {utimesSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {watcherOf} from '../../src/workspace/watch/index.js'
import {folder} from '../support/folders.js'

test('what changed within the tick of the clock before a run counts as changed since; what did earlier does not', async () => {
  const root = folder({'a.md': 'a\n', 'b.md': 'b\n'})
  const since = Date.now()
  const stamp = (name: string, before: number) =>
    utimesSync(join(root, name), (since - before) / 1000, (since - before) / 1000)
  stamp('a.md', 4)
  stamp('b.md', 2000)
  stamp('', 2000)
  const watcher = watcherOf()
  await watcher.set({files: new Set([join(root, 'a.md'), join(root, 'b.md')]), folders: new Set()}, since)
  expect(await watcher.changes()).toEqual([join(root, 'a.md')])
  watcher.close()
})
