import {expect, test} from 'vitest'
import {folder} from '../support/folders.js'
import {spec} from './support.js'

const FILES = {'specs/a.md': '# A\n\n## 1. Executive Summary\n\n- [ ] **b**\n\n```\nopen\n'}

test('both engines tell the same', async () => {
  const root = folder(FILES)
  const native = await spec(root, ['lint', '--format', 'json'])
  expect(native.status).toBe(1)
  expect(await spec(root, ['lint', '--format', 'json', '--engine', 'remark'])).toEqual(native)
  expect(await spec(root, ['lint', '--format', 'json'], {env: {SPEC_ENGINE: 'remark'}})).toEqual(native)
})

test.each([
  [['--engine', 'remak'], {}, 'spec: Unknown engine "remak", expected satteri or remark. Did you mean "remark"?\n'],
  [[], {SPEC_ENGINE: 'rust'}, 'spec: Unknown SPEC_ENGINE "rust", expected satteri or remark\n'],
  [['--engine'], {}, 'spec: Option --engine has no value, expected one\n'],
])('an engine that is none is refused: %j %j', async (args, env, stderr) => {
  expect(await spec(folder(FILES), ['lint', ...args], {env})).toEqual({status: 2, stdout: '', stderr})
})
