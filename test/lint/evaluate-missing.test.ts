import {describe, expect, test} from 'vitest'
import type {Citation, Facts} from '../../src/facts/types.js'
import {accusersOf, evaluate, statusOf} from '../../src/lint/evaluate/index.js'
import {lint} from '../../src/lint/lint.js'
import {readLaw} from '../../src/lint/schema/law.js'
import type {Kind} from '../../src/lint/types.js'
import {readTemplate, type Template} from '../../src/template/index.js'
import {factsWith, place, point, section, templateOf} from './support.js'

type Entry = Record<string, unknown>

async function kindOf(rules: Record<string, Entry>, template?: Template, $id = 'specwright:test'): Promise<Kind> {
  const $defs = Object.fromEntries(
    Object.entries(rules).map(([id, rule]) => [id, {severity: 'error', message: '{missing}', ...rule}]),
  )
  const reading = await readLaw({text: JSON.stringify({$id, $defs})}, new Map())
  if (!reading.ok) throw new Error(reading.problems.map(({reason}) => reason).join('; '))
  return {name: 'test', law: reading.law, ...(template && {template})}
}
const at = (path: string, inner: unknown): Entry =>
  path.split('.').reduceRight<unknown>((below, name) => ({properties: {[name]: below}}), inner) as Entry
const told = async (rule: Entry, facts: Partial<Facts>, template?: Template) =>
  evaluate(factsWith(facts), await kindOf({rule}, template), {text: ''}).map(({range, reason, expected = []}) =>
    [`${range.start.line}-${range.end.line}`, reason, ...expected].join(' | '),
  )

const citation = (line: number, more: Partial<Citation> = {}): Citation => ({
  form: 'link',
  kind: 'spec',
  text: '',
  target: '',
  position: place(line),
  ...more,
})

