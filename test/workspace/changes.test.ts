import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {WorkspaceOptions} from '../../src/workspace/index.js'
import {gitThat, where} from '../support/fake-git.js'
import {commit, git, repository} from '../support/folders.js'
import {open} from './support.js'

const words = (name: string, from: number, to: number) =>
  Array.from({length: to - from}, (_, index) => `Line ${from + index} of ${name}.\n`).join('')

async function changes(
  root: string,
  paths: string[],
  {revision = 'HEAD', ...options}: WorkspaceOptions & {revision?: string} = {},
) {
  const workspace = await open(root, options)
  try {
    const found = await workspace.changes(revision, paths)
    return found.ok
      ? Object.fromEntries([...found.changed].map(([path, {before}]) => [path, before?.path]))
      : found.reason
  } finally {
    await workspace.close()
  }
}

describe('the document that a new one was before', () => {
  /** Takes documents away, puts a new one there, and tells which of them it was. */
  async function former(before: Record<string, string | Uint8Array>, text: string, folder = '') {
    const root = repository({'specs/stays.md': words('stays', 0, 9), ...before})
    for (const path of Object.keys(before)) rmSync(join(root, path))
    mkdirSync(join(root, folder, 'specs'), {recursive: true})
    writeFileSync(join(root, folder, 'specs/new.md'), text)
    return changes(join(root, folder), ['specs/new.md'])
  }

  test('is the one with which it shares most lines, at least half of them', async () => {
    const before = {
      'specs/a.md': words('one', 0, 6) + words('a', 0, 4),
      'specs/b.md': words('one', 0, 8) + words('b', 0, 2),
    }
    expect(await former(before, words('one', 0, 10))).toEqual({'specs/new.md': 'specs/b.md'})
    expect(await former(before, words('two', 0, 10))).toEqual({'specs/new.md': undefined})
  })

  test('is of several that share as much the first by its path', async () => {
    const before = {
      'specs/b.md': words('one', 0, 8),
      'specs/a.md': words('one', 1, 9),
      'specs/c.md': words('one', 2, 10),
    }
    expect(await former(before, words('one', 1, 8))).toEqual({'specs/new.md': 'specs/a.md'})
  })

  test('is none that is no text', async () => {
    const bytes = Buffer.concat([Buffer.from(words('one', 0, 10)), Buffer.from([0xff])])
    expect(await former({'specs/a.md': bytes}, words('one', 0, 10))).toEqual({'specs/new.md': undefined})
  })

  test('is told as from the root, below git’s top', async () => {
    const before = {'p/q/specs/a.md': words('one', 0, 10)}
    expect(await former(before, words('one', 0, 9), 'p/q')).toEqual({'specs/new.md': 'specs/a.md'})
  })
})

describe('what cannot be compared with', () => {
  test('is told where git takes too long', async () => {
    const options = {env: gitThat(where('merge-base', 'exec sleep 60')), limits: {gitTime: 3000}}
    expect(await changes(repository({'specs/a.md': 'a\n'}), ['specs/a.md'], options)).toBe(
      'git took too long to answer',
    )
  })

  test('is told where git has lost it, or has only a part of it', async () => {
    const root = repository({'specs/a.md': 'a\n'})
    const tree = git(root, 'rev-parse', 'HEAD^{tree}').trim()
    rmSync(join(root, '.git/objects', tree.slice(0, 2), tree.slice(2)))
    expect(await changes(root, ['specs/a.md'], {revision: 'main'})).toBe('git could not list the files of "main"')
    git(root, 'config', 'remote.origin.promisor', 'true')
    expect(await changes(root, ['specs/a.md'])).toBe(
      'git could not list the files of "HEAD": this clone is partial, and nothing is fetched',
    )
  })
})

test.skipIf(process.platform !== 'linux')('a name that is no UTF-8 is none that a path can name', async () => {
  const root = repository({'specs/a.md': 'a\n'})
  const odd = Buffer.concat([Buffer.from(`${root}/specs/`), Buffer.from([0xe9]), Buffer.from('.md')])
  writeFileSync(odd, words('one', 0, 9))
  commit(root, 'odd')
  rmSync(odd)
  writeFileSync(join(root, 'specs/b.md'), words('one', 0, 9))
  expect(await changes(root, ['specs/a.md', 'specs/b.md'])).toEqual({'specs/b.md': undefined})
})
