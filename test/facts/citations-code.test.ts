import {describe, expect, test} from 'vitest'
import {type CitationDraft, collectCitations} from '../../src/facts/citations/index.js'
import {linesOf, parse} from '../../src/markdown/index.js'
import {cite, textAt} from '../support/citations.js'

/** What the syntax alone tells of a text that stands in `specs/a.md`. */
function drafts(text: string): CitationDraft[] {
  const context = {
    path: 'specs/a.md',
    folders: {research: ['research'], specs: ['specs']},
    lines: linesOf(text),
    sectionAt: () => undefined,
  }
  const found = collectCitations({...context, tree: parse(text), text})
  for (const draft of found) expect(textAt(text, draft.position)).toBe(draft.text)
  return found
}

/** The only one as "kind target lines", with "?" where it must resolve to be one. */
function one(text: string): string {
  const [draft, ...others] = drafts(text)
  expect(others).toEqual([])
  if (draft === undefined) return ''
  const lines = draft.lines?.map(({from, to}) => (from === to ? `${from}` : `${from}-${to}`)).join() ?? ''
  return `${draft.kind} ${draft.target}${lines && ` ${lines}`}${draft.unsure ? '?' : ''}`
}

describe('source code in a code span', () => {
  test.each([
    ['`src/x.ts:12`', 'code src/x.ts 12'],
    ['`src/x.ts:12-40`', 'code src/x.ts 12-40'],
    ['`src/x.ts:12–40`', 'code src/x.ts 12-40'],
    ['`src/x.ts:12,40-44`', 'code src/x.ts 12,40-44'],
    ['`src/x.ts:L12`', 'code src/x.ts 12'],
    ['`src/x.ts:12:5`', 'code src/x.ts 12'],
    ['`src/x.ts#L10-L20`', 'code src/x.ts 10-20'],
    ['`src/x.ts` (lines 12-40)', 'code src/x.ts 12-40'],
    ['`src/x.ts` lines 12–40', 'code src/x.ts 12-40'],
    ['`src/x.ts`, lines 12 to 40', 'code src/x.ts 12-40'],
    ['`src/x.ts` at line 12', 'code src/x.ts 12'],
    ['`src/x.ts` (L12)', 'code src/x.ts 12'],
    ['`src/x.ts`\n(lines 12, 40-44 and 60)', 'code src/x.ts 12,40-44,60'],
    ['`src/x.ts:12` (lines 3-4)', 'code src/x.ts 12'],
    ['`.github/workflows/ci.yml:3`', 'code .github/workflows/ci.yml 3'],
    ['`../src/x.ts:3`', 'code ../src/x.ts 3'],
    ['`app/(shop)/[id]/page.tsx:3`', 'code app/(shop)/[id]/page.tsx 3'],
    ['`docker/Dockerfile:3`', 'code docker/Dockerfile 3'],
    ['`docs/x.md:12`', 'code docs/x.md 12'],
    ['`src/x.ts`', 'code src/x.ts?'],
    ['`src/x.unknown`', 'code src/x.unknown?'],
    ['`src/ui/`', 'code src/ui/?'],
    ['`x.ts`', 'code x.ts?'],
    ['`chat.tsx:120`', 'code chat.tsx 120?'],
    ['`./x.ts:3`', 'code ./x.ts 3?'],
    ['`Makefile:3`', 'code Makefile 3?'],
    ['`justfile`', 'code justfile?'],
    ['`.gitignore`', 'code .gitignore?'],
    ['`README.md`', 'code README.md?'],
    ['`AGENTS.md:12`', 'code AGENTS.md 12?'],
    ['`bin/tool:12-40`', 'code bin/tool 12-40?'],
    ['`research/x.md` (lines 3-4)', 'research research/x.md 3-4'],
  ])('%s', (text, expected) => {
    expect(one(text)).toBe(expected)
  })

  test.each([
    ['`src/x.ts` (lines 12-40, the parser)', '`src/x.ts` (lines 12-40'],
    ['(`src/x.ts`, lines 12-40)', '`src/x.ts`, lines 12-40'],
    ['`src/x.ts` lines 12-40.', '`src/x.ts` lines 12-40'],
    ['`src/x.ts` (~line 12)', '`src/x.ts`'],
    ['`src/x.ts` line 12.5', '`src/x.ts`'],
    ['`src/x.ts`\n\nLines 12-40', '`src/x.ts`'],
  ])('ends where its lines end: %s', (text, whole) => {
    expect(drafts(text).map(draft => draft.text)).toEqual([whole])
  })

  test('is looked for from the root first, a link from the file', () => {
    const paths = (text: string) => drafts(text)[0]?.candidates.map(({path}) => path)
    expect(paths('`src/x.ts:3`')).toEqual(['src/x.ts', 'specs/src/x.ts'])
    expect(paths('[x](src/x.ts#L3)')).toEqual(['specs/src/x.ts', 'src/x.ts'])
    expect(paths('`../src/x.ts:3`')).toEqual(['src/x.ts'])
  })
})

