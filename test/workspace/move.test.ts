import {execFileSync} from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {gitThat, where} from '../support/fake-git.js'
import {folder, git, repository} from '../support/folders.js'
import {canDeny, unprivileged} from '../support/unprivileged.js'
import {open, openFolder} from './support.js'

const LINKS = '/proc/sys/fs/protected_hardlinks'

const FILES = {'specs/a.md': '# A\n', 'specs/b.md': '# B\n', 'plain.md': '# P\n'}

async function moved(root: string, from: string, to: string, options: Parameters<typeof open>[1] = {}) {
  const workspace = await open(root, options)
  const result = await workspace.move(from, to)
  await workspace.close()
  return result
}

describe('a file gets another path', () => {
  test('with the folders that it needs, and goes back without them', async () => {
    const root = repository(FILES)
    const workspace = await open(root)
    const result = await workspace.move('specs/a.md', 'archive/2026/a.md')
    expect(result).toMatchObject({
      ok: true,
      path: 'archive/2026/a.md',
      folders: ['archive', 'archive/2026'],
      tracked: true,
    })
    expect(git(root, 'status', '--porcelain')).toBe('R  specs/a.md -> archive/2026/a.md\n')
    if (!result.ok) throw new Error(result.reason)
    expect(await result.back()).toMatchObject({ok: true, path: 'specs/a.md'})
    expect(existsSync(join(root, 'archive'))).toBe(false)
    expect(git(root, 'status', '--porcelain')).toBe('')
    await workspace.close()
  })

  test('in a rehearsal nothing moves, nor goes back', async () => {
    const root = folder(FILES)
    const workspace = await open(root)
    const result = await workspace.move('specs/a.md', 'archive/a.md', {rehearse: true})
    if (!result.ok) throw new Error(result.reason)
    expect(await result.back()).toEqual({ok: true, path: 'specs/a.md', folders: []})
    expect(existsSync(join(root, 'specs/a.md'))).toBe(true)
    await workspace.close()
  })
})

describe('no file gets the path', () => {
  test('of what is there, of what another name leads to, or behind a link', async () => {
    const root = folder(FILES)
    linkSync(join(root, 'specs/a.md'), join(root, 'specs/other.md'))
    symlinkSync('specs', join(root, 'linked'))
    mkdirSync(join(root, 'pipes'))
    execFileSync('mkfifo', [join(root, 'pipes/p.md')])
    expect(await moved(root, 'specs/a.md', 'specs/b.md')).toMatchObject({
      ok: false,
      reason: '"specs/b.md" exists already',
    })
    expect(await moved(root, 'specs/a.md', 'specs/other.md')).toMatchObject({
      ok: false,
      code: 'exists',
      reason: '"specs/other.md" is another name of the same file: remove one of the two first',
    })
    expect(await moved(root, 'specs/a.md', 'linked/c.md')).toMatchObject({reason: '"linked/c.md" lies behind a link'})
    expect(await moved(root, 'specs/a.md', 'linked/deep/c.md')).toMatchObject({
      reason: '"linked/deep/c.md" lies behind a link',
    })
    expect(await moved(root, 'specs/a.md', 'plain.md/c.md')).toMatchObject({reason: '"plain.md" is no folder'})
    expect(await moved(root, 'linked/a.md', 'c.md')).toMatchObject({
      reason: '"linked/a.md" lies behind a link, and is not moved through it',
    })
    expect(await moved(root, 'pipes/p.md', 'c.md')).toMatchObject({reason: '"pipes/p.md" is no regular file'})
    expect(await moved(root, 'specs/gone.md', 'c.md')).toMatchObject({ok: false})
    expect(await moved(root, '../x.md', 'c.md')).toMatchObject({code: 'outside'})
    expect(await moved(root, 'specs/a.md', '.git/c.md')).toMatchObject({code: 'outside'})
    expect(readFileSync(join(root, 'specs/b.md'), 'utf8')).toBe('# B\n')
  })

  test('of one that is open and not saved yet', async () => {
    const root = folder(FILES)
    const overlay = new Map([[join(root, 'specs/a.md'), '# Unsaved\n']])
    expect(await moved(root, 'specs/a.md', 'c.md', {overlay})).toMatchObject({
      ok: false,
      code: 'exists',
      reason: '"specs/a.md" is open elsewhere, and not saved yet',
    })
  })

  test('where git’s index cannot be read, or written', async () => {
    const root = repository(FILES)
    writeFileSync(join(root, '.git/index.lock'), '')
    const locked = await moved(root, 'specs/a.md', 'c.md')
    expect(locked).toMatchObject({ok: false})
    expect(locked.ok || locked.reason).toContain('"specs/a.md" cannot be moved in git\'s index: ')
    expect(existsSync(join(root, 'specs/a.md'))).toBe(true)
    expect(existsSync(join(root, 'c.md'))).toBe(false)
    writeFileSync(join(root, '.git/index'), 'no index')
    expect(await moved(root, 'specs/a.md', 'c.md')).toMatchObject({
      ok: false,
      reason: "git's index cannot be read, and what it tracks is not moved without it",
    })
  })

  test('where a filter cannot be switched off', async () => {
    const root = repository(FILES)
    git(root, 'config', 'filter.a=b.clean', 'touch ran')
    expect(await moved(root, 'specs/a.md', 'c.md')).toMatchObject({
      ok: false,
      reason: '"specs/a.md" cannot be moved in git\'s index: the filter "a=b" cannot be switched off',
    })
    expect(existsSync(join(root, 'ran'))).toBe(false)
  })

  test('but what git says of no repository is told beside', async () => {
    const root = folder(FILES)
    mkdirSync(join(root, '.git'))
    writeFileSync(join(root, '.git/HEAD'), 'ref: refs/heads/main\n')
    expect(await moved(root, 'specs/a.md', 'c.md')).toMatchObject({ok: true, tracked: false})
  })
})

