import fc from 'fast-check'
import {expect, test} from 'vitest'
import {exceptions} from '../../src/facts/exceptions.js'
import {readDocument} from '../../src/facts/reading/document.js'
import {lint} from '../../src/lint/index.js'

const found = (text: string) =>
  exceptions(
    readDocument(text, {path: 'specs/a.md', kind: {name: 'rfc'}, folders: {specs: ['specs'], research: ['research']}}),
  ).map(({rule, scope, lines, reason}) => [rule, scope, lines.from, lines.to, reason])

test.each([
  ['a line', '<!-- spec-lint-disable-next-line a: why -->\none\n', ['a', 'next-line', 2, 2, 'why']],
  ['a paragraph', '<!-- spec-lint-disable-next-line a: why -->\none\ntwo\n\nthree\n', ['a', 'next-line', 2, 3, 'why']],
  ['behind a blank line', '<!-- spec-lint-disable-next-line a: why -->\n\none\n', ['a', 'next-line', 2, 3, 'why']],
  ['a list', '<!-- spec-lint-disable-next-line a: why -->\n- one\n- two\n', ['a', 'next-line', 2, 3, 'why']],
  ['a table', '<!-- spec-lint-disable-next-line a: why -->\n| a |\n| - |\n| b |\n', ['a', 'next-line', 2, 4, 'why']],
  ['an item', '- one\n  <!-- spec-lint-disable-next-line a: why -->\n- two\n', ['a', 'next-line', 3, 3, 'why']],
  ['a quote', '> <!-- spec-lint-disable-next-line a: why -->\n> one\n', ['a', 'next-line', 2, 2, 'why']],
  [
    'a quote, behind a blank line',
    '> <!-- spec-lint-disable-next-line a: why -->\n>\n> one\n> two\n',
    ['a', 'next-line', 2, 4, 'why'],
  ],
  [
    'nothing within its block',
    '<!-- spec-lint-disable-next-line a: why -->\n<b>\n\none\ntwo\n',
    ['a', 'next-line', 2, 2, 'why'],
  ],
  [
    'nothing within its own block, wherever that ends',
    '<div>\n<!-- spec-lint-disable-next-line a: why -->\n<p>\n</div>\n\none\ntwo\n',
    ['a', 'next-line', 3, 3, 'why'],
  ],
  [
    'what follows its block, where it ends that',
    '<div>\n<!-- spec-lint-disable-next-line a: why -->\n<!-- more -->\n\none\ntwo\n',
    ['a', 'next-line', 3, 6, 'why'],
  ],
  [
    'nothing where a comment behind it is not closed',
    '<div>\n<!-- spec-lint-disable-next-line a: why -->\n<!-- more\n\none\ntwo\n',
    ['a', 'next-line', 3, 3, 'why'],
  ],
  [
    'what follows in its line',
    'one <!-- spec-lint-disable-next-line a: why --> <b>two</b>\nthree\nfour\n',
    ['a', 'next-line', 2, 2, 'why'],
  ],
  [
    'a quote, of several lines',
    '> <!-- spec-lint-disable-next-line\n> a: why -->\n> one\n> two\n',
    ['a', 'next-line', 3, 4, 'why'],
  ],
  ['the end', 'one\n\n<!-- spec-lint-disable-next-line a: why -->', ['a', 'next-line', 4, 4, 'why']],
  ['within a line', 'one <!-- spec-lint-disable-next-line a: why -->\ntwo\n', ['a', 'next-line', 2, 2, 'why']],
  [
    'a section',
    '# A\n\n## B\n\n<!-- spec-lint-disable-section a: why -->\n\n### C\n\n## D\n',
    ['a', 'section', 3, 8, 'why'],
  ],
  ['the last section', '# A\n\n## B\n\n<!-- spec-lint-disable-section a: why -->\n', ['a', 'section', 3, 6, 'why']],
  // Where a definition stands above it, its node begins there.
  ...[2, 3].flatMap(level =>
    ['[d]: u\n', '[d]: u\n[e]: v\n'].map((definitions): [string, string, (string | number)[]] => [
      `a section of level ${level}, below definitions`,
      `# A\n\n${'#'.repeat(level)} B\n\n<!-- spec-lint-disable-section a: why -->\n\ntext\n\n${definitions}C\n---\n\nmore\n`,
      ['a', 'section', 3, 8, 'why'],
    ]),
  ),
  ['no section', '<!-- spec-lint-disable-section a: why -->\n\n# A\n', ['a', 'section', 1, 4, 'why']],
  ['a file', '# A\n<!-- spec-lint-disable-file a: why -->\n', ['a', 'file', 1, 3, 'why']],
  ['no reason', '<!-- spec-lint-disable-file a -->\n', ['a', 'file', 1, 2, undefined]],
  ['no rule', '<!-- spec-lint-disable-file -->\n', ['', 'file', 1, 2, undefined]],
  ['several lines', '<!-- spec-lint-disable-file a:\n why\n so -->\n', ['a', 'file', 1, 4, 'why\n so']],
])('an exception for %s', (_what, text, expected) => {
  expect(found(text)).toEqual([expected])
})

