import {describe, expect, test} from 'vitest'
import {questionsOf} from '../../src/facts/index.js'
import {marksOf} from '../../src/facts/ledger/marks.js'
import {matchesOf, shareKnown} from '../../src/facts/ledger/match.js'
import {roleAt} from '../../src/facts/ledger/roles.js'
import {isSettled} from '../../src/facts/ledger/state.js'
import {piecesOf, type Unit} from '../../src/facts/ledger/units.js'
import type {Document} from '../../src/facts/reading/document.js'
import {type Forms, readTemplate, type Template} from '../../src/template/index.js'
import {collectedOf, documentOf, rfc} from './support.js'

const read = (text: string, template: Template = rfc): Document => documentOf(text, {kind: {name: 'rfc', template}})

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

/** Whether a piece below a heading of questions settles its question: the first one, or the first of a type; undefined without one. */
function isSettledBelow(text: string, type?: Unit['node']['type']): boolean | undefined {
  const document = read(`## Open Questions\n\n${text}\n`)
  const unit = piecesOf(document).units.find(({node}, index) => index > 0 && (type ?? node.type) === node.type)
  return unit && isSettled(unit, document)
}

describe('an item', () => {
  test.each([
    ['that is ticked', '- [x] Which store?'],
    ['that says so up front', '- Resolved: which store?'],
    ['that is marked as done', '- [ ] ✅ Which store?'],
    ['whose heading is marked as done', '- # ✅ Which store?'],
    ['that is struck out', '- ~~Which store?~~ Not ours?'],
    ['that is ticked, in a quote', '> - [x] Which store?'],
    ['that states something, with items below it', '- The first store.\n  - at once'],
    ['below which an answer stands', '- [ ] Which store?\n  - Answer: the first'],
    ['with an answer in a paragraph of its own', '- [ ] Which store?\n\n  Decision: the first'],
    ['that holds an answer in bold', '- [ ] Which store? → **Decision: the first**'],
    ['that holds one in bold within italics', '- [ ] Which store? *so **Answer: the first***'],
    ['with several choices, one of them ticked', '- Which store?\n  - [ ] the first\n  - [x] the second\n  - [ ] none'],
    ['that states something', '- The first store.'],
    ['that asks and answers in one line', '- Which store? Answer: the first'],
    ['that asks in parentheses, answered behind them', '- The store (which?) Resolution: the first'],
  ])('%s is settled', (_name, text) => {
    expect(isSettledBelow(text)).toBe(true)
  })

  test.each([
    ['that asks', '- Which store?'],
    ['that says nothing', '-'],
    ['with a box that nobody ticked, whatever it states', '- [ ] The first store.'],
    ['below which words in bold stand that answer nothing', '- Which store? **now**'],
    ['whose choices are open', '- The store\n  - [ ] the first\n  - [ ] the second'],
    ['that tells what its author would do', '- Recommendation: the first store'],
    ['that asks in its midst', '- Is it the first store? We doubt it.'],
    ['that speaks of answers', '- Which store? The answer is not known'],
    ['that says so of its second half', '- Which store? The decision: who takes it?'],
  ])('%s is open', (_name, text) => {
    expect(isSettledBelow(text)).toBe(false)
  })

  test('says of all that lies in it what becomes of it', () => {
    const [outer, inner] = ['- [x] Which store?\n  - Is it fast?', '- [ ] The store\n  - It is fast.']
    expect(settledIn(outer)).toEqual(['Which store? Is it fast?', 'Is it fast?'])
    expect(settledIn(inner)).toEqual([])
    expect(settledIn('- [x] One?\n- Two?\n\nThree?\n')).toEqual(['One?'])
  })
})

