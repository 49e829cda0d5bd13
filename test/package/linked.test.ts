import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {expect} from 'vitest'
import {sound} from '../cli/documents.js'
import {testNative} from '../support/engines.js'
import {folder} from '../support/folders.js'
import {project, userEnvironment} from '../support/package.js'

// As pnpm lays packages out: each in a folder of its own, with links to those that it needs beside it. The native engine finds its
// binding beside where it really is.
testNative('the bundle finds the native engine where its package is a link', () => {
  const root = folder({'specs/a.md': sound})
  const store = join(root, 'node_modules/.pnpm')
  const of = (name: string): string => join(store, name, 'node_modules')
  const packages = join(project, 'node_modules')
  mkdirSync(join(of('specwright'), 'specwright'), {recursive: true})
  for (const part of ['bin', 'dist', 'schema', 'templates', 'package.json'])
    cpSync(join(project, part), join(of('specwright'), 'specwright', part), {recursive: true})
  cpSync(join(packages, 'satteri'), join(of('satteri'), 'satteri'), {recursive: true})
  symlinkSync(join(packages, '@bruits'), join(of('satteri'), '@bruits'))
  symlinkSync(join(of('satteri'), 'satteri'), join(of('specwright'), 'satteri'))

  const bin = join(of('specwright'), 'specwright/bin/spec.js')
  const args = [bin, 'lint', 'specs/a.md', '--engine', 'satteri']
  const {status, stderr} = spawnSync(process.execPath, args, {cwd: root, encoding: 'utf8', env: userEnvironment()})
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
})
