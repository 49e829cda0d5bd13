import {describe, expect, test} from 'vitest'
import {cite} from '../support/citations.js'

// Names of files with spaces and apostrophes, in a workspace that has some of them.
const files = {'src/a b.ts': 'one\ntwo\n', "src/it's.ts": 'one\n', 'docs/My notes/c d.ts': 'one\n', 'src/x.ts': 'one\n'}

const cited = async (text: string) =>
  (await cite(text, files)).citations.map(({target, lines, linesExist}) => [target, lines?.[0]?.from, linesExist])

describe('a path of words in a code span', () => {
  test.each([
    ['`src/a b.ts:2`', ['src/a b.ts', 2, true]],
    ['`src/a b.ts:3`', ['src/a b.ts', 3, false]],
    ['`src/a b.ts` (lines 2-4)', ['src/a b.ts', 2, false]],
    ["`src/it's.ts:300`", ["src/it's.ts", 300, false]],
    ['`docs/My notes/c d.ts:1`', ['docs/My notes/c d.ts', 1, true]],
    ['`../src/a b.ts:2`', ['../src/a b.ts', 2, true]],
  ])('%s', async (text, expected) => {
    expect(await cited(text)).toEqual([expected])
  })

  test.each([
    '`node src/x.ts:3`',
    '`cd src/x && y`',
    '`cat src/a b.ts:2`',
    '`src/x.ts and src/a b.ts:2`',
    '`src/x.ts src/x.ts:2`',
    '`src/a b.ts --flag src/x.ts:1`',
    "`'src/x.ts:1'`",
    '`src/a  b.ts:2`',
    '`src/gone away.ts:2`',
    '`a b.ts:2`',
    '`npm run build:3`',
    '`src/a b:2`',
  ])('none: %s', async text => {
    expect(await cited(text)).toEqual([])
  })
})
