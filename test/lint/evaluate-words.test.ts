import {describe, expect, test} from 'vitest'
import type {Facts, Fence, Heading, Row} from '../../src/facts/types.js'
import {evaluate} from '../../src/lint/evaluate/index.js'
import {readLaw} from '../../src/lint/schema/law.js'
import type {Kind, Message} from '../../src/lint/types.js'
import {factsWith, place, point, section, templateOf} from './support.js'

type Entry = Record<string, unknown>

async function kindOf(rules: Record<string, Entry>, template = templateOf()): Promise<Kind> {
  const $defs = Object.fromEntries(
    Object.entries(rules).map(([id, rule]) => [id, {severity: 'error', message: 'Wrong', ...rule}]),
  )
  const reading = await readLaw({text: JSON.stringify({$id: 'specwright:test', $defs})}, new Map())
  if (!reading.ok) throw new Error(reading.problems.map(({reason}) => reason).join('; '))
  return {name: 'test', template, law: reading.law}
}
const messagesOf = async (rules: Record<string, Entry>, facts: Partial<Facts>, template = templateOf()) =>
  evaluate(factsWith(facts), await kindOf(rules, template), {text: ''})

const at = (path: string, inner: unknown): Entry =>
  path.split('.').reduceRight<unknown>((below, name) => ({properties: {[name]: below}}), inner) as Entry

const row = (line: number, more: Partial<Row> = {}): Row => ({
  source: 'table',
  label: 'Label',
  value: 'x',
  position: place(line),
  labelPosition: place(line, 5),
  ...more,
})

