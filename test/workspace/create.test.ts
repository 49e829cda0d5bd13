import {execFileSync} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  type PathLike,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {writeNew} from '../../src/workspace/write.js'
import {folder} from '../support/folders.js'
import {canDeny, unprivileged} from '../support/unprivileged.js'
import {open, openFolder, workspace} from './support.js'

/** Everything below a folder, each with its kind, so that what was left over is seen. */
function tree(root: string): string[] {
  return readdirSync(root, {recursive: true, encoding: 'utf8'}).sort()
}

test('a file with its folders, byte for byte', async () => {
  const {create, read, root} = await workspace({'specs/a.md': ''})
  const text = '\uFEFF# Ü\r\n\u0000'
  expect(await create('specs/deep/er/b.md', text)).toEqual({
    ok: true,
    path: 'specs/deep/er/b.md',
    folders: ['specs/deep', 'specs/deep/er'],
  })
  expect(readFileSync(join(root, 'specs/deep/er/b.md'), 'utf8')).toBe(text)
  expect(await read('specs/deep/er/b.md')).toMatchObject({ok: true, text})
  expect(tree(root)).toEqual(['specs', 'specs/a.md', 'specs/deep', 'specs/deep/er', 'specs/deep/er/b.md'])
  expect(statSync(join(root, 'specs/deep/er/b.md')).nlink).toBe(1)
})

test('in the root, by an absolute path, by one with dots', async () => {
  const {create, root} = await workspace()
  expect(await create('a.md', 'a')).toEqual({ok: true, path: 'a.md', folders: []})
  expect(await create(join(root, 'b/c.md'), 'c')).toEqual({ok: true, path: 'b/c.md', folders: ['b']})
  expect(await create('b/../d.md', 'd')).toMatchObject({path: 'd.md'})
})

test('what was made is seen from then on', async () => {
  const {create, look, select} = await workspace({'specs/a.md': ''})
  expect((await look([{path: 'specs/b.md'}])).entries.get('specs/b.md')).toEqual({type: 'missing'})
  await create('specs/b.md', '# B')
  const {specs, entries} = await look([{path: 'specs/b.md', anchors: true}])
  expect(specs).toEqual(['specs/a.md', 'specs/b.md'])
  expect(entries.get('specs/b.md')).toEqual({type: 'file', anchors: ['b']})
  expect((await select([])).files).toHaveLength(2)
})

test.skipIf(process.platform === 'win32')('with the mode that any new file has', async () => {
  const {create, root} = await workspace()
  const before = process.umask(0o027)
  try {
    await create('specs/a.md', '')
  } finally {
    process.umask(before)
  }
  expect(statSync(join(root, 'specs/a.md')).mode & 0o777).toBe(0o640)
  expect(statSync(join(root, 'specs')).mode & 0o777).toBe(0o750)
})

describe('where something stands', () => {
  test('it stays as it is', async () => {
    const root = folder({'specs/a.md': 'old', 'specs/folder.md/x': ''})
    symlinkSync('nowhere', join(root, 'specs/dangling.md'))
    symlinkSync('a.md', join(root, 'specs/link.md'))
    execFileSync('mkfifo', [join(root, 'specs/pipe.md')])
    const before = tree(root)
    const {create} = await open(root)
    for (const name of ['a.md', 'folder.md', 'dangling.md', 'link.md', 'pipe.md', '../specs', '..'])
      expect(await create(`specs/${name}`, 'new')).toEqual({
        ok: false,
        code: 'exists',
        reason: `"specs/${name}" exists already`,
      })
    expect(tree(root)).toEqual(before)
    expect(readFileSync(join(root, 'specs/a.md'), 'utf8')).toBe('old')
    expect(lstatSync(join(root, 'specs/dangling.md')).isSymbolicLink()).toBe(true)
    expect(existsSync(join(root, 'specs/nowhere'))).toBe(false)
  })

  test('unsaved text counts too', async () => {
    const {create, root} = await workspace({}, {overlay: new Map([['specs/a.md', 'unsaved']])})
    expect(await create('specs/a.md', 'new')).toMatchObject({ok: false, code: 'exists'})
    expect(tree(root)).toEqual([])
  })

  test('of many at once, exactly one comes first', async () => {
    const root = folder()
    const texts = Array.from({length: 20}, (_, index) => `text ${index}`)
    const creations = await Promise.all(texts.map(async text => (await open(root)).create('specs/deep/a.md', text)))
    const won = creations.flatMap((creation, index) => (creation.ok ? [texts[index]] : []))
    expect(won).toEqual([readFileSync(join(root, 'specs/deep/a.md'), 'utf8')])
    expect(new Set(creations.map(creation => creation.ok || creation.code))).toEqual(new Set([true, 'exists']))
    expect(tree(root)).toEqual(['specs', 'specs/deep', 'specs/deep/a.md'])
  })

  test('a file in a folder’s place', async () => {
    const {create, root} = await workspace({specs: 'a file'})
    expect(await create('specs/a.md', '')).toEqual({ok: false, code: 'failed', reason: '"specs" is no folder'})
    expect(tree(root)).toEqual(['specs'])
  })
})