describe('what is missing', () => {
  test('is a row, by its label, or by its id where no template has it', async () => {
    const rule = at('metadata', {required: ['status']})
    expect(await told(rule, {}, templateOf())).toEqual(['3-3 | Label of status | Label of status'])
    expect(await told(rule, {})).toEqual(['3-3 | status | status'])
    expect(await told(at('metadata', {required: ['mood']}), {}, templateOf())).toEqual(['3-3 | mood | mood'])
  })

  test('is a part of a fact at the place of that fact, and nothing that is expected', async () => {
    const sections = {first: section('first', 5, 9)}
    expect(await told(at('sections.first', {required: ['waiver']}), {sections}, templateOf())).toEqual(['5-5 | waiver'])
    const drift = {state: 'same', same: true} as never
    const cites = at('citations', {items: at('drift', {required: ['path']})})
    expect(await told(cites, {citations: [citation(7, {drift})]}, templateOf())).toEqual(['7-7 | path'])
    expect(await told(at('title', {required: ['kind']}), {}, templateOf())).toEqual(['1-1 | kind'])
    expect(await told(at('research', {required: ['reason']}), {}, templateOf())).toEqual(['1-1 | reason'])
  })

  test('stands behind the last of a section that repeats, as far as it claims to be that', async () => {
    const [first, second] = templateOf().sections
    if (!first || !second) throw new Error('There are two')
    const template = (repeat: boolean) => ({...templateOf(), sections: [{...first, repeat}, second]})
    const rule = at('sections', {required: ['second']})
    const sections = {
      first: section('first', 5, 9),
      'first-2': section('first-2', 9, 12, {claim: 'first'}),
      'first-3': section('first-3', 12, 15, {claim: 'other'}),
      'first-4': section('first-4', 15, 20, {claim: 'first'}),
    }
    expect(await told(rule, {sections}, template(true))).toEqual(['12-12 | 2. Second Things | 2. Second Things'])
    expect(await told(rule, {sections}, template(false))).toEqual(['9-9 | 2. Second Things | 2. Second Things'])
    const {first: _, ...others} = sections
    expect(await told(rule, {sections: others}, template(true))).toEqual(['1-1 | 2. Second Things | 2. Second Things'])
  })

  test('is put in behind what comes before it, before what comes after it, or at the end', async () => {
    const template = readTemplate('# [N]\n\n## 1. First\n\n## 2. Second\n\n### 2.1 Inner\n')
    const rule = {...at('sections', {required: ['first', 'second']}), fix: 'inserted-section'}
    const inner = {...at('sections.second.sections', {required: ['inner']}), fix: 'inserted-section'}
    const edits = async (lines: string[], rules: Record<string, Entry>) => {
      const {messages} = await lint(`${lines.join('\n')}\n`, {kind: await kindOf(rules, template)})
      return messages.map(({fix}) => fix?.edits.map(({range, text: put}) => [range.start.line, /## .*/.exec(put)?.[0]]))
    }
    const lines = ['# T', '', '## 1. First', '', 'a', '', '## 2. Second', '', 'b']
    expect(await edits(lines.slice(0, 6), {rule})).toEqual([[[5, '## 2. Second']]])
    expect(await edits([...lines.slice(0, 2), ...lines.slice(6)], {rule})).toEqual([[[3, '## 1. First']]])
    expect(await edits(lines, {inner})).toEqual([[[9, '## 2.1 Inner']]])
  })
})

test('rules accuse a citation by what stands in it, not by their number', async () => {
  const kind = await kindOf({
    few: at('citations', {minItems: 9}),
    titles: at('titles', {items: false}),
    wrong: at('citations', {items: {...at('form', {const: 'url'}), ...{required: ['commit']}}}),
    late: {...at('citations', {items: at('kind', {const: 'url'})}), severity: 'warning'},
    remark: {...at('citations', {items: false}), severity: 'info'},
  })
  const facts = factsWith({citations: [citation(5), citation(6, {kind: 'url'})]})
  expect([...accusersOf(facts, kind)]).toEqual([
    [0, ['wrong', 'late']],
    [1, ['wrong']],
  ])
  expect([...accusersOf(facts, kind, {wrong: 'info', late: 'off', remark: 'error'})]).toEqual([
    [0, ['remark']],
    [1, ['remark']],
  ])
})

test('a status is the one that is known, else the first of the template, if there is one', async () => {
  const row = (more: object) => ({
    metadata: {
      status: {source: 'table' as const, label: 'S', value: 'x', position: place(4), labelPosition: place(4), ...more},
    },
  })
  const {statuses: _, ...form} = templateOf()
  expect(statusOf(row({name: 'Approved', known: true}), templateOf())).toBe('Approved')
  expect(statusOf(row({name: 'Approved', known: true}), undefined)).toBe('Approved')
  expect(statusOf(row({name: 'Approved', known: false}), templateOf())).toBe('Draft (WIP)')
  expect(statusOf({metadata: {}}, {...form, statuses: []})).toBeUndefined()
  expect(statusOf({metadata: {}}, undefined)).toBeUndefined()
  expect(statusOf(row({name: 7, known: true}) as never, templateOf())).toBeUndefined()
  const rule = {required: ['drift'], severity: {undefined: 'info', default: 'warning'}}
  const [message] = evaluate(factsWith(), await kindOf({rule}), {text: ''})
  expect(message?.severity).toBe('warning')
})

test('a rule is named by the law and the place in it, and by its page', async () => {
  const rules = {rule: {$ref: '#/$defs/part', required: ['drift']}, second: at('blocks', {maximum: 1})}
  const text = JSON.stringify({
    $id: 'our specwright:law',
    $defs: {
      part: at('path', {const: 'x'}),
      ...Object.fromEntries(
        Object.entries(rules).map(([id, rule]) => [id, {severity: 'error', message: 'x', ...rule}]),
      ),
    },
  })
  const reading = await readLaw({text}, new Map())
  if (!reading.ok) throw new Error('It cannot be read')
  const pathsOf = (homepage?: string) =>
    evaluate(factsWith(), {name: 'test', law: reading.law}, {text: '', ...(homepage !== undefined && {homepage})})
  // Of one place and one reason the first is told.
  expect(pathsOf().map(({schemaPath}) => schemaPath)).toEqual([
    'our specwright:law#/$defs/part/properties/path/const',
    'our specwright:law#/$defs/second/properties/blocks/maximum',
  ])
  for (const homepage of ['https://example.org/a', 'https://example.org/a//', 'https://example.org/a/#b#c'])
    expect(pathsOf(homepage).map(({url}) => url)).toEqual([
      'https://example.org/a/docs/rules/rule.md',
      'https://example.org/a/docs/rules/second.md',
    ])
  for (const message of pathsOf())
    for (const name of ['url', 'help', 'fix', 'related', 'suggestions']) expect(message).not.toHaveProperty(name)
})

test('messages of one place stand by column, rule and the rule’s own order', async () => {
  const spot = (column: number) => ({start: point(5, column), end: point(5, column + 1)})
  const citations = [citation(5, {position: spot(7)}), citation(5, {position: spot(2)})]
  const rule = at('citations', {items: {required: ['commit', 'anchor', 'label']}})
  const kind = await kindOf({b: rule, a: rule})
  const found = evaluate(factsWith({citations}), kind, {text: ''})
  expect(found.map(({range, ruleId, reason}) => `${range.start.column} ${ruleId} ${reason}`)).toEqual(
    [3, 8].flatMap(column =>
      ['a', 'b'].flatMap(id => ['commit', 'anchor', 'label'].map(name => `${column} ${id} ${name}`)),
    ),
  )
})
