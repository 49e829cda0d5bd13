import {chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {WorkspaceError} from '../../src/workspace/index.js'
import {userGit} from '../../src/workspace/rehearsal/git.js'
import {installedHooks} from '../../src/workspace/rehearsal/hooks.js'
import {open} from '../../src/workspace/rehearsal/open.js'
import {bareEnvironment, folder, git, repository} from '../support/folders.js'

const env = bareEnvironment()

describe('git as the user runs it', () => {
  test('is ended where it takes too long', async () => {
    const slow = userGit(env, 300)
    await expect(slow(folder(), '-c', 'alias.wait=!sleep 60', 'wait')).rejects.toThrow('git -c took longer than 0.3 s')
  })

  // What it has started outlives it there: a shell, and what that waits for, read nothing more.
  test('is ended alone on Windows, which has no groups of processes', async () => {
    const slow = userGit(env, 300, {platform: 'win32'})
    await expect(slow(folder(), '-c', 'alias.wait=!exec sleep 1', 'wait')).rejects.toThrow('git -c took longer than')
  })

  test('cannot be started where there is none', async () => {
    await expect(userGit({PATH: '/nowhere'}, 10_000)(folder(), 'version')).rejects.toThrow('ENOENT')
  })
})

describe('a rehearsal', () => {
  const stage = (top: string, prefix = '') => ({
    top,
    prefix,
    env,
    isDocument: async (path: string) => path.endsWith('.md'),
  })

  test('stands on what is there, committed or not, its documents aside', async () => {
    const top = repository({'a.txt': 'a\n', 'gone.txt': 'x\n', 'sub/b.txt': 'b\n', 'doc.md': 'old\n'})
    writeFileSync(join(top, 'a.txt'), 'changed\n')
    rmSync(join(top, 'gone.txt'))
    writeFileSync(join(top, 'doc.md'), 'new\n')
    symlinkSync('a.txt', join(top, 'link.txt'))
    writeFileSync(join(top, 'large.bin'), Buffer.alloc(12 * 2 ** 20))
    mkdirSync(join(top, 'node_modules/x'), {recursive: true})
    mkdirSync(join(top, 'sub/node_modules/y'), {recursive: true})
    const rehearsal = await open(stage(top, 'sub'))
    const at = (path: string) => join(rehearsal.root, '..', path)
    expect(readFileSync(at('a.txt'), 'utf8')).toBe('changed\n')
    expect(existsSync(at('gone.txt'))).toBe(false)
    expect(readFileSync(at('doc.md'), 'utf8')).toBe('old\n')
    expect(readFileSync(at('link.txt'), 'utf8')).toBe('changed\n')
    expect(existsSync(at('large.bin'))).toBe(false)
    expect(existsSync(at('node_modules/x'))).toBe(true)
    expect(existsSync(at('sub/node_modules/y'))).toBe(true)
    expect(await rehearsal.commit('specs/a.md', '# A\n')).toMatchObject({accepted: true})
    expect(existsSync(join(rehearsal.root, 'specs/a.md'))).toBe(false)
    await rehearsal.close()
    expect(existsSync(rehearsal.root)).toBe(false)
    expect(git(top, 'log', '--format=%s').trim()).toBe('first')
  })

  test('is told where git refuses what is not committed yet', async () => {
    const top = repository({'.gitattributes': '*.txt filter=team\n', 'a.txt': 'a\n'})
    const config = join(folder(), 'config')
    writeFileSync(config, '[filter "team"]\n\tclean = false\n\tsmudge = cat\n\trequired = true\n')
    writeFileSync(join(top, 'b.txt'), 'b\n')
    await expect(open({...stage(top), env: {...env, GIT_CONFIG_GLOBAL: config}})).rejects.toThrow(
      new WorkspaceError("The rehearsal failed: fatal: b.txt: clean filter 'team' failed"),
    )
  })

  test('is removed when the program is ended, which ends all the same', async () => {
    const others = process.listenerCount('SIGHUP')
    const rehearsal = await open(stage(repository({'a.txt': 'a\n'})))
    let ended = 0
    const end = () => ended++
    process.on('SIGHUP', end)
    process.kill(process.pid, 'SIGHUP')
    while (ended < 2) await new Promise(resolve => setTimeout(resolve, 10))
    process.off('SIGHUP', end)
    expect(existsSync(rehearsal.root)).toBe(false)
    expect(process.listenerCount('SIGHUP')).toBe(others)
    await rehearsal.close()
  })

  test('has the hooks of git’s own folder where git does not tell where they are', async () => {
    const top = folder({'.git/hooks/pre-commit': '#!/bin/sh\n'})
    chmodSync(join(top, '.git/hooks/pre-commit'), 0o755)
    expect(await installedHooks(userGit(env, 10_000), top)).toEqual({
      folder: join(top, '.git/hooks'),
      hook: join(top, '.git/hooks/pre-commit'),
    })
  })

  test('of no repository leaves nothing behind', async () => {
    await expect(open(stage(folder({'a.md': ''})))).rejects.toThrow('The repository cannot be cloned: ')
  })
})
