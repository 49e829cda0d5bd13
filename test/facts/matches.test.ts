import {describe, expect, test} from 'vitest'
import {matchesIn} from '../../src/facts/reading/matches.js'
import {prose, withCodeSpans} from '../../src/facts/reading/view.js'
import {patternOf} from '../../src/text/patterns/index.js'
import {documentOf} from './support.js'

const found = (text: string, pattern: string) =>
  matchesIn(prose(documentOf(text)), patternOf(pattern, 'gu')).map(({text: words, start, end}) => [words, start, end])

describe('what a pattern is looked for in', () => {
  test.each([
    ['a code span', 'x `ID` x', []],
    ['a fence', '```\nID\n```\n', []],
    ['indented code', 'x\n\n    ID\n', []],
    ['a comment', 'x <!-- ID --> x', []],
    ['a comment that is not closed', 'x\n\n<!-- ID\n', []],
    ['HTML', 'x <b title="ID">x</b>', ['ID']],
    ['HTML beside a comment', 'x\n\n<div><!-- ID -->\nID</div>', ['ID']],
    ['code in the words of a link', '[`ID` x `ID`](y.md)', []],
    ['an image in the words of a link', '[![ID](x.png) ID](y.md)', ['ID']],
    ['an image', 'x ![ID](x.png) x', []],
    ['an image by a label', 'x ![ID][r] x\n\n[r]: x.png', []],
    ['the words of a link', 'x [ID](x.md) x', ['ID']],
    ['the words of a link by a label', 'x [ID][r] x\n\n[r]: x.md', ['ID']],
    ['the address of a link', 'x [x](ID.md) x', []],
    ['the label of a link', 'x [x][ID] x\n\n[ID]: x.md', []],
    ['a link without words', 'x [](ID.md) x', []],
    ['an address as it stands', 'x <https://x.example/ID> x', []],
    ['a definition', '[ID]: ID.md', []],
    ['the mark of a note', 'x[^ID]\n\n[^ID]: x', []],
    ['a note', 'x[^n]\n\n[^n]: ID', ['ID']],
    ['frontmatter', '---\nx: ID\n---\n', ['ID']],
    ['an item', '- ID', ['ID']],
    ['a task', '- [ ] ID', ['ID']],
    ['a heading', '# ID', ['ID']],
    ['a cell', '| ID |\n| - |\n', ['ID']],
  ])('%s: %j', (_, text, expected) => {
    expect(found(text, 'ID').map(([words]) => words)).toEqual(expected)
  })

  test('is the brackets of neither links nor tasks', () => {
    expect(
      found('[x](y.md) [x][r] - [ ]\n\n- [ ] task\n- [x] task\n\n[r]: y.md\n', '[\\[\\]]').map(([, start]) => start),
    ).toEqual([19, 21])
  })

  test('is code spans, too, where an id in one is an id', () => {
    const view = withCodeSpans(documentOf('x `I\\D` \\[ID\\] `ID`'))
    expect(view.text).toBe('x `I\\D` [ID] `ID`')
    expect(matchesIn(view, patternOf('ID', 'gu')).map(({start}) => start)).toEqual([10, 16])
  })

  test('is without backslashes that only escape, at the places where they stand', () => {
    expect(found('a\\_b \\[c\\] \\d', '.b|\\[c\\]|.d')).toEqual([
      ['_b', 2, 4],
      ['[c]', 6, 10],
      ['\\d', 11, 13],
    ])
    expect(found('---\nx: a\\_b\n---\n\na\\_b a\\_b `\\_b` a\\_b\n', 'a_b')).toEqual([
      ['a_b', 17, 21],
      ['a_b', 22, 26],
      ['a_b', 33, 37],
    ])
    expect(found('---\nx: a\\_b\n---\n', 'a\\\\_b')).toEqual([['a\\_b', 7, 11]])
  })

  test('keeps its lines', () => {
    expect(prose(documentOf('a\r\n\r\n```\r\nb\r\n```\r\n')).text).toBe('a\r\n\r\n   \r\n \r\n   \r\n')
    expect(prose(documentOf('a `b` [c](d) `e`')).text).toBe('a      c        ')
  })
})

describe('where a pattern matches', () => {
  test('is within a paragraph, over its lines', () => {
    expect(found('a\nb\n\na\n\nb', 'a\\s+b')).toEqual([['a b', 0, 3]])
    expect(found('a\r\nb\r\n\r\na\r\n\r\nb', 'a\\s+b')).toEqual([['a b', 0, 4]])
    expect(found('a\rb\r\ra\r\rb', 'a\\s+b')).toEqual([['a b', 0, 3]])
    expect(found('a\n \t\nb', 'a\\s+b')).toEqual([])
    expect(found('a\n\n\n\n  b\n\n', '\\S')).toEqual([
      ['a', 0, 1],
      ['b', 7, 8],
    ])
  })

  test('is each place once, along a long paragraph', () => {
    const words = 'x '.repeat(2500)
    expect(found(`${words}ab`, 'ab')).toEqual([['ab', 5000, 5002]])
    expect(found(`${words}${words}ab ab`, 'ab').map(([, start]) => start)).toEqual([10_000, 10_003])
  })

  test('is not cut in two where it is shorter than what is read anew', () => {
    const at = (from: number, length: number) =>
      found(`${'x'.repeat(from)}${'a'.repeat(length)}${' x'.repeat(3000)}`, 'a+').map(([, start, end]) => [start, end])
    expect(at(3990, 20)).toEqual([[3990, 4010]])
    expect(at(2800, 500)).toEqual([[2800, 3300]])
    expect(at(3000, 1500)).toEqual([[3000, 4500]])
  })

  test('is told by what stands before it', () => {
    const text = `${'x'.repeat(3000)}ab${' y'.repeat(1000)}`
    expect(found(text, '(?<!x)ab')).toEqual([])
    expect(found(text, '(?<=x)ab')).toEqual([['ab', 3000, 3002]])
    expect(found(`${'x'.repeat(2999)} ab${' y'.repeat(1000)}`, '\\bab')).toEqual([['ab', 3000, 3002]])
  })

  test('of nothing is no place, and goes on behind it', () => {
    expect(found('a\u{1f600}b', '\\b')).toEqual([])
    expect(found('a\u{1f600}b', '(?:)|b')).toEqual([])
    expect(found('a\u{1f600}b', '(?=b)')).toEqual([])
    expect(found('a\u{1f600}\u{1f600} b', '$|b')).toEqual([['b', 6, 7]])
  })
})