describe('the words of a message', () => {
  const facts = {
    blocks: 7,
    path: 'specs/a.md',
    sections: {first: section('first', 5, 9, {words: 12, tables: []})},
    metadata: {status: row(4, {value: 'Darft'}), mood: row(6, {label: 'Mood of it'})},
  }
  const ALL = '{value} ({actual}): {expected} [{limit}] <{allowed}> -{extra}- +{missing}+'

  test.each<[string, Entry, reason: string, expected: string[] | undefined, actual: string | undefined]>([
    ['minimum', at('blocks', {minimum: 8}), '7 (7): at least 8 [8] <> -- ++', ['at least 8'], '7'],
    ['maximum', at('blocks', {maximum: 6}), '7 (7): at most 6 [6] <> -- ++', ['at most 6'], '7'],
    ['maximum 0', at('blocks', {maximum: 0}), '7 (7): none [0] <> -- ++', ['none'], '7'],
    ['minimum 0', at('blocks', {not: {minimum: 0}}), '7 (7):  [] <> -- ++', undefined, '7'],
    ['exclusiveMinimum', at('blocks', {exclusiveMinimum: 7}), '7 (7): more than 7 [7] <> -- ++', ['more than 7'], '7'],
    ['exclusiveMaximum', at('blocks', {exclusiveMaximum: 7}), '7 (7): less than 7 [7] <> -- ++', ['less than 7'], '7'],
    ['multipleOf', at('blocks', {multipleOf: 2}), '7 (7):  [] <> -- ++', undefined, '7'],
    [
      'minLength',
      at('path', {minLength: 11}),
      'specs/a.md (specs/a.md): at least 11 [11] <> -- ++',
      ['at least 11'],
      'specs/a.md',
    ],
    [
      'maxLength',
      at('path', {maxLength: 9}),
      'specs/a.md (specs/a.md): at most 9 [9] <> -- ++',
      ['at most 9'],
      'specs/a.md',
    ],
    ['const of a number', at('blocks', {const: 5}), '7 (7): 5 [] <"5"> -- ++', ['5'], '7'],
    ['const of a truth', at('blocks', {const: true}), '7 (7):  [] <"true"> -- ++', undefined, '7'],
    [
      'enum of several',
      at('blocks', {enum: ['a', 5, null]}),
      '7 (7): a or 5 [] <"a", "5" or "null"> -- ++',
      ['a', '5'],
      '7',
    ],
    ['minItems', at('titles', {minItems: 2}), '1 (1): at least 2 [2] <> -- ++', ['at least 2'], '1'],
    ['maxItems 0', at('titles', {maxItems: 0}), '1 (1):  [0] <> -- ++', undefined, '1'],
    ['minProperties', at('metadata', {minProperties: 3}), ' (2): at least 3 [3] <> -- ++', ['at least 3'], '2'],
    ['maxProperties', at('metadata', {maxProperties: 1}), ' (2): at most 1 [1] <> -- ++', ['at most 1'], '2'],
    ['contains', at('titles', {contains: {required: ['x']}}), '1 ():  [1] <> -- ++', undefined, undefined],
    [
      'required',
      at('metadata', {required: ['author']}),
      ' ():  [] <> -- +Label of author+',
      ['Label of author'],
      undefined,
    ],
    ['required of a row', at('metadata.status', {required: ['note']}), ' ():  [] <> -- +note+', undefined, undefined],
    [
      'a surplus row',
      at('metadata', {...at('status', true), additionalProperties: false}),
      ' ():  [] <> -Mood of it- +mood+',
      undefined,
      undefined,
    ],
    [
      'a surplus part',
      at('title', {
        ...at('text', true),
        additionalProperties: {type: 'string'},
        maxProperties: 9,
        propertyNames: {enum: ['text', 'name', 'ordinal']},
      }),
      ' ():  [] <> -position- +position+',
      undefined,
      undefined,
    ],
  ])('%s', async (_, constraint, reason, expected, actual) => {
    const found = await messagesOf({rule: {...constraint, message: ALL, help: ALL}}, facts)
    const message = found.at(-1)
    expect(message?.reason).toBe(reason)
    expect(message?.help).toBe(reason)
    expect(message?.expected).toEqual(expected)
    expect(message?.actual).toBe(actual)
  })

  test('show lists, not without end', async () => {
    const shown = async (moved: unknown[]) => {
      const citations = [{form: 'link', kind: 'spec', text: '', target: '', position: place(5), moved}]
      const rule = {...at('citations', {items: at('moved', false)}), message: '{value}'}
      return (await messagesOf({rule}, {citations: citations as never}))[0]?.reason
    }
    const names = (count: number) => Array.from({length: count}, (_, each) => `f${each}`)
    expect(await shown([])).toBe('')
    expect(await shown(['a'])).toBe('"a"')
    expect(await shown(['a', 'b'])).toBe('"a" and "b"')
    expect(await shown([1, 'b'])).toBe('2')
    expect(await shown(names(10))).toBe('"f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8" and "f9"')
    expect(await shown(names(11))).toBe('"f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9" and 1 more')
  })

  test('show texts in one line, up to a length, and whole signs only', async () => {
    const shown = async (value: string) =>
      (await messagesOf({rule: {...at('path', {enum: ['x']}), message: '{value}'}}, {path: value}))[0]?.reason
    expect(await shown('y'.repeat(160))).toBe('y'.repeat(160))
    expect(await shown('y'.repeat(161))).toBe(`${'y'.repeat(159)}…`)
    expect(await shown(`${'y'.repeat(158)}😀zz`)).toBe(`${'y'.repeat(158)}…`)
    expect(await shown(' a \n\t b ')).toBe('a b')
  })

  test('are those for the failing keyword, else the others', async () => {
    const message = {constructor: 'no', minItems: 'few', default: 'else'}
    const rule = {required: ['drift'], ...at('titles', {minItems: 2}), message}
    expect((await messagesOf({rule}, {})).map(({reason}) => reason).sort()).toEqual(['else', 'few'])
    expect(
      (await messagesOf({rule: {...rule, message: '{item.title.text} {item.none.x}{item.title.text.length}'}}, {}))[0]
        ?.reason,
    ).toBe('Title ')
    expect((await messagesOf({rule: {required: ['drift']}}, {}))[0]).not.toHaveProperty('help')
  })
})

