import {existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {userGit} from '../../src/workspace/rehearsal/git.js'
import {open} from '../../src/workspace/rehearsal/open.js'
import {bareEnvironment, folder, git, repository} from '../support/folders.js'

const env = bareEnvironment()

describe('git as the user runs it', () => {
  test('is ended where it takes too long', async () => {
    const slow = userGit(env, 300)
    await expect(slow(folder(), '-c', 'alias.wait=!sleep 60', 'wait')).rejects.toThrow('git -c took longer than 0.3 s')
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

  test('of no repository leaves nothing behind', async () => {
    await expect(open(stage(folder({'a.md': ''})))).rejects.toThrow('The repository cannot be cloned: ')
  })
})
