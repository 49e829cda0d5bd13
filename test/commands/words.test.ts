import {describe, expect, test} from 'vitest'
import {citationText, gapWords, wordsOn} from '../../src/commands/support/citation-words.js'
import {moveText} from '../../src/commands/support/mv/text.js'
import {driftText} from '../../src/commands/support/research-drift.js'
import {plainPalette} from '../../src/reporters/index.js'

type Report = Parameters<typeof wordsOn>[0]

const report = (more: object): Report =>
  ({form: 'link', kind: 'code', target: 'src/a.ts', text: 'x', ...more}) as Report

describe('what became of a citation', () => {
  test.each<[string, object]>([
    ['not looked up', {kind: 'url'}],
    ['not looked up', {}],
    ['open: 2 fit (a.ts, b.ts)', {candidates: ['a.ts', 'b.ts']}],
    ['open: 4 fit (a.ts, b.ts, …)', {candidates: ['a.ts', 'b.ts', 'c.ts', 'd.ts']}],
    ['see [R1]', {form: 'reference', label: '[R1]'}],
    ['see its definition', {form: 'footnote'}],
    ['not looked up: git failed', {gap: 'git-failed'}],
    ['not here: git ignores it', {gap: 'ignored'}],
    ['only here: git ignores it', {gap: 'ignored', exists: true, kind: 'research', path: 'src/a.ts'}],
    ['no such file in any state that counts', {exists: false}],
    ['missing; may be yet to be written', {exists: false, kind: 'research'}],
    ['missing', {exists: false, kind: 'research', accusedBy: ['dead-citation']}],
    ['missing; did you mean b.md?', {exists: false, kind: 'research', accusedBy: ['x'], near: ['b.md']}],
    [
      'missing; did you mean c.md?',
      {exists: false, kind: 'research', accusedBy: ['x'], near: ['b.md'], moved: ['c.md']},
    ],
    ['there', {exists: true, kind: 'research'}],
    ['there', {exists: true}],
    ['research/b.md', {exists: true, kind: 'research', path: 'research/b.md'}],
    ['there', {exists: true, kind: 'research', path: 'research/b.md', resolvedFrom: 'file'}],
    ['in HEAD', {exists: true, path: 'src/a.ts', commit: 'a'.repeat(40), commitFrom: 'head'}],
    ['in the work tree', {exists: true, path: 'src/a.ts', commitFrom: 'worktree'}],
    [
      'lib/src/a.ts at aaaaaaaaaa (which is named with it)',
      {exists: true, path: 'lib/src/a.ts', commit: 'a'.repeat(40), commitFrom: 'citation'},
    ],
    ['not as cited in HEAD; open: the history is cut off', {exists: true, commitFrom: 'head', gap: 'shallow-clone'}],
    ['there; the link leads there only from the root', {exists: true, accusedBy: ['root-relative-link']}],
    [
      'there; no anchor #b; no section 4.1; it has 9 lines',
      {
        exists: true,
        anchor: 'b',
        anchorExists: false,
        heading: '4.1',
        headingExists: false,
        linesExist: false,
        lineCount: 9,
      },
    ],
    ['there', {exists: true, symbol: {text: 'f', found: 'lines'}, quote: {found: 'around'}}],
    [
      'there; f is nowhere in it; the quotation stands in line 3',
      {exists: true, symbol: {text: 'f', found: 'nowhere'}, quote: {found: 'elsewhere', lines: {from: 3, to: 3}}},
    ],
    ['there; f stands in other lines', {exists: true, symbol: {text: 'f', found: 'elsewhere'}}],
    ['there', {exists: true, drift: {state: 'unchanged'}}],
    ['there; now in line 3', {exists: true, drift: {state: 'moved', lines: [{from: 3, to: 3}]}}],
    ['there; now in lines 3-5', {exists: true, drift: {state: 'moved', lines: [{from: 3, to: 5}]}}],
    ['there; now src/b.ts', {exists: true, drift: {state: 'renamed', path: 'src/b.ts'}}],
    ['there; now src/b.ts:3-5', {exists: true, drift: {state: 'renamed', path: 'src/b.ts', lines: [{from: 3, to: 5}]}}],
    ['there; changed since', {exists: true, drift: {state: 'changed'}}],
    ['there; changed since (src/b.ts)', {exists: true, drift: {state: 'changed', path: 'src/b.ts'}}],
  ])('%s', (words, more) => {
    expect(wordsOn(report(more))).toBe(words)
  })

  test('may have no reason', () => {
    expect(gapWords(undefined)).toBe('not looked up')
  })
})

