import {afterEach, expect, test, vi} from 'vitest'
import {run} from '../../src/cli.js'
import {lintFiles, type Progress} from '../../src/index.js'
import {folder} from '../support/folders.js'
import {sound} from './documents.js'
import {spec} from './support.js'

const files = {'specs/a.md': sound, 'specs/b.md': sound, 'specs/c.md': sound}
// What begins the line anew.
const shown = (text: string): string => text.replaceAll('\r\x1b[K', '<erase>')

afterEach(() => vi.restoreAllMocks())

/** Everything that is written, in its order; the clock goes on by so much at each look. */
async function written(step: number, io: Partial<Parameters<typeof run>[1]>, argv = ['lint']): Promise<string> {
  let time = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (time += step))
  let text = ''
  const write = (part: string) => (text += part)
  await run(argv, {cwd: folder(files), stdout: {write}, stderr: {write}, env: {}, isTTY: false, ...io})
  return shown(text)
}

test('a long run tells how far it is, on a line of a terminal that is gone before anything else is written', async () => {
  const text = await written(400, {stderrColumns: 80})
  expect(text).toMatch(/^<erase>checked [12] of 3 documents/)
  expect(text.replace(/(?:<erase>checked \d of 3 documents)+<erase>/, '')).toMatch(/^3 files checked, no problems/)
  expect(await written(400, {stderrColumns: 12})).toMatch(/^<erase>checked [12] o<erase>/)
})

test('of citations, too', async () => {
  expect(await written(400, {stderrColumns: 80}, ['citations', '--research'])).toMatch(
    /^<erase>checked \d of 3 documents/,
  )
})

test('of a migration, too', async () => {
  expect(await written(400, {stderrColumns: 80}, ['migrate', '--to', '2', '--dry-run'])).toMatch(
    /^<erase>migrated \d of 3 documents/,
  )
})

test.each([
  ['a short run', 1, {stderrColumns: 80}],
  ['no terminal', 400, {stderrColumns: undefined}],
  ['CI', 400, {stderrColumns: 80, env: {CI: 'true'}}],
  ['a terminal that cannot erase', 400, {stderrColumns: 80, env: {TERM: 'dumb'}}],
])('%s: none', async (_name, step, io) => {
  expect(await written(step, io)).toMatch(/^3 files checked, no problems/)
})

test('it is gone when the run fails, too', async () => {
  const text = await written(400, {stderrColumns: 80}, ['lint', 'specs', '--schema', 'none.yaml'])
  expect(text).not.toContain('checked')
  const broken = {
    write: () => {
      throw new Error('The disk is full')
    },
  }
  let said = ''
  let time = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (time += 400))
  const stderr = {write: (part: string) => (said += part)}
  const {status} = await spec(folder(files), ['lint'], {stdout: broken, stderr, stderrColumns: 80})
  expect([status, shown(said)]).toEqual([
    2,
    expect.stringMatching(/documents<erase>spec: Unexpected failure: The disk is full/),
  ])
})

test('the library tells of each file before it is checked, and of the end', async () => {
  const told: Progress[] = []
  await lintFiles([], {root: folder(files), onProgress: progress => told.push(progress)})
  expect(told).toEqual([
    {done: 0, total: 3, path: 'specs/a.md'},
    {done: 1, total: 3, path: 'specs/b.md'},
    {done: 2, total: 3, path: 'specs/c.md'},
    {done: 3, total: 3},
  ])
})
