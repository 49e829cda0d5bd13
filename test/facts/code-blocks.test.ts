import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {codeBlocksIn} from '../../src/facts/citations/code/code-blocks.js'

/** The same by looking at each line between two. */
function holds(lines: readonly string[], head: number, line: number): boolean {
  const indent = (text: string) => text.length - text.trimStart().length
  const depth = indent(lines[head - 1] ?? '')
  return lines.slice(head, line).every((text, index, all) => {
    if (text.trim() === '' || indent(text) > depth) return true
    const goesOn = /^\s*[)\]}>].*[{([:,]\s*$/.test(text) || /^\s*[{(]\s*$/.test(text)
    const ends = index === all.length - 1 && /^\s*[)\]}]/.test(text)
    return indent(text) === depth && (goesOn || ends)
  })
}

describe('a block of code', () => {
  test('holds what stands between its head and the next line that goes back to its indentation', () => {
    const words = fc.constantFrom('a', '{', '}', ') {', '};', '')
    const line = fc.tuple(fc.nat(3), words).map(([indent, text]) => (text === '' ? '' : ' '.repeat(indent) + text))
    fc.assert(
      fc.property(fc.array(line, {minLength: 1, maxLength: 9}), lines => {
        const {reaching, openedAt} = codeBlocksIn(lines)
        for (const [index, text] of lines.entries()) {
          if (text === '') continue
          const head = index + 1
          for (let at = head; at <= lines.length; at++) {
            const expected = at === head || holds(lines, head, at)
            expect([head, at, reaching(at)(head), openedAt(head)(at)]).toEqual([head, at, expected, expected])
          }
        }
      }),
    )
  })

  test('holds nothing above its head, nor what is too far away', () => {
    const lines = ['a', ...Array.from({length: 2100}, () => ' b')]
    const {reaching, openedAt} = codeBlocksIn(lines)
    expect([openedAt(2)(1), reaching(1)(2), openedAt(1)(2001), openedAt(1)(2002)]).toEqual([false, false, true, false])
    expect([reaching(2001)(1), reaching(2002)(1)]).toEqual([true, false])
  })

  test('of a comment is that of the line that it stands above', () => {
    const {headIn} = codeBlocksIn(['// a', '/* b', ' * c', ' */', 'd', ''])
    expect([headIn({from: 1, to: 1}), headIn({from: 0, to: 2}), headIn({from: 5, to: 5})]).toEqual([5, 5, 5])
    expect(headIn({from: 9, to: 9})).toBe(9)
    const long = codeBlocksIn([...Array.from({length: 70}, () => '// a'), 'b'])
    expect([long.headIn({from: 1, to: 1}), long.headIn({from: 20, to: 20})]).toEqual([1, 71])
  })
})