test.each<[string, object]>([
  [
    'src/a.ts:3,5-6',
    {
      lines: [
        {from: 3, to: 3},
        {from: 5, to: 6},
      ],
    },
  ],
  ['src/a.ts#b', {anchor: 'b'}],
  ['src/a.ts § 4.1', {heading: '4.1'}],
  ['[R1] src/a.ts', {form: 'reference', label: '[R1]'}],
  ['src/a.ts', {form: 'reference'}],
  ['§4.1', {target: '', text: '§4.1', heading: '4.1'}],
  ['src/a.ts:3 (f)', {lines: [{from: 3, to: 3}], symbol: {text: 'f', found: 'lines'}}],
])('a table shows a citation as %s', (words, more) => {
  expect(citationText(report(more))).toBe(words)
})

const COMMIT = '3bf9021'.padEnd(40, '0')
test.each<[string, object]>([
  ['', {}],
  ['read at 3bf9021000', {commit: COMMIT}],
  ['read at 3bf9021000, a commit that is not known here', {commit: COMMIT, commitKnown: false}],
  ['read at 3bf9021000 (no longer in the history)', {commit: COMMIT, commitReachable: false}],
  [
    'read at 3bf9021000 (no longer in the history; abcdef0000 has the same files)',
    {commit: COMMIT, commitReachable: false, anchor: 'abcdef'.padEnd(40, '0')},
  ],
  [
    'read at 3bf9021000 (no longer in the history, and no commit there has the same files); of 2 files that it speaks of, none has changed since',
    {commit: COMMIT, commitReachable: false, files: 2},
  ],
  [
    'read at 3bf9021000; of 9 files that it speaks of, 1 has changed, 2 are gone, 1 has another name since',
    {commit: COMMIT, files: 9, changed: 1, gone: 2, renamed: 1},
  ],
  [
    'read at 3bf9021000; of 9 files that it speaks of, 2 have changed, 1 is gone, 2 have another name since',
    {commit: COMMIT, files: 9, changed: 2, gone: 1, renamed: 2},
  ],
])('of research is told: %s', (words, drift) => {
  expect(driftText(drift as Parameters<typeof driftText>[0])).toBe(words)
})

test('what a move left is told by the names that files have now, or would still have', () => {
  const plan = {
    from: 'specs/a.md',
    to: 'specs/b.md',
    moved: {rewrites: []},
    citing: [],
    left: [
      {path: 'specs/a.md', places: [{line: 3, text: 'a.md', reason: 'code'}]},
      {path: 'specs/c.md', places: [{line: 4, text: 'a.md', reason: 'words'}]},
    ],
  } as unknown as Parameters<typeof moveText>[0]
  const told = (isDry: boolean) => moveText(plan, isDry, {palette: plainPalette, show: path => path})
  expect(told(false)).toBe(
    'Moved specs/a.md to specs/b.md\n  0 citations of it in 0 other documents written anew\n' +
      '  2 places that name it not touched\n    specs/b.md:3: a.md (in a block of code)\n    specs/c.md:4: a.md (no citation)\n',
  )
  expect(told(true)).toContain('Would move specs/a.md to specs/b.md\n')
  expect(told(true)).toContain('    specs/a.md:3: a.md (in a block of code)\n')
})
