import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {readBaseline} from '../../src/lint/baseline/index.js'
import {checkSchemaText} from '../../src/lint/check/index.js'
import {shownValue, valuesOf} from '../../src/lint/evaluate/values.js'
import {resolveSchema} from '../../src/lint/schema/law.js'
import {faulty, sound} from '../cli/documents.js'
import {spec} from '../cli/support.js'
import {folder} from '../support/folders.js'
import {templateOf} from './support.js'

const facts = JSON.parse(readFileSync(new URL('../../schema/facts.schema.json', import.meta.url), 'utf8'))

describe('a baseline of another shape', () => {
  const entry = {count: 1, rule: 'residue', section: 'a', text: 'b'}
  test.each<[unknown, string[]]>([
    [{}, ['Missing "violations", expected entries by path']],
    [{violations: []}, ['Missing "violations", expected entries by path']],
    [{violations: {'a.md': {}}}, ['Unexpected value, expected a list of entries']],
    [{violations: {'a.md': ['x']}}, ['Unexpected value, expected an entry with count, rule, section, text']],
    [{violations: {'a.md': [{...entry, rule: ''}]}}, ['Unexpected value of "rule", expected a text']],
    [{violations: {'a.md': [{...entry, text: 1}]}}, ['Unexpected value of "text", expected a text']],
    [{violations: {'a.md': [{...entry, count: 0}]}}, ['Unexpected count 0, expected a number from 1']],
    [{violations: {'a.md': [{...entry, section: undefined}]}}, ['Missing "section" of an entry']],
  ])('%j is told', (value, reasons) => {
    const reading = readBaseline(JSON.stringify({schemaVersion: 1, ...(value as object)}))
    expect(reading.ok ? [] : reading.problems.map(({reason}) => reason)).toEqual(reasons)
  })
})

describe('a schema of another shape', () => {
  const problems = (schema: object) =>
    resolveSchema({text: JSON.stringify(schema), path: 'own.json'}, new Map()).problems.map(({reason}) => reason)
  const rule = {severity: 'error', message: 'No', required: ['title']}

  test('is told', () => {
    expect(problems({$defs: []})).toContain('Unexpected value of "$defs", expected rules by their ids')
    expect(problems({title: 1, $defs: {rule}})).toEqual(['Unexpected value of "title", expected a text'])
    expect(problems({$ref: 1, $defs: {rule}})).toHaveLength(1)
  })

  test.each<[object, string[]]>([
    [{properties: {blocks: {multipleOf: 2}}}, []],
    [{properties: {blocks: {multipleOf: 0}}}, ['Unexpected value of "multipleOf", expected a number above 0']],
    [{dependentRequired: {title: ['kind']}}, []],
    [
      {dependentRequired: {title: 'kind'}},
      ['Unexpected value of "dependentRequired", expected lists of names by name'],
    ],
  ])('but not where it says what it may: %j', (constraint, told) => {
    const reasons = problems({$defs: {rule: {severity: 'error', message: 'No', ...constraint}}})
    expect(reasons).toHaveLength(told.length)
    for (const [index, words] of told.entries())
      expect(reasons[index]).toContain(words.replace('Unexpected value of ', ''))
  })
})

describe('what a check of a schema follows', () => {
  const problems = (constraint: object, words: object = {}) =>
    checkSchemaText(
      {
        text: JSON.stringify({$defs: {rule: {severity: 'error', message: 'No', ...words, ...constraint}}}),
        path: 'own.json',
      },
      {library: new Map(), facts, template: templateOf()},
    ).map(({reason}) => reason)
  const wrong = {properties: {wrods: {maximum: 1}}}
  const word = 'Unexpected "wrods" of '

  test.each<[string, object]>([
    ['oneOf', {oneOf: [wrong, {required: ['title']}]}],
    ['dependentSchemas', {dependentSchemas: {title: wrong}}],
    ['prefixItems', {properties: {outline: {prefixItems: [wrong]}}}],
    ['allOf', {allOf: [wrong]}],
  ])('%s', (_, constraint) => {
    expect(problems(constraint).filter(reason => reason.startsWith(word))).toHaveLength(1)
  })

  test('placeholders that the keyword fills, and those that it does not', () => {
    const limited = {properties: {blocks: {maximum: 5}}}
    const chosen = {properties: {title: {properties: {name: {enum: ['a', 'b']}}}}}
    for (const [constraint, message] of [
      [limited, '{value}, at most {limit}'],
      [chosen, '{value}, expected {allowed}'],
    ] as const)
      expect(problems(constraint, {message})).toEqual([])
    expect(problems(limited, {message: '{allowed}'})).toHaveLength(1)
    expect(problems(chosen, {message: '{limit}'})).toHaveLength(1)
  })

  test('values that a fact never has', () => {
    const citations = (properties: object) => ({properties: {citations: {items: {properties}}}})
    expect(problems(citations({exists: {const: 1}})).join()).toContain('Unexpected value 1 for ')
    expect(problems(citations({kind: {const: 1}})).join()).toContain('Unexpected value 1 for ')
    expect(problems(citations({lines: {const: []}}))).toEqual([])
    expect(problems(citations({lines: {const: 'a'}})).join()).toContain('Unexpected value "a" for ')
  })
})