test('a section ends with the next heading that is not below its own, however many there are', () => {
  const levels = fc.array(fc.integer({min: 1, max: 4}), {minLength: 1, maxLength: 12})
  const text = (each: number[]) =>
    each.map(level => `${'#'.repeat(level)} A\n\n<!-- spec-lint-disable-section a: why -->\n\n`).join('')
  fc.assert(
    fc.property(levels, each => {
      const expected = each.map((level, index) => {
        const next = each.findIndex((other, at) => at > index && other <= level)
        return [4 * index + 1, next < 0 ? 4 * each.length + 1 : 4 * next]
      })
      expect(found(text(each)).map(([, , from, to]) => [from, to])).toEqual(expected)
    }),
  )
})

test('exceptions within one another, and beside each other, take away what any of them is for', async () => {
  const comment = (scope: string) => `<!-- spec-lint-disable-${scope} unset-value: why -->\n`
  const part = (before: string) => `${before}TBD\n\n`
  const text = [
    '# A\n\n## One\n\nWords.\n\n',
    comment('section'),
    '\n',
    part(comment('next-line')),
    part(''),
    '## Two\n\nWords.\n\n',
    part(''),
    part(comment('next-line')),
    part(''),
    '## Three\n\nWords.\n\n',
    comment('section'),
  ].join('')
  const {messages, excepted} = await lint(text, {kind: 'rfc'})
  const of = (id: string) =>
    messages.filter(({ruleId}) => ruleId === id).map(({range}) => text.split('\n')[range.start.line - 1])
  expect(excepted).toBe(3)
  expect(of('unset-value')).toEqual(['TBD', 'TBD'])
  // The one for what stands below "Three", where nothing does.
  expect(messages.filter(({ruleId}) => ruleId === 'unused-exception').map(({range}) => range.start.line)).toEqual([
    text.trimEnd().split('\n').length,
  ])
})

test('several rules, and several comments', () => {
  expect(found('<!-- spec-lint-disable-file a, b c: why --><!-- spec-lint-disable-section d: so -->\n')).toEqual([
    ['a', 'file', 1, 2, 'why'],
    ['b', 'file', 1, 2, 'why'],
    ['c', 'file', 1, 2, 'why'],
    ['d', 'section', 1, 2, 'so'],
  ])
})

test('exceptions one above the other, and other comments between, are for what comes next all the same', () => {
  const [a, b] = ['a', 'b'].map(rule => `<!-- spec-lint-disable-next-line ${rule}: why -->`)
  const both = (from: number, to: number) => [
    ['a', 'next-line', from, to, 'why'],
    ['b', 'next-line', from, to, 'why'],
  ]
  expect(found(`${a}\n${b}\n- one\n- two\n`).map(([, , , to]) => to)).toEqual([4, 4])
  expect(found(`${a}\n\n<!-- guidance -->\n\n${b}\n\none\ntwo\n`).map(([, , , to]) => to)).toEqual([8, 8])
  expect(found(`one ${a} ${b}\ntwo\n`)).toEqual(both(2, 2))
  expect(found(`${a} ${b}\none\ntwo\n`)).toEqual(both(2, 3))
})

