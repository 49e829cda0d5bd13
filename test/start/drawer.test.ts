import {execFileSync} from 'node:child_process'
import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {drawerIn} from '../../src/start/drawer.js'
import {folder, repository} from '../support/folders.js'
import {canDeny} from '../support/unprivileged.js'

const data = Buffer.from('what was compiled')
const shelf = (home: string) => join(home, 'specwright', 'runs')
const drawerAt = (home: string, name = 'a.json') => {
  const drawer = drawerIn({XDG_CACHE_HOME: home}, 'runs', name)
  if (!drawer) throw new Error('no cache folder')
  return drawer
}

/** A cache folder in which something is kept, and the file that holds it. */
function filled(): {home: string; file: string} {
  const home = folder()
  drawerAt(home).put(data)
  return {home, file: join(shelf(home), 'a.json')}
}

test('what is put in is taken out, as the last one left it', () => {
  const {home, file} = filled()
  expect(drawerAt(home).take()).toEqual(data)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  drawerAt(home).put(Buffer.from('anew'))
  expect(drawerAt(home).take()).toEqual(Buffer.from('anew'))
  expect(readdirSync(shelf(home))).toEqual(['a.json'])
})

test('there is none without a folder for caches', () => {
  expect(drawerIn({HOME: 'relative', XDG_CACHE_HOME: 'relative'}, 'runs', 'a')).toBeUndefined()
})

test('an empty one gives nothing', () => {
  expect(drawerAt(folder()).take()).toBeUndefined()
  const {home} = filled()
  expect(drawerAt(home, 'b.json').take()).toBeUndefined()
})

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['it is cut', bytes => bytes.subarray(0, -1)],
  ['it is empty', () => Buffer.alloc(0)],
  ['it has a head alone', bytes => bytes.subarray(0, 8)],
  ['a byte is another', bytes => Buffer.from(bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte)))],
  ['it is immense', () => Buffer.alloc(65 * 1024 * 1024)],
])('what was damaged is not given out: %s', (_, damage) => {
  const {home, file} = filled()
  writeFileSync(file, damage(readFileSync(file)))
  expect(drawerAt(home).take()).toBeUndefined()
})

test('nothing is put in that is immense', () => {
  const {home} = filled()
  drawerAt(home).put(Buffer.alloc(64 * 1024 * 1024))
  expect(drawerAt(home).take()).toEqual(data)
})

test.runIf(canDeny)('nothing is given out of a file, or a folder, that others may write to', () => {
  const one = filled()
  chmodSync(one.file, 0o622)
  expect(drawerAt(one.home).take()).toBeUndefined()
  const other = filled()
  chmodSync(shelf(other.home), 0o777)
  expect(drawerAt(other.home).take()).toBeUndefined()
  drawerAt(other.home, 'b.json').put(data)
  expect(readdirSync(shelf(other.home))).toEqual(['a.json'])
})

test.runIf(canDeny)('nor where others may write to the folder above it, which may be put in its place', () => {
  const {home} = filled()
  chmodSync(join(home, 'specwright'), 0o777)
  expect(drawerAt(home).take()).toBeUndefined()
  drawerAt(home, 'b.json').put(data)
  expect(readdirSync(shelf(home))).toEqual(['a.json'])
})

test.skipIf(process.platform !== 'linux')('a folder that can have nothing in it is given up at once', () => {
  drawerAt('/proc').put(data)
  expect(drawerAt('/proc').take()).toBeUndefined()
})

test.skipIf(process.platform === 'win32')('a pipe in place of a file waits for nobody', () => {
  const home = folder()
  mkdirSync(shelf(home), {recursive: true, mode: 0o700})
  execFileSync('mkfifo', ['-m', '600', join(shelf(home), 'a.json')])
  expect(drawerAt(home).take()).toBeUndefined()
  drawerAt(home).put(data)
  expect(drawerAt(home).take()).toEqual(data)
})

test('nothing is kept in a repository, nor below the working folder', () => {
  const root = repository()
  const inside = join(root, 'cache')
  drawerAt(inside).put(data)
  expect(existsSync(inside)).toBe(false)
  const below = join(process.cwd(), 'no-such-cache')
  drawerAt(below).put(data)
  expect(existsSync(below)).toBe(false)
  mkdirSync(join(inside, 'specwright', 'runs'), {recursive: true, mode: 0o700})
  writeFileSync(join(shelf(inside), 'a.json'), readFileSync(filled().file), {mode: 0o600})
  expect(drawerAt(inside).take()).toBeUndefined()
})

test('what cannot be written is left, with nothing beside it', () => {
  const home = folder()
  mkdirSync(join(shelf(home), 'a.json', 'in the way'), {recursive: true, mode: 0o700})
  drawerAt(home).put(data)
  expect(readdirSync(shelf(home))).toEqual(['a.json'])
  expect(drawerAt(home).take()).toBeUndefined()
})

test('of many the oldest go', () => {
  const home = folder()
  for (let number = 0; number < 70; number++) {
    drawerAt(home, `${number}.json`).put(data)
    const file = join(shelf(home), `${number}.json`)
    if (existsSync(file)) utimesSync(file, 1_700_000_000 + number, 1_700_000_000 + number)
  }
  const names = readdirSync(shelf(home))
  expect(names).toHaveLength(64)
  expect(names).toContain('69.json')
  expect(names).not.toContain('3.json')
})
