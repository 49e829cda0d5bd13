import {execFileSync} from 'node:child_process'
import {existsSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {folder, git, repository} from '../support/folders.js'
import {open} from './support.js'

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
