import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {noteGit} from '../../src/workspace/git/looks.js'
import {traced} from '../../src/workspace/trace/index.js'
import {gitThat, where} from '../support/fake-git.js'
import {folder, git, repository} from '../support/folders.js'
import {open} from './support.js'

const questions = {path: 'specs/a.md', text: 'a\n', research: [], gone: []}
const code = [{paths: ['src/a.ts'], line: 1, commits: [], text: true}]

describe('a work tree that stands elsewhere than its repository', () => {
  test('is no repository of the workspace', async () => {
    const root = repository({'specs/a.md': 'a\n'})
    git(root, 'config', 'core.worktree', folder())
    const workspace = await open(root)
    const {gaps} = await workspace.history({...questions, code})
    expect(gaps).toEqual([
      {
        code: 'no-repository',
        text: 'The workspace is in no git repository: nothing is known of its remote and its history',
      },
    ])
    await workspace.close()
  })

  test('is none of the workspace beside it, and ignores nothing outside of it', async () => {
    const files = {
      'p/spec.config.yaml': '',
      'q/spec.config.yaml': '',
      'q/x.log': '',
      'p/x.log': '',
      'p/.gitignore': '*.log\n',
    }
    const root = repository({...files, 'p/specs/a.md': 'a\n', 'q/specs/b.md': 'b\n'})
    git(root, 'config', 'core.worktree', join(root, 'p'))
    const {openWorkspace} = await import('../../src/workspace/index.js')
    const own = await openWorkspace({cwd: join(root, 'p'), env: gitThat('')})
    const {gaps: none} = await own.history({...questions, code})
    expect(none).toEqual([])
    const other = await own.homeOf(join(root, 'q/specs/b.md'))
    expect(other.workspace.root).toBe(join(root, 'q'))
    const {gaps} = await other.workspace.history({...questions, code})
    expect(gaps.map(each => each.code)).toEqual(['no-repository'])
    const {entries} = await own.look(['x.log', '../q/x.log'].map(path => ({path, shared: true})))
    expect([...entries.values()]).toEqual([{type: 'file', private: 'ignored'}, {type: 'file'}])
    await own.close()
  })
})

test('git’s own folder is no work tree', async () => {
  const workspace = await open(join(repository({'a.md': ''}), '.git'))
  const {notes, top} = await workspace.git()
  expect(top).toBeUndefined()
  expect(notes).toContainEqual({
    code: 'git-failed',
    text: expect.stringMatching(/^git could not read the repository: fatal: this operation must be run in a work tree/),
  })
  await workspace.close()
})

test('a name that git cannot map stays as it is', async () => {
  const root = repository({'.mailmap': 'Ada Lovelace <ada@example.org>\n'}, {userName: 'Ada Example'})
  git(root, 'config', 'user.email', 'ada@example.org')
  const nameOf = async (script: string) => {
    const workspace = await open(root, {env: gitThat(script)})
    const {userName} = await workspace.git()
    await workspace.close()
    return userName
  }
  expect(await nameOf('')).toBe('Ada Lovelace')
  expect(await nameOf(where('check-mailmap', 'exit 1'))).toBe('Ada Example')
})

test('what git says of ignored files may come in parts', async () => {
  const said = String.raw`printf '.gitignore\0001\000*.log\000'; sleep 0.3; printf 'x.log\000'; exec cat >&2`
  const workspace = await open(repository({'.gitignore': '*.log\n'}), {env: gitThat(where('check-ignore', said))})
  const {entries} = await workspace.look([{path: 'x.log', shared: true}])
  expect(entries.get('x.log')).toEqual({type: 'missing', private: 'ignored'})
  await workspace.close()
})

test('what git’s answers hang on is the index that it was given, too', async () => {
  const root = repository({'a.md': ''})
  writeFileSync(join(root, 'other-index'), 'x')
  mkdirSync(join(root, 'in'))
  const looksOf = async (env: Record<string, string>) => {
    const {looks} = await traced(async () => noteGit(join(root, 'in'), {HOME: root, ...env}))
    return looks?.map(({path}) => path)
  }
  expect(await looksOf({})).toContain(join(root, '.git/index'))
  expect(await looksOf({GIT_INDEX_FILE: '../other-index'})).toContain(join(root, 'other-index'))
  expect(await looksOf({})).not.toContain(join(root, 'other-index'))
})

test('a repository that is made around a workspace is seen from the first file on that is written into that', async () => {
  const parent = folder({'inner/a.log': '', 'inner/b.log': ''})
  const root = join(parent, 'inner')
  const workspace = await open(root)
  const look = async (path: string) => (await workspace.look([{path, shared: true}])).entries.get(path)
  expect(await look('a.log')).toEqual({type: 'file'})
  git(parent, 'init', '--quiet')
  writeFileSync(join(parent, '.gitignore'), '*.log\n')
  await workspace.create('c.md', 'c\n')
  expect(await look('b.log')).toEqual({type: 'file', private: 'ignored'})
  await workspace.close()
})
