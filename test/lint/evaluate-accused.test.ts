import {describe, expect, test} from 'vitest'
import type {Citation, Facts, Heading, Position} from '../../src/facts/types.js'
import {evaluate, judge, likeness, unjudgedIn} from '../../src/lint/evaluate/index.js'
import {readLaw} from '../../src/lint/schema/law.js'
import type {Kind, Message, Setting, Severities} from '../../src/lint/types.js'
import {factsWith, place, point, section, templateOf} from './support.js'

type Entry = Record<string, unknown>

async function kindOf(rules: Record<string, Entry>): Promise<Kind> {
  const $defs = Object.fromEntries(
    Object.entries(rules).map(([id, rule]) => [id, {severity: 'error', message: 'Wrong', ...rule}]),
  )
  const reading = await readLaw({text: JSON.stringify({$id: 'specwright:test', $defs})}, new Map())
  if (!reading.ok) throw new Error(reading.problems.map(({reason}) => reason).join('; '))
  return {name: 'test', template: templateOf(), law: reading.law}
}

const sections = (more: Entry): Entry => ({properties: {sections: more}})
const each = (fact: string): Entry => ({properties: {[fact]: {items: false}}})

/** A text whose lines begin at the offsets of `place`. */
const textOf = (lines: Record<number, string>) =>
  Array.from({length: 60}, (_, line) => `${(lines[line] ?? '').padEnd(99)}\n`).join('')

const heading = (line: number, title: string, path?: string): Heading => ({
  level: 2,
  title,
  text: title,
  parent: -1,
  position: place(line, title.length + 3),
  ...(path !== undefined && {section: path}),
})
const citation = (position: Position, more: Partial<Citation> = {}): Citation => ({
  form: 'link',
  kind: 'research',
  text: 'x',
  target: 'x.md',
  position,
  ...more,
})
const words = (message: Message | undefined) => message && [message.accused.section, message.accused.content]

