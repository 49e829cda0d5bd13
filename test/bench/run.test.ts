import {spawnSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {corpus} from '../support/corpus.js'
import {folder} from '../support/folders.js'

const script = fileURLToPath(new URL('../../bench/run.mjs', import.meta.url))

function bench(...args: string[]) {
  const temporary = folder()
  const run = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: {...process.env, TMPDIR: temporary, TEMP: temporary},
  })
  return {...run, left: readdirSync(temporary)}
}

test.skipIf(corpus === undefined)('the bench measures one spec, keeps what it found, and cleans up', () => {
  const out = folder()
  const run = bench('--quick', '--only', 'one', '--runs', '1', '--peers', 'none', '--out', out)
  expect(run.status, run.stderr).toBe(0)
  expect(run.left).toEqual([])
  expect(run.stderr).toContain('round 1 of 1')
  expect(run.stdout).toMatch(/^(not )?reached +one spec of 30 KB, without git: [\d.]+, at most 2\.5 times node -e 0$/m)

  const {one} = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')).groups
  const rows = new Map<string, Record<string, unknown>>(
    one.rows.map((row: {id: string; where: string}) => [`${row.id} ${row.where}`, row]),
  )
  expect(rows.get('node folder')).toMatchObject({status: 0, git: 0})
  expect(rows.get('spec folder')).toMatchObject({files: 1, git: 0})
  expect(rows.get('spec repository')).toMatchObject({files: 1})
  expect(rows.get('spec repository')?.git).toBeGreaterThan(0)
  for (const id of ['spec-first', 'spec-schema-first', 'spec-schema'])
    for (const where of ['folder', 'repository'])
      expect(rows.get(`${id} ${where}`), `${id} ${where}`).toMatchObject({files: 1, cpus: [expect.any(Number)]})
  expect(readFileSync(join(out, 'RESULTS.md'), 'utf8')).toContain('## One spec of 30 KB')
  expect(readFileSync(join(out, 'results.svg'), 'utf8')).toContain('</svg>')
})

test('what the bench cannot follow is told in a line', () => {
  const run = bench('--only', 'two')
  expect(run.status).toBe(2)
  expect(run.stderr).toBe('Unknown group "two" of --only, expected one, 136, 10000, files, documents\n')
})

test('the peers are no part of the project', () => {
  const project = join(script, '../..')
  const read = (path: string) => JSON.parse(readFileSync(join(project, path), 'utf8'))
  const {dependencies, devDependencies} = read('package.json')
  const lock = Object.keys(read('bench/peers/package-lock.json').packages)
  const peers = read('bench/peers/package.json').dependencies
  for (const [name, version] of Object.entries(peers)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
    expect(lock, name).toContain(`node_modules/${name}`)
    // What the command itself is built on is no peer.
    if (!['remark-gfm', 'remark-frontmatter'].includes(name))
      expect({...dependencies, ...devDependencies}).not.toHaveProperty(name)
  }
  expect(existsSync(join(project, 'bench/peers/package-lock.json'))).toBe(true)
})
