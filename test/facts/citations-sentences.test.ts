import {describe, expect, test} from 'vitest'
import {sentenceAround} from '../../src/facts/citations/sentences.js'

/** The sentence around the sign "@" in a text; `block` are the signs that begin and end the block around it. */
function around(text: string, [begin, end]: readonly [string, string] | readonly [] = []): string {
  const at = text.indexOf('@')
  const block = {from: begin ? text.indexOf(begin) : 0, to: end ? text.indexOf(end) + 1 : text.length}
  const {from, to} = sentenceAround(text, {from: at, to: at + 1}, block)
  return text.slice(from, to)
}

describe('a sentence', () => {
  test.each([
    ['One. Two @ two. Three.', 'Two @ two.'],
    ['One! Two @ two? Three.', 'Two @ two?'],
    ['One." Two @ two.) Three.', 'Two @ two.'],
    ['One. “Two” @ two. `Three`.', '“Two” @ two.'],
    ['One. two @ two. three.', 'One. two @ two. three.'],
    ['One\n\nTwo @ two\n\nThree', 'Two @ two\n'],
    ['- One\n- Two @ two\n- Three', 'Two @ two\n'],
    ['1. One\n12. Two @ two\n3. Three', 'Two @ two\n'],
    ['One.  Two @. Three', 'Two @.'],
    ['@ One. Two.', '@ One.'],
  ])('%j', (text, expected) => {
    expect(around(text)).toBe(expected)
  })

  test.each([
    'So, cf. The second @ one',
    'So, e.g. The second @ one',
    'So, i.e. The second @ one',
    'By 17 U.S.C. The second @ one',
    'By J. The second @ one',
    'By CF. The second @ one',
    'By (cf. The second @ one',
    'See @ cf. The second one',
    'See @ U.S.C. The second one',
  ])('goes on behind what is short for words: %s', text => {
    expect(around(text)).toBe(text)
  })

  test.each([
    ['By Recf. The second @ one', 'The second @ one'],
    ['By j. The second @ one', 'The second @ one'],
    ['By No. The second @ one', 'The second @ one'],
    ['By a.b The end. The second @ one', 'The second @ one'],
    ['By e.gx. The second @ one', 'The second @ one'],
    ['Cf! The second @ one', 'The second @ one'],
    ['See @ no. The second one', 'See @ no.'],
    ['See @ cf! The second one', 'See @ cf!'],
    ['See @ 1cf. The second one', 'See @ 1cf.'],
  ])('ends behind other words: %s', (text, expected) => {
    expect(around(text)).toBe(expected)
  })

  test('ends with its block', () => {
    expect(around('One { two @ three } four', ['{', '}'])).toBe('{ two @ three }')
  })

  test('is cut where it has no end', () => {
    expect(around(`${'a '.repeat(500)}@${' b'.repeat(500)}`)).toHaveLength(1201)
  })
})