describe('a paragraph', () => {
  test.each([
    ['that states something', 'The first store.'],
    ['that asks, with words behind that answer', 'Which store?\n\nThe first one.'],
    ['that asks with signs behind, with words behind them', 'Which store? (…)\n\nThe first one.'],
    ['that asks in bold, with words behind', '**Which store?**\n\nThe first one.'],
    ['that answers in bold, whatever else it asks', 'Is it? _(Answered: yes)_ Why?'],
    ['below a heading of decisions', '### Decisions\n\nWhich store?'],
    ['below a heading of one decision', '### Decision\n\nWhich store?'],
    ['below a heading of answered questions', '### Answered questions\n\nWhich store?'],
    ['below a heading that is below one of what is resolved', '### Resolved Items\n\n#### Storage\n\nWhich store?'],
  ])('%s is settled', (_name, text) => {
    expect(isSettledBelow(text, 'paragraph')).toBe(true)
  })

  test.each([
    ['that asks', 'Which store?'],
    ['with nothing but a list behind', 'Which store?\n\n- The first one.'],
    ['with a question behind', 'Which store?\n\nIs it the first one?'],
    ['with advice behind', 'Which store?\n\nRecommendation: the first one'],
    ['that does not end with its question', 'Which store? Nobody knows\n\nThe first one.'],
    ['before a quote that holds words', 'Which store?\n\n> The first one.'],
    ['below a heading of what is unresolved', '### Unresolved Decisions\n\nWhich store?'],
    [
      'below a heading of open questions that is below one of decisions',
      '### Decisions\n\n#### Open questions\n\nWhich?',
    ],
    ['that asks who decided', 'Decided by whom?'],
    ['that gives advice', 'Proposal: the first store'],
  ])('%s is open', (_name, text) => {
    expect(isSettledBelow(text, 'paragraph')).toBe(false)
  })
})

describe('a row', () => {
  test.each([
    ['Which store?', 'The first one', true],
    ['Which store?', '—', false],
    ['Which store?', '2', false],
    ['Which store?', 'a', false],
    ['Which store?', 'Open', false],
    ['Which store?', '**TBD** by March', false],
    ['Which store?', '⏳ pending', false],
    ['Which store?', 'Deferred to the next release', false],
    ['Which store?', 'Opened in March', true],
    ['Which store?', 'It is open', true],
  ])('of %j and %j: %j', (question, answer, expected) => {
    const table = `| Question | Answer |\n| - | - |\n| ${question} | ${answer} |`
    expect(isSettledBelow(table, 'tableRow')).toBe(expected)
  })
})

describe('a heading', () => {
  const isHeadingSettled = (below: string): boolean => {
    const document = read(
      `## Open Questions\n\n- [x] Before\n\nDecision: before\n\n### Which store?\n\n${below}\n\n### Else?\n\n- [x] Behind\n\nDecision: behind\n`,
    )
    const heading = piecesOf(document).units.find(unit => unit.text() === 'Which store?')
    return heading !== undefined && isSettled(heading, document)
  }

  test.each([
    ['with an answer in words', 'Decision: the first', true],
    ['with an answer in bold', 'So **Resolved: the first** it is', true],
    ['with an answer in an item', '- Decision: the first', true],
    ['with boxes that are all ticked', '- [x] the first\n- [x] the second', true],
    ['with a ticked box beside items without one', '- [x] the first\n- or so', true],
    ['with boxes of which one is open', '- [x] the first\n- [ ] the second', false],
    ['with a ticked box, whatever is open below it', '- [x] the first\n  - [ ] at once', true],
    ['with an open box, whatever else is said', '- [ ] the first\n\nDecision: the first', false],
    ['with ticks in choices below an open box', '- [ ] the first\n  - [x] at once', false],
    ['with nothing', '', false],
    ['with words that ask or state', 'The first?\n\nOr the second.', false],
  ])('%s', (_name, below, expected) => {
    expect(isHeadingSettled(below)).toBe(expected)
  })
})

describe('what a place is for', () => {
  test('tells the title of a section that the template does not have', () => {
    const text = '# T\n\n## Unknowns\n\na\n\n## Matters\n\nb\n'
    expect(roleAt(read(text), text.indexOf('a\n'))).toBe('questions')
    expect(roleAt(read(text), text.indexOf('b\n'))).toBeUndefined()
    const bare = documentOf(text, {path: 'a.md', kind: {name: 'note'}})
    expect(roleAt(bare, text.indexOf('a\n'))).toBeUndefined()
  })

  test('is what the innermost section says of which anything is known', () => {
    const text =
      '# T\n\na0\n\n## Goals\n\na1\n\n### Details\n\na2\n\n### Non-Goals\n\na3\n\n## Matters\n\na4\n\n### 4.2 goals\n\na5\n\n### Open Questions and Issues\n\na6\n\n### Goals (for later)\n\na7\n'
    const document = read(text)
    const roles = [...text.matchAll(/a\d/g)].map(({index}) => roleAt(document, index))
    expect(roles).toEqual([undefined, 'goals', 'goals', 'non-goals', undefined, 'goals', 'questions', 'goals'])
  })
})

