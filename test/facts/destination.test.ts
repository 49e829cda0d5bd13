import {describe, expect, test} from 'vitest'
import {addressesOf, targetOf} from '../../src/facts/citations/addresses.js'
import {collect} from '../../src/facts/citations/collect.js'
import {type Document, readDocument} from '../../src/facts/reading/document.js'

const read = (text: string, path = 'specs/a.md'): Document =>
  readDocument(text, {path, kind: {name: 'test'}, folders: {specs: ['specs'], research: ['research']}})

/** What stands at the place of each citation's address. */
function targetsIn(text: string): (string | undefined)[] {
  return collect(read(text)).drafts.map(({targetPosition: at}) => at && text.slice(at.start.offset, at.end.offset))
}

const written = (text: string, path?: string) =>
  addressesOf(read(text, path)).map(({form, written, isPlaced}) => [form, written, isPlaced])

describe('where an address stands', () => {
  test.each([
    ['[a](b.md)', 'b.md'],
    ['[a](<b c.md> "t")', 'b c.md'],
    ['[a](<b\\>c.md>)', 'b\\>c.md'],
    ['[a](b(c).md)', 'b(c).md'],
    ['[a](b(c(d)e).md)', 'b(c(d)e).md'],
    ['[a](b\\)c.md)', 'b\\)c.md'],
    ['![a](b\\(c.md)', 'b\\(c.md'],
    ['[x][a\\]b]\n\n[a\\]b]: <c.md>', 'c.md'],
    ['[x][r]\n\n[r]:\n  c.md "t"', 'c.md'],
    ['[a](b\\(c.md)', 'b\\(c.md'],
    ['![a](b.md "](c) d")', 'b.md'],
    ['![a](b.md "](<c")', 'b.md'],
    ['[r][]\n\n[r]: <b\\>c.md>', 'b\\>c.md'],
  ])('%s', (text, address) => {
    expect(targetsIn(text)).toEqual([address])
  })

  test('of an image whose title looks like many of them is not told', () => {
    const image = `![a](b.md "${']('.repeat(20)}")`
    expect(targetsIn(image)).toEqual([undefined])
    expect(written(image)).toEqual([['image', image, false]])
    expect(targetsIn(`![a](b.md "${']('.repeat(10)}")`)).toEqual(['b.md'])
  })
})

describe('paths as they are written', () => {
  test('of definitions, of what is meant by a code span or a link in one, and of no address elsewhere', () => {
    expect(
      written('[r]: b.md#x\n[s]: `b.md`\n[t]: [x](c.md)\n[u]: mailto:a@b.c\n[v]: https://x.example\n[w]: #here\n'),
    ).toEqual([
      ['definition', 'b.md', true],
      ['definition', 'b.md', true],
      ['definition', 'c.md', true],
    ])
  })

  test('what is said of a commit is no path that moves', () => {
    expect(written('`abc1234:src/a.ts:1` and `src/a.ts:1`')).toEqual([['code-span', 'src/a.ts', true]])
  })

  test('at the root the document’s folder is the root', () => {
    const from = (path: string) => targetOf(read('', path), 'words', 'b.md')?.candidates
    expect(from('a.md')).toEqual([{path: 'b.md', from: 'file'}])
    expect(from('specs/a.md')).toEqual([
      {path: 'specs/b.md', from: 'file'},
      {path: 'b.md', from: 'root'},
    ])
  })
})
