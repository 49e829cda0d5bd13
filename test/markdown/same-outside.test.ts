import {describe, expect, test} from 'vitest'
import {parse, sameOutside} from '../../src/markdown/index.js'

/** Whether a text is read as before outside of a part that another takes the place of; `region`: the part that may be read otherwise. */
function isSame(before: string, part: string, by: string, region = part): boolean {
  const at = before.indexOf(part)
  const start = before.indexOf(region)
  const end = start + region.length
  const after = before.slice(0, at) + by + before.slice(at + part.length)
  return sameOutside(parse(before), parse(after), [
    {start, end, newStart: start, newEnd: end + by.length - part.length},
  ])
}

describe('what stands outside of an edit is read as before', () => {
  test.each([
    ['a link leads elsewhere', 'See [x](a.md) and *y*.\n\n- z\n', 'a.md', '../b.md'],
    ['a cell says more', '| a | b |\n| - | - |\n| c | d |\n\nText.\n', 'd ', 'd (e) '],
    ['a box is ticked', '- [ ] a\n- [ ] b\n', '[ ] a', '[x] a'],
    ['a number changes', '## 4. A\n\n## 5. B\n', '5', '4'],
    ['a section is put in at the end', 'a\n', 'a', 'a\n\n## B'],
  ])('%s', (_, before, part, by) => expect(isSame(before, part, by)).toBe(true))

  test.each([
    ['emphasis pairs with a sign far off', 'a b c* d\n\ne\n', 'b', '*b'],
    ['a fence opens', 'a\n\nb\n\nc\n', 'b', '```'],
    ['a comment opens', 'a\n\nb\n\nc --> d\n', 'b', '<!--'],
    ['a list begins', 'a\nb\n', 'a', '- a'],
    ['a definition gives marks elsewhere a meaning', 'x [y]\n\nz\n', 'z', '[y]: z'],
    ['a table falls apart', '| a | b |\n| - | - |\n| c | d |\n', 'b |', 'b'],
    ['a heading gets another level', '## a b\n', '# a', '## a'],
    ['a list item gets a box beside the part', '- a b\n', '- a', '- [ ] a'],
  ])('and not where %s', (_, before, part, by) => {
    expect(isSame(before, part, by, part.trim().slice(-1))).toBe(false)
  })

  test('a byte order mark and other line endings do not matter', () => {
    expect(isSame('\uFEFFSee [x](a.md).\r\n\r\n- b\r\n', 'a.md', 'bc.md')).toBe(true)
  })
})
