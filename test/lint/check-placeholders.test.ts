// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {Facts} from '../../src/facts/types.js'
import {checkSchemaText} from '../../src/lint/check/index.js'
import {evaluate} from '../../src/lint/evaluate/index.js'
import {readLaw} from '../../src/lint/schema/law.js'
import {factsWith, place, section, templateOf} from './support.js'

const facts = JSON.parse(readFileSync(new URL('../../schema/facts.schema.json', import.meta.url), 'utf8'))

const reasonsOf = (constraint: object, words: object = {}) =>
  checkSchemaText(
    {text: JSON.stringify({$defs: {rule: {severity: 'error', message: 'x', ...words, ...constraint}}})},
    {library: new Map(), facts, template: templateOf()},
  ).map(({reason, suggestions = []}) => [reason, ...suggestions].join(' | '))

const at = (path: string, inner: unknown): object =>
  path.split('.').reduceRight<unknown>((below, name) => ({properties: {[name]: below}}), inner) as object

const NAMES = ['value', 'actual', 'limit', 'allowed', 'missing', 'extra', 'expected', 'first.line']

describe('the placeholders that a failing keyword fills', () => {
  test.each<[keyword: string, constraint: object, filled: string[]]>([
    ['required', {required: ['drift']}, ['missing']],
    ['dependentRequired', {dependentRequired: {title: ['drift']}}, ['missing']],
    ['minimum', at('blocks', {minimum: 1}), ['limit', 'expected']],
    ['maximum', at('blocks', {maximum: 1}), ['limit', 'expected']],
    ['exclusiveMinimum', at('blocks', {exclusiveMinimum: 1}), ['limit', 'expected']],
    ['exclusiveMaximum', at('blocks', {exclusiveMaximum: 1}), ['limit', 'expected']],
    ['multipleOf', at('blocks', {multipleOf: 2}), []],
    ['minItems', at('titles', {minItems: 1}), ['limit', 'expected']],
    ['maxItems', at('titles', {maxItems: 1}), ['limit', 'expected']],
    ['uniqueItems', at('titles', {uniqueItems: true}), []],
    ['minLength', at('path', {minLength: 1}), ['limit', 'expected']],
    ['maxLength', at('path', {maxLength: 1}), ['limit', 'expected']],
    ['pattern', at('path', {pattern: 'a'}), []],
    ['minProperties', at('metadata', {minProperties: 1}), ['limit', 'expected']],
    ['maxProperties', at('metadata', {maxProperties: 1}), ['limit', 'expected']],
    ['contains', at('titles', {contains: {required: ['text']}}), ['limit']],
    ['const', at('path', {const: 'a'}), ['allowed', 'expected']],
    ['enum', at('path', {enum: ['a', 'b']}), ['allowed', 'expected']],
    ['type', at('path', {type: 'string'}), []],
    ['additionalProperties', at('sections', {additionalProperties: false}), ['extra']],
    ['unevaluatedProperties', at('sections', {unevaluatedProperties: false}), ['extra']],
    ['propertyNames', at('sections', {propertyNames: {enum: ['a']}}), ['extra']],
    ['unevaluatedItems', at('titles', {unevaluatedItems: false}), []],
    ['false schema', at('title', false), []],
    ['not', {not: {required: ['drift']}}, []],
    ['anyOf', {anyOf: [{required: ['drift']}, at('blocks', {minimum: 1})]}, []],
    ['oneOf', {oneOf: [{required: ['drift']}, at('blocks', {minimum: 1})]}, []],
    ['inOrder', at('sections', {inOrder: true}), ['expected']],
    ['uniqueBy', at('titles', {uniqueBy: ['text']}), ['first.line']],
    ['numbered', at('outline', {numbered: true}), ['expected']],
  ])('"%s"', (keyword, constraint, filled) => {
    const message = NAMES.map(name => `{${name}}`).join(' ')
    const empty = NAMES.filter(name => !['value', 'actual', ...filled].includes(name)).sort()
    const told = empty.map(name => `Unexpected placeholder "{${name}}", which stays empty where ${keyword} fails`)
    expect(reasonsOf(constraint, {message})).toEqual(told)
    expect(reasonsOf(constraint, {message: {[keyword]: message, default: ''}})).toEqual(told)
  })

  test('are asked of the keyword that a text is for, else of any', () => {
    const both = {required: ['drift'], ...at('blocks', {minimum: 1})}
    expect(reasonsOf(both, {message: '{missing}{limit}', help: {default: '{missing}{limit}'}})).toEqual([])
    expect(
      reasonsOf(both, {message: {required: '{missing}{item.path}', minimum: '{limit}', default: '{limit}'}}),
    ).toEqual([])
    expect(reasonsOf(both, {message: 'x', help: {required: '{limit}', default: 'x'}})).toEqual([
      'Unexpected placeholder "{limit}", which stays empty where required fails',
    ])
    expect(reasonsOf(both, {related: {property: 'title', message: '{limit}{extra}'}})).toEqual([
      'Unexpected placeholder "{extra}", which stays empty where required, minimum fails',
    ])
  })

  test('of the failing fact are its properties, or those of one of the facts that may fail', () => {
    const fence = at('fences', {minItems: 1, items: at('nested', {items: at('unclosed', {const: false})})})
    const item = (path: string) => reasonsOf(fence, {message: `{item.${path}}`})
    // The list fails for the document, an item of it for itself.
    for (const path of ['blocks', 'title.text', 'position.start.line', 'unclosed', 'end.offset', 'info'])
      expect(item(path), path).toEqual([])
    const unknown = (path: string, ...near: string[]) => [
      [`Unexpected placeholder "{item.${path}}", expected a property of the failing fact`, ...near].join(' | '),
    ]
    expect(item('closed')).toEqual(unknown('closed', 'item.unclosed', 'item.planned'))
    expect(item('unclosd')).toEqual(unknown('unclosd', 'item.unclosed'))
    expect(item('title.txt')).toEqual(unknown('title.txt', 'item.title', 'item.titles'))
    expect(item('unclosed.x')).toEqual(unknown('unclosed.x', 'item.unclosed'))
  })
})

