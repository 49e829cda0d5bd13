import {execFileSync} from 'node:child_process'
import {rmSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
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
