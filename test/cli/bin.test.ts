import {spawn, spawnSync} from 'node:child_process'
import {chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, onTestFinished, test} from 'vitest'
import {hasNative} from '../support/engines.js'
import {bareEnvironment, folder} from '../support/folders.js'
import {faulty, sound} from './documents.js'

// The built command, as a user runs it: `npm test` builds it first.
const bin = fileURLToPath(new URL('../../bin/spec.js', import.meta.url))

function spec(cwd: string, argv: string[], options: Parameters<typeof spawnSync>[2] = {}) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, ...argv], {
    cwd,
    env: bareEnvironment(),
    ...options,
    encoding: 'utf8',
  })
  return {status, stdout, stderr}
}

test('the exit status of the process', () => {
  const root = folder({'specs/a.md': sound, 'specs/b.md': faulty})
  expect(spec(root, ['lint', 'specs/a.md'])).toMatchObject({status: 0, stderr: ''})
  expect(spec(root, ['lint'])).toMatchObject({status: 1, stderr: ''})
  expect(spec(root, ['lint', 'gone.md'])).toEqual({status: 2, stdout: '', stderr: 'spec: "gone.md" does not exist\n'})
  expect(spec(root, ['lnit'])).toMatchObject({status: 2, stdout: ''})
})

test('standard input', () => {
  const {status, stdout} = spec(folder(), ['lint', '-', '--stdin-filename', 'specs/a.md'], {input: faulty})
  expect(stdout).toContain('┌─ specs/a.md:6:12')
  expect(status).toBe(1)
})

test('a file without permission is not checked, and the reason is told', ({skip}) => {
  const root = folder({'specs/a.md': sound, 'specs/secret.md': sound})
  chmodSync(join(root, 'specs/secret.md'), 0)
  chmodSync(root, 0o755)
  // Who may read everything must be somebody else for this.
  const user = process.getuid?.() === 0 ? {uid: 65534, gid: 65534} : {}
  if (spec(root, ['--version'], user).status !== 0) skip('another user cannot run what stands in this folder')
  const {status, stdout, stderr} = spec(root, ['lint', 'specs/a.md', 'specs/secret.md'], user)
  expect(stderr).toBe('')
  expect(stdout).toContain('not checked: No permission to read the file\n  ┌─ specs/secret.md\n')
  expect(stdout).toContain('\n1 file could not be checked.\n')
  expect(status).toBe(2)
})

test('a reader that closes the pipe early is no failure', async () => {
  const root = folder(
    Object.fromEntries(Array.from({length: 40}, (_, index) => [`specs/${index}.md`, '# Many messages\n'])),
  )
  const child = spawn(process.execPath, [bin, 'lint', '--format', 'json'], {cwd: root, env: bareEnvironment()})
  let stderr = ''
  child.stderr.on('data', chunk => {
    stderr += chunk
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const status = await new Promise(done => child.on('close', done))
  expect(stderr).toBe('')
  expect(status).toBe(1)
})

describe('nothing is loaded that a command does not need', () => {
  /** Addresses of the files that a command line loads. */
  function loadedBy(cwd: string, argv: string[], env: NodeJS.ProcessEnv = {}): string[] {
    const out = mkdtempSync(join(tmpdir(), 'specwright-loaded-'))
    onTestFinished(() => rmSync(out, {recursive: true, force: true}))
    spec(cwd, argv, {env: {...bareEnvironment(), ...env, NODE_V8_COVERAGE: out}})
    const loaded = readdirSync(out).flatMap(name => JSON.parse(readFileSync(join(out, name), 'utf8')).result)
    return loaded.map(({url}: {url: string}) => url)
  }

  /** Names of the packages that a command line loads. In the bundle nobody sees them: what it is made of loads the same. */
  function packagesOf(cwd: string, argv: string[]): string[] {
    const urls = loadedBy(cwd, argv, {SPEC_NO_BUNDLE: '1'})
    expect(urls.some(url => url.endsWith('/dist/main.js'))).toBe(true)
    return [...new Set(urls.flatMap(url => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []))]
  }
  const PARSER = /^(?:unified|remark|micromark|mdast|vfile)/

  test('the bundle alone', () => {
    const root = folder({'specs/a.md': sound})
    const files = loadedBy(root, ['lint', '--engine', 'remark', 'specs/a.md']).filter(
      url => url.startsWith('file:') || url.startsWith('/'),
    )
    expect(files.map(url => url.replace(/.*\/(?=bin\/|dist\/)/, '')).sort()).toEqual([
      'bin/spec.js',
      'dist/bundle/spec.cjs',
      'dist/start.cjs',
    ])
  })

  const HEAVY = ['yargs', 'yaml', 'ajv', 'minisearch', 'tinyglobby', 'string-width', 'satteri']

  test.each(['--version', '--help', 'lnit', 'explain dead-citation'])(
    '%s: no parser, no YAML, no ajv, no yargs',
    line => {
      expect(packagesOf('/', line.split(' ')).filter(name => PARSER.test(name) || HEAVY.includes(name))).toEqual([])
      expect(packagesOf('/', ['--colour'])).toContain('yargs')
    },
  )

  test('lint: the parser alone; ajv where a schema is given that has something to compile', () => {
    const own = 'own: {title: Own, severity: error, message: Own, required: [title]}'
    const root = folder({
      'specs/a.md': sound,
      'words.yaml': '$ref: specwright:rfc\n$defs: {missing-title: true}\n',
      'team.yaml': `$ref: specwright:rfc\n$defs: {${own}}\n`,
    })
    const loaded = packagesOf(root, ['lint', 'specs/a.md'])
    expect(loaded.filter(name => HEAVY.includes(name))).toEqual(['satteri'])
    // Without its binding the reference reads.
    expect(loaded.some(name => PARSER.test(name) && name !== 'mdast-util-to-string')).toBe(!hasNative)
    const heavyFor = (schema: string) =>
      packagesOf(root, ['lint', '--schema', schema]).filter(name => HEAVY.includes(name))
    expect(heavyFor('words.yaml').sort()).toEqual(['satteri', 'yaml'])
    expect(heavyFor('team.yaml').sort()).toEqual(['ajv', 'satteri', 'yaml'])
  })
})