describe('what may be meant by what is missing', () => {
  const heading = (title: string, line: number, more: Partial<Heading> = {}): Heading => ({
    level: 2,
    title,
    text: `## ${title}`,
    id: `h${line}`,
    parent: -1,
    position: place(line),
    ...more,
  })
  const near = async (outline: Heading[], required: Entry = {required: ['first']}, facts: Partial<Facts> = {}) =>
    (await messagesOf({rule: at('sections', required)}, {outline, ...facts}))[0]?.suggestions
  const {sections, ...form} = templateOf()
  const aliased = {...form, sections: sections.map(each => ({...each, aliases: ['Opening Remarks']}))}

  test('is the title, or one like it, wherever it stands', async () => {
    expect(await near([heading('First Things', 5)])).toEqual(['## First Things'])
    expect(await near([heading('First Things', 5, {level: 4})])).toEqual(['## First Things'])
    expect(await near([heading('Frist Thinsg', 5, {level: 3})])).toEqual(['## Frist Thinsg'])
    expect(await near([heading('Other', 5)])).toBeUndefined()
  })

  test('is one that shares half of its longer words, where it would stand', async () => {
    expect(await near([heading('The first of all matters', 5)])).toEqual(['## The first of all matters'])
    expect(await near([heading('THINGS, and one more', 5)])).toEqual(['## THINGS, and one more'])
    expect(await near([heading('The first of all matters', 5, {level: 3})])).toBeUndefined()
    expect(await near([heading('One of the', 5)])).toBeUndefined()
    const found = await messagesOf(
      {rule: at('sections', {required: ['first']})},
      {outline: [heading('Some remarks', 5), heading('Opening remarks', 6)]},
      aliased,
    )
    expect(found[0]?.suggestions).toEqual(['## Opening remarks', '## Some remarks'])
  })

  test('is what stands in the section around, where it belongs into one', async () => {
    const inner = at('second.sections', {required: ['inner']})
    const facts = {sections: {second: section('second', 4, 20)}}
    const outline = (path: string) => [heading('Inner parts of it', 5, {level: 3, section: path})]
    expect(await near(outline('second/inner-of-it'), inner, facts)).toEqual(['## Inner parts of it'])
    expect(await near(outline('first'), inner, facts)).toBeUndefined()
    expect(await near(outline('second-b/inner'), inner, facts)).toBeUndefined()
    expect(await near([heading('Inner parts of it', 5, {level: 3})], inner, facts)).toBeUndefined()
    expect(await near([heading('Inner Matters', 5, {level: 3})], inner, facts)).toEqual(['## Inner Matters'])
  })

  test('is none that is claimed, or no heading of a section; three at the most, each once, the likest first', async () => {
    const claimed = {sections: {second: section('second', 5, 9, {ordinal: 2})}}
    expect(await near([heading('First Things', 5)], {required: ['first']}, claimed)).toBeUndefined()
    const {id: _, ...untold} = heading('First Things', 5)
    expect(await near([untold])).toBeUndefined()
    expect(
      await near([
        heading('Things b', 3),
        heading('Things a', 4),
        heading('Things a', 5),
        heading('First Thing', 6, {level: 3}),
        heading('First Things', 7),
        heading('Things c', 8),
      ]),
    ).toEqual(['## First Things', '## First Thing', '## Things a'])
  })

  test('is looked for among the first 300', async () => {
    const many = (count: number) => Array.from({length: count}, (_, each) => heading(`x${each}`, each + 5))
    expect(await near([...many(299), heading('First Things', 900)])).toEqual(['## First Things'])
    expect(await near([...many(300), heading('First Things', 900)])).toBeUndefined()
  })
})

