import {spawn, spawnSync} from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, expect, test} from 'vitest'
import {faulty} from '../cli/documents.js'
import {corpus} from '../support/corpus.js'
import {bareEnvironment, folder, repository} from '../support/folders.js'

// The built command, as a user runs it.
const bin = fileURLToPath(new URL('../../bin/spec.js', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'specwright-code-'))
mkdirSync(join(root, 'specs'))
writeFileSync(join(root, 'specs/a.md'), faulty)
afterAll(() => rmSync(root, {recursive: true, force: true}))

function environment(home: string, env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {...bareEnvironment(), SPEC_NO_CACHE: '', XDG_CACHE_HOME: home, ...env}
}

function spec(
  home: string,
  argv = ['lint', 'specs/a.md', '--format', 'json'],
  env: NodeJS.ProcessEnv = {},
  cwd = root,
) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, ...argv], {
    cwd,
    env: environment(home, env),
    encoding: 'utf8',
  })
  return {status, stdout, stderr}
}

const codeIn = (home: string): string => join(home, 'specwright', 'code')
const filesIn = (home: string): string[] => (existsSync(codeIn(home)) ? readdirSync(codeIn(home)) : [])

/** A cache folder with the code of one run in it, and the path of that. */
function filled(): {home: string; file: string; told: ReturnType<typeof spec>} {
  const home = folder()
  const told = spec(home)
  expect(told).toMatchObject({status: 1, stderr: ''})
  const [name = ''] = filesIn(home)
  return {home, file: join(codeIn(home), name), told}
}

test('the code of a run is kept for those of its command, and tells the same', () => {
  const {home, file, told} = filled()
  const {mtimeMs, mode, size} = statSync(file)
  expect(size).toBeGreaterThan(100_000)
  expect(mode & 0o777).toBe(0o600)
  expect(spec(home)).toEqual(told)
  expect(statSync(file).mtimeMs).toBe(mtimeMs)

  expect(spec(home, ['rules']).status).toBe(0)
  expect(
    filesIn(home)
      .map(name => name.split('-')[0])
      .sort(),
  ).toEqual(['lint', 'rules'])
})

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['nothing', () => Buffer.alloc(0)],
  ['a few bytes', bytes => bytes.subarray(0, 6)],
  ['half of it', bytes => bytes.subarray(0, bytes.length / 2)],
  ['more of it', bytes => Buffer.concat([bytes, bytes])],
  [
    'one byte that is another',
    bytes => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 1000 ? byte ^ 0xff : byte))),
  ],
  ['something else', () => Buffer.from('{"code": true}')],
])('damaged code is not used, and made anew: %s', (_, damage) => {
  const {home, file, told} = filled()
  const {size} = statSync(file)
  writeFileSync(file, damage(readFileSync(file)))
  expect(spec(home)).toEqual(told)
  expect(Math.abs(statSync(file).size - size)).toBeLessThan(size / 4)
})

test('code that others may write to is not used', () => {
  const {home, file, told} = filled()
  chmodSync(file, 0o666)
  utimesSync(file, 1, 1)
  expect(spec(home)).toEqual(told)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(file).mtimeMs).toBeGreaterThan(1000)

  chmodSync(codeIn(home), 0o777)
  utimesSync(file, 1, 1)
  expect(spec(home)).toEqual(told)
  expect(statSync(file).mtimeMs).toBe(1000)
})

test('a folder that cannot be written to is no failure', () => {
  const told = filled().told
  expect(spec(folder({specwright: 'a file'}))).toEqual(told)
  const home = folder()
  mkdirSync(codeIn(home), {recursive: true})
  chmodSync(codeIn(home), 0o500)
  expect(spec(home)).toEqual(told)
})

test('two runs at once keep one file, and nothing else', async () => {
  const home = folder()
  const runs = Array.from({length: 4}, () => {
    const child = spawn(process.execPath, [bin, 'lint', 'specs/a.md'], {
      cwd: root,
      env: environment(home),
      stdio: 'ignore',
    })
    return new Promise(done => child.on('close', done))
  })
  expect(await Promise.all(runs)).toEqual([1, 1, 1, 1])
  expect(filesIn(home)).toEqual([expect.stringMatching(/^lint-.*\.bin$/)])
})