describe('what cannot be taken back or finished', () => {
  test('a file stays where it is when another stands in its old place, or it is gone', async () => {
    const root = folder(FILES)
    const workspace = await open(root)
    const result = await workspace.move('specs/a.md', 'archive/a.md')
    if (!result.ok) throw new Error(result.reason)
    writeFileSync(join(root, 'specs/a.md'), '# Another\n')
    expect(await result.back()).toEqual({ok: false, code: 'exists', reason: '"specs/a.md" exists already'})
    expect(readFileSync(join(root, 'archive/a.md'), 'utf8')).toBe('# A\n')
    rmSync(join(root, 'specs/a.md'))
    rmSync(join(root, 'archive/a.md'))
    expect(await result.back()).toEqual({
      ok: false,
      code: 'failed',
      reason: '"specs/a.md" cannot be written: a link on the way leads nowhere',
    })
    expect(existsSync(join(root, 'archive'))).toBe(true)
    await workspace.close()
  })

  test('behind a link that leads to folders', async () => {
    const root = folder({...FILES, 'real/deep/x.md': ''})
    symlinkSync('real', join(root, 'linked'))
    expect(await moved(root, 'specs/a.md', 'linked/deep/c.md')).toEqual({
      ok: false,
      code: 'failed',
      reason: '"linked/deep/c.md" lies behind a link',
    })
  })

  test('where git has moved the file and cannot write that down, it goes back', async () => {
    const root = repository(FILES)
    const fails = where('mv', `"$GIT" "$@" && echo 'fatal: unable to write new index file' >&2; exit 128`)
    expect(await moved(root, 'specs/a.md', 'c.md', {env: gitThat(fails)})).toEqual({
      ok: false,
      code: 'failed',
      reason: '"specs/a.md" cannot be moved in git\'s index: unable to write new index file',
    })
    expect([existsSync(join(root, 'specs/a.md')), existsSync(join(root, 'c.md'))]).toEqual([true, false])
  })

  test('where git takes too long', async () => {
    const root = repository(FILES)
    const options = {env: gitThat(where('mv', 'exec sleep 60')), limits: {gitTime: 2000}}
    expect(await moved(root, 'specs/a.md', 'c.md', options)).toEqual({
      ok: false,
      code: 'failed',
      reason: '"specs/a.md" cannot be moved in git\'s index: git took too long',
    })
    expect(existsSync(join(root, 'specs/a.md'))).toBe(true)
  })

  test.skipIf(!canDeny)('where the old name may not be removed, the new one is', async () => {
    const root = openFolder({'closed/a.md': '# A\n', 'open/b.md': ''})
    chownSync(join(root, 'closed/a.md'), 65534, 65534)
    chmodSync(join(root, 'open'), 0o777)
    await moved(root, 'none.md', 'c.md')
    expect(await unprivileged(() => moved(root, 'closed/a.md', 'open/a.md'))).toEqual({
      ok: false,
      code: 'failed',
      reason: '"open/a.md" cannot be written: permission denied',
    })
    expect([existsSync(join(root, 'closed/a.md')), existsSync(join(root, 'open/a.md'))]).toEqual([true, false])
  })

  // Linux lets nobody link a file of another user, where it is not told otherwise.
  const forbidsLinks = existsSync(LINKS) && readFileSync(LINKS, 'utf8').trim() === '1'
  test.skipIf(!canDeny || !forbidsLinks)('where no second name can be given, it is renamed', async () => {
    const root = openFolder({'open/a.md': '# A\n'})
    chmodSync(join(root, 'open'), 0o777)
    await moved(root, 'none.md', 'c.md')
    expect(await unprivileged(() => moved(root, 'open/a.md', 'open/b.md'))).toMatchObject({ok: true, path: 'open/b.md'})
    expect(readFileSync(join(root, 'open/b.md'), 'utf8')).toBe('# A\n')
    expect(existsSync(join(root, 'open/a.md'))).toBe(false)
  })
})
