import {afterAll, expect, test} from 'vitest'
import {folder} from '../support/folders.js'
import {sound} from './documents.js'
import {spec} from './support.js'

// What the binding's own loader takes for its path: as on a machine for which none was made.
const PATH = 'NAPI_RS_NATIVE_LIBRARY_PATH'
const before = process.env[PATH]
process.env[PATH] = '/nowhere/satteri.node'
afterAll(() => {
  if (before === undefined) delete process.env[PATH]
  else process.env[PATH] = before
})

test('without its binding the native engine is refused where it is asked for, and the other reads', async () => {
  const root = folder({'specs/a.md': sound})
  const {status, stdout, stderr} = await spec(root, ['lint', '--engine', 'satteri'])
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^spec: The engine satteri cannot be loaded here \(.+\); remark reads the same\n$/)
  const json = ['lint', '--format', 'json']
  expect(await spec(root, json)).toEqual(await spec(root, [...json, '--engine', 'remark']))
})
