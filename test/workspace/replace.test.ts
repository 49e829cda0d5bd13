import {chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {folder} from '../support/folders.js'
import {workspace} from './support.js'

describe('a text in place of a file’s', () => {
  test('is there whole, with the mode of the file, and nothing beside it', async () => {
    const {replace, read, root} = await workspace({'a/x.json': 'old'})
    chmodSync(join(root, 'a/x.json'), 0o600)
    expect(await replace('a/x.json', 'new\n', 'old')).toEqual({ok: true, path: 'a/x.json', folders: []})
    expect(await read('a/x.json')).toMatchObject({text: 'new\n'})
    expect(statSync(join(root, 'a/x.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(root, 'a'))).toEqual(['x.json'])
  })

  test('is made where there was none, with its folders, and where there still is none', async () => {
    const {replace, root} = await workspace()
    expect(await replace('b/x.json', 'new', undefined)).toEqual({ok: true, path: 'b/x.json', folders: ['b']})
    expect(await replace('b/x.json', 'newer', undefined)).toMatchObject({ok: false, code: 'exists'})
    expect(readFileSync(join(root, 'b/x.json'), 'utf8')).toBe('new')
  })

  test('is not put in place of what someone else wrote meanwhile, or removed', async () => {
    const {replace, root} = await workspace({'x.json': 'theirs'})
    expect(await replace('x.json', 'new', 'old')).toEqual({
      ok: false,
      code: 'changed',
      reason: '"x.json" was changed meanwhile, or is no regular file: nothing was written',
    })
    expect(await replace('gone.json', 'new', 'old')).toMatchObject({ok: false, code: 'failed'})
    expect(readFileSync(join(root, 'x.json'), 'utf8')).toBe('theirs')
    expect(readdirSync(root)).toEqual(['x.json'])
  })

  test('is not put through a link, into a folder’s place, out of the workspace, or under unsaved text', async () => {
    const outside = folder({'x.json': 'old'})
    const {replace, root} = await workspace(
      {'real.json': 'old', 'open.json': 'old'},
      {overlay: new Map([['open.json', 'old']])},
    )
    symlinkSync('real.json', join(root, 'link.json'))
    symlinkSync(outside, join(root, 'out'))
    mkdirSync(join(root, 'folder.json'))
    expect(await replace('link.json', 'new', 'old')).toMatchObject({ok: false, code: 'changed'})
    expect(await replace('folder.json', 'new', 'old')).toMatchObject({ok: false, code: 'changed'})
    expect(await replace('out/x.json', 'new', 'old')).toMatchObject({ok: false, code: 'outside'})
    expect(await replace(join(outside, 'x.json'), 'new', 'old')).toMatchObject({ok: false, code: 'outside'})
    expect(await replace('open.json', 'new', 'old')).toMatchObject({ok: false, code: 'exists'})
    for (const path of ['real.json', 'open.json', 'out/x.json'])
      expect(readFileSync(join(root, path), 'utf8')).toBe('old')
  })

  test('is compared byte for byte', async () => {
    const {replace, root} = await workspace({'x.json': 'old'})
    writeFileSync(join(root, 'x.json'), new Uint8Array([0xff]))
    expect(await replace('x.json', 'new', '\uFFFD')).toMatchObject({ok: false, code: 'changed'})
  })
})
