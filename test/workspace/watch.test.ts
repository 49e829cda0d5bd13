import {mkdirSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {watcherOf} from '../../src/workspace/watch/index.js'
import {between} from '../../src/workspace/watch/places.js'
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

const soon = () => new Promise(resolve => setTimeout(resolve, 150))

test('a folder that is looked at no more, or is gone, is watched no more', async () => {
  const root = folder({'one/a.md': 'a\n', 'two/b.md': 'b\n'})
  const [a, b] = [join(root, 'one/a.md'), join(root, 'two/b.md')]
  const later = Date.now() + 60_000
  const watcher = watcherOf()
  const seen = (...files: string[]) => ({files: new Set(files), folders: new Set<string>()})
  await watcher.set(seen(a, b), later)
  await watcher.set(seen(b), later)
  writeFileSync(a, 'a 2\n')
  await soon()
  writeFileSync(b, 'b 2\n')
  expect(await watcher.changes()).toEqual([b])
  rmSync(join(root, 'two'), {recursive: true})
  expect((await watcher.changes()).some(path => path.startsWith(join(root, 'two')))).toBe(true)
  // Where it was, the folder around tells that it is there again.
  await watcher.set(seen(b), later)
  mkdirSync(join(root, 'two'))
  expect((await watcher.changes()).length).toBeGreaterThan(0)
  await watcher.set(seen(b), later)
  writeFileSync(b, 'b 3\n')
  expect(await watcher.changes()).toContain(b)
  watcher.close()
})

test('who waits is let go when it is closed', async () => {
  const root = folder({'a.md': 'a\n'})
  const watcher = watcherOf()
  await watcher.set({files: new Set([join(root, 'a.md'), 'no\0path']), folders: new Set()}, Date.now() + 60_000)
  const waiting = watcher.changes()
  watcher.close()
  expect(await waiting).toEqual([])
  expect(await watcher.changes()).toEqual([])
})

test('configs may come to stand in each folder from one up to another', () => {
  expect(between('/a/b/c', '/a')).toEqual(['/a/b/c', '/a/b', '/a'])
  expect(between('/a/b', '/')).toEqual(['/a/b', '/a', '/'])
  expect(between('/a', '/a')).toEqual(['/a'])
  expect(between('/x', '/a/b')).toEqual(['/x'])
})
