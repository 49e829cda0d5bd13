// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import {describe, expect, test} from 'vitest'
import type {Citation, Facts, Row} from '../../src/facts/types.js'
import {evaluate} from '../../src/lint/evaluate/index.js'
import {rulePage} from '../../src/lint/rule-page.js'
import {readLaw} from '../../src/lint/schema/law.js'
import type {Kind, Message} from '../../src/lint/types.js'
import {factsWith, place, point, section, templateOf} from './support.js'

type Entry = Record<string, unknown>

/** A rule that is an error and says which placeholders it was given. */
const rule = (constraint: Entry, words: Entry = {}): Entry => ({
  severity: 'error',
  message: 'Wrong',
  ...words,
  ...constraint,
})

async function kindOf(rules: Record<string, Entry>, path?: string): Promise<Kind> {
  const text = JSON.stringify({$id: 'specwright:test', $defs: rules}, null, 1)
  const reading = await readLaw(path === undefined ? {text} : {text, path}, new Map())
  if (!reading.ok) throw new Error(reading.problems.map(problem => problem.reason).join('; '))
  return {name: 'test', template: templateOf(), law: reading.law}
}

async function messagesOf(rules: Record<string, Entry>, facts: Partial<Facts>): Promise<Message[]> {
  return evaluate(factsWith(facts), await kindOf(rules), {text: ''})
}

/** The only message of one rule. */
async function messageOf(constraint: Entry, facts: Partial<Facts>, words: Entry = {}): Promise<Message> {
  const messages = await messagesOf({rule: rule(constraint, words)}, facts)
  expect(messages).toHaveLength(1)
  return messages[0] as Message
}

const row = (line: number, more: Partial<Row> = {}): Row => ({
  source: 'table',
  label: 'Label',
  value: 'x',
  position: place(line),
  labelPosition: place(line, 5),
  ...more,
})
const citation = (line: number, more: Partial<Citation> = {}): Citation => ({
  form: 'link',
  kind: 'research',
  text: 'x',
  target: 'x.md',
  position: place(line),
  ...more,
})
const sections = (more: Entry): Entry => ({properties: {sections: more}})

describe('the place of a message', () => {
  test('the nearest position on the way to the failing value', async () => {
    const facts = {citations: [citation(5, {exists: true}), citation(7, {exists: false})]}
    const constraint = {properties: {citations: {items: {properties: {exists: {const: true}}}}}}
    expect(await messageOf(constraint, facts)).toMatchObject({
      range: place(7),
      schemaPath: 'test#/$defs/rule/properties/citations/items/properties/exists/const',
    })
  })
  test('the title where nothing on the way has one', async () => {
    expect((await messageOf({properties: {research: {properties: {cited: {minItems: 1}}}}}, {})).range).toEqual(
      place(1),
    )
  })
  test('the child that the error names', async () => {
    const facts = {sections: {first: section('first', 5, 9), other: section('other', 9, 12)}}
    const constraint = sections({propertyNames: {enum: ['first']}})
    expect(await messageOf(constraint, facts, {message: 'No {extra}, {item.heading}'})).toMatchObject({
      range: place(9),
      reason: 'No ## other, ## other',
    })
    const closed = sections({properties: {first: {}}, additionalProperties: false})
    expect((await messageOf(closed, facts)).range).toEqual(place(9))
  })
  test('a missing row: the table, else the title', async () => {
    const constraint = {properties: {metadata: {required: ['status']}}}
    const words = {message: 'Missing {missing}'}
    expect(await messageOf(constraint, {}, words)).toMatchObject({range: place(3), reason: 'Missing Label of status'})
    const {metadataPosition, ...bare} = factsWith()
    const [message] = evaluate(bare, await kindOf({rule: rule(constraint)}), {text: ''})
    expect(message?.range).toEqual(place(1))
  })
})

