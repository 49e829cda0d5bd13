import {describe, expect, test} from 'vitest'
import {marksOf} from '../../src/facts/ledger/marks.js'
import {matchesOf, shareKnown} from '../../src/facts/ledger/match.js'
import {roleAt} from '../../src/facts/ledger/roles.js'
import {isSettled} from '../../src/facts/ledger/state.js'
import {piecesOf} from '../../src/facts/ledger/units.js'
import {type Document, readDocument} from '../../src/facts/reading/document.js'
import type {Template} from '../../src/template/index.js'
import {rfc} from './support.js'

const read = (text: string, template: Template | undefined = rfc): Document =>
  readDocument(text, {
    path: 'specs/a.md',
    kind: {name: 'rfc', ...(template && {template})},
    folders: {specs: ['specs'], research: ['research']},
  })

/** The pieces of a text that settle their questions. */
function settledIn(text: string): string[] {
  const document = read(text)
  return piecesOf(document)
    .units.filter(unit => isSettled(unit, document))
    .map(unit => unit.text())
}

describe('a question is settled', () => {
  test('by a heading in an item, and by no code', () => {
    expect(settledIn('- # Resolved: which store?\n')).toEqual(['Resolved: which store?', 'Resolved: which store?'])
    expect(settledIn('- ```\n  Which store?\n  ```\n')).toEqual([])
  })

  test('by what its heading stands under', () => {
    expect(settledIn('Which store?\n')).toEqual([])
    expect(settledIn('# T\n\nWhich store?\n')).toEqual([])
    expect(settledIn('## Resolved questions\n\nWhich store?\n')).toEqual(['Resolved questions', 'Which store?'])
  })

  test('by all boxes below its heading', () => {
    const boxes = (...marks: string[]) =>
      settledIn(`## Which store?\n\n${marks.map((mark, index) => `- [${mark}] Store ${index}?\n`).join('')}`)
    expect(boxes('x', 'x')).toContain('Which store?')
    expect(boxes('x', ' ')).not.toContain('Which store?')
  })

  test('by an answer below its heading, in its own words or in bold', () => {
    expect(settledIn('## Which store?\n\nDecision: the first\n')).toContain('Which store?')
    expect(settledIn('## Which store?\n\nSo far **Decision: the first** holds?\n')).toContain('Which store?')
    expect(settledIn('## Which store?\n\n```\nDecision: the first\n```\n\nNobody knows?\n')).not.toContain(
      'Which store?',
    )
    expect(settledIn('## Which store?\n\n- The first\n  - the second\n')).not.toContain('Which store?')
  })
})

describe('what a place is for', () => {
  test('tells the title of a section that the template does not have', () => {
    const text = '# T\n\n## Unknowns\n\na\n\n## Matters\n\nb\n'
    expect(roleAt(read(text), text.indexOf('a\n'))).toBe('questions')
    expect(roleAt(read(text), text.indexOf('b\n'))).toBeUndefined()
    const bare = readDocument(text, {path: 'a.md', kind: {name: 'note'}, folders: {specs: [], research: []}})
    expect(roleAt(bare, text.indexOf('a\n'))).toBeUndefined()
  })
})

describe('words of a question', () => {
  test('are found in no document without words', () => {
    expect(matchesOf('Which store is the fastest?', read(''))).toEqual([])
    expect(shareKnown('Which store is the fastest?', read(''))).toBe(0)
  })

  test('that has none are all known', () => {
    expect(shareKnown('…?', read('One word.\n'))).toBe(1)
    expect(shareKnown('[](snapshot.md) <!-- snapshot --> <!-- quota', read('One word.\n'))).toBe(1)
  })

  test('are found behind code that looks like the beginning of a comment, here and there', () => {
    const behind = read('- `<!--` begins the snapshot quota\n')
    expect(shareKnown('snapshot quota', behind)).toBe(1)
    expect(shareKnown('`<!--` snapshot quota', read('- nothing\n'))).toBe(0)
    expect(shareKnown('``<!--`` snapshot ```', read('- a\n'))).toBe(0)
  })

  test('are those that a reader sees: neither addresses nor comments', () => {
    const document = read('- words\n')
    expect(shareKnown('[words](snapshot.md "a title") <!-- snapshot -->', document)).toBe(1)
    expect(shareKnown('[words](snapshot.md', document)).toBeLessThan(1)
  })
})

test('a mark on a line of its own is of the piece before it', () => {
  const text =
    '<!-- question: 00000000 -->\n\nWhich store?\n\n<!-- question: 01234567 -->\n\n- [ ] Which? <!-- question: 89abcdef -->\n'
  const {unitOf, made} = marksOf(read(text))
  expect([...unitOf].map(([id, unit]) => [id, unit.text()])).toEqual([
    ['01234567', 'Which store?'],
    ['89abcdef', 'Which?'],
  ])
  expect(made).toBeUndefined()
})

test('an item has the words of its own items, of quotes and of tables in it', () => {
  const text = '- Use `mike` marks\n  - gamma zulu\n\n  > kilo\n\n  | a | b |\n  | - | - |\n  | lima | c |\n'
  const {units, having} = piecesOf(read(text))
  expect(units.map(({node}) => node.type)).toEqual(['listItem', 'listItem', 'tableRow'])
  expect(['gamma', 'kilo', 'lima'].map(having)).toEqual([[0, 1], [0], [0, 2]])
})
