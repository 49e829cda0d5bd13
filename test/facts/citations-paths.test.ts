import {describe, expect, test} from 'vitest'
import {permalinkIn} from '../../src/facts/citations/permalink.js'
import {collectedOf} from './support.js'

const drafts = (text: string, source: Parameters<typeof collectedOf>[1] = {}) =>
  collectedOf(text, {kind: {name: 'test'}, ...source}).citations
const candidates = (text: string, path = 'specs/a.md') =>
  drafts(text, {path})[0]?.candidates.map(each => `${each.from} ${each.path}`)

describe('what a path is by its folder', () => {
  const kind = (text: string, research: string[], specs: string[]) =>
    drafts(text, {folders: {research, specs}})[0]?.kind

  test.each([
    ['[x](../docs/research/fig.png)', ['docs/research'], ['docs'], 'research'],
    ['[x](../docs/research/r.md)', ['docs/research'], ['docs'], 'research'],
    ['[x](../docs/s.md)', ['docs/research'], ['docs'], 'spec'],
    ['[x](../docs/specs/fig.png)', ['docs'], ['docs/specs'], 'code'],
    ['[x](../docs/specs/s.md)', ['docs'], ['docs/specs'], 'spec'],
    ['[x](../docs/fig.png)', ['docs'], ['docs'], 'research'],
    ['[x](../docs/r.md)', ['docs'], ['docs'], 'research'],
    ['[x](../fig.png)', [''], ['specs'], 'code'],
    ['[x](../r.md)', [''], ['specs'], 'research'],
    ['[x](../research/fig.png)', ['research//'], ['specs'], 'research'],
    ['[x](../researcher/r.md)', ['research'], ['specs'], 'code'],
  ])('%s with research in %j and specs in %j: %s', (text, research, specs, expected) => {
    expect(kind(text, research, specs)).toBe(expected)
  })

  test('is nothing where it is the folder itself', () => {
    const folders = {research: ['research//'], specs: ['specs']}
    expect(drafts('[x](../research) [y](../research/) `research/`', {folders})).toEqual([])
    expect(drafts('[x](research)')).toHaveLength(1)
  })
})

describe('where a path may lead', () => {
  test.each([
    ['[x](/research/r.md)', ['root research/r.md']],
    ['[x](../research/r.md)', ['file research/r.md']],
    ['[x](research/r.md)', ['file specs/research/r.md', 'root research/r.md']],
    ['`b.md`', ['file specs/b.md', 'root b.md']],
    ['`README.md`', ['root README.md', 'file specs/README.md']],
    ['`AGENTS.md`', ['root AGENTS.md', 'file specs/AGENTS.md']],
    ['`index.md`', ['root index.md', 'file specs/index.md']],
    ['`xREADME.md`', ['file specs/xREADME.md', 'root xREADME.md']],
    ['`README.x.md`', ['file specs/README.x.md', 'root README.x.md']],
    ['`src/x.ts`', ['root src/x.ts', 'file specs/src/x.ts']],
    ['[x](https://github.com/o/r/blob/abc1234/src/x.ts)', ['root src/x.ts']],
    ['[x](#here)', ['file specs/a.md']],
  ])('%s', (text, expected) => {
    expect(candidates(text)).toEqual(expected)
  })

  test('from the root is one place', () => {
    expect(candidates('[x](research/r.md)', 'a.md')).toEqual(['file research/r.md'])
  })

  test.each(['/elsewhere/a.md', 'C:/elsewhere/a.md'])(
    'from %s, outside the workspace, is within it or nowhere',
    path => {
      expect(candidates('[x](src/a.ts)', path)).toEqual(['root src/a.ts'])
      expect(candidates('[x](../src/a.ts)', path)).toEqual([])
    },
  )
})

