import {describe, expect, test} from 'vitest'
import {meantFences} from '../../src/fixes/fences/lines.js'
import {applyEdits, type Edit, fixes} from '../../src/fixes/index.js'
import {linesOf} from '../../src/markdown/index.js'
import {relativePath} from '../../src/text/index.js'
import {factsWith} from '../lint/support.js'

/** A range of a text by what stands in it. */
function rangeOf(text: string, part: string) {
  const lines = linesOf(text)
  const start = text.indexOf(part)
  return {start: lines.pointAt(start), end: lines.pointAt(start + part.length)}
}

const edit = (text: string, part: string, by: string): Edit => ({range: rangeOf(text, part), text: by})

describe('applyEdits', () => {
  const text = 'one two\r\nthree'
  test('applies in any order, and keeps the rest', () => {
    const edits = [edit(text, 'one', '1'), edit(text, 'three', '333'), edit(text, 'two', '')]
    expect(applyEdits(text, edits)).toBe('1 \r\n333')
    expect(applyEdits(text, edits.toReversed())).toBe('1 \r\n333')
    expect(edits[0]?.text).toBe('1')
    expect(applyEdits(text, [])).toBe(text)
  })
  test('edits that touch are fine, edits that overlap are refused', () => {
    expect(applyEdits(text, [edit(text, 'one', 'a'), edit(text, ' two', 'b')])).toBe('ab\r\nthree')
    expect(() => applyEdits(text, [edit(text, 'one t', 'a'), edit(text, 'two', 'b')])).toThrow(RangeError)
    expect(() => applyEdits(text, [edit(text, 'one', 'a'), edit(text, 'one', 'b')])).toThrow(RangeError)
  })
  test('edits outside the text are refused', () => {
    expect(() => applyEdits('x', [edit(text, 'three', 'a')])).toThrow(
      new RangeError('Unexpected edit of 9 to 14, expected a place inside the text of 1'),
    )
  })
  test('of two texts that are put in at one place neither is the first: both are refused', () => {
    const [one] = [edit(text, '', 'a')]
    expect(() => applyEdits(text, [one, {...one, text: 'b'}])).toThrow(
      new RangeError('Unexpected edits of one place: 0 to 0, and from 0'),
    )
  })
  test('a place that ends before it begins, or begins before the text, is refused', () => {
    const {start, end} = rangeOf(text, 'two')
    const before = {line: 1, column: 0, offset: -1}
    expect(() => applyEdits(text, [{range: {start: end, end: start}, text: 'a'}])).toThrow(RangeError)
    expect(() => applyEdits(text, [{range: {start: before, end}, text: 'a'}])).toThrow(RangeError)
  })
})

describe('fences as their author means them', () => {
  const pairs = (text: string) => meantFences(text)?.map(({open, close, inside}) => [open.line, close.line, inside])
  test('are none where one is never closed', () => {
    expect(pairs('```\na\n```\n```md\n```sh\nb\n```\n')).toBeUndefined()
  })
  test('of tildes may have backticks behind them', () => {
    expect(pairs('~~~ a`b\nc\n~~~\n')).toEqual([[1, 3, 0]])
  })
  test('of the other sign are code of the one around them, however long', () => {
    expect(pairs('```md\n~~~~~sh\na\n~~~~~\n```sh\nb\n```\n```\n')).toEqual([[1, 8, 3]])
  })
  test('are told with the longest one inside of them', () => {
    expect(pairs('```md\n````sh\na\n````\n```sh\nb\n```\n```\n')).toEqual([[1, 8, 4]])
  })
})

test('a fence may have a separator of lines behind it, which ends none', () => {
  expect(meantFences('``` \u2028js\na\n```\n')).toMatchObject([{open: {line: 1, info: '\u2028js'}, close: {line: 3}}])
})

describe('full-status', () => {
  const text = '| Status | Draft |\n'
  const status = {value: 'Draft', name: 'Draft (WIP)', known: true, short: true, position: rangeOf(text, 'Draft')}
  const fixOf = (item: object) => fixes['full-status'](item, {facts: factsWith(), text})
  test('writes the short form in full', () => {
    expect(applyEdits(text, fixOf(status)?.edits ?? [])).toBe('| Status | Draft (WIP) |\n')
  })
  test('leaves words of the author and markup alone', () => {
    expect(fixOf({...status, note: 'since May'})).toBeUndefined()
    expect(fixOf({...status, short: false})).toBeUndefined()
    expect(fixOf({...status, position: rangeOf('| **Draft** |', '**Draft**')})).toBeUndefined()
    expect(fixOf({})).toBeUndefined()
  })
})

describe('relative-link', () => {
  const text = 'See [x](research/docs/a.md#part-2 "t").\n'
  const link = {
    resolvedFrom: 'root',
    target: 'research/docs/a.md',
    path: 'research/docs/a.md',
    anchor: 'part-2',
    targetPosition: rangeOf(text, 'research/docs/a.md#part-2'),
  }
  const fixed = (item: object, path = 'specs/b.md') =>
    applyEdits(text, fixes['relative-link'](item, {facts: factsWith({path}), text})?.edits ?? [])

  test('leads from the folder of the document; the anchor stays', () => {
    expect(fixed(link)).toBe('See [x](../research/docs/a.md#part-2 "t").\n')
    expect(fixed(link, 'research/b.md')).toBe('See [x](docs/a.md#part-2 "t").\n')
    expect(fixed(link, 'specs/2026/b.md')).toBe('See [x](../../research/docs/a.md#part-2 "t").\n')
  })
  test('what would end the target or be read as part of it is encoded', () => {
    expect(fixed({...link, path: 'research/a (1) #2 é.md'})).toContain('(../research/a%20%281%29%20%232%20é.md#part-2')
  })
  test('other links are left alone', () => {
    expect(fixed({...link, resolvedFrom: 'file'})).toBe(text)
    expect(fixed({...link, path: undefined})).toBe(text)
    expect(fixed({...link, target: 'x'.repeat(99)})).toBe(text)
  })
  test.each([
    ['a.md', 'b.md', 'b.md'],
    ['x/a.md', 'x/b.md', 'b.md'],
    ['x/y/a.md', 'x/z/b.md', '../z/b.md'],
    ['x/a.md', 'x/x/b.md', 'x/b.md'],
    ['x/b.md/a.md', 'x/b.md', '../b.md'],
    ['a.md', 'c:d.md', './c:d.md'],
  ])('from %s to %s: %s', (from, to, expected) => expect(relativePath(from, to)).toBe(expected))
})
