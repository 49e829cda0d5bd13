import {describe, expect, test} from 'vitest'
import {standings, standingTexts} from '../../src/facts/reading/standing.js'
import {readTemplate} from '../../src/template/index.js'
import {documentOf, factsOf} from './support.js'

const SOURCE = `<!-- spec-template
kind: note
marks: [{name: open, pattern: '\\[ASK[^\\]]*\\]'}, {name: ticket, pattern: 'T-\\d+'}]
placeholders: ["fill me in", {pattern: '\\[[^\\] xX][^\\]]*\\]'}]
markers: ["((", "> !!"]
-->

# [Name]

## A

<!-- guidance: Write why it is so. -->

- **Owner:**
`
const note = {name: 'note', template: readTemplate(SOURCE)}

/** Place, standing and, of residue, its source, of each text. */
const told = (text: string) =>
  standingTexts(documentOf(text, {kind: note})).map(({place, standing}) =>
    [place, standing.type, ...(standing.type === 'residue' ? [standing.source] : [])].join(' '),
  )

describe('how a text stands to the template', () => {
  test.each([
    ['Words.', ['paragraph text']],
    ['Write why it is so.', ['paragraph residue guidance']],
    ['fill me in', ['paragraph residue placeholder']],
    ['[whom]', ['paragraph residue placeholder']],
    ['[ASK whom]', ['paragraph text']],
    ['`[whom]`', ['paragraph text']],
    ['`a` [whom]', ['paragraph text']],
    ['((so', ['paragraph residue marker']],
    ['!! so', ['paragraph text']],
    ['> !! so', ['quote residue marker', 'paragraph text']],
    ['> ((so', ['quote text', 'paragraph residue marker']],
    ['> Words.', ['quote text', 'paragraph text']],
    ['> fill me in', ['quote residue placeholder', 'paragraph residue placeholder']],
    ['# Words', ['title text']],
    ['# ((so', ['title residue marker']],
    ['# fill me in', ['title text']],
    ['# TBD', ['title text']],
    ['## ((so', []],
    ['## TBD', []],
    ['> ## ((so', ['quote text']],
    ['> # ((so', ['quote text', 'title residue marker']],
    ['TBD', ['paragraph unset']],
    ['`TBD`', ['paragraph text']],
    ['**Owner:** TBD', ['paragraph unset']],
    ['By **Owner:** TBD', ['paragraph text']],
    ['Other: TBD', ['paragraph text']],
    ['**Owner:**', ['paragraph label']],
    ['N/A', ['paragraph blank']],
    ['N/A — TBD', ['paragraph blank']],
    ['Not applicable: it is small.', ['paragraph text']],
    ['N/A\nfor it is small', ['paragraph text']],
    ['—', ['paragraph blank']],
    ['- Words.', ['item text']],
    ['- Words.\n  - More.', ['item text', 'item text']],
    ['- Words.\n\n  More.', ['paragraph text', 'paragraph text']],
    ['- []', ['item blank']],
    ['- [ ]', ['item blank']],
    [
      '| a |\n| - |\n| N/A |\n|  |\n| - |\n| TBD |\n| fill me in |\n',
      ['cell text', 'cell blank', 'cell text', 'cell unset', 'cell residue placeholder'],
    ],
    ['```\nfill me in\n```', []],
  ])('%j', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  test('is its own where there is no template', () => {
    const plain = standingTexts(documentOf('((so\n\nfill me in\n\n> TBD', {kind: {name: 'test'}}))
    expect(plain.map(({place, standing}) => `${place} ${standing.type}`)).toEqual([
      'paragraph text',
      'paragraph text',
      'quote text',
      'paragraph unset',
    ])
  })

  test('within a quote that is residue is that of the quote', () => {
    const document = documentOf('> !! so\n>\n> > !! more\n>\n> words\n\nWords.', {kind: note})
    expect(standingTexts(document).map(({covered}) => covered)).toEqual([false, true, true, true, true, false])
    expect([...standings(document).values()].map(({type}) => type)).toEqual([
      'residue',
      'residue',
      'residue',
      'residue',
      'residue',
      'text',
    ])
  })
})

describe('marks', () => {
  test('are told in the order of the text, each with its section', () => {
    const text = 'See T-1.\n\n## A\n\n[ASK whom] T-2 and `T-3`\n'
    const {marks} = factsOf(text, {kind: note})
    expect(marks.map(({name, text: words, section}) => [name, words, section])).toEqual([
      ['ticket', 'T-1', undefined],
      ['open', '[ASK whom]', 'a'],
      ['ticket', 'T-2', 'a'],
    ])
    expect(marks[0]).not.toHaveProperty('section')
  })
})

describe('residue', () => {
  const residue = (text: string) => factsOf(text, {kind: note}).residue

  test('within a text is told in the order of the text, each place once', () => {
    const text = 'So [a] says.\n\nfill me in\n\n## A\n\nThen [b [c] and fill me in.\n'
    expect(residue(text).map(({text: words, source, section}) => [words, source, section])).toEqual([
      ['[a]', 'placeholder', undefined],
      ['fill me in', 'placeholder', undefined],
      ['[b [c]', 'placeholder', 'a'],
    ])
    expect(residue(text)[0]).not.toHaveProperty('section')
    expect(residue('[fill me in]\n').map(({text: words}) => words)).toEqual(['[fill me in]'])
    expect(residue('See [fill me in] here\n').map(({text: words}) => words)).toEqual(['[fill me in]'])
  })

  test('is none where a mark stands, nor beside it', () => {
    expect(residue('See [ASK whom] here.\n')).toEqual([])
    expect(residue('See [ASK whom][a] here.\n').map(({text}) => text)).toEqual(['[a]'])
    expect(residue('See [a][ASK whom] here.\n').map(({text}) => text)).toEqual(['[a]'])
  })
})

describe('counts', () => {
  test('are of the headings that each section of the template claims', () => {
    const two = readTemplate('<!-- spec-template\nkind: note\n-->\n\n# [T]\n\n## A\n\n### C\n\n### D\n\n## B\n')
    const facts = factsOf('## A\n\n### C\n\n### C\n\n## A\n\n## X\n', {kind: {name: 'note', template: two}})
    expect({...facts.counts}).toEqual({a: 1, b: 0})
    expect({...facts.sections.a?.counts}).toEqual({c: 1, d: 0})
    expect(facts.sections.x).not.toHaveProperty('counts')
  })
})
