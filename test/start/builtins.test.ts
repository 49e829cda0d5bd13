import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {loadBuiltins} from '../../src/start/builtins.js'
import {faulty} from '../cli/documents.js'
import {folder, repository} from '../support/folders.js'

const bin = fileURLToPath(new URL('../../bin/spec.js', import.meta.url))

// Notes what of Node is compiled behind the first flag that is set: whatever is in its list then was there before.
const HOOK = `
  const v8 = require('node:v8')
  const {writeFileSync} = require('node:fs')
  const native = v8.setFlagsFromString
  let before
  v8.setFlagsFromString = flag => {
    before ??= new Set(process.moduleLoadList)
    native(flag)
  }
  process.on('exit', () => writeFileSync(process.env.LATE, process.moduleLoadList.filter(name => !before.has(name)).join('\\n')))`

/** The modules of Node that a run of `spec lint` in a folder loads when the flags are set. */
function late(root: string): string[] {
  const notes = folder({'hook.cjs': HOOK})
  const [home, list] = [folder(), join(notes, 'late.txt')]
  const run = () =>
    spawnSync(process.execPath, ['--require', join(notes, 'hook.cjs'), bin, 'lint', 'specs/a.md'], {
      cwd: root,
      encoding: 'utf8',
      env: {...process.env, LATE: list, XDG_CACHE_HOME: home, SPEC_NO_CACHE: '', GIT_CONFIG_GLOBAL: '/dev/null'},
    })
  // The first run keeps its code, for which it loads more.
  run()
  const {status, stdout} = run()
  expect({status, stdout}).toMatchObject({status: 1, stdout: expect.stringContaining('specs/a.md')})
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter(name => /^NativeModule /.test(name))
}

test('a run that checks a document loads nothing of Node behind the flags of its engine', () => {
  const root = folder({'specs/a.md': faulty})
  expect(late(root)).toEqual([])
})

test('nor does one in a repository', () => {
  // What became of code is git's to say.
  const citing = faulty.replace('A paper card for each book', 'A paper card for each book (`src/cards.ts:1`)')
  expect(late(repository({'specs/a.md': citing, 'src/cards.ts': 'export const cards = []\n'}))).toEqual([])
})

test('other commands load what they need themselves', () => {
  const asked: string[] = []
  const {getBuiltinModule} = process
  process.getBuiltinModule = ((name: string) => asked.push(name)) as unknown as typeof getBuiltinModule
  try {
    loadBuiltins(['list'], folder())
    loadBuiltins([], folder())
    expect(asked).toEqual([])
    loadBuiltins(['lint'], folder())
    expect(asked).not.toContain('node:child_process')
    loadBuiltins(['lint'], folder({'.git': 'gitdir: elsewhere'}))
    expect(asked).toContain('node:child_process')
  } finally {
    process.getBuiltinModule = getBuiltinModule
  }
})
