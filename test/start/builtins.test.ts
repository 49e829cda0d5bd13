import {spawnSync} from 'node:child_process'
import {openSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {loadBuiltins} from '../../src/start/builtins.js'
import {faulty} from '../cli/documents.js'
import {testNative} from '../support/engines.js'
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

/** The modules of Node that a run of `spec lint` loads when the flags are set. */
function late(root: string, argv = ['lint', 'specs/a.md'], files: readonly number[] = []): string[] {
  const notes = folder({'hook.cjs': HOOK})
  const [home, list] = [folder(), join(notes, 'late.txt')]
  const run = () =>
    spawnSync(process.execPath, ['--require', join(notes, 'hook.cjs'), bin, ...argv], {
      cwd: root,
      stdio: [0, 1, 2].map(stream => (files.includes(stream) ? openSync(join(notes, `${stream}.txt`), 'w') : 'pipe')),
      encoding: 'utf8',
      env: {...process.env, LATE: list, XDG_CACHE_HOME: home, SPEC_NO_CACHE: '', GIT_CONFIG_GLOBAL: '/dev/null'},
    })
  // The first run keeps its code, for which it loads more.
  run()
  const {status, stdout} = run()
  const told = files.includes(1) ? readFileSync(join(notes, '1.txt'), 'utf8') : stdout
  expect({status, told}).toEqual({status: 1, told: expect.stringContaining('a.md')})
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter(name => /^NativeModule /.test(name))
}

// Whoever lacks the binding of the native engine pays more for the search for it than for what of Node it loads.
testNative('a run that checks a document loads nothing of Node behind the flags of its engine', () => {
  const root = folder({'specs/a.md': faulty})
  expect(late(root)).toEqual([])
})

testNative.each([[[1]], [[2]], [[1, 2]]])('whatever its streams are: files for %j', files => {
  expect(late(folder({'specs/a.md': faulty}), ['lint', 'specs/a.md'], files)).toEqual([])
})

testNative('nor does one in a repository', () => {
  // What became of code is git's to say.
  const citing = faulty.replace('A paper card for each book', 'A paper card for each book (`src/cards.ts:1`)')
  const root = repository({'specs/a.md': citing, 'src/cards.ts': 'export const cards = []\n'})
  expect(late(root)).toEqual([])
  expect(late(join(root, 'specs'), ['lint', 'a.md'])).toEqual([])
})

test('other commands load what they need themselves', () => {
  const asked: string[] = []
  const {getBuiltinModule} = process
  process.getBuiltinModule = ((name: string) => asked.push(name)) as unknown as typeof getBuiltinModule
  try {
    loadBuiltins(['list'], folder())
    loadBuiltins([], folder())
    expect(asked).toEqual([])
    loadBuiltins(['--quiet', 'lint'], folder())
    expect(asked).toContain('node:crypto')
    expect(asked).not.toContain('node:child_process')
    loadBuiltins(['lint'], folder({'.git': 'gitdir: elsewhere'}))
    expect(asked).toContain('node:child_process')
    asked.length = 0
    loadBuiltins(['lint'], join(folder({'.git': 'gitdir: elsewhere'}), 'a', 'b'))
    expect(asked).toContain('node:child_process')
    asked.length = 0
    loadBuiltins(['lint'], folder(), () => {
      throw new Error('Access to this API has been restricted')
    })
    expect(asked).toContain('node:crypto')
    expect(asked).not.toContain('node:child_process')
  } finally {
    process.getBuiltinModule = getBuiltinModule
  }
})

test('nothing fails where Node may not look for a repository', () => {
  const module = new URL('../../dist/start/builtins.js', import.meta.url)
  const script = `
    import {loadBuiltins} from ${JSON.stringify(module.href)}
    loadBuiltins(['lint'], ${JSON.stringify(folder({'.git': ''}))})
    console.log(process.permission.has('fs.read', '/'))`
  const flag = process.version.startsWith('v20.') ? '--experimental-permission' : '--permission'
  const allowed = `--allow-fs-read=${fileURLToPath(new URL('../../', module))}`
  const {status, stdout} = spawnSync(process.execPath, [flag, allowed, '--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  expect({status, stdout}).toEqual({status: 0, stdout: 'false\n'})
})
