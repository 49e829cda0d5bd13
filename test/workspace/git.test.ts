import {execFileSync} from 'node:child_process'
import {chmodSync, chownSync, mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {folder, git, repository} from '../support/folders.js'
import {cleanEnvironment, open} from './support.js'

/** What git says, with the notes by their codes. */
async function identity(root: string, options: Parameters<typeof open>[1] = {}) {
  const {notes, ...known} = await (await open(root, options)).git()
  return {...known, notes: notes.map(({code}) => code)}
}

function home(config: string) {
  return cleanEnvironment(folder({'.gitconfig': config}))
}

test('name, remote, commit and top', async () => {
  const root = repository({'docs/a.md': 'a'})
  git(root, 'remote', 'add', 'origin', 'https://user:s3cret@example.org/owner/repo.git')
  const head = git(root, 'rev-parse', 'HEAD').trim()
  const expected = {top: root, head, remote: 'owner/repo', userName: 'Ada Example', notes: []}
  expect(await identity(root)).toEqual(expected)
  expect(await identity(join(root, 'docs'))).toEqual(expected)
})

test('is asked once, and only when it is asked for', async () => {
  const {git: ask} = await open(repository({'a.md': ''}))
  expect(ask()).toBe(ask())
})

test('a repository whose path holds a line break', async () => {
  const root = join(folder(), 'line\nbreak')
  mkdirSync(root)
  git(root, 'init', '--quiet')
  expect(await identity(root, {env: home('[user]\nname = Ada')})).toEqual({top: root, userName: 'Ada', notes: []})
})

describe('the user', () => {
  test('of the repository comes before the one of the home', async () => {
    const env = home('[user]\nname = Home\nemail = home@example.org')
    expect(await identity(repository({'a.md': ''}), {env})).toMatchObject({userName: 'Ada Example'})
    expect(await identity(repository({'a.md': ''}, {userName: ''}), {env})).toMatchObject({userName: 'Home'})
  })

  test('through the mailmap', async () => {
    const root = repository({'.mailmap': 'Ada Lovelace <ada@example.org>\n', 'docs/a.md': ''})
    expect(await identity(root)).toMatchObject({userName: 'Ada Example'})
    git(root, 'config', 'user.email', 'ada@example.org')
    expect(await identity(root)).toMatchObject({userName: 'Ada Lovelace'})
    expect(await identity(join(root, 'docs'))).toMatchObject({userName: 'Ada Lovelace'})
  })

  test('through a mailmap that the user keeps elsewhere', async () => {
    const mailmap = join(folder({mailmap: 'Countess <ada@example.org>\n'}), 'mailmap')
    const env = home(`[user]\nemail = ada@example.org\n[mailmap]\nfile = ${mailmap}`)
    expect(await identity(repository({'a.md': ''}), {env})).toMatchObject({userName: 'Countess'})
  })

  test.each(['-x', 'A <b', '', '  ', 'Ada\nLovelace', '\u00c5sa \u00d6berg', 'O\'Brien "X"'])(
    'named %j',
    async name => {
      const root = repository({'.mailmap': 'Other <other@example.org>\n'}, {userName: ''})
      git(root, 'config', 'user.name', name)
      git(root, 'config', 'user.email', 'ada@example.org')
      const expected = name.replace(/\s+/g, ' ').trim()
      const {userName, notes} = await identity(root)
      expect(userName).toBe(expected || undefined)
      expect(notes).toEqual(expected ? [] : ['no-user-name'])
    },
  )

  test('without a name', async () => {
    const root = repository({'a.md': ''}, {userName: ''})
    expect(await identity(root)).toMatchObject({top: root, notes: ['no-user-name']})
  })
})

describe('the remote', () => {
  test('is origin, else the first', async () => {
    const root = repository({'a.md': ''})
    git(root, 'remote', 'add', 'fork', 'git@example.org:fork/repo.git')
    expect(await identity(root)).toMatchObject({remote: 'fork/repo'})
    git(root, 'remote', 'add', 'origin', 'git@example.org:owner/repo.git')
    git(root, 'remote', 'set-url', '--add', 'origin', 'git@example.org:mirror/repo.git')
    expect(await identity(root)).toMatchObject({remote: 'owner/repo'})
  })

  test('on this machine names no owner', async () => {
    const root = repository({'a.md': ''})
    git(root, 'remote', 'add', 'origin', '/srv/owner/repo.git')
    expect(await identity(root)).not.toHaveProperty('remote')
  })

  test('is not taken from the home outside a repository', async () => {
    const env = home('[user]\nname = Home\n[remote "origin"]\nurl = git@example.org:owner/repo.git')
    expect(await identity(folder(), {env})).toEqual({userName: 'Home', notes: ['no-repository']})
  })
})

describe('what git lacks has a note of its own', () => {
  test('git itself', async () => {
    const env = {...cleanEnvironment(), PATH: folder()}
    expect(await identity(repository({'a.md': ''}), {env})).toEqual({notes: ['no-git']})
  })

  test('a repository', async () => {
    expect(await identity(folder())).toEqual({notes: ['no-repository', 'no-user-name']})
  })

  test('a commit', async () => {
    const root = repository()
    expect(await identity(root)).toEqual({top: root, userName: 'Ada Example', notes: []})
    writeFileSync(join(root, 'HEAD'), 'a file of that name')
    expect(await identity(root)).toEqual({top: root, userName: 'Ada Example', notes: []})
  })

  test('its history: a shallow clone', async () => {
    const source = repository({'a.md': ''})
    const clone = join(folder(), 'clone')
    git(source, 'clone', '--quiet', '--depth=1', `file://${source}`, clone)
    expect(await identity(clone)).toMatchObject({top: clone, notes: ['shallow-clone', 'no-user-name']})
  })

  test('files of its history: a partial clone', async () => {
    const source = repository({'a.md': ''})
    git(source, 'config', 'uploadpack.allowFilter', 'true')
    const clone = join(folder(), 'clone')
    git(source, 'clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${source}`, clone)
    expect(await identity(clone)).toMatchObject({top: clone, notes: ['partial-clone', 'no-user-name']})
  })

  test('a work tree: a bare repository', async () => {
    const root = join(folder(), 'bare.git')
    git(folder(), 'init', '--quiet', '--bare', root)
    expect(await identity(root)).toEqual({notes: ['bare-repository', 'no-user-name']})
  })

  test.skipIf(process.getuid?.() !== 0)('its trust: a repository of another user', async () => {
    const root = repository({'a.md': ''})
    git(root, 'remote', 'add', 'origin', 'git@example.org:owner/repo.git')
    for (const path of ['.', ...readdirSync(root, {recursive: true, encoding: 'utf8'})])
      chownSync(join(root, path), 65534, 65534)
    const env = home('[user]\nname = Home')
    expect(await identity(root, {env})).toEqual({userName: 'Home', notes: ['unsafe-repository']})
    expect((await open(root)).root).toBe(root)
  })

  test('sense: a configuration that cannot be read', async () => {
    const root = repository({'a.md': ''})
    writeFileSync(join(root, '.git/config'), '[core\u001b[31m\n')
    const {notes} = await (await open(root)).git()
    expect(notes).toEqual([{code: 'git-failed', text: expect.stringContaining('fatal: bad config line 1')}])
  })

  test('patience: a configuration that waits for ever', async () => {
    const root = repository({'a.md': ''})
    execFileSync('mkfifo', [join(root, 'pipe')])
    git(root, 'config', 'include.path', join(root, 'pipe'))
    expect(await identity(root, {limits: {gitTime: 300}})).toEqual({notes: ['git-timeout']})
    rmSync(join(root, 'pipe'))
  })

  test('permission to start git', async () => {
    const bin = folder({git: '#!/bin/sh\n'})
    chmodSync(join(bin, 'git'), 0o644)
    expect(await identity(folder(), {env: {PATH: bin}})).toEqual({notes: ['no-git']})
  })
})

test('two processes, three with a mailmap', async () => {
  const bin = folder()
  const log = join(bin, 'log')
  const real = execFileSync('sh', ['-c', 'command -v git'], {encoding: 'utf8'}).trim()
  writeFileSync(join(bin, 'git'), `#!/bin/sh\necho run >> ${log}\nexec ${real} "$@"\n`, {mode: 0o755})
  const env = {...home('[user]\nname = Ada\nemail = ada@example.org'), PATH: `${bin}:${process.env.PATH}`}
  const count = () => execFileSync('sh', ['-c', `wc -l < ${log}`], {encoding: 'utf8'}).trim()
  await identity(repository({'a.md': ''}), {env})
  expect(count()).toBe('2')
  await identity(repository({'.mailmap': ''}), {env})
  expect(count()).toBe('5')
})
