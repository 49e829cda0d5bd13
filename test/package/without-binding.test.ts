import {spawnSync} from 'node:child_process'
import {existsSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {corpus} from '../support/corpus.js'
import {folder} from '../support/folders.js'
import {npm, pack, project, userEnvironment} from '../support/package.js'

test('without the native binding the package reads with the reference, and tells the same', {timeout: 600_000}, () => {
  const root = folder({
    'package.json': '{"name": "user", "private": true, "type": "module"}',
    'use.mjs': `import {lint, useEngine} from 'specwright'
      const report = await lint('# A\\n\\n## 1. Executive Summary\\n', {path: 'specs/a.md'})
      console.log(report.messages.length > 0)
      try { useEngine('satteri') } catch (error) { console.log(error.message) }`,
  })
  npm(root, 'install', '--no-audit', '--no-fund', '--ignore-scripts', pack(root).tarball)
  const binding = join(root, 'node_modules/@bruits')
  const hadBinding = existsSync(binding)
  rmSync(binding, {recursive: true, force: true})

  const node = (cwd: string, ...args: string[]) => {
    const {status, stdout, stderr} = spawnSync(process.execPath, args, {cwd, encoding: 'utf8', env: userEnvironment()})
    return {status, stdout, stderr}
  }
  expect(node(root, 'use.mjs')).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^true\nThe engine satteri cannot be loaded here \(.+\); remark reads the same\n$/),
    stderr: '',
  })

  const [bin, own] = [join(root, 'node_modules/specwright/bin/spec.js'), join(project, 'bin/spec.js')]
  const named = corpus === undefined ? ['specs'] : ['specs/2026-02-*.md']
  const where = corpus ?? join(project, 'examples/reading-room')
  const args = ['lint', '--root', where, '--format', 'json', ...named]
  const without = node(where, bin, ...args)
  expect(without.stderr).toBe('')
  expect(without).toEqual(node(where, own, ...args))
  expect(node(where, bin, ...args, '--engine', 'satteri')).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^spec: The engine satteri cannot be loaded here \(.+\); remark reads the same\n$/),
  })
  // Else the two would have been the same for another reason.
  expect(hadBinding || node(where, own, ...args, '--engine', 'satteri').status === 2).toBe(true)
})
