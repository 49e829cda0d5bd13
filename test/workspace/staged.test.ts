import {execFileSync} from 'node:child_process'
import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {WorkspaceError} from '../../src/workspace/index.js'
import {folder, git, repository} from '../support/folders.js'
import {open} from './support.js'

/** A repository in which every file differs: committed, staged and in the work tree. */
function staged(): string {
  const root = repository({
    'specs/a.md': 'committed\n',
    'specs/gone.md': 'x\n',
    'research/r.md': '# R\n',
    'src/a.ts': 'a\n',
  })
  writeFileSync(join(root, 'specs/a.md'), 'staged\n')
  writeFileSync(join(root, 'specs/new.md'), 'new\n')
  rmSync(join(root, 'specs/gone.md'))
  git(root, 'add', '--all')
  writeFileSync(join(root, 'specs/a.md'), 'work tree\n')
  writeFileSync(join(root, 'specs/untracked.md'), 'u\n')
  rmSync(join(root, 'research/r.md'))
  return root
}

describe('the index in place of the work tree', () => {
  test('is what is read, listed and selected', async () => {
    const workspace = await open(staged(), {staged: true})
    expect(await workspace.read('specs/a.md')).toMatchObject({ok: true, text: 'staged\n'})
    expect(await workspace.read('specs/untracked.md')).toMatchObject({ok: false, code: 'missing'})
    expect(await workspace.read('specs')).toMatchObject({ok: false, code: 'folder'})
    const {specs, research, entries} = await workspace.look([
      {path: 'research/r.md', anchors: true},
      {path: 'specs/gone.md'},
      {path: 'specs/untracked.md'},
      {path: 'specs'},
    ])
    expect([specs, research]).toEqual([['specs/a.md', 'specs/new.md'], ['research/r.md']])
    expect([...entries]).toEqual([
      ['research/r.md', {type: 'file', anchors: ['r']}],
      ['specs/gone.md', {type: 'missing'}],
      ['specs/untracked.md', {type: 'missing'}],
      ['specs', {type: 'folder'}],
    ])
    const {files} = await workspace.select([])
    expect(files.map(({path}) => path)).toEqual(['specs/a.md', 'specs/new.md'])
    await workspace.close()
  })

  test('is where source code is looked for last, and the work tree is not', async () => {
    const root = staged()
    writeFileSync(join(root, 'src/new.ts'), 'n\n')
    const question = {paths: ['src/new.ts'], line: 1, commits: [], text: true}
    const workspace = await open(root, {staged: true})
    const answers = await workspace.history({
      path: 'specs/new.md',
      text: 'new\n',
      code: [question],
      research: [],
      gone: [],
    })
    await workspace.close()
    expect(answers.code[0]?.map(({from, outcome}) => [from, outcome])).toEqual([
      ['head', 'missing'],
      ['index', 'missing'],
    ])
  })

  test('below git’s top', async () => {
    const root = repository({'packages/p/specs/a.md': 'committed\n'})
    writeFileSync(join(root, 'packages/p/specs/a.md'), 'work tree\n')
    const workspace = await open(join(root, 'packages/p'), {staged: true})
    expect(await workspace.read('specs/a.md')).toMatchObject({text: 'committed\n'})
    expect((await workspace.look([])).specs).toEqual(['specs/a.md'])
    await workspace.close()
  })

  test('under unsaved text, and beside files of one’s own that are no documents', async () => {
    const root = staged()
    writeFileSync(join(root, 'team.yaml'), '$ref: specwright:rfc\n')
    const workspace = await open(root, {staged: true, overlay: new Map([['specs/open.md', 'unsaved']])})
    expect(await workspace.read('specs/open.md')).toMatchObject({text: 'unsaved'})
    expect((await workspace.look([])).specs).toContain('specs/open.md')
    expect(await workspace.read('team.yaml')).toMatchObject({ok: true})
    await workspace.close()
  })

  test('with a submodule and a link in it', async () => {
    const root = repository({'specs/a.md': 'a\n', 'research/r.md': '# R\n'})
    const head = git(root, 'rev-parse', 'HEAD').trim()
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${head},specs/sub`)
    const blob = execFileSync('git', ['hash-object', '-w', '--stdin'], {
      cwd: root,
      input: 'a.md',
      encoding: 'utf8',
    }).trim()
    git(root, 'update-index', '--add', '--cacheinfo', `120000,${blob},specs/link.md`)
    const workspace = await open(root, {staged: true})
    expect((await workspace.look([])).specs).toEqual(['specs/a.md'])
    await workspace.close()
  })

  test('says nothing where git cannot list it', async () => {
    const root = staged()
    writeFileSync(join(root, '.git/index'), 'none')
    await expect(open(root, {staged: true})).rejects.toThrow(new WorkspaceError('git could not list its index'))
  })

  test('is not asked for what lies elsewhere', async () => {
    const other = folder({'a.md': 'elsewhere\n'})
    const workspace = await open(staged(), {staged: true})
    expect(await workspace.read(join(other, 'a.md'))).toMatchObject({ok: true, text: 'elsewhere\n'})
    expect(await workspace.select([other])).toMatchObject({
      files: [],
      problems: [`No documents to check in "${other}"`],
    })
    await workspace.close()
  })

  test('is nowhere outside of a repository', async () => {
    const root = folder()
    mkdirSync(join(root, 'specs'))
    await expect(open(root, {staged: true})).rejects.toThrow(/no index to read from/)
  })
})
