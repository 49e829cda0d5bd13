import picomatch from 'picomatch'
import {expect, test} from 'vitest'
import {random} from '../../bench/random.mjs'
import {compile} from '../../src/workspace/globs.js'
import {openWorkspace, WorkspaceError} from '../../src/workspace/index.js'
import {folder} from '../support/folders.js'

const LONG = 'a'.repeat(200)

test.each([
  ['stars', `${'*a'.repeat(30)}b`],
  ['globstars', `${'**/a/'.repeat(30)}b`],
  ['repetitions in one another', '+(+(+(a)))b'],
  ['groups that come again', `${'*(a)'.repeat(30)}b`],
  ['choices', `${'@(a|a)'.repeat(100)}b`],
  ['braces', `${'{a,a}'.repeat(100)}b`],
  ['what is not', `${'!(b)'.repeat(20)}b`],
])('a glob of many %s is answered', async (_name, glob) => {
  const fits = await compile([glob])
  expect(fits(LONG)).toBe(false)
  expect(fits(`${'a/'.repeat(100)}c`)).toBe(false)
})

test('what is looked for in linear time is what picomatch looks for', async () => {
  const parts = ['*', '**', '/', 'a', 'b', '.', '-', '{a,b}', '{a,b*}', '[ab]', '[!a]', '[[:space:]]', '?', '+(a|b)']
  const more = [
    '*(a)',
    '@(a|.b)',
    '!(a)',
    '\\*',
    '\\d',
    '\\q',
    ' ',
    '#',
    '"',
    'é',
    '\u{1f600}',
    '\n',
    '**/',
    '/**',
    '.md',
  ]
  const all = [...parts, ...more]
  const next = random(7)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
  const many = (most: number, from: readonly string[]): string =>
    Array.from({length: 1 + Math.floor(next() * most)}, () => pick(from)).join('')
  let fitting = 0
  for (let run = 0; run < 3000; run++) {
    const glob = many(8, all)
    const fits = await compile([glob])
    const expected = picomatch([glob], {windows: false, flags: 's'})
    for (let time = 0; time < 10; time++) {
      const path = many(8, ['a', 'b', '/', '.', '-', ' ', '1', 'd', '*', '\n', 'é', '.md', 'ab', '#'])
      const isFitting = expected(path)
      fitting += isFitting ? 1 : 0
      expect(fits(path), JSON.stringify([glob, path])).toBe(isFitting)
    }
  }
  expect(fitting).toBeGreaterThan(500)
})

test.each(['specs/(a+)+b.md', 'specs/([a]+)+b.md', `specs/${'[ab]+'.repeat(30)}c.md`, 'specs/@(a|aa)+b.md'])(
  'groups and classes that come again and again end: %s',
  async glob => {
    const fits = await compile([glob])
    expect(fits(`specs/${'a'.repeat(60)}.md`)).toBe(false)
    expect(fits('specs/b/c.md')).toBe(false)
  },
)

test('one that cannot be looked for is told', async () => {
  const glob = `${'*a'.repeat(600)}b`
  const root = folder({'specs/a.md': '# A\n'})
  const workspace = await openWorkspace({root, cwd: root})
  const {problems} = await workspace.select([glob])
  expect(problems).toEqual([`The glob "${glob.slice(0, 79)}…" cannot be looked for: it has more than 1000 signs`])
  await workspace.close()
})

test('one of the config is told, too', async () => {
  const glob = `${'*a'.repeat(600)}b`
  const root = folder({'spec.config.json': JSON.stringify({ignore: [glob]}), 'specs/a.md': '# A\n'})
  const workspace = await openWorkspace({root, cwd: root})
  await expect(workspace.select([])).rejects.toThrow('cannot be looked for: it has more than 1000 signs')
  await workspace.close()
})

test('one that takes too much, by itself or with a path, is refused', async () => {
  const deep = `${'@('.repeat(101)}a${')'.repeat(101)}`
  await expect(compile([deep])).rejects.toThrow(
    `The glob "${deep.slice(0, 79)}…" cannot be looked for: expected groups of at most 100 levels (the next begins at `,
  )
  const fits = await compile(['+(a|b){400}c'])
  expect(() => fits('a'.repeat(50_000_000))).toThrow(
    new WorkspaceError(
      'The glob "+(a|b){400}c" cannot be looked for: a text of 50000000 signs is too long for a pattern that is looked for in it',
    ),
  )
})
