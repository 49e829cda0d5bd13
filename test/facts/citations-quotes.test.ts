import {describe, expect, test} from 'vitest'
import {quotationIn} from '../../src/facts/citations/beside/quotation.js'
import {at, collectedOf} from './support.js'

const found = (text: string) =>
  collectedOf(text, {kind: {name: 'test'}}).citations.flatMap(({target, beside}) => {
    const {quote} = beside ?? {}
    return quote === undefined ? [] : [[target, quote.text, quote.verbatim ?? false]]
  })

const fence = '```ts\nfunction parse(text) {\n}\n```\n'

describe('a quotation by a citation', () => {
  test.each([
    ['within a long text', `"The disks fill up" (\`research/r.md:3\`)${' x'.repeat(400)}`, 'The disks fill up', true],
    ['behind a long text', `${'x '.repeat(400)}"The disks fill up" (\`research/r.md:3\`)`, 'The disks fill up', true],
    ['with more behind it', '“The disks fill up” `research/r.md:3` says so.', 'The disks fill up', true],
    ['behind a dash', '"The disks fill up" — `research/r.md:3`.', 'The disks fill up', true],
    ['of three words', '"the full disks" (`research/r.md:3`)', 'the full disks', false],
    ['of three words, with space', '" the full  disks" (`research/r.md:3`)', ' the full  disks', false],
    ['asked to be another', 'Change it so (`research/r.md:3`):\n\n> The disks fill up.', 'The disks fill up.', true],
    ['that holds a sign of quotes', '`research/r.md:3`:\n\n> The disks > the tapes.', 'The disks > the tapes.', true],
    ['without space behind its signs', '`research/r.md:3`:\n\n>The disks fill up.', 'The disks fill up.', true],
    ['in bold', '**`research/r.md:3`:**\n\n> The disks fill up.', 'The disks fill up.', true],
    ['of just enough letters', '`research/r.md:3`:\n\n```ts\nabc def ghi jkl\n```\n', 'abc def ghi jkl', false],
    ['in an item', '- `research/r.md:3`:\n\n  > The disks fill up.', 'The disks fill up.', true],
  ])('%s', (_, text, words, verbatim) => {
    expect(found(text)).toEqual([['research/r.md', words, verbatim]])
  })

  test.each([
    ['of two words, with space', '" two  words" (`research/r.md:3`)'],
    ['of few letters', '> ab\n\n— `research/r.md:3`'],
    ['of too few letters', '`research/r.md:3`:\n\n```ts\nabc def ghi jk\n```\n'],
    ['of signs alone', '`research/r.md:3`:\n\n```ts\n!!!!!!!!!!!!!!!!!!!!\n```\n'],
    ['of no language', '`src/x.ts:6`:\n\n```\nfunction parse(text) {\n}\n```\n'],
    ['that is indented', '`src/x.ts:6`:\n\n    function parse(text) {\n'],
    ['below a heading', `# \`src/x.ts:6\`:\n\n${fence}`],
    ['in a quote', '> `research/r.md:3`:\n>\n> > The disks fill up.'],
    ['of two sources', `${fence}\nSource: \`src/x.ts:6\`, \`src/y.ts:7\``],
    ['behind a dash that goes on', '"The disks fill up" — `research/r.md:3` has it.'],
    ['over an empty line', '"The disks\n\nfill up" (`research/r.md:3`)'],
    ['of the web', '"The disks fill up" (https://x.example/r.md:3)'],
  ])('none: %s', (_, text) => {
    expect(found(text)).toEqual([])
  })

  test('is one, the one in its own sentence first', () => {
    expect(found(`"The disks fill up" (\`src/x.ts:6\`):\n\n${fence}`)).toEqual([
      ['src/x.ts', 'The disks fill up', true],
    ])
  })

  test('ends before the citation that tells where it is from', () => {
    const text = '> The disks fill up. — `research/r.md:3`\n'
    const [citation] = collectedOf(text, {kind: {name: 'test'}}).citations
    expect(citation?.beside?.quote).toMatchObject({text: 'The disks fill up.', verbatim: true})
    expect(citation?.beside?.quote && at(text, citation.beside.quote.position)).toBe('> The disks fill up.')
  })
})

describe('where a document has the words', () => {
  const text =
    'One two three four.\nFive six &amp; seven eight\nnine ten. One two three four.\nÉlan of the second kind\n'
  const where = (words: string, ...cited: [number, number][]) =>
    quotationIn(
      {text},
      words,
      cited.map(([from, to]) => ({from, to})),
    )

  test.each([
    ['Five six & seven', [[2, 2]], {found: 'lines'}],
    ['seven eight nine ten', [[2, 3]], {found: 'lines'}],
    [
      'seven eight nine ten',
      [
        [2, 3],
        [9, 9],
      ],
      {found: 'lines'},
    ],
    ['seven eight nine ten', [[1, 2]], {found: 'around'}],
    ['seven eight nine ten', [[3, 9]], {found: 'around'}],
    [
      'seven eight nine ten',
      [
        [3, 9],
        [20, 20],
      ],
      {found: 'around'},
    ],
    ['seven eight nine ten', [[4, 9]], {found: 'once', lines: {from: 2, to: 3}}],
    ['one two three', [[4, 4]], {found: 'several'}],
    ['one two three', [[3, 3]], {found: 'lines'}],
    ['Six & seven eight', [[2, 2]], {found: 'lines'}],
    ['élan of the second', [[4, 4]], {found: 'lines'}],
    ['seven eight nine?!', [[2, 3]], {found: 'lines'}],
    ['five   six & seven', [[2, 2]], {found: 'lines'}],
    ['One two three ... seven eight nine', [[1, 3]], {found: 'lines'}],
    ['seven eight nine ... one two three', [[2, 3]], {found: 'lines'}],
    ['nine ten one ... five six seven', [[1, 4]], {found: 'nowhere'}],
    ['six and seven', [[2, 2]], {found: 'nowhere'}],
  ] as [string, [number, number][], unknown][])('%j, of lines %j', (words, cited, expected) => {
    expect(where(words, ...cited)).toEqual(expected)
  })

  test('begins with the nearer of two, be it a capital or not', () => {
    const both = {text: 'The full disk\nthe full disk\n'}
    expect(quotationIn(both, 'the full disk', [{from: 9, to: 9}])).toEqual({found: 'several'})
    expect(quotationIn({text: 'x\nThe full disk\n'}, 'the full disk', [{from: 9, to: 9}])).toEqual({
      found: 'once',
      lines: {from: 2, to: 2},
    })
  })

  test('is told of the first two hundred places', () => {
    const many = {text: 'a b c\n'.repeat(300)}
    expect(quotationIn(many, 'a b c', [{from: 200, to: 200}])).toEqual({found: 'lines'})
    expect(quotationIn(many, 'a b c', [{from: 201, to: 201}])).toEqual({found: 'several'})
  })
})