describe('the place of a missing section', () => {
  const both = sections({required: ['first', 'second']})
  const behind = (line: number) => ({start: point(line), end: point(line)})

  test('behind the nearest section before it in the template that is there', async () => {
    const facts = {sections: {first: section('first', 5, 9), other: section('other', 9, 12)}}
    expect(await messageOf(both, facts, {message: 'Missing {missing}'})).toMatchObject({
      range: behind(9),
      reason: 'Missing 2. Second Things',
      expected: ['2. Second Things'],
    })
  })
  test('else before the nearest one after it', async () => {
    expect((await messageOf(both, {sections: {second: section('second', 5, 9)}})).range).toEqual(behind(5))
  })
  test('else its parent’s heading, or the title', async () => {
    const inner = sections({properties: {second: {properties: {sections: {required: ['inner']}}}}})
    const facts = {sections: {second: section('second', 5, 9)}}
    expect(await messageOf(inner, facts, {message: '{missing}'})).toMatchObject({
      range: place(5),
      reason: '2.1 Inner Matters',
    })
    expect((await messageOf(sections({required: ['first']}), {})).range).toEqual(place(1))
  })
  test('a section that the template does not have: the title, by its id', async () => {
    const facts = {sections: {first: section('first', 5, 9)}}
    expect(await messageOf(sections({required: ['legal']}), facts, {message: '{missing}'})).toMatchObject({
      range: place(1),
      reason: 'legal',
    })
  })
  test('headings that may be meant: near or of the same words, and claimed by no section', async () => {
    const heading = (title: string, line: number) => ({
      level: 2,
      title,
      text: `${line}. ${title}`,
      id: `h${line}`,
      parent: -1,
      position: place(line),
    })
    const facts = {
      outline: [
        heading('Frist Things', 5),
        heading('Second Thoughts', 6),
        heading('Second Things', 7),
        heading('Else', 8),
      ],
      sections: {second: section('second', 7, 9, {ordinal: 2})},
    }
    expect((await messageOf(both, facts)).suggestions).toEqual(['5. Frist Things'])
    expect(
      (await messageOf(both, {...facts, sections: {first: section('first', 5, 9, {ordinal: 1})}})).suggestions,
    ).toEqual(['7. Second Things', '6. Second Thoughts'])
  })
})

describe('words', () => {
  test('placeholders show limits, values, lists and parts of the failing fact', async () => {
    const facts = {sections: {first: section('first', 5, 9, {words: 12, tables: []})}}
    const words = {
      message: '{item.heading}: {value} of {limit}, {expected}, {actual}',
      help: 'Line {item.position.start.line}',
    }
    const limit = sections({properties: {first: {properties: {words: {maximum: 9}}}}})
    expect(await messageOf(limit, facts, words)).toMatchObject({
      reason: '## first: 12 of 9, at most 9, 12',
      help: 'Line 5',
      expected: ['at most 9'],
      actual: '12',
    })
    const items = sections({properties: {first: {properties: {tables: {minItems: 2}}}}})
    expect(await messageOf(items, facts, {message: '{actual} of {limit}'})).toMatchObject({
      reason: '0 of 2',
      expected: ['at least 2'],
      actual: '0',
    })
  })
  test('allowed values are quoted and joined with "or", lists with "and"', async () => {
    const facts = {metadata: {status: row(4, {value: 'Darft', name: 'Darft', known: false, near: ['Draft (WIP)']})}}
    const name = {enum: ['Draft', 'Approved', 'Done']}
    const constraint = {properties: {metadata: {properties: {status: {properties: {name}}}}}}
    expect(await messageOf(constraint, facts, {message: '"{value}": {allowed}'})).toMatchObject({
      reason: '"Darft": "Draft", "Approved" or "Done"',
      expected: ['Draft', 'Approved', 'Done'],
      actual: 'Darft',
      suggestions: ['Draft (WIP)'],
    })
    const moved = {properties: {citations: {items: {properties: {moved: {maxItems: 0}}}}}}
    const lost = {citations: [citation(5, {moved: ['a.md', 'b.md']})]}
    expect((await messageOf(moved, lost, {message: '{value}'})).reason).toBe('"a.md" and "b.md"')
  })
  test('candidates for a part of a fact are its own', async () => {
    const constraint = {properties: {citations: {items: {properties: {anchorExists: {const: true}}}}}}
    const dead = citation(5, {anchorExists: false, near: ['other.md'], anchorNear: ['2-costs']})
    expect((await messageOf(constraint, {citations: [dead]})).suggestions).toEqual(['2-costs'])
  })
  test('true and false are no values that a reader is told of', async () => {
    const constraint = {properties: {citations: {items: {properties: {exists: {const: true}}}}}}
    const message = await messageOf(constraint, {citations: [citation(5, {exists: false})]})
    expect(message).not.toHaveProperty('expected')
    expect(message).not.toHaveProperty('actual')
  })
  test('texts by failing keyword', async () => {
    const constraint = {
      properties: {metadata: {required: ['author'], properties: {status: {properties: {value: {pattern: 'S'}}}}}},
    }
    const words = {message: {required: 'No row', default: 'No value'}, help: {pattern: 'Fill', default: 'Add'}}
    const messages = await messagesOf({rule: rule(constraint, words)}, {metadata: {status: row(4, {value: ''})}})
    expect(messages.map(({reason, help}) => [reason, help])).toEqual([
      ['No row', 'Add'],
      ['No value', 'Fill'],
    ])
  })
  test('long texts are cut, and line breaks are spaces', async () => {
    const residue = [{text: `a\n${'b'.repeat(500)}`, source: 'guidance' as const, position: place(5)}]
    const {reason} = await messageOf({properties: {residue: {items: false}}}, {residue}, {message: '{item.text}'})
    expect(reason).toMatch(/^a b+…$/)
    expect(reason.length).toBe(160)
  })
  test('a document cannot smuggle placeholders in', async () => {
    const residue = [{text: '{item.source} $& $1', source: 'guidance' as const, position: place(5)}]
    const {reason} = await messageOf({properties: {residue: {items: false}}}, {residue}, {message: '{item.text}'})
    expect(reason).toBe('{item.source} $& $1')
  })
  test('what a keyword found, with its related places', async () => {
    const outline = [4, 7].map(line => ({level: 2, title: 'A', text: 'A', parent: -1, position: place(line)}))
    const constraint = {properties: {outline: {uniqueBy: ['parent', 'title']}}}
    expect(await messageOf(constraint, {outline}, {message: '{item.title} of line {first.line}'})).toMatchObject({
      range: place(7),
      reason: 'A of line 4',
      related: [{range: place(4), reason: 'The first one stands here'}],
    })
  })
})

