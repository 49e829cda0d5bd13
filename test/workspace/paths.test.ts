import {posix, win32} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {liesIn, locate, withSlashes} from '../../src/workspace/paths.js'

test.each([
  ['specs/a.md', 'specs/a.md'],
  ['./specs//a.md', 'specs/a.md'],
  ['specs/../a.md', 'a.md'],
  ['', ''],
  ['.', ''],
  ['/work', ''],
  ['/work/specs', 'specs'],
  ['..a/b', '..a/b'],
  ['a\\b', 'a\\b'],
])('%j lies in the root as %j', (path, place) => {
  expect(locate('/work', path, posix)?.path).toBe(place)
})

test.each(['..', '../work2', 'a/../../b', '/work2', '/', '/etc/passwd'])('%j lies elsewhere', path => {
  expect(locate('/work', path, posix)).toEqual({absolute: posix.resolve('/work', path)})
})

test('a NUL makes no path', () => {
  expect(locate('/work', 'specs/a.md\0.png')).toBeUndefined()
})

test('on Windows backslashes and drives are understood', () => {
  const place = (path: string) => locate('C:\\work', path, win32)?.path
  expect(place('specs\\a.md')).toBe('specs/a.md')
  expect(place('specs/a.md')).toBe('specs/a.md')
  expect(place('c:\\WORK\\a.md')).toBe('a.md')
  expect(place('specs\\..\\..\\secret')).toBeUndefined()
  expect(place('D:\\work\\a.md')).toBeUndefined()
  expect(place('D:a.md')).toBeUndefined()
  expect(place('\\\\server\\share\\a.md')).toBeUndefined()
  expect(withSlashes('C:\\work\\a', win32.sep)).toBe('C:/work/a')
})

test('no path that lies in the root leads out of it', () => {
  const part = fc.oneof(fc.constantFrom('..', '.', '', 'a', '\\', 'C:', '..a'), fc.string({maxLength: 5}))
  fc.assert(
    fc.property(fc.array(part, {maxLength: 8}), parts => {
      for (const [module, root] of [[posix, '/work/x'] as const, [win32, 'C:\\work\\x'] as const]) {
        const place = locate(root, parts.join('/'), module)
        if (place?.path === undefined) continue
        expect(place.path.split('/')).not.toContain('..')
        expect(module.resolve(root, place.path)).toBe(place.absolute)
        expect(locate(root, place.path, module)).toEqual(place)
      }
    }),
  )
})

test('what lies in a folder', () => {
  expect(liesIn('specs/a', 'specs')).toBe(true)
  expect(liesIn('specs', 'specs')).toBe(true)
  expect(liesIn('specs2', 'specs')).toBe(false)
  expect(liesIn('anything', '')).toBe(true)
})
