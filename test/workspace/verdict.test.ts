import {execFileSync} from 'node:child_process'
import {mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {namesAnswer, waysAnswer} from '../../src/workspace/trace/looks.js'
import {verdictOf} from '../../src/workspace/trace/verdict.js'
import {folder} from '../support/folders.js'

test.runIf(process.platform !== 'win32')('what is neither a file nor a folder is looked at, and never opened', () => {
  const path = join(folder(), 'pipe')
  execFileSync('mkfifo', [path])
  // To open it would wait for who writes to it.
  expect(verdictOf({kind: 'file', path, answer: ''})).toBe('same')
  expect(verdictOf({kind: 'type', path, answer: 'other'})).toBe('same')
  rmSync(path)
  expect(verdictOf({kind: 'type', path, answer: 'other'})).toBe('changed')
})

test('what cannot be looked at any more has changed', () => {
  const path = join(folder(), 'loop')
  symlinkSync('loop', path)
  expect(verdictOf({kind: 'file', path, answer: 'a', stamp: '1 2 3 4'})).toBe('changed')
})

test.runIf(process.platform !== 'win32')('names of a folder are told apart by what they are', () => {
  const entries = (make: (path: string) => void) => {
    const root = folder()
    make(join(root, 'a'))
    return namesAnswer(readdirSync(root, {withFileTypes: true}))
  }
  const answers = [
    entries(path => writeFileSync(path, '')),
    entries(path => mkdirSync(path)),
    entries(path => symlinkSync('b', path)),
    entries(path => execFileSync('mkfifo', [path])),
    entries(() => undefined),
    namesAnswer(undefined),
  ]
  expect(new Set(answers).size).toBe(answers.length)
  expect(entries(path => execFileSync('mkfifo', [path]))).toBe(answers[3])
})

test('of the ways to a config nothing counts but marks, folders, and what is ignored', () => {
  const root = folder({'a/b.md': '', 'spec.config.yaml': '', '.gitignore': ''})
  const look = (answer: string) => verdictOf({kind: 'ways', path: root, answer})
  const answer = waysAnswer(readdirSync(root, {withFileTypes: true}))
  writeFileSync(join(root, 'more.ts'), '')
  mkdirSync(join(root, '.cache'))
  mkdirSync(join(root, 'node_modules'))
  expect(look(answer)).toBe('same')
  mkdirSync(join(root, 'new'))
  expect(look(answer)).toBe('changed')
  rmSync(root, {recursive: true})
  expect(look(answer)).toBe('changed')
  expect(look('')).toBe('same')
})