test.each([
  'localhost:3000',
  'example.com:80',
  '127.0.0.1:8080',
  '12:30',
  '16:9',
  'node:20',
  'node:20-alpine',
  'library/node:20',
  'ghcr.io/org/app:20',
  '@scope/pkg',
  '@scope/pkg/sub.js',
  '@/components/x.tsx',
  'pkg/sub',
  'text/plain',
  'application/json',
  'origin/main',
  'feature/x-1',
  '/api/v1/x',
  '/api/v1/x.json',
  '/home/me/x.ts:3',
  '/tmp',
  '~/x.ts',
  '$HOME/x.ts',
  'C:\\x\\y.ts',
  '<name>.ts',
  '{slug}.md',
  '*.ts',
  'src/**/*.ts',
  'foo/...',
  'src/.../x.ts',
  'src/YYYY-MM-DD.ts',
  'npm run src/x.ts',
  'node_modules/x/y.js:3',
  'pkg/node_modules/x.js',
  'https://example.org/x.ts',
  'github.com/org/repo/x.ts:3',
  'www.example.org/x.ts',
  '1.5',
  'v1.2.3',
  '3/4',
  'obj.prop',
  'obj.prop()',
  'a.b/c',
  '.ts',
  './',
  '../',
  '//',
  'and/or',
  'research/',
  'specs/',
])('is no citation: `%s`', text => {
  expect(drafts(`\`${text}\``)).toEqual([])
})

describe('a path in plain text', () => {
  test.each([
    ['research/docs/2026-01-25-x.md', 'research research/docs/2026-01-25-x.md'],
    ['see specs/y.md#goals.', 'spec specs/y.md'],
    ['(see research/x.md:3-4, 7)', 'research research/x.md 3-4'],
    ['**research/x.md**: words', 'research research/x.md'],
    ['| a |\n| - |\n| research/x.md |', 'research research/x.md'],
    ['In src/x.ts:12-40,', 'code src/x.ts 12-40'],
    ['In src/x.ts (lines 12-40)', 'code src/x.ts 12-40'],
    ['In “src/x.ts”', 'code src/x.ts?'],
    ['In chat.tsx:12', 'code chat.tsx 12?'],
    ['In docs/x.md', 'code docs/x.md?'],
  ])('%s', (text, expected) => {
    expect(one(text)).toBe(expected)
  })

  test.each([
    'Node.js, README.md, x.ts, and/or, e.g. TCP/IP',
    'research/docs/, src/, src/x',
    'https://example.org/src/x.ts:3 www.example.org/src/x.md',
    '`a` src/{x}.ts <b>/src/x.ts:3 src/*.ts $SRC/x.ts:3',
    '\\[a](research/x.md)',
    '<a href="research/x.md">',
    '    research/x.md',
    '```\nresearch/x.md\n```',
  ])('is none in: %s', text => {
    expect(drafts(text).filter(({kind}) => kind !== 'url')).toEqual([])
  })

  test('is none among the words of a link', () => {
    expect(drafts('[see research/x.md](../research/x.md)').map(({form}) => form)).toEqual(['link'])
  })
})

// Brackets are the dearest for the reference, which would refuse more of them.
test.each([
  ['ends', 'a.b/', 90_000],
  ['colons', 'src/x.ts:1', 90_000],
  ['commas', '1,', 90_000],
  ['brackets', '[([', 60_000],
  ['spans', '`a/b.ts:1` ', 90_000],
  ['lines', '`a/b.ts` lines 1, ', 90_000],
  ['blanks', '`a/b.ts` \t   ', 90_000],
])('hostile %s take little time', (_, piece, signs) => {
  const text = `src/x.ts:${piece.repeat(Math.ceil(signs / piece.length))}`
  expect(drafts(text).length).toBeLessThan(20_000)
})

test('research that nests too deep names no commit, and keeps nobody from looking the code up', async () => {
  const files = {'src/a.ts': 'one\ntwo\n', 'research/r.md': `# ${'*'.repeat(1100)}a\n`}
  const {citations} = await cite('# A\n\n[r](../research/r.md), `src/a.ts:2`\n', files)
  expect(citations.map(({kind, exists}) => [kind, exists])).toEqual([
    ['research', true],
    ['code', true],
  ])
})