test('the oldest code goes where there is much of it', () => {
  const {home, file} = filled()
  for (let index = 0; index < 30; index++) {
    const other = join(codeIn(home), `old-${index}.bin`)
    writeFileSync(other, 'x')
    utimesSync(other, index, index)
  }
  expect(spec(home, ['rules']).status).toBe(0)
  expect(filesIn(home).length).toBe(24)
  expect(existsSync(file)).toBe(true)
  expect(filesIn(home)).not.toContain('old-0.bin')
})

test('nothing is kept where it is not wanted, of a line that cannot be followed, or among the files that are checked', () => {
  const {told} = filled()
  const home = folder()
  expect(spec(home, undefined, {SPEC_NO_CACHE: '1'})).toEqual(told)
  expect(spec(home, undefined, {SPEC_NO_BUNDLE: '1'})).toEqual(told)
  expect(spec(home, ['lnit']).status).toBe(2)
  expect(filesIn(home)).toEqual([])

  const own = repository({'specs/a.md': faulty})
  expect(spec(join(own, '.cache'), undefined, {}, own).status).toBe(1)
  expect(existsSync(join(own, '.cache'))).toBe(false)
  const plain = folder({'specs/a.md': faulty})
  expect(spec(join(plain, '.cache'), undefined, {}, plain).status).toBe(1)
  expect(existsSync(join(plain, '.cache'))).toBe(false)
})

test('the bundle asks for no loader of modules: behind code from a cache there is none', () => {
  const bundle = readFileSync(fileURLToPath(new URL('../../dist/bundle/spec.cjs', import.meta.url)), 'latin1')
  expect(bundle).toMatch(/require\("node:fs"\)/)
  expect(bundle.match(/(?<![\w.$])import\(.{0,80}/g)).toBeNull()
})

test.skipIf(corpus === undefined)('what a long run keeps of the code is no less than what a short one keeps', () => {
  const sizeAfter = (paths: readonly string[]): number => {
    const home = folder()
    expect(spec(home, ['lint', '--quiet', '--fail-on', 'never', ...paths], {}, corpus).status).toBe(0)
    const [name = ''] = filesIn(home)
    return statSync(join(codeIn(home), name)).size
  }
  // V8 would throw functions away that have rested for some collections of garbage, those of the start first.
  expect(sizeAfter([])).toBeGreaterThan(sizeAfter(['specs/2026-03-23-ask-user-question-dsl-node-type.md']))
})

/** The code that the first of two runs kept, and what of it the second one wrote anew; by whose it is. */
function keptTwice(flags: readonly string[], argv: readonly string[]): {kept: string[]; anew: string[]} {
  const home = folder()
  const run = () => {
    const line = [...flags, bin, ...argv]
    const {status, stderr} = spawnSync(process.execPath, line, {cwd: root, env: environment(home), encoding: 'utf8'})
    expect({status, stderr}).toEqual({status: 1, stderr: ''})
  }
  run()
  const names = filesIn(home).sort()
  for (const name of names) utimesSync(join(codeIn(home), name), 1, 1)
  run()
  expect(filesIn(home).sort()).toEqual(names)
  const isNew = (name: string) => statSync(join(codeIn(home), name)).mtimeMs > 1000
  const [kept, anew] = [names, names.filter(isNew)].map(list => list.map(name => name.slice(0, name.indexOf('-'))))
  return {kept, anew} as {kept: string[]; anew: string[]}
}

const FLAGS = [[], ['--no-opt'], ['--no-sparkplug'], ['--incremental-marking'], ['--no-incremental-marking']]

test.each(FLAGS.map(flags => [flags]))('code is taken over whatever Node is started with: %j', flags => {
  expect(keptTwice(flags, ['lint', 'specs/a.md'])).toEqual({kept: ['lint'], anew: []})
})

test.each(FLAGS.map(flags => [flags]))('so is that of a thread, which looks at what is long: %j', flags => {
  writeFileSync(join(root, 'specs/long.md'), `${faulty}\n${'More is said of it than is read. '.repeat(6000)}\n`)
  expect(keptTwice(flags, ['lint', 'specs/long.md'])).toEqual({kept: ['lint', 'thread'], anew: []})
})