test('each stands where it is written, as far as that can be told', () => {
  const places = (text: string) =>
    exceptions(
      readDocument(text, {
        path: 'specs/a.md',
        kind: {name: 'rfc'},
        folders: {specs: ['specs'], research: ['research']},
      }),
    ).map(({position: {start, end}}) => text.slice(start.offset, end.offset))
  const comment = '<!-- spec-lint-disable-next-line a: why -->'
  expect(places(`x\n\n<div>\n${comment}\n<p>\n${comment}\n</div>\n`)).toEqual([comment, comment])
  expect(places('x\n\n> <!-- spec-lint-disable-next-line\n> a: why -->\n> one\n')[0]).toMatch(/^<!-- spec-lint/)
})

test('the same comment twice in one block of HTML stands in two places', () => {
  const comment = '<!-- spec-lint-disable-next-line a: why -->'
  expect(found(`<div>\n${comment}\n<p>\n${comment}\n</div>\n`).map(([, , from]) => from)).toEqual([3, 5])
})

test('one without a rule is one message', async () => {
  const {messages} = await lint('# A\n\n<!-- spec-lint-disable-next-line -->\n\nTBD\n', {kind: 'rfc'})
  expect(messages.filter(({ruleId}) => ruleId.includes('exception')).map(({reason}) => reason)).toEqual([
    'Unexpected exception that names no rule, expected the id of one',
  ])
})

test.each([
  '```\n<!-- spec-lint-disable-file a: why -->\n```\n',
  '`<!-- spec-lint-disable-file a: why -->`\n',
  'none\n',
])('none in %j', text => {
  expect(found(text)).toEqual([])
})

test('a text of many beginnings is read to its end', () => {
  expect(found(`<!-- spec-lint-disable-file ${'a '.repeat(20_000)}\n`)).toEqual([])
  expect(found(`<!-- spec-lint-disable-file ${'a-'.repeat(20_000)}: why -->\n`)).toHaveLength(1)
})

test('many comments one above the other are read at once', () => {
  expect(found('<!-- spec-lint-disable-next-line a: why -->\n'.repeat(5000))).toHaveLength(5000)
  expect(found('<!-- spec-lint-disable-next-line a: why -->'.repeat(5000))).toHaveLength(5000)
  expect(found('<!-- spec-lint-disable-'.repeat(20_000))).toHaveLength(0)
  expect(found('<!-- spec-lint-disable-\n'.repeat(20_000))).toHaveLength(0)
})

test('what is left out is counted, and only that', async () => {
  const text = '# A\n\n<!-- spec-lint-disable-next-line unset-value: why -->\nTBD\n\nTODO\n'
  const {messages, excepted} = await lint(text, {kind: 'rfc'})
  expect(excepted).toBe(1)
  expect(messages.filter(({ruleId}) => ruleId === 'unset-value').map(({range}) => range.start.line)).toEqual([6])
})

test('no exception is made of what is said of exceptions', async () => {
  const text = '# A\n\n<!-- spec-lint-disable-file unused-exception, exception-reason -->\n'
  const {messages} = await lint(text, {kind: 'rfc'})
  expect(messages.map(({ruleId}) => ruleId).filter(id => id.includes('exception'))).toEqual([
    'exception-reason',
    'exception-reason',
    'unused-exception',
    'unused-exception',
  ])
})

test('names that are none are no exception of any rule, however long they are', () => {
  expect(found('<!-- spec-lint-disable-file ** -->\n')).toEqual([['', 'file', 1, 2, undefined]])
  // Tried in every way in which they might be cut, these would take for hours.
  expect(found(`<!-- spec-lint-disable-file ${'a'.repeat(60)}* -->\n`)).toEqual([['', 'file', 1, 2, undefined]])
  expect(found(`<!-- spec-lint-disable-file a: ${' '.repeat(200_000)}x -->\n`)).toEqual([['a', 'file', 1, 2, 'x']])
  expect(found('<!-- spec-lint-disable-file '.repeat(40_000))).toEqual([])
})

test('what follows a colon without a rule is the reason', () => {
  expect(found('<!-- spec-lint-disable-file : why not? -->\n')).toEqual([['', 'file', 1, 2, 'why not?']])
})
