import {expect, test} from 'vitest'
import {blocksOf, parse, plain} from '../../src/markdown/index.js'

const outline = (text: string) =>
  blocksOf(parse(text)).map(({node, text}) => (text ? `${node.type}: ${text}` : node.type))

test('blocks come in order, containers before what they hold, lists not at all', () => {
  expect(outline('# A\n\nb\n\n- c\n  d\n\n  e\n  - f\n- [ ] g\n\n> h\n> - i\n\n| j |\n| - |\n\n```\nk\n```\n')).toEqual(
    [
      'heading: A',
      'paragraph: b',
      'listItem: c d e',
      'paragraph: c d',
      'paragraph: e',
      'listItem: f',
      'paragraph: f',
      'listItem: g',
      'paragraph: g',
      'blockquote: h i',
      'paragraph: h',
      'listItem: i',
      'paragraph: i',
      'table',
      'code',
    ],
  )
})

test('what is around a block is told', () => {
  const [quote, item, paragraph] = blocksOf(parse('a\n\n> - b\n')).slice(1)
  expect([quote?.outermost, quote?.top, quote?.inQuote]).toEqual([true, 1, false])
  expect([item?.outermost, item?.inQuote, item?.inItem]).toEqual([false, true, false])
  expect([paragraph?.outermost, paragraph?.top, paragraph?.inQuote, paragraph?.inItem]).toEqual([false, 1, true, true])
  expect(paragraph?.container).toBe(item?.node)
  expect(item?.container).toBe(quote?.node)
})

test('plain text is what a reader sees', () => {
  const text = (markdown: string) => plain(parse(markdown))
  expect(text('a **b**`c`_d_ [e](f "g") ![h](i) <kbd>j</kbd>[^k]\n\n[^k]: l')).toBe('a bcd e h j l')
  expect(text('a  \nb\\\nc<br>d<br/>e')).toBe('a b c d e')
  expect(text('a &amp; \\* b&#32;c')).toBe('a & * b c')
  expect(text('- a\n- b\n\n| c | d |\n| - | - |\n| e | f |')).toBe('a b c d e f')
})