describe('words of a question', () => {
  test('are found in no document without words', () => {
    expect(matchesOf('Which store is the fastest?', read('')).best()).toBe(undefined)
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

test('a mark in an item behind its items is of that item, and the first of several marks with one id counts', () => {
  const text =
    '- outer\n  - inner\n\n  <!-- question: 01234567 -->\n\n<!-- questions: 89abcdef -->\n\nLater. <!-- question: 01234567 --> <!-- question: 76543210 -->\n'
  const {unitOf, made} = marksOf(read(text))
  expect([...unitOf].map(([id, unit]) => [id, unit.node.type])).toEqual([
    ['01234567', 'listItem'],
    ['76543210', 'paragraph'],
  ])
  expect(unitOf.get('01234567')?.text()).toContain('outer')
  expect([...(made ?? [])]).toEqual(['89abcdef'])
})

test('all comments on what a document was made with count, and a mark behind what ended long before is of the last piece', () => {
  const [first, second, third] = ['01234567', '89abcdef', '76543210']
  const text = `<!-- questions: ${first} -->\n\n- outer\n  - inner\n- last\n\n<!-- questions: ${second}, ${first} -->\n\n---\n\n<!-- question: ${third} -->\n`
  const {unitOf, made} = marksOf(read(text))
  expect([...(made ?? [])]).toEqual([first, second])
  expect(unitOf.get(third)?.text()).toBe('last')
})

test('an item has the words of its own items, of quotes and of tables in it', () => {
  const text = '- Use `mike` marks\n  - gamma zulu\n\n  > kilo\n\n  | a | b |\n  | - | - |\n  | lima | c |\n'
  const {units, having} = piecesOf(read(text))
  expect(units.map(({node}) => node.type)).toEqual(['listItem', 'listItem', 'tableRow'])
  expect(['gamma', 'kilo', 'lima'].map(having)).toEqual([[0, 1], [0], [0, 2]])
})

describe('whose questions must be known', () => {
  const FOLDERS = {specs: ['specs'], research: ['research', 'notes']}
  const asked = (text: string, path = 'specs/a.md', kind: Forms = {name: 'rfc', template: rfc}): string[] => {
    const questions = questionsOf(collectedOf(text, {path, kind, folders: FOLDERS}))
    return questions.filter(question => question.questions).map(question => question.path)
  }

  test.each([
    ['research, once', 'See [x](../research/x.md) and `research/x.md:12`.\n', ['research/x.md']],
    ['research that a section is cited of', '`research/x.md` §2 tells.\n', ['research/x.md']],
    ['a bare name, in each folder', 'See `2026-01-10-x.md`.\n', ['research/2026-01-10-x.md', 'notes/2026-01-10-x.md']],
    ['no spec', 'See [b](b.md).\n', []],
    ['no figure', 'See [x](../research/x.png).\n', []],
    ['nothing outside', 'See [x](../../research/x.md).\n', []],
  ])('%s', (_name, text, expected) => {
    expect(asked(text)).toEqual(expected)
  })

  test('not its own, and none where no section is for questions', () => {
    const text = 'See [a](a.md) and [x](x.md).\n'
    expect(asked(text, 'research/a.md')).toEqual(['research/x.md'])
    const bare = readTemplate(
      '<!-- spec-template\nkind: rfc\n-->\n\n# [T]\n\n## Goals\n\n<!-- section\nrole: goals\n-->\n',
    )
    expect(asked('See [x](../research/x.md).\n', 'specs/a.md', {name: 'rfc', template: bare})).toEqual([])
    expect(asked('See [x](../research/x.md).\n', 'specs/a.md', {name: 'rfc'})).toEqual([])
  })
})
