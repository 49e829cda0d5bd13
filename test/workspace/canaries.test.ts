import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, realpathSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {gitEnvironment} from '../../src/workspace/git/environment.js'
import {gitIn} from '../../src/workspace/git/run.js'
import {findGit} from '../../src/workspace/root.js'
import {bareEnvironment, folder, git, repository} from '../support/folders.js'
import {canaries, hostileRepository, hostileVariables} from './hostile.js'
import {cleanEnvironment, open} from './support.js'

const TIME = 10_000

test('the canaries are alive: git as a user runs it starts them', () => {
  const birds = canaries()
  const root = hostileRepository(birds)
  const run = (...args: string[]) => spawnSync('git', args, {cwd: root, env: bareEnvironment(), timeout: TIME})
  const started: Record<string, string[]> = {}
  for (const line of [
    'status',
    'log -1',
    'diff HEAD specs/2026-01-31-a.md',
    'diff --no-ext-diff HEAD specs/2026-01-31-a.md',
    'show HEAD:specs/missing.md',
    'check-mailmap Ada',
    'canary',
    'checkout -b x',
    'ls-remote ssh://x/y',
    'cat-file --textconv HEAD:research/r.md',
  ]) {
    run(...line.split(' '))
    started[line] = birds.ran()
  }
  expect(started.status).toContain('fsmonitor')
  expect(started['log -1']).toContain('gpg')
  expect(started['diff HEAD specs/2026-01-31-a.md']).toContain('diff-command')
  expect(started['diff --no-ext-diff HEAD specs/2026-01-31-a.md']).toContain('textconv')
  expect(started['diff --no-ext-diff HEAD specs/2026-01-31-a.md']).toContain('clean')
  expect(started['show HEAD:specs/missing.md']).toContain('transport')
  expect(started['check-mailmap Ada']).toContain('transport')
  expect(started.canary).toEqual(['alias-canary'])
  expect(started['checkout -b x']).toContain('hooksPath-reference-transaction')
  expect(started['ls-remote ssh://x/y']).toContain('sshCommand')
  expect(started['cat-file --textconv HEAD:research/r.md']).toContain('textconv')
})

test('no setting, hook or filter of a repository runs, whatever is asked of the workspace', async () => {
  const birds = canaries()
  const root = hostileRepository(birds)
  birds.ran()
  const workspace = await open(root)
  expect(await workspace.git()).toMatchObject({
    top: root,
    userName: 'Ada Lovelace',
    notes: [{code: 'partial-clone'}],
  })
  await workspace.look(['specs/missing.md', 'specs', 'nowhere'].map(path => ({path, lines: true, anchors: true})))
  await workspace.select([], {research: true})
  await workspace.select(['.', 'specs/*.md', 'specs/2026-01-31-a.md', 'gone.md'])
  await workspace.read('specs/2026-01-31-a.md')
  await workspace.kindOf('specs/b.md')
  expect(await workspace.ownersOf('specs')).toEqual(['@owner'])
  expect(await workspace.create('specs/new/b.md', '# B\n')).toMatchObject({ok: true})
  expect(birds.ran()).toEqual([])
})

test('nor by a look into the history, or at what git ignores, or at the index', async () => {
  const birds = canaries()
  const root = hostileRepository(birds)
  birds.ran()
  for (const staged of [false, true]) {
    const workspace = await open(root, {staged})
    const text = '# A\n\n`research/r.md:1`\n'
    const question = {line: 3, commits: [{name: '1234abc', from: 'research' as const}], text: true}
    const answers = await workspace.history({
      path: 'specs/2026-01-31-a.md',
      text,
      code: [
        {...question, paths: ['research/r.md']},
        {...question, paths: ['specs/missing.md']},
        {...question, paths: ['nowhere.ts']},
      ],
      gone: ['specs/gone.md'],
      research: [
        {commit: 'HEAD', paths: ['research/r.md']},
        {commit: '1234abc', paths: ['research/r.md']},
      ],
    })
    expect(answers.code[0]?.map(({outcome}) => outcome)).toContain('found')
    const paths = ['specs/2026-01-31-a.md', 'research/none.md', 'specs/missing.md']
    await workspace.look(
      paths.map(path => ({path, shared: true, text: true, head: true, headings: true})),
      {surroundings: true},
    )
    await workspace.changes('HEAD', ['specs/2026-01-31-a.md', 'specs/missing.md', 'specs/new.md'])
    await workspace.close()
  }
  expect(birds.ran()).toEqual([])
})

