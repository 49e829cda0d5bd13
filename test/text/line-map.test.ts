import {describe, expect, test} from 'vitest'
import {lineMap, splitLines} from '../../src/text/line-map.js'

const mapped = (from: string, to: string): (number | undefined)[] => {
  const [old, now] = [from.split(''), to.split('')]
  const map = lineMap(old, now)
  return old.map((_, index) => map(index + 1))
}

describe('lines of one text in another', () => {
  test.each([
    ['abc', 'abc', [1, 2, 3]],
    ['abc', 'xabc', [2, 3, 4]],
    ['abc', 'axbc', [1, 3, 4]],
    ['abc', 'ac', [1, undefined, 2]],
    ['abc', 'aXc', [1, undefined, 3]],
    ['abcd', 'xxbcyyd', [undefined, 3, 4, 7]],
    ['abc', '', [undefined, undefined, undefined]],
    ['', 'abc', []],
    ['aaa', 'aa', [1, 2, undefined]],
  ])('%s in %s', (from, to, expected) => {
    expect(mapped(from, to)).toEqual(expected)
  })

  test('outside the text there is nothing', () => {
    const map = lineMap(['a'], ['a'])
    expect([map(0), map(-1), map(2)]).toEqual([undefined, undefined, undefined])
  })

  test('texts with little in common are not compared for ever: what begins and ends alike is found all the same', () => {
    const many = (sign: string): string[] => Array.from({length: 20_000}, (_, index) => `${sign}${index}`)
    const map = lineMap(['head', ...many('a'), 'tail'], ['head', ...many('b'), 'new', 'tail'])
    expect([map(1), map(2), map(20_002)]).toEqual([1, undefined, 20_003])
  })
})

test.each([
  ['', []],
  ['a', ['a']],
  ['a\n', ['a']],
  ['a\r\nb\rc\n\n', ['a', 'b', 'c', '']],
])('lines of %j', (text, lines) => {
  expect(splitLines(text)).toEqual(lines)
})
