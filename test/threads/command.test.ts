import {spawn, spawnSync} from 'node:child_process'
import {readdirSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {allowedFor} from '../../src/commands/support/threads.js'
import {faulty} from '../cli/documents.js'
import {bareEnvironment, folder, repository} from '../support/folders.js'

const bin = fileURLToPath(new URL('../../bin/spec.js', import.meta.url))

// Counting refuses it unless half a gibibyte is let in; the reference takes a minute and more for it.
const HOSTILE = '> words\n\n'.repeat(28_000)
const LET_IN = ['--engine', 'remark', '--max-size', '512MiB']

interface Outcome {
  status: number | null
  stdout: string
  stderr: string
}

function spec(cwd: string, argv: readonly string[], env: Record<string, string> = {}): Outcome {
  const options = {cwd, encoding: 'utf8', env: {...bareEnvironment(), ...env}, timeout: 120_000} as const
  return spawnSync(process.execPath, [bin, ...argv], options)
}

/** What a run tells that can open only so many files. */
function withFewFiles(cwd: string, files: number, threads: number): Outcome {
  const line = `ulimit -n ${files} && exec "${process.execPath}" "${bin}" lint --format json --threads ${threads}`
  return spawnSync('bash', ['-c', line], {cwd, env: bareEnvironment(), encoding: 'utf8', maxBuffer: 2 ** 28})
}

const withoutTime = (text: string): string => text.replace(/\([\d.]+ m?s\)/, '')

test.each([
  ['the bundle', {}],
  ['the bundle, its code kept', {SPEC_NO_CACHE: '', XDG_CACHE_HOME: ''}],
  ['what it is made from', {SPEC_NO_BUNDLE: '1'}],
])('a document that hangs is told, and the others are checked: %s', (_name, env) => {
  const root = folder({'specs/a.md': faulty, 'specs/b.md': HOSTILE, 'specs/c.md': faulty})
  const {status, stdout, stderr} = spec(root, ['lint', ...LET_IN, '--timeout', '2.5'], {
    ...env,
    ...('XDG_CACHE_HOME' in env && {XDG_CACHE_HOME: folder()}),
  })
  expect(stdout).toContain('checking it took longer than 2.5 s (--timeout raises it)')
  expect(stdout).toContain('2 files checked')
  expect(stdout).toContain('1 file could not be checked.')
  expect({status, stderr}).toEqual({status: 2, stderr: ''})
})

test('many documents come to the same with threads as without', () => {
  const root = folder(Object.fromEntries(Array.from({length: 30}, (_, at) => [`specs/${at}.md`, `${faulty}\n${at}\n`])))
  const cache = {SPEC_NO_CACHE: '', XDG_CACHE_HOME: folder()}
  const alone = spec(root, ['lint', '--threads', '0'])
  expect(alone.stdout).toContain('30 files checked: 30 errors')
  // The second time the code is kept that V8 compiled for threads.
  for (const env of [{}, cache, cache, {SPEC_NO_BUNDLE: '1'}]) {
    const {status, stdout, stderr} = spec(root, ['lint', '--threads', '3'], env)
    expect({status, stderr, stdout: withoutTime(stdout)}).toEqual({
      status: 1,
      stderr: '',
      stdout: withoutTime(alone.stdout),
    })
  }
})

test('an ordinary document is checked without anything of threads', () => {
  const root = folder({'specs/a.md': faulty, 'specs/b.md': `# B\n\n${'word '.repeat(40_000)}\n`})
  const hook = join(folder(), 'hook.cjs')
  writeFileSync(
    hook,
    `process.on('exit', () => console.error(process.moduleLoadList.includes('NativeModule worker_threads')))`,
  )
  const load = (path: string) => spec(root, ['lint', path], {NODE_OPTIONS: `--require ${JSON.stringify(hook)}`}).stderr
  expect(load('specs/a.md')).toContain('false')
  expect(load('specs/b.md')).toContain('true')
})

test.each([
  [
    ['--timeout', '0'],
    'Unexpected value "0" of --timeout, expected a number of seconds above 0 and below 1000000, such as 10',
  ],
  [['--timeout', 'soon'], 'Unexpected value "soon" of --timeout'],
  [['--threads', '65'], 'Unexpected value "65" of --threads, expected a number from 0 to 64'],
  [['--threads', '0', '--timeout', '9'], 'Unexpected --timeout beside --threads 0, expected one of them'],
  [['--threads', 'all'], 'Unexpected value "all" of --threads'],
])('%s is refused', (argv, words) => {
  const {status, stderr} = spec(folder({'specs/a.md': faulty}), ['lint', ...argv])
  expect(stderr).toContain(words)
  expect(status).toBe(2)
})

test('where Node may start no threads it is told once, and documents are checked', () => {
  const documents = Array.from({length: 30}, (_, at) => [`specs/${at}.md`, `${faulty}\n${at}\n`])
  const root = folder(Object.fromEntries(documents))
  const flag = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission'
  const allowed = [flag, '--allow-fs-read=*', '--allow-fs-write=*', '--allow-child-process']
  const {status, stdout, stderr} = spawnSync(process.execPath, [...allowed, bin, 'lint', '--threads', '2'], {
    cwd: root,
    env: bareEnvironment(),
    encoding: 'utf8',
  })
  expect(stdout).toContain('30 files checked: 30 errors')
  expect(stderr.match(/^note: No thread can be started here \(.*\): no document has a limit/gm)).toHaveLength(1)
  expect(status).toBe(1)
})

test('a signal ends it while a document hangs, and so does whoever reads no further', async () => {
  const root = folder({'specs/b.md': HOSTILE})
  const start = () =>
    spawn(process.execPath, [bin, 'lint', ...LET_IN, '--timeout', '100'], {cwd: root, env: bareEnvironment()})
  const interrupted = start()
  await new Promise(resolve => setTimeout(resolve, 2000))
  expect(interrupted.exitCode).toBeNull()
  interrupted.kill('SIGINT')
  expect(await new Promise(resolve => interrupted.once('exit', (_, signal) => resolve(signal)))).toBe('SIGINT')

  const many = folder(Object.fromEntries(Array.from({length: 40}, (_, at) => [`specs/${at}.md`, '# A\n'])))
  const closed = spawn(process.execPath, [bin, 'lint', '--threads', '2'], {cwd: many, env: bareEnvironment()})
  closed.stdout.destroy()
  expect(await new Promise(resolve => closed.once('exit', status => resolve(status)))).toBe(1)
})

test.skipIf(process.platform === 'win32')('hundreds of documents need no more than sixty-four open files', () => {
  const cited = Object.fromEntries(
    Array.from({length: 200}, (_, index) => [`research/${index}.md`, `# Note ${index}\n\n## Part\n`]),
  )
  const citing = Object.fromEntries(
    Array.from({length: 520}, (_, index) => {
      const links = Array.from({length: 5}, (__, next) => `[n](../research/${(index + 41 * next) % 200}.md#part)`)
      return [`specs/${index}.md`, `# Number ${index}\n\n## 1. Executive Summary\n\n${links.join(', ')}.\n`]
    }),
  )
  const root = folder({...cited, ...citing})
  // More than are allowed would be wanted at once.
  for (const threads of [0, 2]) {
    const {status, stdout, stderr} = withFewFiles(root, 64, threads)
    expect({status, stderr}).toEqual({status: 1, stderr: ''})
    const {files, summary} = JSON.parse(stdout)
    expect(summary).toMatchObject({files: 520, notChecked: 0, skippedChecks: 0})
    const rules = new Set(files.flatMap(({messages}: {messages: {ruleId: string}[]}) => messages.map(m => m.ruleId)))
    expect(rules).toContain('missing-section')
    expect(rules).not.toContain('dead-citation')
    expect(rules).not.toContain('dead-anchor')
  }
})

test.skipIf(process.platform === 'win32')(
  'where too few files can be open for git, that is told, and documents are checked',
  () => {
    const documents = Array.from({length: 30}, (_, at) => [`specs/${at}.md`, `${faulty}\n\`src/${at}.ts:1\`\n`])
    const root = repository(Object.fromEntries(documents))
    for (const [files, threads] of [
      [28, 2],
      [64, 16],
    ] as const) {
      const {status, stdout, stderr} = withFewFiles(root, files, threads)
      expect(stderr).not.toMatch(/TypeError|^ {4}at /m)
      expect(JSON.parse(stdout).summary.files, stderr).toBe(30)
      expect(status).toBeGreaterThan(0)
    }
  },
)

test('a document may take more where larger ones are let in', () => {
  const ordinary = 2 * 1024 * 1024
  expect(allowedFor(1)).toEqual({seconds: 5, mebibytes: 512})
  expect(allowedFor(ordinary)).toEqual({seconds: 5, mebibytes: 512})
  expect(allowedFor(10 * ordinary)).toEqual({seconds: 50, mebibytes: 5120})
  expect(allowedFor(ordinary + 1)).toEqual({seconds: 6, mebibytes: 513})
})

// What is young has room of its own: 32 MiB of it as V8 has it by default, once so much was made.
const PROBE = `
if (require('node:worker_threads').isMainThread) process.on('exit', () => {
  for (let left = 3_000_000, kept = []; left > 0; left--) if (kept.push({left}) > 100_000) kept = []
  const young = require('node:v8').getHeapSpaceStatistics().find(({space_name}) => space_name === 'new_space')
  console.error(young.space_size / 1024 / 1024)
})`

test.each(['0', '2'])('what is made last has little room in the main thread: %s threads', count => {
  const documents = Object.fromEntries(Array.from({length: 30}, (_, at) => [`specs/${at}.md`, faulty]))
  const [root, probe] = [folder(documents), join(folder({'probe.cjs': PROBE}), 'probe.cjs')]
  const {status, stderr} = spec(root, ['lint', '--threads', count], {NODE_OPTIONS: `--require ${probe}`})
  expect(status).toBe(1)
  expect(Number(stderr)).toBeGreaterThan(0)
  expect(Number(stderr)).toBeLessThanOrEqual(8)
})

test('code that is kept serves runs with threads and without', () => {
  const documents = Object.fromEntries(Array.from({length: 30}, (_, at) => [`specs/${at}.md`, faulty]))
  const [root, home] = [folder(documents), folder()]
  const code = join(home, 'specwright', 'code')
  const kept = () => readdirSync(code).map(name => `${name} ${statSync(join(code, name)).ino}`)
  const run = (count: string) => spec(root, ['lint', '--threads', count], {SPEC_NO_CACHE: '', XDG_CACHE_HOME: home})
  run('2')
  const first = kept()
  expect(first.map(each => each.split('-')[0])).toEqual(['lint', 'thread'])
  run('0')
  run('2')
  expect(kept()).toEqual(first)
})
