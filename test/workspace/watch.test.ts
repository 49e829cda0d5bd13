import {chmodSync, mkdirSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {WorkspaceError} from '../../src/workspace/index.js'
import {noting, watcherOf} from '../../src/workspace/watch/index.js'
import {between} from '../../src/workspace/watch/places.js'
import {refusal} from '../../src/workspace/watch/watcher.js'
import {folder} from '../support/folders.js'
import {canDeny, unprivileged} from '../support/unprivileged.js'
import {open, openFolder} from './support.js'

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

test('a path that none can have is not waited for', async () => {
  const seen = {files: new Set<string>(), folders: new Set<string>()}
  const workspace = await open(folder({'specs/a.md': ''}))
  const {entries} = await noting(workspace, seen).look([{path: 'a\0b'}, {path: 'specs/a.md'}])
  expect(entries.get('a\0b')).toEqual({type: 'missing'})
  expect([...seen.files].filter(path => path.includes('\0'))).toEqual([])
  expect(seen.files).toContain(join(workspace.root, 'specs/a.md'))
})

test.skipIf(!canDeny)('a closed folder is not watched, and keeps no other from it', async () => {
  const root = openFolder({'closed/a.md': '', 'open/b.md': ''})
  chmodSync(join(root, 'closed'), 0o711)
  const [a, b] = [join(root, 'closed/a.md'), join(root, 'open/b.md')]
  const watcher = watcherOf()
  await unprivileged(() => watcher.set({files: new Set([a, b]), folders: new Set()}, Date.now() + 60_000))
  writeFileSync(a, 'a 2\n')
  await soon()
  writeFileSync(b, 'b 2\n')
  expect(await watcher.changes()).toEqual([b])
  watcher.close()
})

describe('where the system watches no more', () => {
  const error = (code: string) => Object.assign(new Error(code), {code})

  test.each([
    ['ENOSPC', 'linux', ' (fs.inotify.max_user_watches sets how many)'],
    ['EMFILE', 'linux', ' (fs.inotify.max_user_instances sets how many)'],
    ['EMFILE', 'darwin', ''],
  ] as const)('%s on %s', (code, platform, more) => {
    expect(refusal(error(code), '/a', 7, {platform})).toEqual(
      new WorkspaceError(`Cannot watch "/a": beside the 7 that are watched already the system allows no more${more}`),
    )
  })

  test('another error stays what it is', () => {
    const other = error('EIO')
    expect(refusal(other, '/a', 7)).toBe(other)
  })
})
