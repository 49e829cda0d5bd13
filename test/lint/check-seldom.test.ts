// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {factTypesOf, subjectOf, typeWords} from '../../src/lint/check/fact-types.js'
import {checkSchemaText} from '../../src/lint/check/index.js'
import type {Template} from '../../src/template/index.js'
import {templateOf} from './support.js'

const facts = JSON.parse(readFileSync(new URL('../../schema/facts.schema.json', import.meta.url), 'utf8'))
const bases = [
  {
    $id: 'specwright:base',
    $defs: {
      'has-titel': {properties: {titel: {}}},
      anything: true,
      inner: {properties: {title: {$ref: '#/$defs/named'}}},
      named: {maxProperties: 1},
    },
  },
  {$id: 'specwright:bare'},
]
const library = new Map<string, Record<string, unknown>>(bases.map(base => [base.$id, base]))

const problemsIn = ($defs: object, template: Template | undefined = templateOf()) =>
  checkSchemaText(
    {text: JSON.stringify({$defs}, null, 1), path: 'own.json'},
    {
      library,
      facts,
      ...(template && {template}),
    },
  ).map(({reason, suggestions = []}) => [reason, ...suggestions].join(' | '))

/** The problems of one rule with this constraint. */
const problemsOf = (constraint: object, words: object = {}, template?: Template) =>
  problemsIn({rule: {severity: 'error', message: 'No', ...words, ...constraint}}, template)

const at = (path: string, constraint: object): object =>
  path.split('.').reduceRight<object>((inner, name) => ({properties: {[name]: inner}}), constraint)

describe('types of facts', () => {
  const types = factTypesOf({properties: {a: {$ref: '#/$defs/none'}, b: {type: 'string'}}})

  test('that lead nowhere are none', () => {
    expect(types.part(types.root, 'a')).toBeUndefined()
    expect(types.names({schema: {type: 'string'}})).toEqual([])
    expect(types.names(types.root)).toEqual(['a', 'b'])
  })

  test('are told in words, and what is open is open', () => {
    expect(['array', 'boolean', 'integer', 'object', 'string'].map(type => typeWords({schema: {type}}))).toEqual([
      'a list',
      'true or false',
      'a number',
      'an object',
      'a text',
    ])
    expect(typeWords({schema: {}})).toBe('a text')
    expect(subjectOf({schema: {}})).toBeUndefined()
    expect(subjectOf({schema: {type: 'boolean'}})).toBe('any')
  })
})

test('nothing is told of what stands in a fact of which nothing is known', () => {
  const open = {properties: {anything: {}}, required: ['anything']}
  const rule = {severity: 'error', message: 'No', ...at('anything', {items: {properties: {titel: {const: 1}}}})}
  const problems = checkSchemaText({text: JSON.stringify({$defs: {rule}})}, {library, facts: open})
  expect(problems.map(({reason}) => reason)).toEqual([
    'Unexpected rule "rule" that can never fire, expected a constraint on facts',
  ])
})

describe('what stands in another schema', () => {
  test('is not told with the rule that refers to it', () => {
    expect(problemsOf({$ref: 'specwright:base#/$defs/has-titel', required: ['title']})).toEqual([])
    expect(problemsOf({$ref: 'specwright:base#/$defs/inner'})).toEqual([])
    expect(problemsOf({$ref: 'specwright:base#/$defs/anything', required: ['title']})).toEqual([])
  })

  test('is told where it is not there', () => {
    const none = (reference: string) => problemsOf({$ref: reference, required: ['title']})[0]
    expect(none('#/$defs/none')).toBe(
      'Unexpected reference "#/$defs/none", expected a definition such as "#/$defs/name"',
    )
    expect(none('specwright:bare#/$defs/none')).toContain('Unexpected reference "specwright:bare#/$defs/none"')
    expect(none('specwright:none#/$defs/x')).toContain('Unexpected reference "specwright:none#/$defs/x"')
    expect(none('title')).toBe('Unexpected reference "title", expected a definition such as "#/$defs/name"')
  })
})

describe('conditions', () => {
  const rule = (condition: unknown) => problemsOf({if: condition, then: {required: ['title']}})
  const told =
    'Unexpected "if" that is also true where "title" is missing, expected "required": ["title"] beside "properties"'
  const named = {properties: {title: {required: ['name']}}}

  test('that hold always, or lead nowhere, are not looked into', () => {
    expect(rule(true)).toEqual([])
    expect(rule({$ref: '#/$defs/none'})).toHaveLength(1)
    expect(rule({anyOf: [true, named]})).toEqual([told])
    expect(rule({allOf: [true, {required: ['title']}, named]})).toEqual([])
  })

  test('that lead to themselves come to an end', () => {
    const circle = {severity: 'error', message: 'No', if: {$ref: '#/$defs/rule'}, then: {required: ['title']}}
    expect(problemsIn({rule: circle})).toEqual(['Unexpected circle of references without end: rule → rule'])
  })
})