describe('a path', () => {
  test.each([
    ['`research/x.md`', false],
    ['`research/x/`', false],
    ['`research/x.pdf`', false],
    ['`research/x`', true],
    ['`research/a.b/c`', true],
    ['`research/x*.md`', true],
    ['`src/x.ts:3`', false],
    ['`src/x.ts`', true],
    ['`x.ts:3`', true],
    ['`b.md`', true],
    ['[x](../src/x.ts)', false],
    ['[x](../src/*.ts)', true],
    ['[x](https://github.com/o/r/blob/abc1234/src/x.ts)', true],
  ])('%s is a citation only where it leads somewhere: %s', (text, expected) => {
    expect(drafts(text).map(({unsure}) => unsure ?? false)).toEqual([expected])
  })

  test.each([
    '[x](foo:bc.md:12)',
    '[x](mailto:ada@example.org)',
    'ftp://h/src/x.ts:3',
    `src/${'x'.repeat(1000)}.ts:3`,
    `\`src/${'x'.repeat(1000)}.ts:3\``,
    '`word`',
    '`a b`',
  ])('is none: %s', text => {
    expect(drafts(text)).toEqual([])
  })

  test.each([
    ['[x](bc.md:12)', 'bc.md', 12],
    ['src/x.ts:3 (lines 5-6)', 'src/x.ts', 3],
    ['src/x.ts (lines 5-6)', 'src/x.ts', 5],
    ['src/x.ts lines 5 to 6', 'src/x.ts', 5],
    ['See src/Makefile:3, please.', 'src/Makefile', 3],
    ['See src/x.ts:3!', 'src/x.ts', 3],
    ['` src/x.ts:3 `', 'src/x.ts', 3],
    ['`Makefile:3`', 'Makefile', 3],
    ['`LICENSE:3`', 'LICENSE', 3],
  ])('%s is one of lines', (text, target, line) => {
    expect(drafts(text).map(draft => [draft.target, draft.lines?.[0]?.from])).toEqual([[target, line]])
  })

  test('has an anchor or lines behind it, and not both', () => {
    expect(drafts('See research/x.md#a (lines 3-4) and `research/x.md#a` (lines 3-4).')).toMatchObject([
      {anchor: 'a', text: 'research/x.md#a'},
      {anchor: 'a', text: '`research/x.md#a`'},
    ])
  })

  test('in a definition may be a code span or a link by mistake, if it is nothing else', () => {
    const target = (address: string) => drafts(`[r]\n\n[r]: ${address}`)[0]?.target
    expect(
      ['``specs/b.md``', '[x](b.md)', 'x`specs/b.md`', '`specs/b.md`x', 'x[x](b.md)', '[x](b.md)x'].map(target),
    ).toEqual(['specs/b.md', 'b.md', 'x`specs/b.md`', '`specs/b.md`x', 'x[x](b.md)', '[x](b.md)x'])
  })

  test('stands in a section', () => {
    const [before, within] = collectedOf('`src/x.ts:3`\n\n## Summary\n\n`src/x.ts:3`\n').citations
    expect(before).not.toHaveProperty('section')
    expect(within?.section).toBe('executive-summary')
  })
})

describe('addresses of the web', () => {
  test.each([
    ['[x](https://x.example/a#b)', 'https://x.example/a', 'b'],
    ['[x](https://x.example/#)', 'https://x.example/#', undefined],
    ['[x](https://x.example/)', 'https://x.example/', undefined],
    ['[x](//x.example/a)', '//x.example/a', undefined],
  ])('%s', (text, target, anchor) => {
    const [draft] = drafts(text)
    expect(draft).toMatchObject({kind: 'url', target})
    expect(draft?.anchor).toBe(anchor)
  })

  test('are none where two slashes stand in a path', () => {
    expect(drafts('[x](a//b.md)')).toMatchObject([{kind: 'spec'}])
  })
})

describe('addresses of files at a commit', () => {
  test.each([
    '//github.com/o/r/blob/abc1234/src/x.ts',
    'http://github.com/o/r/blob/abc1234/src/x.ts',
    `https://github.com/o/r/blob/${'abcdef'.repeat(7).slice(0, 40)}/src/x.ts`,
    'https://x.example/o/p/_git/r?path=//src/x.ts&version=GCabc1234',
    'https://x.example/o/p/_git/r?path=src/x.ts&version=GCabc1234',
  ])('%s', url => {
    expect(permalinkIn(url)).toMatchObject({path: 'src/x.ts'})
  })

  test.each([
    `https://github.com/o/r/blob/${'abcdef'.repeat(7).slice(0, 39)}/src/x.ts`,
    'https://x.example/o/p/_git/r?path=src/x.ts&version=GCabc1234x',
    'https://x.example/o/p/_git/r?path=src/x.ts&version=xGCabc1234',
    'https://x.example/o/p/_git/r?path=src/x.ts',
    'https://github.com/o/r/blob/abc1234/',
    'see https://github.com/o/r/blob/abc1234/src/x.ts',
  ])('none: %s', url => {
    expect(permalinkIn(url)).toBeUndefined()
  })
})
