import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {endUnexpected} from '../../src/start/unexpected.js'
import {sound} from '../cli/documents.js'
import {bareEnvironment, folder} from '../support/folders.js'

const bin = fileURLToPath(new URL('../../bin/spec.js', import.meta.url))

// When the door has been loaded, and a run is under way.
const HOOK = `setImmediate(() => {
  throw new Error('too many\\nfiles')
})`

function spec(env: NodeJS.ProcessEnv = {}) {
  const root = folder({'specs/a.md': sound, 'hook.cjs': HOOK})
  return spawnSync(process.execPath, ['--require', join(root, 'hook.cjs'), bin, 'lint'], {
    cwd: root,
    encoding: 'utf8',
    env: {...bareEnvironment(), ...env},
  })
}

test('what no run could catch is told in one line, and its place only when asked for', () => {
  const told = 'spec: Unexpected failure: too many\\u{a}files (SPEC_DEBUG=1 shows where)\n'
  const {status, stderr} = spec()
  expect({status, stderr}).toEqual({status: 2, stderr: told})
  const {stderr: shown} = spec({SPEC_DEBUG: '1'})
  expect(shown.startsWith(told)).toBe(true)
  expect(shown).toMatch(/\n {4}at Immediate\.\S* \(.*hook\.cjs:2:9\)/)
})

test('what was thrown need not be an error', () => {
  const written: string[] = []
  const exits: unknown[] = []
  const own = {
    stderr: {write: (text: string) => written.push(text)},
    env: {SPEC_DEBUG: '1'},
    exit: (status: unknown) => exits.push(status),
  }
  endUnexpected('word', own as unknown as Parameters<typeof endUnexpected>[1])
  expect({written, exits}).toEqual({
    written: ['spec: Unexpected failure: word (SPEC_DEBUG=1 shows where)\n'],
    exits: [2],
  })
})