describe('values', () => {
  test('that a fact of another type cannot have are told', () => {
    expect(problemsOf(at('schemaVersion', {const: 2}))).toEqual([
      'Unexpected value 2 for "schemaVersion", expected one of 1',
    ])
    expect(problemsOf(at('title', {const: {text: 'x'}}))).toEqual([])
    expect(problemsOf(at('metadata.status.allowed', {items: {const: 1}}))).toEqual([
      'Unexpected value 1 for "allowed[]", which is a text',
    ])
    expect(problemsOf(at('blocks', {const: 'x'}))).toEqual(['Unexpected value "x" for "blocks", which is a number'])
    expect(problemsOf(at('metadata.status.known', {const: 'x'}))).toEqual([
      'Unexpected value "x" for "known", which is true or false',
    ])
  })

  test('are those of the template, where it has some', () => {
    const mark = {properties: {marks: {items: {properties: {name: {const: 'x'}}}}}}
    expect(problemsOf(mark)).toContain('Unexpected value "x" for "name", expected one of none')
    const name = at('metadata.status.name', {const: 'Done'})
    expect(problemsOf(name)).toEqual(['Unexpected value "Done" for "name", expected one of "Draft (WIP)", "Approved"'])
    expect(problemsOf(name, {}, {...templateOf(), statuses: []})).toEqual([])
    const source = at('metadata.status.source', {const: 'section'})
    expect(problemsOf(source)).toEqual(['Unexpected value "section" for "source", expected one of "table"'])
    const {metadata, ...template} = templateOf()
    const rows = metadata.rows.map(row => ({...row, section: 'first'}))
    expect(problemsOf(source, {}, {...template, metadata: {...metadata, rows}})).toEqual([])
  })
})

describe('keywords on facts of which nothing is known', () => {
  test('are passed over', () => {
    expect(problemsOf({...at('title', {patternProperties: {a: {required: ['x']}}}), required: ['title']})).toEqual([])
    expect(problemsOf({...at('title', {additionalProperties: {required: ['x']}}), required: ['title']})).toEqual([])
  })

  test('of another shape are told, and not gone into', () => {
    const [first] = problemsOf({...at('title', {required: 'name'}), required: ['title']})
    expect(first).toBe('Unexpected value "name" of "required", expected a list of names')
  })

  test('of ours accuse what stands in the list, the map or the fact, and nothing under "not"', () => {
    expect(problemsOf({properties: {sections: {not: {inOrder: true}}}}, {message: '{expected}'})).toEqual([
      'Unexpected placeholder "{expected}", which stays empty where not fails',
    ])
    expect(problemsOf(at('counts', {inOrder: true}))).toEqual([])
    expect(problemsOf(at('counts', {additionalProperties: {minimum: 1}}))).toEqual([])
  })
})

describe('patterns for sections', () => {
  const below = (pattern: string) =>
    problemsOf(at('sections.first.sections', {patternProperties: {[pattern]: {required: ['words']}}}))

  test('of a section that has none fit on none', () => {
    expect(below('^x')).toEqual([
      'Unexpected pattern "^x" that fits on no id of a section of the template here, expected one for none',
    ])
  })

  test('that begin with no word are near to none', () => {
    expect(problemsOf(at('sections', {patternProperties: {'[xyz]q': {required: ['words']}}}))).toEqual([
      'Unexpected pattern "[xyz]q" that fits on no id of a section of the template here, expected one for first, second',
    ])
  })
})

describe('texts', () => {
  const words = (message: string, constraint: object) => problemsOf(constraint, {message})

  test('may name what is expected where the keyword tells it', () => {
    expect(words('{expected}', at('blocks', {maximum: 3}))).toEqual([])
    expect(words('{expected}', at('path', {const: 'a'}))).toEqual([])
    expect(words('{expected}', at('path', {enum: ['a']}))).toEqual([])
    expect(words('{expected}', {required: ['title']})).toEqual([
      'Unexpected placeholder "{expected}", which stays empty where required fails',
    ])
    expect(words('{actual}', {required: ['title']})).toEqual([])
  })

  test('of two faults at one place stand in the order of their words', () => {
    expect(words('{limit} {allowed}', {required: ['title']})).toEqual([
      'Unexpected placeholder "{allowed}", which stays empty where required fails',
      'Unexpected placeholder "{limit}", which stays empty where required fails',
    ])
  })
})

test('a long value is cut', () => {
  expect(problemsOf({required: 'x'.repeat(100)})).toContain(
    `Unexpected value "${'x'.repeat(58)}… of "required", expected a list of names`,
  )
})
