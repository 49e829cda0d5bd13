import type {Heading} from 'mdast'
import {describe, expect, test} from 'vitest'
import {lineBefore} from '../../src/markdown/engines/doubts/places.js'
import {anchorsOf, endOf, lastLineOf, lineOf, linesOf, parse, plain, startOf} from '../../src/markdown/index.js'

describe('a node that was made, not read', () => {
  const made: Heading = {type: 'heading', depth: 1, children: []}

  test('counts as standing at the beginning', () => {
    expect([startOf(made), endOf(made), lineOf(made), lastLineOf(made)]).toEqual([0, 0, 1, 1])
    expect(lineBefore(undefined, 'text')).toBe('')
  })

  test('may be a picture without words', () => {
    expect(plain({type: 'image', url: 'a.png'})).toBe('')
  })
})

test('outside of a text there are no lines', () => {
  const lines = linesOf('one\ntwo')
  expect([lines.text(0), lines.text(2), lines.text(3)]).toEqual(['', 'two', ''])
  expect([lines.start(2), lines.start(9)]).toEqual([4, 7])
})

test('anchors are set by headings, in words of their own, and by HTML with any quotes', () => {
  const text = [
    '# One',
    '## Two { #own }',
    '<a id="double"></a>',
    '',
    "<a name='single'></a>",
    '',
    '<p><a id=none>',
    '',
  ].join('\n\n')
  expect(anchorsOf(parse(text))).toEqual(['one', 'two--own-', 'own', 'double', 'single', 'none'])
})