describe('outside the workspace', () => {
  test('nothing is made', async () => {
    const parent = folder({'root/x': ''})
    const {create} = await open(join(parent, 'root'))
    for (const path of [
      '../a.md',
      'specs/../../a.md',
      join(parent, 'a.md'),
      '/a.md',
      'a\0.md',
      '.git/a.md',
      'x/.GIT/a.md',
    ])
      expect(await create(path, '')).toMatchObject({ok: false, code: 'outside'})
    expect(tree(parent)).toEqual(['root', 'root/x'])
  })

  test('nor behind a link that leads there', async () => {
    const outside = folder()
    const root = folder({'docs/a.md': ''})
    symlinkSync(outside, join(root, 'specs'))
    symlinkSync('docs', join(root, 'within'))
    symlinkSync('nowhere', join(root, 'dangling'))
    const {create} = await open(root)
    expect(await create('specs/deep/a.md', '')).toEqual({
      ok: false,
      code: 'outside',
      reason: '"specs" is a link that leaves the workspace',
    })
    expect(await create('dangling/a.md', '')).toEqual({
      ok: false,
      code: 'failed',
      reason: '"dangling/a.md" cannot be written: a link on the way leads nowhere',
    })
    expect(await create('within/b.md', 'b')).toEqual({ok: true, path: 'within/b.md', folders: []})
    expect(tree(outside)).toEqual([])
    expect(readFileSync(join(root, 'docs/b.md'), 'utf8')).toBe('b')
  })
})

describe('after a failure nothing is left over', () => {
  test('a name that is too long', async () => {
    const {create, root} = await workspace({x: ''})
    const path = `specs/deep/${'x'.repeat(300)}.md`
    expect(await create(path, '')).toEqual({
      ok: false,
      code: 'failed',
      reason: `"${path}" cannot be written: its name is too long`,
    })
    expect(await create(`specs/${'y'.repeat(300)}/a.md`, '')).toMatchObject({code: 'failed'})
    expect(tree(root)).toEqual(['x'])
  })

  test('a name of the greatest length', async () => {
    const {create, root} = await workspace()
    const name = `${'x'.repeat(252)}.md`
    expect(await create(name, '')).toMatchObject({ok: true})
    expect(tree(root)).toEqual([name])
  })

  test.skipIf(!canDeny)('a folder that may not be written to', async () => {
    const root = openFolder({'specs/a.md': ''})
    const {create} = await open(root)
    await create('warm.md', '')
    const creations = await unprivileged(async () => [await create('specs/b.md', ''), await create('new/b.md', '')])
    expect(creations).toEqual(
      ['specs/b.md', 'new/b.md'].map(path => ({
        ok: false,
        code: 'failed',
        reason: `"${path}" cannot be written: permission denied`,
      })),
    )
    expect(tree(root)).toEqual(['specs', 'specs/a.md', 'warm.md'])
  })

  test.skipIf(!canDeny)('a folder that may be entered only', async () => {
    const root = openFolder()
    mkdirSync(join(root, 'specs'))
    chmodSync(join(root, 'specs'), 0o333)
    const {create} = await open(root)
    await create('warm.md', '')
    expect(await unprivileged(() => create('specs/b.md', 'b'))).toMatchObject({ok: true})
    expect(readFileSync(join(root, 'specs/b.md'), 'utf8')).toBe('b')
  })
})

describe('on a file system without hard links', () => {
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), {code}))

  test.each(['EPERM', 'ENOTSUP', 'EACCES'])('(%s) the file is made all the same', async code => {
    const root = folder()
    await writeNew(join(root, 'a.md'), 'text', {link: failing(code)})
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('text')
    expect(tree(root)).toEqual(['a.md'])
  })

  test('no empty file is left where what was written beside is lost', async () => {
    const root = folder()
    const losing = async (temporary: PathLike) => {
      rmSync(temporary)
      throw Object.assign(new Error('EPERM'), {code: 'EPERM'})
    }
    await expect(writeNew(join(root, 'a.md'), 'text', {link: losing})).rejects.toMatchObject({code: 'ENOENT'})
    expect(tree(root)).toEqual([])
  })

  test('nothing is overwritten, even what comes in between', async () => {
    const root = folder({'other.md': 'other'})
    const late = async () => {
      linkSync(join(root, 'other.md'), join(root, 'a.md'))
      throw Object.assign(new Error('EPERM'), {code: 'EPERM'})
    }
    await expect(writeNew(join(root, 'a.md'), 'text', {link: late})).rejects.toMatchObject({code: 'EEXIST'})
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('other')
    expect(tree(root)).toEqual(['a.md', 'other.md'])
  })
})

test('hostile names', async () => {
  const {create, read, root} = await workspace()
  const names = [
    'a b.md',
    '"q\'.md',
    'line\nbreak.md',
    'e\u0301.md',
    '\u00e9.md',
    'esc\u001b[31m.md',
    '$&.md',
    '-rf.md',
    '__proto__',
  ]
  for (const name of names) expect(await create(`specs/${name}`, name)).toMatchObject({ok: true, path: `specs/${name}`})
  for (const name of names) expect(await read(`specs/${name}`)).toMatchObject({text: name})
  expect(readdirSync(join(root, 'specs'))).toHaveLength(names.length)
  expect(await create('specs/esc\u001b[31m.md', '')).toMatchObject({reason: '"specs/esc\\u{1b}[31m.md" exists already'})
})