describe('values in messages', () => {
  test('of what holds others tell how many', () => {
    const told = (keyword: string, value: unknown) =>
      valuesOf(
        {keyword, params: {limit: 1}} as unknown as Parameters<typeof valuesOf>[0],
        {value} as Parameters<typeof valuesOf>[1],
      )
    expect(told('maxItems', ['a', 'b']).actual).toBe('2')
    expect(told('maxProperties', {a: 1, b: 2, c: 3}).actual).toBe('3')
    expect(told('maxProperties', true).actual).toBeUndefined()
    expect(told('pattern', ['a']).actual).toBeUndefined()
  })

  test('are shown in one line, and not without end', () => {
    expect(shownValue({a: 1})).toBe('')
    expect(shownValue([1, 2, 3])).toBe('3')
    expect(shownValue(['a', 'b', 'c'], 'or')).toBe('"a", "b" or "c"')
    const many = Array.from({length: 12}, (_, number) => `${number}`)
    expect(shownValue(many)).toMatch(/^"0", .*"9" and 2 more$/)
  })
})

describe("kinds of one's own", () => {
  const lint = (files: Record<string, string>, ...args: string[]) =>
    spec(folder({'specs/a.md': sound, ...files}), ['lint', ...args])

  test.each<[string, Record<string, string>, string]>([
    [
      'without a template',
      {'spec.config.yaml': "kinds:\n  adr: {files: 'decisions/*.md'}\n"},
      'Unexpected kind "adr" without a template, expected "template" with the path of one',
    ],
    [
      'without files',
      {'spec.config.yaml': 'kinds:\n  adr: {template: adr.md}\n', 'adr.md': '# A\n\n## B\n'},
      'Unexpected kind "adr" without files, expected "files" with globs of its documents',
    ],
  ])('%s are refused', async (_, files, reason) => {
    const {status, stderr} = await lint(files)
    expect(status).toBe(2)
    expect(stderr.replace(/\s+/g, ' ')).toContain(reason)
  })

  test('that are wrong in a workspace below are told by the path from here', async () => {
    const told = await lint({
      'spec.config.yaml': '',
      'packages/one/spec.config.yaml': "kinds:\n  adr: {files: 'decisions/*.md', template: adr.md}\n",
      'packages/one/adr.md': '# A\n\n## B\n\n## B\n',
      'packages/one/specs/b.md': faulty,
    })
    expect(told.status).toBe(2)
    expect(told.stderr).toContain('packages/one/adr.md:5')
    expect(told.stderr).toContain('Unexpected second section "B" with the id "b"')
  })

  test('have days by their rows, else by those that are days', async () => {
    const form = `<!-- spec-template
metadata:
  source: list
  rows:
    - {id: last, label: Last change, days: updated}
    - {id: begun, label: Begun, optional: true}
-->

# [Name]

- Last change:
- Begun:

## Words
`
    const plain = form.replace(', days: updated', '')
    const files = {
      'notes/a.md': '# A\n\n- Last change: 2026-02-03\n- Begun: 2026-01-02\n\n## Words\n',
      'notes/b.md': '# B\n\n- Last change: 2026-02-03\n\n## Words\n',
      'notes/c.md': '# C\n\n- Last change: soon\n\n## Words\n',
    }
    const config = "kinds:\n  note: {files: 'notes/*.md', template: form.md}\n"
    const days = async (text: string) => {
      const root = folder({'spec.config.yaml': config, 'form.md': text, ...files})
      const {documents} = JSON.parse((await spec(root, ['list', '--format', 'json', 'notes'])).stdout)
      return documents.map(({created, updated}: {created?: string; updated?: string}) => [created, updated])
    }
    expect(await days(form)).toEqual([
      ['2026-01-02', '2026-02-03'],
      [undefined, '2026-02-03'],
      [undefined, undefined],
    ])
    expect(await days(plain)).toEqual([
      ['2026-01-02', '2026-02-03'],
      ['2026-02-03', undefined],
      [undefined, undefined],
    ])
  })
})

test('a document that nests too deep is none of a list, and told', async () => {
  const root = folder({'spec.config.yaml': '', 'specs/deep.md': `${'>'.repeat(200)} a\n`, 'specs/a.md': sound})
  const {status, stdout} = await spec(root, ['list', '--format', 'json'])
  expect(status).toBe(2)
  expect(JSON.parse(stdout).documents).toMatchObject([
    {path: 'specs/a.md'},
    {path: 'specs/deep.md', reason: 'its quotes and lists nest deeper than 100 levels'},
  ])
})