describe('what nothing else has looked at', () => {
  const rule = (constraint: object) => ({severity: 'error', message: 'No {extra}', ...constraint})
  const failing = async (constraint: object, data: Partial<Facts>) => {
    const text = JSON.stringify({$defs: {rule: rule(constraint)}})
    const reading = await readLaw({text}, new Map())
    if (!reading.ok) throw new Error(reading.problems.map(({reason}) => reason).join())
    const messages = evaluate(factsWith(data), {name: 'test', law: reading.law}, {text: ''})
    return messages.map(({reason, range}) => `${range.start.line} ${reason}`)
  }

  test('fails, as the check says', async () => {
    const sections = {first: section('first', 5, 9), other: section('other', 9, 12)}
    const known = {allOf: [{properties: {first: true}}], unevaluatedProperties: false}
    expect(await failing(at('sections', known), {sections})).toEqual(['9 No ## other'])
    const titles = [1, 7].map(line => ({text: 'A', name: 'A', ordinal: line, position: place(line)}))
    const one = {allOf: [{prefixItems: [true]}], unevaluatedItems: false}
    expect(await failing(at('titles', one), {titles})).toEqual(['1 No '])
    expect(await failing(at('titles', {unevaluatedItems: at('ordinal', {maximum: 1})}), {titles})).toEqual(['7 No '])
  })
})

describe('what asserts nothing of its own', () => {
  const never = 'Unexpected rule "rule" that can never fire, expected a constraint on facts'
  test.each<[string, object]>([
    ['a condition', {if: {required: ['drift']}, else: true}],
    ['a helper that is nothing but remarks', {$comment: 'x', properties: {title: {title: 'a', description: 'b'}}}],
    ['what is always there', {required: ['blocks', 'titles'], ...at('blocks', true)}],
    [
      'lists and maps of anything',
      {...at('titles', {items: true, prefixItems: [true]}), ...at('sections', {additionalProperties: true})},
    ],
    ['keywords that hold together', {allOf: [{}, true], dependentSchemas: {title: true}}],
  ])('%s', (_, constraint) => expect(reasonsOf(constraint)).toEqual([never]))
  test('but its parts do', () => {
    const asks = {required: ['drift']}
    for (const constraint of [
      {if: {required: ['title']}, then: asks},
      {if: {required: ['title']}, else: asks},
      {allOf: [asks]},
      {dependentSchemas: {title: asks}},
      at('titles', {items: false}),
      at('titles', {prefixItems: [false]}),
      at('sections', {patternProperties: {'^first': false}}),
      at('sections', {unevaluatedProperties: at('words', {minimum: 1})}),
      at('titles', {unevaluatedItems: at('ordinal', {maximum: 1})}),
      at('sections', {additionalProperties: at('words', {minimum: 1})}),
    ])
      expect(reasonsOf(constraint), JSON.stringify(constraint)).toEqual([])
  })
})