describe('what a message accuses', () => {
  const outline = [heading(5, 'Costs', 'costs'), heading(20, '', 'costs/second'), heading(30, 'Else')]

  /** What is accused where one citation is wrong that stands at a place of a text. */
  async function accusedIn(lines: Record<number, string>, position: Position, more: Partial<Facts> = {}) {
    const facts = factsWith({outline, citations: [citation(position)], ...more})
    const [message, ...others] = evaluate(facts, await kindOf({rule: each('citations')}), {text: textOf(lines)})
    expect(others).toEqual([])
    return words(message)
  }

  test('is what stands there, below the nearest heading before it', async () => {
    expect(await accusedIn({4: 'before'}, place(4, 6))).toEqual(['', 'before'])
    expect(await accusedIn({6: 'below it'}, place(6, 8))).toEqual(['costs', 'below it'])
    expect(await accusedIn({6: '  and   far '}, place(6, 12))).toEqual(['costs', 'and far'])
    expect(await accusedIn({25: 'deeper'}, place(25, 6))).toEqual(['costs/second', 'deeper'])
    expect(await accusedIn({40: 'x'}, place(40, 1))).toEqual(['', 'x'])
  })

  test('is a heading by its title, where it has one', async () => {
    expect(await accusedIn({5: '## 7. Costs'}, place(5, 11))).toEqual(['costs', 'Costs'])
    expect(await accusedIn({5: '## 7. Costs'}, {start: point(5, 1), end: point(5, 11)})).toEqual([
      'costs',
      '# 7. Costs',
    ])
    expect(await accusedIn({20: '## 2.'}, place(20, 5))).toEqual(['costs/second', '## 2.'])
  })

  test.each([
    ['- a b', 'a b'],
    ['* a', 'a'],
    ['+   a', 'a'],
    ['7. a', 'a'],
    ['123456789) a', 'a'],
    ['1234567890. a', '1234567890. a'],
    ['-a', '-a'],
    ['7 a', '7 a'],
    ['a - b', 'a - b'],
    ['- - a', '- a'],
  ])('has no mark of an item: %s', async (source, content) => {
    expect(await accusedIn({6: source}, place(6, source.length))).toEqual(['costs', content])
  })

  test('has no marks of a quote but the first', async () => {
    const lines = {6: 'a > b', 7: '> c', 8: '  > \t>d', 9: 'e'}
    expect(await accusedIn(lines, {start: point(6), end: point(9, 1)})).toEqual(['costs', 'a > b c d e'])
  })

  test('is cut where it is long, and told from what begins alike up to a length', async () => {
    const long = (length: number, end = '') => textOf({6: ''}).slice(0, 600) + 'x'.repeat(length) + end
    const facts = (length: number) =>
      factsWith({outline, citations: [citation({start: point(6), end: {line: 6, column: 1, offset: 600 + length}})]})
    const kind = await kindOf({rule: each('citations')})
    const content = (length: number, text: string) => evaluate(facts(length), kind, {text})[0]?.accused.content
    expect(content(160, long(160))).toBe('x'.repeat(160))
    expect(content(161, long(161))).toMatch(/^x{160}… [0-9a-f]{16}$/)
    expect(content(162, long(162))).not.toBe(content(161, long(161)))
    expect(content(2001, long(2000, 'a'))).toBe(content(2001, long(2000, 'b')))
    expect(content(2000, long(1999, 'a'))).not.toBe(content(2000, long(1999, 'b')))
    const pair = `${long(159)}😀${'y'.repeat(9)}`
    expect(content(170, pair)).toMatch(/^x{159}… [0-9a-f]{16}$/)
    expect(content(162, `${long(158)}😀yy`)).toMatch(/^x{158}😀… [0-9a-f]{16}$/)
  })

  test('is what is missing, by the name that the template has for it', async () => {
    const kind = await kindOf({
      section: sections({required: ['first', 'legal']}),
      row: {message: '{missing}', properties: {metadata: {required: ['status', 'mood']}}},
      inner: sections({properties: {second: {properties: {sections: {required: ['inner']}}}}}),
    })
    const found = evaluate(factsWith({sections: {second: section('second', 9, 12)}, outline}), kind, {text: textOf({})})
    expect(found.map(message => [message.ruleId, ...(words(message) ?? [])])).toEqual([
      ['section', '', 'legal'],
      ['row', '', 'Label of status'],
      ['row', '', 'mood'],
      ['inner', 'second', 'Inner Matters'],
      ['section', '', 'First Things'],
    ])
  })

  test('is the document, or a part of it that is none of the template', async () => {
    const kind = await kindOf({
      whole: {properties: {blocks: {maximum: 1}}},
      part: {required: ['drift']},
    })
    const found = evaluate(factsWith({outline}), kind, {text: textOf({1: '# Title'})})
    expect(found.map(message => [message.ruleId, ...(words(message) ?? [])])).toEqual([
      ['part', '', 'drift'],
      ['whole', '', ''],
    ])
  })
})

test('equal messages are told apart by their number, and what is otherwise by what it is', async () => {
  const facts = (...lines: number[]) =>
    factsWith({outline: [heading(5, 'Costs', 'costs')], citations: lines.map(line => citation(place(line, 9)))})
  const kind = await kindOf({one: each('citations'), two: each('citations')})
  const prints = (text: string, ...lines: number[]) =>
    evaluate(facts(...lines), kind, {text}).map(({ruleId, fingerprint}) => [ruleId, fingerprint])
  const text = textOf({6: 'see a.md', 7: 'see b.md', 8: 'see a.md', 4: 'see a.md'})
  const found = prints(text, 4, 6, 7, 8)
  expect(found.map(([rule]) => rule)).toEqual(['one', 'two', 'one', 'two', 'one', 'two', 'one', 'two'])
  expect(new Set(found.map(([, print]) => print)).size).toBe(8)
  for (const [, print] of found) expect(print).toMatch(/^[0-9a-f]{16}$/)
  // White space does not count, and what comes before changes nothing but the number.
  const spaced = textOf({6: 'see  a.md', 7: 'see b. md', 8: 'seea.md'})
  expect(prints(spaced, 6, 7, 8)).toEqual(found.slice(2))
  expect(prints(text, 8)).toEqual(found.slice(2, 4))
  expect(likeness('a', {section: 'b', content: ' c\n d '})).toBe('["a","b","cd"]')
})