describe('how far a message reaches', () => {
  const fence = (line: number, end: number): Fence => ({
    character: '`',
    length: 3,
    info: '',
    language: '',
    closed: false,
    hidden: [],
    nested: [],
    position: place(line),
    end: point(end),
  })
  const residue = (...lines: number[]) =>
    lines.map(line => ({text: 'x', source: 'marker' as const, position: place(line)}))
  const left = at('residue', {items: false})
  const seen = (messages: Message[]) =>
    messages.map(({ruleId, range, related = []}) =>
      [ruleId, range.start.line, ...related.map(each => each.range.start.line)].join(' '),
    )
  const open = (more: Entry = {}) => ({
    ...at('fences', {items: at('closed', {const: true})}),
    explains: ['left'],
    ...more,
  })

  test('to its end, or the end of its place; what reaches beyond is not in it', async () => {
    const fences = [fence(20, 30)]
    const reaching = [{text: 'x', source: 'marker' as const, position: {start: point(29), end: point(31)}}]
    expect(seen(await messagesOf({open: open(), left}, {fences, residue: reaching}))).toEqual(['open 20', 'left 29'])
    const exact = [{text: 'x', source: 'marker' as const, position: {start: point(29), end: point(30)}}]
    expect(seen(await messagesOf({open: open(), left}, {fences, residue: exact}))).toEqual(['open 20 29'])
    const title = {...at('title', {required: ['none']}), explains: ['left']}
    expect(seen(await messagesOf({title, left}, {residue: residue(1, 2)}))).toEqual(['title 1 1', 'left 2'])
  })

  test('as far as the fact says, and nothing is told of what is read otherwise', async () => {
    const marks = [
      {
        text: 'x',
        kind: 'test',
        state: 'unknown',
        allowed: [],
        position: place(50),
        extent: {start: point(10), end: point(40)},
      },
    ]
    const facts = {templateMarks: marks as never, residue: residue(5, 12, 45)}
    const told = async (explains: string[]) =>
      seen(await messagesOf({rule: {...at('templateMarks', {items: false}), explains}, left}, facts))
    expect(await told(['*'])).toEqual(['left 5', 'left 45', 'rule 50'])
    // A rule that takes in some others has not read the document as something else.
    expect(await told(['left'])).toEqual(['left 5', 'left 45', 'rule 50 12'])
  })

  test('to the nearest that explains it, and to the first of several', async () => {
    const fences = [fence(10, 50), fence(20, 40), fence(60, 90)]
    expect(seen(await messagesOf({open: open(), left}, {fences, residue: residue(30, 45, 55, 70)}))).toEqual([
      'open 10 30 45',
      'open 20',
      'left 55',
      'open 60 70',
    ])
    const overlapping = [fence(10, 15), fence(11, 60), fence(12, 20)]
    expect(seen(await messagesOf({open: open(), left}, {fences: overlapping, residue: residue(14, 18, 30)}))).toEqual([
      'open 10 14',
      'open 11 18 30',
      'open 12',
    ])
    const named = {open: open({explains: ['left']}), all: {...at('blocks', {maximum: 1}), explains: ['*']}, left}
    expect(seen(await messagesOf(named, {fences: [fence(10, 50)], residue: residue(30)}))).toEqual(['all 1 10 30'])
  })

  test('what a rule marks is its place', async () => {
    const rule = {...at('metadata.status', at('value', {const: 'y'})), mark: 'labelPosition'}
    const [message] = await messagesOf({rule}, {metadata: {status: row(4)}})
    expect(message?.range).toEqual(place(4, 5))
    const none = {...rule, mark: 'near'}
    expect((await messagesOf({rule: none}, {metadata: {status: row(4)}}))[0]?.range).toEqual(place(4))
  })

  test('what stands beside it is shown, whether one or many', async () => {
    const rule = {
      ...at('fences', {items: at('closed', {const: true})}),
      related: {property: 'nested', message: 'Within {item.length}'},
    }
    const nested = [22, 24].map(line => ({
      info: '',
      unclosed: true,
      hidden: [],
      position: place(line),
      end: point(line + 1),
    }))
    const [message] = await messagesOf({rule}, {fences: [{...fence(20, 30), nested}]})
    expect(message?.related).toEqual([22, 24].map(line => ({range: place(line), reason: 'Within 3'})))
    const [bare] = await messagesOf(
      {rule: {...rule, related: {property: 'info', message: 'x'}}},
      {fences: [fence(20, 30)]},
    )
    expect(bare).not.toHaveProperty('related')
  })
})