describe('severity', () => {
  const severity = {Approved: 'error', default: 'info'}
  const severityFor = async (status?: Partial<Row>) =>
    (await messageOf({required: ['template']}, status ? {metadata: {status: row(4, status)}} : {}, {severity})).severity

  test('goes by status', async () => {
    expect(await severityFor({name: 'Approved', known: true})).toBe('error')
    expect(await severityFor({name: 'Draft (WIP)', known: true})).toBe('info')
  })
  test('an unknown or missing status counts as the first', async () => {
    const first = {'Draft (WIP)': 'warning', default: 'error'}
    for (const status of [undefined, {name: 'Approved', known: false}, {value: ''}]) {
      const metadata = status ? {status: row(4, status)} : {}
      expect((await messageOf({required: ['template']}, {metadata}, {severity: first})).severity).toBe('warning')
    }
  })
  test('a status such as "constructor" is like any other', async () => {
    expect(await severityFor({name: 'constructor', known: true})).toBe('info')
  })
})

describe('one cause, one message', () => {
  const fence = (line: number, end: number) => ({
    character: '`' as const,
    length: 3,
    info: '',
    language: '',
    closed: false,
    hidden: [],
    nested: [],
    position: place(line),
    end: point(end),
  })
  const open = (words: Entry = {}) =>
    rule(
      {properties: {fences: {items: {properties: {closed: {const: true}}}}}},
      {explains: ['absent', 'left'], ...words},
    )
  const absent = rule(sections({required: ['second']}))
  const left = rule({properties: {residue: {items: false}}})
  const residue = (...lines: number[]) =>
    lines.map(line => ({text: 'x', source: 'marker' as const, position: place(line)}))
  const seen = (messages: Message[]) =>
    messages.map(({ruleId, range, related}) => [
      ruleId,
      range.start.line,
      ...(related ?? []).map(place => place.range.start.line),
    ])

  test('what lies in the extent becomes a related place; what does not stays', async () => {
    const facts = {fences: [fence(20, 50)], residue: residue(10, 30, 60)}
    expect(seen(await messagesOf({open: open(), left}, facts))).toEqual([
      ['left', 10],
      ['open', 20, 30],
      ['left', 60],
    ])
  })
  test('a missing section at the very end of the extent lies in it; what begins there does not', async () => {
    const facts = {fences: [fence(20, 50)], sections: {first: section('first', 5, 50)}, residue: residue(50)}
    expect(seen(await messagesOf({open: open(), absent, left}, facts))).toEqual([
      ['open', 20, 50],
      ['left', 50],
    ])
  })
  test('what is missing lies in an extent that reaches where it would have to stand', async () => {
    // Without any section it could be anywhere behind the title; before the second one it cannot be behind it.
    expect(seen(await messagesOf({open: open(), absent}, {fences: [fence(20, 50)]}))).toEqual([['open', 20, 1]])
    const first = rule(sections({required: ['first']}))
    const second = {sections: {second: section('second', 10, 99)}}
    const facts = {fences: [fence(20, 50)], ...second}
    expect(seen(await messagesOf({open: open({explains: ['first']}), first}, facts))).toEqual([
      ['first', 10],
      ['open', 20],
    ])
  })
  test('a missing row lies between the title and the first section', async () => {
    const row = rule({properties: {metadata: {required: ['status']}}})
    const rules = {open: open({explains: ['row']}), row}
    const {metadataPosition, ...bare} = factsWith({sections: {first: section('first', 30, 99)}})
    const kind = await kindOf(rules)
    expect(seen(evaluate({...bare, fences: [fence(20, 99)]}, kind, {text: ''}))).toEqual([['open', 20, 1]])
    expect(seen(evaluate({...bare, fences: [fence(40, 99)]}, kind, {text: ''}))).toEqual([
      ['row', 1],
      ['open', 40],
    ])
    expect(seen(await messagesOf(rules, {fences: [fence(20, 99)]}))).toEqual([
      ['row', 3],
      ['open', 20],
    ])
  })
  test('an error is not taken in by a lesser severity, nor by a rule that is off', async () => {
    const facts = {fences: [fence(20, 50)], residue: residue(30)}
    expect(seen(await messagesOf({open: open({severity: 'warning'}), left}, facts))).toEqual([
      ['open', 20],
      ['left', 30],
    ])
    expect(
      seen(await messagesOf({open: open({severity: 'info'}), left: {...left, severity: 'warning'}}, facts)),
    ).toEqual([['open', 20, 30]])
    const kind = await kindOf({open: open(), left})
    const rules = kind.law.rules.map(other => (other.id === 'open' ? {...other, off: true} : other))
    expect(seen(evaluate(factsWith(facts), {...kind, law: {...kind.law, rules}}, {text: ''}))).toEqual([['left', 30]])
  })
  test('"*" takes in all others', async () => {
    const empty = rule({properties: {blocks: {minimum: 1}}}, {explains: ['*']})
    expect(seen(await messagesOf({empty, absent, left}, {blocks: 0, residue: residue(30)}))).toEqual([
      ['empty', 1, 1, 30],
    ])
  })
  test('explanations go on, and a circle ends at its first message', async () => {
    const unset = [{text: 'TBD', place: 'item' as const, position: place(25, 3)}]
    const value = rule({properties: {unset: {items: false}}})
    const first = {sections: {first: section('first', 21, 40, {content: 0})}}
    const empty = rule(sections({properties: {first: {properties: {content: {minimum: 1}}}}}), {explains: ['value']})
    const facts = {fences: [fence(20, 50)], unset, ...first}
    expect(seen(await messagesOf({open: open({explains: ['empty']}), empty, value}, facts))).toEqual([
      ['open', 20, 21, 25],
    ])
    const circle = {
      empty: {...empty, explains: ['other']},
      other: rule(sections({properties: {first: {properties: {level: {const: 9}}}}}), {explains: ['empty']}),
    }
    expect(seen(await messagesOf(circle, first))).toEqual([['empty', 21, 21]])
  })
  test('many messages come to an end', async () => {
    const lines = Array.from({length: 5000}, (_, at) => at + 30)
    const facts = {fences: lines.map(line => fence(line, line + 1)), residue: residue(...lines), end: point(9999)}
    expect(await messagesOf({open: open(), left}, facts)).toHaveLength(5000)
  })
})