describe('exceptions of a document', () => {
  const exception = (rule: string, from: number, to: number, line = 40) => ({
    rule,
    scope: 'section' as const,
    lines: {from, to},
    position: place(line),
  })
  const rules = {
    cites: each('citations'),
    other: {...each('citations'), message: 'Other'},
    unused: {
      message: '{item.rule} {item.used}',
      properties: {exceptions: {items: {properties: {used: {const: true}}}}},
    },
    unknown: {
      message: '{item.rule}',
      properties: {exceptions: {items: {properties: {rule: {enum: ['cites', 'other', 'unused', 'unknown']}}}}},
    },
  }
  const judged = async (lines: number[], exceptions: Facts['exceptions']) => {
    const facts = factsWith({citations: lines.map(line => citation(place(line))), exceptions})
    const {kept, excepted} = judge(facts, await kindOf(rules), {text: textOf({})})
    return {
      told: kept.map(({ruleId, range, reason, suggestions = []}) =>
        [range.start.line, ruleId, reason, ...suggestions].join(' '),
      ),
      excepted,
    }
  }

  test('take away the messages of their rule, from their first line to their last', async () => {
    expect(await judged([9, 10, 12, 13], [exception('cites', 10, 12)])).toEqual({
      told: ['9 cites Wrong', '9 other Other', '10 other Other', '12 other Other', '13 cites Wrong', '13 other Other'],
      excepted: 2,
    })
  })

  test('are told where nothing needs them, or no rule is meant', async () => {
    expect(
      await judged([9], [exception('cites', 10, 12), exception('othr', 1, 99, 41), exception('x', 1, 99, 42)]),
    ).toEqual({
      told: [
        '9 cites Wrong',
        '9 other Other',
        '40 unused cites false',
        '41 unknown othr other',
        '41 unused othr false other',
        '42 unknown x',
        '42 unused x false',
      ],
      excepted: 0,
    })
    expect(await judged([11], [exception('cites', 10, 12)])).toEqual({told: ['11 other Other'], excepted: 1})
  })

  test('take nothing away of what is said of exceptions', async () => {
    expect(await judged([], [exception('unused', 1, 99)])).toEqual({told: ['40 unused unused false'], excepted: 0})
  })
})

describe('severities', () => {
  const set = (setting: Setting): Severities => Object.fromEntries([['constructor', setting]])
  const told = async (rule: Entry, severities?: Severities) => {
    const kind = await kindOf(Object.fromEntries([['constructor', {required: ['drift'], ...rule}]]))
    return evaluate(factsWith(), kind, {text: '', ...(severities && {severities})}).map(({severity}) => severity)
  }

  test('are the rule’s, unless others are set', async () => {
    expect(await told({severity: 'info'})).toEqual(['info'])
    expect(await told({severity: 'info'}, {})).toEqual(['info'])
    expect(await told({severity: 'info'}, set('warning'))).toEqual(['warning'])
    expect(await told({severity: 'info'}, set('off'))).toEqual([])
    expect(await told({severity: 'off'})).toEqual([])
    expect(await told({severity: 'off'}, set('error'))).toEqual(['error'])
    expect(await told({severity: {Approved: 'info', default: 'off'}})).toEqual([])
  })

  test('tell what was not judged', async () => {
    const kind = await kindOf({
      off: {severity: 'off'},
      on: {},
      late: {severity: {Approved: 'error', default: 'off'}},
      set: {},
    })
    const outline = [heading(5, 'Costs', 'costs')]
    const citations = [citation(place(6, 4)), citation(place(7, 4), {gap: 'shallow' as never})]
    const text = textOf({6: 'a.md', 7: 'b.md'})
    expect(unjudgedIn(factsWith({outline, citations}), kind, text, {set: 'off'})).toEqual({
      rules: new Set(['off', 'late', 'set']),
      places: [{section: 'costs', content: 'b.md'}],
    })
    expect(unjudgedIn(factsWith(), kind, text)).toEqual({rules: new Set(['off', 'late']), places: []})
  })
})
