import {execFileSync} from 'node:child_process'
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {findGit, findRoot} from '../../src/workspace/root.js'
import {bareEnvironment, folder, git, repository} from '../support/folders.js'

const topOf = (cwd: string) =>
  execFileSync('git', ['rev-parse', '--show-toplevel'], {cwd, encoding: 'utf8', env: bareEnvironment()}).trimEnd()

test('the given root wins, relative to the working folder', () => {
  const root = repository({'a/b/c.md': '', 'a/spec.config.json': '{}'})
  expect(findRoot(join(root, 'a/b'), '..')).toBe(join(root, 'a'))
  expect(findRoot(join(root, 'a'), join(root, 'a/b'))).toBe(join(root, 'a/b'))
})

test('a given root that is no folder is refused, its name printable', () => {
  const root = folder({'a.md': ''})
  for (const given of ['a.md', 'missing', 'a\u001b[31m', 'a\0b'])
    expect(() => findRoot(root, given)).toThrow(/^Unexpected root ".*", expected a folder$/)
  expect(() => findRoot(root, 'x\u001b[31m')).toThrow('\\u{1b}[31m')
  expect(() => findRoot(join(root, 'gone'))).toThrow('Unexpected working folder')
})

test('the nearest configuration upwards comes before the top of git', () => {
  const root = repository({'a/b/c/d.md': '', 'a/spec.config.yaml': '', 'spec.config.json': ''})
  expect(findRoot(join(root, 'a/b/c'))).toBe(join(root, 'a'))
  expect(findRoot(root)).toBe(root)
})

test('what only looks like a configuration is none', () => {
  const root = repository({'a/spec.config': '', 'a/spec.config.json.bak': '', 'a/spec.config.d/x': '', 'a/b/x': ''})
  expect(findRoot(join(root, 'a/b'))).toBe(root)
})

test('the top of git, in all its forms, as git says it', () => {
  const root = repository({'a/b/c.md': ''})
  const tree = join(folder(), 'tree')
  git(root, 'worktree', 'add', '--quiet', tree)
  const outer = repository({'x.md': ''})
  git(outer, '-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', root, 'modules/inner')
  for (const cwd of [root, join(root, 'a/b'), tree, join(tree, 'a'), join(outer, 'modules/inner/a'), outer])
    expect(findRoot(cwd)).toBe(topOf(cwd))
})

test('neither an empty ".git" nor a file that points nowhere is a repository', () => {
  const root = repository({'a/b/c.md': '', 'd/e/f.md': ''})
  mkdirSync(join(root, 'a/.git'))
  writeFileSync(join(root, 'd/.git'), 'gitdir: /nowhere\n')
  expect(findRoot(join(root, 'a/b'))).toBe(root)
  expect(findRoot(join(root, 'd/e'))).toBe(root)
})

test('a repository cannot move the root elsewhere', () => {
  const root = repository({'a.md': ''})
  git(root, 'config', 'core.worktree', '/')
  expect(findRoot(root)).toBe(root)
})

test('outside git the working folder is the root', () => {
  const root = folder({'a/b.md': ''})
  expect(findGit(root)).toBeUndefined()
  expect(findRoot(join(root, 'a'))).toBe(join(root, 'a'))
})

test('links are resolved', () => {
  const root = repository({'a/b.md': ''})
  const link = join(folder(), 'link')
  symlinkSync(root, link)
  expect(findRoot(join(link, 'a'))).toBe(root)
  expect(findRoot(link, link)).toBe(root)
})

test('a file in the place of git’s folder leads to one, or is none', () => {
  const git = join(repository({'x.md': ''}), '.git')
  const at = (text: string) => findGit(folder({'.git': text}))?.folder
  expect(at(`gitdir: ${git}\n`)).toBe(git)
  expect(at('something else\n')).toBeUndefined()
  expect(at('gitdir: nowhere\n')).toBeUndefined()
  expect(at(`gitdir: ${git}\n${'x'.repeat(20_000)}`)).toBeUndefined()
})