test('a property of the failing fact is shown beside it', async () => {
  const related = {property: 'labelPosition', message: 'The label of "{item.value}"'}
  const constraint = {properties: {metadata: {properties: {author: {properties: {value: {pattern: 'y'}}}}}}}
  expect(await messageOf(constraint, {metadata: {author: row(4)}}, {related})).toMatchObject({
    related: [{range: place(4, 5), reason: 'The label of "x"'}],
  })
})

test('a fix is made by its name, where there is one that is sure', async () => {
  const text = 'Draft'
  const status = row(4, {value: text, name: 'Draft (WIP)', known: true, short: true, position: place(4, text.length)})
  const constraint = {properties: {metadata: {properties: {status: {properties: {short: {const: false}}}}}}}
  expect((await messageOf(constraint, {metadata: {status}}, {fix: 'full-status'})).fix?.edits).toEqual([
    {range: place(4, 5), text: 'Draft (WIP)'},
  ])
  expect(
    await messageOf(constraint, {metadata: {status: {...status, note: 'x'}}}, {fix: 'full-status'}),
  ).not.toHaveProperty('fix')
})

test('messages are in one order: line, column, rule, the rule’s own', async () => {
  const two = sections({required: ['second', 'first']})
  const messages = await messagesOf({b: rule(two, {message: '{missing}'}), a: rule({required: ['template']})}, {})
  expect(messages.map(({ruleId, reason}) => [ruleId, reason])).toEqual([
    ['a', 'Wrong'],
    ['b', '2. Second Things'],
    ['b', '1. First Things'],
  ])
})

