import {existsSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {main, recorded} from '../../src/main.js'
import {start} from '../../src/start/door.js'
import {retell} from '../../src/start/retell.js'
import {faulty, sound} from '../cli/documents.js'
import {folder} from '../support/folders.js'
import {outputOf} from '../support/output.js'

// As it is built: "npm run build" comes first.
const dist = fileURLToPath(new URL('../../dist', import.meta.url))
const {argv, env} = process
const own = {...env}

beforeEach(() => {
  env.GIT_CONFIG_GLOBAL = '/dev/null'
  env.GIT_CONFIG_NOSYSTEM = '1'
})
afterEach(() => {
  process.argv = argv
  process.exitCode = undefined
  for (const name of Object.keys(env)) if (!(name in own)) delete env[name]
  Object.assign(env, own)
})

/** What the command line of this process comes to. */
async function spec(words: string[], home: string, more: NodeJS.ProcessEnv = {}) {
  process.argv = ['node', 'spec', ...words]
  process.exitCode = undefined
  Object.assign(env, {XDG_CACHE_HOME: home, SPEC_NO_CACHE: '', ...more})
  const {stdout, stderr} = await outputOf(() => start(dist, 'digest'))
  const status = process.exitCode
  process.exitCode = undefined
  return {status, stdout: stdout.replace(/\(\d+ ms\)|\(\d+\.\d s\)/, '(a while)'), stderr}
}

const kept = (home: string, shelf: string) => {
  const path = join(home, 'specwright', shelf)
  return existsSync(path) ? readdirSync(path) : []
}

test('the bundle runs, and its code is kept, but of a command line that cannot be followed', async () => {
  const home = folder()
  expect(await spec(['--nothing'], home)).toMatchObject({status: 2, stdout: ''})
  expect(kept(home, 'code')).toEqual([])
  const told = await spec(['--version'], home)
  expect(told).toMatchObject({status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: ''})
  expect(kept(home, 'code')).toHaveLength(1)
  expect(await spec(['--version'], home)).toEqual(told)
  expect(await spec([], home)).toMatchObject({status: 2, stdout: ''})
})

test('what the bundle was made from runs the same', async () => {
  const home = folder()
  const told = await spec(['rules'], home)
  expect(told.status).toBe(0)
  expect(await spec(['rules'], home, {SPEC_NO_BUNDLE: '1'})).toEqual(told)
})

test('a run with a cache is told again until something changes', async () => {
  const [root, home] = [folder({'specs/a.md': faulty}), folder()]
  const words = ['lint', '--cache', '--root', root, join(root, 'specs/a.md')]
  const first = await spec(words, home)
  expect(first).toMatchObject({status: 1, stdout: expect.stringContaining('(a while)'), stderr: ''})
  expect(kept(home, 'runs')).toHaveLength(1)
  expect(await spec(words, home)).toEqual(first)
  writeFileSync(join(root, 'specs/a.md'), sound)
  expect(await spec(words, home)).toMatchObject({status: 0})
  // Of an error of use nothing is kept.
  expect(await spec([...words, '--kind', 'none'], home)).toMatchObject({status: 2})
  expect(kept(home, 'runs')).toHaveLength(1)
})

test('shells are answered, and people', async () => {
  const answer = await outputOf(() => main(['__complete', '=li']))
  expect(answer).toMatchObject({value: 0, stderr: ''})
  expect(answer.stdout).toMatch(/^lint\b/m)
  expect(await outputOf(() => main(['--version']))).toMatchObject({value: 0, stdout: expect.stringMatching(/^\d/)})
})

test('of a run is told what it wrote and looked at, but of one that could not be done', async () => {
  const root = folder({'specs/a.md': faulty})
  const {value, stdout} = await outputOf(() => recorded(['lint', '--root', root, join(root, 'specs/a.md')]))
  expect(value.status).toBe(1)
  expect(
    value.recording?.written
      .filter(([stream]) => stream === 'stdout')
      .map(([, text]) => text)
      .join(''),
  ).toBe(stdout)
  expect(value.recording?.looks.map(({path}) => path)).toContain(join(root, 'specs/a.md'))
  const {value: failed} = await outputOf(() => recorded(['lint', '--nothing']))
  expect(failed).toEqual({status: 2})
})

test('what was written is told with the time that it takes now, and all else as it was', async () => {
  const {stdout, stderr} = await outputOf(async () =>
    retell(
      [
        ['stdout', 'a (12 ms) b\n'],
        ['stderr', '1 file checked (12 ms).\n'],
        ['stdout', '2 files checked, 1 error (12 ms).\n'],
      ],
      1_500,
    ),
  )
  expect(stdout).toBe('a (12 ms) b\n2 files checked, 1 error (1.5 s).\n')
  expect(stderr).toBe('1 file checked (12 ms).\n')
})

test.each([
  ['before the time', '40 files checked: 123 errors, 45 infos in\n  39 of them\n  (12 ms).\n'],
  ['within it', '40 files checked: 123 errors, 45 infos in\n  39 of them (12\n  ms).\n'],
])(
  'the time stands in a line of its own where the screen was too narrow: the line ended %s',
  async (_where, written) => {
    const more = '1 file could not be checked.\n  words (12 ms).\n'
    const {stdout} = await outputOf(async () => retell([['stdout', written + more]], 1_500))
    expect(stdout).toBe(`40 files checked: 123 errors, 45 infos in\n  39 of them\n  (1.5 s).\n${more}`)
  },
)

test('a line that ended earlier stays as it was, and so does what follows the summary', async () => {
  const more = '1 file could not be checked (12 ms).\n'
  const {stdout} = await outputOf(async () =>
    retell([['stdout', `40 files checked: 123 errors in\n  39 of them (1.2 s).\n${more}`]], 3),
  )
  expect(stdout).toBe(`40 files checked: 123 errors in\n  39 of them (3 ms).\n${more}`)
})
