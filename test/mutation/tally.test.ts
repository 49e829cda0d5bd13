import {expect, test} from 'vitest'
import {shown, tallyOf} from './tally.mjs'

const source = 'export const least = (a: number) =>\n  a >\n  3\n'
const mutant = (status: string, replacement = 'a < 3') => ({
  status,
  mutatorName: 'EqualityOperator',
  replacement,
  location: {start: {line: 2, column: 3}, end: {line: 3, column: 4}},
})

test('a score counts what was seen of all that could be, by folder', () => {
  const tally = tallyOf({
    files: {
      'src/b/one.ts': {
        source,
        mutants: ['Killed', 'Timeout', 'Survived', 'Ignored', 'CompileError'].map(each => mutant(each)),
      },
      'src/a/two.ts': {source, mutants: [mutant('NoCoverage', '')]},
      'src/c/three.ts': {source, mutants: [mutant('Ignored')]},
    },
  })
  expect(tally).toMatchObject({score: 50, seen: 2, all: 4})
  expect(tally.folders).toEqual([
    {folder: 'src/a', seen: 0, all: 1},
    {folder: 'src/b', seen: 2, all: 3},
  ])
  expect(shown(tally)).toBe(
    [
      'src/b/one.ts:2:3 EqualityOperator',
      '    a > 3',
      '    a < 3',
      'src/a/two.ts:2:3 EqualityOperator, reached by no test',
      '    a > 3',
      '    (nothing)',
      '',
      '    0 %  0 of 1  src/a',
      ' 66.6 %  2 of 3  src/b',
      '   50 %  2 of 4 mutants were seen',
    ].join('\n'),
  )
})

test('nothing to see is nothing unseen, and less than all is never all', () => {
  expect(tallyOf({files: {}}).score).toBe(100)
  const many = Array.from({length: 2000}, (_, index) => mutant(index === 0 ? 'Survived' : 'Killed'))
  expect(tallyOf({files: {'src/x.ts': {source, mutants: many}}}).score).toBe(99.9)
})