test('one place is accused once, by whichever ways it fails', async () => {
  const absent = {not: {required: ['title']}}
  expect(await messagesOf({rule: rule({allOf: [absent, absent]})}, {})).toHaveLength(1)
})

test('"if" is silent; its branches speak', async () => {
  const constraint = {if: {required: ['title']}, then: {required: ['template']}}
  expect((await messageOf(constraint, {}, {message: {if: 'if', default: 'then'}})).reason).toBe('then')
})

test('a rule of a user shows its own place, and has no page; ours have one where there is a homepage', async () => {
  const theirs = await kindOf({rule: rule({required: ['template']})}, 'team.json')
  const [message] = evaluate(factsWith(), theirs, {text: '', homepage: 'https://example.org/'})
  expect(message?.related).toMatchObject([
    {path: 'team.json', range: {start: {line: 4}}, reason: 'The rule stands here'},
  ])
  expect(message).not.toHaveProperty('url')
  const ours = await kindOf({rule: rule({required: ['template']})})
  expect(evaluate(factsWith(), ours, {text: '', homepage: 'https://example.org/#readme'})[0]?.url).toBe(
    'https://example.org/docs/rules/rule.md',
  )
  expect(evaluate(factsWith(), ours, {text: ''})[0]).not.toHaveProperty('url')
})

test('sections with names of the language are sections like others', async () => {
  const named = Object.fromEntries(
    ['__proto__', 'constructor', '2026'].map((id, at) => [id, section(id, 10 - at, 20, {content: 0})]),
  )
  const each = {additionalProperties: {properties: {content: {minimum: 1}}}}
  const messages = await messagesOf({rule: rule(sections(each), {message: '{item.id}'})}, {sections: named})
  expect(messages.map(message => message.reason).sort()).toEqual(['2026', '__proto__', 'constructor'])
  expect(
    await messagesOf({rule: rule(sections({required: ['constructor', '__proto__']}), {message: '{missing}'})}, {}),
  ).toHaveLength(2)
})

test.each([
  ['https://example.org/', 'https://example.org/docs/rules/residue.md'],
  ['https://example.org/x#readme', 'https://example.org/x/docs/rules/residue.md'],
  [undefined, undefined],
])('the page of a rule, where the documentation stands at %s', (homepage, address) => {
  expect(rulePage({id: 'residue', documented: true}, homepage)).toBe(address)
  expect(rulePage({id: 'of-mine'}, homepage)).toBeUndefined()
})