test('nor by any form of git that is allowed', async () => {
  const birds = canaries()
  const root = hostileRepository(birds)
  const run = gitIn(root, cleanEnvironment(), TIME)
  const safe = ['--no-ext-diff', '--no-textconv']
  birds.ran()
  const outcomes: Record<string, string> = {}
  for (const args of [
    ['config', '--get', 'user.name'],
    ['config', '-z', '--get-regexp', '^user'],
    ['config', '--list', '--show-origin', '-z'],
    ['rev-parse', '--is-bare-repository', '--is-shallow-repository', '--show-toplevel', 'HEAD'],
    ['symbolic-ref', 'HEAD'],
    ['merge-base', 'HEAD', 'HEAD'],
    ['rev-list', '--objects', '--missing=print', 'HEAD'],
    ['-c', 'mailmap.blob=', 'check-mailmap', '--', 'Ada <ada@example.org>'],
    ['check-mailmap', 'Ada <ada@example.org>'],
    ['check-ignore', '-z', 'specs/2026-01-31-a.md'],
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    ['ls-tree', '-r', '-z', 'HEAD'],
    ['show', 'HEAD:research/r.md'],
    ['show', 'HEAD:specs/missing.md'],
    ['cat-file', '--batch'],
    ['cat-file', '--batch-all-objects', '--batch-check=%(objectname)'],
    ['ls-files', '-z', '--stage'],
    [
      'log',
      '--raw',
      '-z',
      '--no-abbrev',
      '-M50%',
      ...safe,
      '--format=tformat:C%H %T %P',
      '--full-history',
      'HEAD',
      '--',
      'specs',
    ],
    ['log', '--raw', '-z', '-M50%', '--diff-filter=R', ...safe, 'HEAD'],
    ['diff-index', '--cached', '-z', ...safe, 'HEAD'],
    ['log', '-z', '--name-status', ...safe],
    ['log', '-p', ...safe],
    ['diff', ...safe, 'HEAD', 'HEAD'],
    ['blame', '--no-textconv', '--porcelain', 'HEAD', '--', 'research/r.md'],
  ]) {
    const {outcome} = await run(...args)
    outcomes[args.join(' ')] = `${outcome} ${birds.ran().join(' ')}`.trim()
  }
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'ok' && outcome !== 'failed')).toEqual([])
  // What these lack is missing, and stays so: nothing fetches it.
  expect(outcomes['show HEAD:specs/missing.md']).toBe('failed')
  expect(outcomes['show HEAD:research/r.md']).toBe('ok')
  expect(outcomes['blame --no-textconv --porcelain HEAD -- research/r.md']).toBe('ok')
})

test('nor by moving a file that git tracks, and back', async () => {
  const birds = canaries()
  const root = hostileRepository(birds)
  birds.ran()
  const workspace = await open(root)
  const moved = await workspace.move('specs/2026-01-31-a.md', 'specs/deep/b.md')
  expect(moved).toMatchObject({ok: true, tracked: true, folders: ['specs/deep']})
  expect(existsSync(join(root, 'specs/deep/b.md'))).toBe(true)
  if (moved.ok) expect(await moved.back()).toMatchObject({ok: true})
  expect(existsSync(join(root, 'specs/2026-01-31-a.md'))).toBe(true)
  await workspace.close()
  expect(birds.ran()).toEqual([])
})

test('nor if git were to fetch all the same: a repository that allows a protocol by name is not heard', async () => {
  const birds = canaries()
  const root = hostileRepository(birds)
  birds.ran()
  const {outcome} = await gitIn(root, cleanEnvironment(), TIME)('ls-remote', 'origin')
  expect([outcome, birds.ran()]).toEqual(['failed', []])
})

describe('the environment', () => {
  test('leads git nowhere else', async () => {
    const birds = canaries()
    const root = hostileRepository(birds)
    const variables = hostileVariables(birds)
    birds.ran()
    const workspace = await open(root, {env: {...cleanEnvironment(), ...variables}})
    expect(await workspace.git()).toEqual(await (await open(root)).git())
    expect(workspace.root).toBe(root)
    expect(birds.ran()).toEqual([])
    for (const trace of [variables.GIT_TRACE, variables.GIT_TRACE2_EVENT]) expect(existsSync(trace ?? '')).toBe(false)
  })

  test('loses every variable of git, in any case, but an index in the repository’s own folder', () => {
    const root = repository({'a.md': ''})
    const place = findGit(root)
    const seen = (env: Record<string, string>) => {
      const names = Object.entries(gitEnvironment(env, place)).filter(([name]) => /^git_/i.test(name))
      return Object.fromEntries(names)
    }
    const own = {
      GIT_ALLOW_PROTOCOL: 'none',
      GIT_NO_LAZY_FETCH: '1',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
    }
    expect(seen({GIT_DIR: '/x', git_dir: '/x', Git_Trace: '1', GIT_INDEX_FILE: '/tmp/index'})).toEqual(own)
    for (const path of ['.git/index', join(root, '.git/index'), '.git/next-index-1.lock'])
      expect(seen({GIT_INDEX_FILE: path})).toEqual({...own, GIT_INDEX_FILE: join(root, path.replace(root, ''))})
    for (const path of ['', 'index', '.git/../index', '.git2/index', '/nowhere/index', '.git/gone/index', 'a\0b'])
      expect(seen({GIT_INDEX_FILE: path})).toEqual(own)
    expect(gitEnvironment({GIT_INDEX_FILE: '.git/index'}, undefined)).not.toHaveProperty('GIT_INDEX_FILE')
  })

  test('of a hook: its index is what git sees, in a linked work tree too', async () => {
    const main = repository({'a.md': 'a'})
    const root = join(folder(), 'tree')
    git(main, 'worktree', 'add', '--quiet', root)
    const index = join(realpathSync(join(main, '.git/worktrees/tree')), 'next-index-1.lock')
    writeFileSync(join(root, 'b.md'), 'b')
    execFileSync('git', ['add', 'a.md', 'b.md'], {cwd: root, env: {...bareEnvironment(), GIT_INDEX_FILE: index}})
    const env = cleanEnvironment()
    expect((await gitIn(root, env, TIME)('ls-files', '-z')).stdout).toBe('a.md\0')
    expect((await gitIn(root, {...env, GIT_INDEX_FILE: index}, TIME)('ls-files', '-z')).stdout).toBe('a.md\0b.md\0')
  })
})

test('a program named git in the workspace is not the one that runs', async () => {
  const birds = canaries()
  const root = repository({'a.md': ''})
  execFileSync('cp', [birds.program('git'), join(root, 'git')])
  const {git: ask} = await open(root, {env: {...cleanEnvironment(), PATH: `:.:${process.env.PATH}`}})
  expect(await ask()).toMatchObject({userName: 'Ada Example'})
  expect(birds.ran()).toEqual([])
})
