import {join, parse} from 'node:path'
import {expect, test} from 'vitest'
import {liesInRepository} from '../../src/start/in-repository.js'
import {folder} from '../support/folders.js'

test('a folder lies in the repository of any folder above', () => {
  const root = folder({'.git': 'gitdir: elsewhere', 'a/b/c.md': ''})
  expect(liesInRepository(root)).toBe(true)
  expect(liesInRepository(join(root, 'a', 'b'))).toBe(true)
  expect(liesInRepository(join(root, 'not-there', 'b'))).toBe(true)
  expect(liesInRepository(folder())).toBe(false)
})

test('not in one of the root of a disk', () => {
  const {root} = parse(process.cwd())
  const looked: string[] = []
  const isThere = (path: string) => {
    looked.push(path)
    return path === join(root, '.git')
  }
  expect(liesInRepository(join(root, 'a', 'b'), isThere)).toBe(false)
  expect(looked).toEqual([join(root, 'a', 'b', '.git'), join(root, 'a', '.git')])
  expect(liesInRepository(root, isThere)).toBe(false)
})
