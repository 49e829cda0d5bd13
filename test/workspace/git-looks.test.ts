import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {gitAccess} from '../../src/workspace/git/access.js'
import type {Repository} from '../../src/workspace/git/repository.js'
import {gitBytesIn} from '../../src/workspace/git/run.js'
import {noteSettings} from '../../src/workspace/git/settings.js'
import {noteWaysBelow} from '../../src/workspace/git/ways.js'
import {traced} from '../../src/workspace/trace/index.js'
import {bareEnvironment, folder, git, repository} from '../support/folders.js'

interface Made {
  root: string
  /** The user's settings. */
  settings?: string
}

/** What is noted of a repository by who does something with it; undefined where not all can be told. */
async function looksOf({root, settings = ''}: Made, work?: (found: Repository) => Promise<void>) {
  const home = folder({'.gitconfig': settings})
  const env = {...bareEnvironment(), HOME: home}
  const access = gitAccess({root, env, time: 10_000, bytes: 1_000_000})
  const {looks} = await traced(async () => {
    const found = await access.repository()
    if ('code' in found) throw new Error(found.text)
    await work?.(found)
  })
  await access.close()
  return {home, looks, paths: looks?.map(({path}) => path)}
}

const BELOW = (most?: number) => (found: Repository) => noteWaysBelow(found, '', most)

test('files that settings name are noted, there or not, each from where it is named', async () => {
  const root = repository()
  git(root, 'config', 'include.path', '../beside/more')
  git(root, 'config', 'core.excludesFile', 'own/ignored')
  const settings = '[include]\n\tpath = ~/mine\n[includeIf "onbranch:x"]\n\tpath = branch\n[user]\n\tuseConfigOnly\n'
  const {home, paths} = await looksOf({root, settings})
  const named = [join(root, 'beside/more'), join(root, 'own/ignored'), join(home, 'mine'), join(home, 'branch')]
  expect(paths).toEqual(expect.arrayContaining([...named, join(home, '.gitconfig'), join(root, '.git/config')]))
})

test.each([
  ['of another user', '[core]\n\texcludesFile = ~nobody/ignored\n'],
  ['beside git', '[include]\n\tpath = %(prefix)/more\n'],
])('where settings name a file %s, not all can be told', async (_where, settings) => {
  expect((await looksOf({root: repository(), settings})).looks).toBeUndefined()
})

test('settings that are no text cannot be told', async () => {
  const root = repository()
  writeFileSync(join(root, '.git/config'), Buffer.from('[user]\n\tname = \xff\n', 'latin1'), {flag: 'a'})
  expect((await looksOf({root})).looks).toBeUndefined()
})

test('settings that git cannot read cannot be told', async () => {
  const [root, home] = [folder(), folder({'.gitconfig': '[user\n'})]
  const env = {...bareEnvironment(), HOME: home}
  const {looks} = await traced(() => noteSettings(gitBytesIn(root, env, 10_000), root, env))
  expect(looks).toBeUndefined()
})

test('folders are noted in which git would find a config, and no others', async () => {
  const root = repository({'a/b/c.md': '', 'a/.gitignore': 'out\n', '.hidden/d.md': '', 'node_modules/x/e.md': ''})
  for (const path of ['a/out/x', 'new/deep', 'other']) mkdirSync(join(root, path), {recursive: true})
  git(join(root, 'other'), 'init', '--quiet')
  mkdirSync(join(root, 'other/within'))
  const {looks} = await looksOf({root}, BELOW())
  const ways = looks?.filter(({kind}) => kind === 'ways').map(({path}) => path)
  expect(ways?.sort()).toEqual(['', 'a', 'a/b', 'new', 'new/deep', 'other'].map(path => join(root, path)))
  expect(looks).toContainEqual(expect.objectContaining({kind: 'file', path: join(root, 'a/.gitignore')}))
})

test('of more folders than a run would look at again not all is told', async () => {
  const root = repository({'a/b.md': '', 'c/d.md': ''})
  expect((await looksOf({root}, BELOW(3))).looks).toBeDefined()
  expect((await looksOf({root}, BELOW(2))).looks).toBeUndefined()
})

test('a folder that only has the name of a repository is one as any other', async () => {
  const root = repository({'a/.git/config': '', 'a/b/c.md': '', 'd/.git': 'gitdir: ../nowhere\n', 'd/e/f.md': ''})
  const {looks} = await looksOf({root}, BELOW())
  const ways = looks?.filter(({kind}) => kind === 'ways').map(({path}) => path)
  expect(ways?.sort()).toEqual(['', 'a', 'a/b', 'd', 'd/e'].map(path => join(root, path)))
})

test('that a folder is another work tree is noted by what tells it', async () => {
  const root = repository({'a.md': ''})
  git(root, 'worktree', 'add', '--quiet', 'other')
  mkdirSync(join(root, 'other/within'))
  const {looks, paths} = await looksOf({root}, BELOW())
  expect(looks).toContainEqual(expect.objectContaining({kind: 'file', path: join(root, 'other/.git')}))
  expect(looks).toContainEqual(expect.objectContaining({kind: 'type', path: join(root, '.git/worktrees/other/HEAD')}))
  expect(paths).not.toContain(join(root, 'other/within'))
})

describe('where git does not answer', () => {
  async function silent(root: string, code: string) {
    const {value, looks} = await traced(() =>
      gitAccess({root, env: bareEnvironment(), time: 10_000, bytes: 1_000_000}).repository(),
    )
    expect(value).toMatchObject({code})
    return looks
  }

  test('for its settings forbid or spoil it, not all can be told', async () => {
    const root = repository()
    writeFileSync(join(root, '.git/config'), '[core\n')
    expect(await silent(root, 'git-failed')).toBeUndefined()
  })

  test('for there is no repository, what would be one is noted', async () => {
    const root = folder({'.git/config': ''})
    const looks = await silent(root, 'no-repository')
    expect(looks).toContainEqual(expect.objectContaining({kind: 'type', path: join(root, '.git/HEAD')}))
  })
})
