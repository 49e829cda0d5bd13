import {readdirSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {FORMS} from '../../src/facts/citations/forms/index.js'
import {collectCitations} from '../../src/facts/citations/index.js'
import {references} from '../../src/facts/references.js'
import {linesOf, parse} from '../../src/markdown/index.js'
import {cite, textAt} from '../support/citations.js'

/** [form, whole text, address] of every citation. */
async function found(text: string, path?: string): Promise<[string, string, string][]> {
  const {citations} = await cite(
    text,
    {'research/a b.md': '# A', 'specs/b.md': '# B', 'research/docs/x.md': '# X'},
    path,
  )
  return citations.map(each => {
    expect(textAt(text, each.position)).toBe(each.text)
    return [each.form, each.text, textAt(text, each.targetPosition)]
  })
}

describe('the place of an address in a link', () => {
  test.each([
    ['[x](../research/x.md)', '../research/x.md'],
    ['[x](../research/x.md#a "title ](y.md)")', '../research/x.md#a'],
    ["[x]( ../research/x.md 'title' )", '../research/x.md'],
    ['[x](<../research/a b.md>)', '../research/a b.md'],
    ['[x](<../research/a b.md> (title))', '../research/a b.md'],
    ['[a [b] `](c)`](../research/x.md)', '../research/x.md'],
    ['[a ![b](../src/c.png)](../research/x.md)', '../research/x.md'],
    ['[](../research/x.md)', '../research/x.md'],
    ['[x](../research/(x).md)', '../research/(x).md'],
    ['[x](../research/\\(x.md)', '../research/\\(x.md'],
    ['[x](../research/a&amp;b.md)', '../research/a&amp;b.md'],
    ['[x](../research/x.md?plain=1#L1-L2)', '../research/x.md?plain=1#L1-L2'],
    ['[x](../research/x.md:12)', '../research/x.md:12'],
    ['<https://example.org/a#b>', 'https://example.org/a#b'],
    ['https://example.org/a', 'https://example.org/a'],
  ])('%s', async (text, address) => {
    expect((await found(text)).at(0)).toEqual(['link', text, address])
  })

  test.each([
    ['![x](../research/x.png)', '../research/x.png'],
    ['![a](../research/x.png "b](c")', '../research/x.png'],
    ['![a ![b](../research/y.png)](../research/x.png)', '../research/x.png'],
    ['![`](`](<../research/a b.png>)', '../research/a b.png'],
  ])('of an image: %s', async (text, address) => {
    expect(await found(text)).toEqual([['image', text, address]])
  })

  test.each([
    ['`research/x.md`', 'research/x.md'],
    ['`` research/x.md:12,40-44 ``', 'research/x.md:12,40-44'],
    ['`research/x.md#costs`', 'research/x.md#costs'],
    ['`research/docs/`', 'research/docs/'],
  ])('of a code span: %s', async (text, address) => {
    expect(await found(text)).toEqual([['code-span', text, address]])
  })

  test('over lines of a quote, after a byte order mark, with CRLF', async () => {
    const text =
      '\uFEFF[a](../research/x.md)\r\n\r\n> [b\r\n> c](\r\n> <../research/a b.md>\r\n> "t") `research/x.md`\r\n'
    const {citations} = await cite(text)
    expect(citations.map(({position, text: whole}) => [position.start.line, position.start.column, whole])).toEqual([
      [1, 1, '[a](../research/x.md)'],
      [3, 3, '[b\r\n> c](\r\n> <../research/a b.md>\r\n> "t")'],
      [6, 8, '`research/x.md`'],
    ])
    expect(citations.map(each => textAt(text, each.targetPosition))).toEqual([
      '../research/x.md',
      '../research/a b.md',
      'research/x.md',
    ])
  })

  test('in a table', async () => {
    const text = '| a | b |\n| - | - |\n| [x \\| y](../research/x.md) | `a \\| b` `research/x.md:3` |\n'
    expect((await found(text)).map(each => each[2])).toEqual(['../research/x.md', 'research/x.md:3'])
  })

  test('of addresses that the parser finds only within a bracket', async () => {
    const text = '# [Research: https://example.org/a] and [https://example.org/b]'
    expect((await found(text)).map(each => each[1])).toEqual(['https://example.org/a', 'https://example.org/b'])
  })
})

test('the words of a link are one citation, not two', async () => {
  expect(await found('[`research/x.md`](../research/x.md)')).toHaveLength(1)
})

test('by a label of Markdown', async () => {
  const text = '[a][ref] [Ref] ![b][ref] [c][]\n\n[ref]: <../research/a b.md> "t"\n[c]: https://example.org'
  const {citations} = await cite(text, {'research/a b.md': '# A'})
  expect(citations.map(({form, label, kind, target, exists}) => [form, label, kind, target, exists])).toEqual([
    ['reference-link', 'a', 'research', '../research/a b.md', true],
    ['reference-link', 'Ref', 'research', '../research/a b.md', true],
    ['reference-link', 'b', 'research', '../research/a b.md', true],
    ['reference-link', 'c', 'url', 'https://example.org', undefined],
  ])
})

describe('is no citation', () => {
  test.each([
    '```\n`research/x.md` [a](../research/x.md)\n```',
    '    [a](../research/x.md)',
    '<!-- [a](../research/x.md) -->',
    '`[a](../research/x.md)`',
    '\\[a](../research/x.md)',
    '[mail](mailto:a@example.org) [](#)',
    '`research/` [all](../research/)',
    '`research/**` `research/*.md` `research/YYYY-MM-DD-topic.md` `research/2026-xx-xx.md` `research/{slug}/x.md`',
    '`research/<name>.md` `research/$NAME.md` `research/…/x.md` `<name>.md` `research/docs/[slug].md`',
    '[x](../research/YYYY-MM-DD-topic.md) [y](../research/<name>.md) [z](../research/{slug}.md)',
    '`cat research/x.md` `research/x.md and more` `research/a.md,research/b.md`',
    '`notes.md` `docs/notes.md` `y.md:12` `README.md` `src/x.ts` `/research-codebase` `research-codebase.md`',
    '`other/research/x.md` `~/research/x.md` `https://example.org/research/x.md` `research\\x.md`',
    '`research/missing-folder`',
  ])('%s', async text => {
    expect(await found(text)).toEqual([])
  })
})

test('kinds go by what is named and by what is found', async () => {
  const text =
    '[a](../research/x.md) [b](../../research/x.md) [c](b.md) [d](../src/a.ts) [e](src/a.ts#L1) [f](https://example.org) [g](#g) `specs/b.md` [h](../research/x.png) [i](assets/i.png)'
  const {citations} = await cite(text)
  expect(citations.map(({kind}) => kind)).toEqual([
    'research',
    'research',
    'spec',
    'code',
    'code',
    'url',
    'self',
    'spec',
    'research',
    'code',
  ])
})

test('lines and anchors are taken off', async () => {
  const text =
    '`research/x.md:12` `research/x.md:12-40` `research/x.md:12,40-44` `research/x.md:L3-L4` `research/x.md:7:3` [a](../research/x.md#L10-L20) [b](../research/x.md#L10C2-L20C5) [c](../research/x.md#lines-3:4) [d](../research/x.md#costs)'
  const {citations} = await cite(text, {'research/x.md': '# X'})
  expect(citations.map(({lines, anchor}) => anchor ?? lines?.map(({from, to}) => `${from}-${to}`).join())).toEqual([
    '12-12',
    '12-40',
    '12-12,40-44',
    '3-4',
    '7-7',
    '10-20',
    '10-20',
    '3-4',
    'costs',
  ])
  expect(citations.every(({target}) => target.endsWith('research/x.md'))).toBe(true)
})

test('any text gives places inside it', () => {
  const piece = fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '<',
    '>',
    '`',
    '``',
    '\n',
    '\r\n',
    '\n\n',
    '> ',
    '- ',
    '| ',
    '|-|',
    '*',
    '\\',
    '&amp;',
    '"',
    ' ',
    '[R1]',
    '[^r1]',
    '[^r1]: ',
    '[R1]: ',
    'R1',
    'research/x.md',
    '../research/a b.md',
    'https://e.org',
    'a@b.c',
    ':12-40',
    '#a',
    '\uFEFF',
    '😀',
    '%',
    '%ZZ',
  )
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 60}), pieces => {
      const text = pieces.join('')
      const context = {
        path: 'specs/a.md',
        folders: {research: ['research'], specs: ['specs']},
        lines: linesOf(text),
        sectionAt: () => undefined,
      }
      const tree = parse(text)
      for (const draft of collectCitations({...context, tree, text})) {
        expect(textAt(text, draft.position)).toBe(draft.text)
        expect(draft.text.length).toBeGreaterThan(0)
        const inside = draft.targetPosition ?? draft.position
        expect(inside.start.offset).toBeGreaterThanOrEqual(draft.position.start.offset)
        expect(inside.end.offset).toBeLessThanOrEqual(draft.position.end.offset)
        expect(inside.start.offset).toBeLessThanOrEqual(inside.end.offset)
      }
      for (const {uses, definition} of references({...context, tree, text}))
        for (const {start, end} of [...uses.map(({position}) => position), ...(definition ? [definition] : [])])
          expect(start.offset < end.offset && end.offset <= text.length).toBe(true)
    }),
    {numRuns: 1000, seed: 7},
  )
})

test('each form has its file and its line in the registry', () => {
  const files = readdirSync(new URL('../../src/facts/citations/forms', import.meta.url))
  const forms = files.filter(file => file !== 'index.ts' && file !== 'types.ts').map(file => file.replace(/\.ts$/, ''))
  expect(Object.keys(FORMS).sort()).toEqual(forms.sort())
})
