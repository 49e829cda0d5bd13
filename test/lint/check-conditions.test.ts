// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {checkSchemaText} from '../../src/lint/check/index.js'
import {readTemplate} from '../../src/template/index.js'

const facts = JSON.parse(readFileSync(new URL('../../schema/facts.schema.json', import.meta.url), 'utf8'))
const template = readTemplate(`<!-- spec-template
statuses: [Draft, Done]
-->
# [N]

| F | V |
| - | - |
| Status | Draft |

## Choice

### Option …

<!-- section
repeat: true
-->

## Notes
`)

/** The names that a condition does not require, with the lines where it asks for them. */
function missedBy(condition: unknown, definitions: object = {}): (string | undefined)[] {
  const rule = {severity: 'error', message: 'x', if: condition, then: {required: ['drift']}}
  const text = JSON.stringify({$defs: {rule, ...definitions}}, null, 1)
  return checkSchemaText({text, path: 'own.json'}, {library: new Map(), facts, template}).map(
    ({reason, range}) =>
      `${range.start.line} ${/^Unexpected "if" that is also true where "([^"]+)" is missing, expected "required": \["\1"\] beside "properties"$/.exec(reason)?.[1] ?? reason}`,
  )
}

const named = {properties: {title: {minProperties: 1}}}
const required = {required: ['title']}

describe('a condition asks for a fact that may be missing', () => {
  test.each<[string, unknown, string[]]>([
    ['by itself', named, ['8 title']],
    ['in one of several ways', {anyOf: [true, named]}, ['11 title']],
    ['in exactly one of several ways', {oneOf: [named, {required: ['drift']}]}, ['10 title']],
    ['together with another', {allOf: [{required: ['drift']}, named]}, ['15 title']],
    ['beside another that is there', {...named, required: ['drift']}, ['8 title']],
    ['where one of several ways alone requires it', {anyOf: [required, named]}, ['15 title']],
  ])('%s', (_, condition, missed) => expect(missedBy(condition)).toEqual(missed))

  test('through definitions', () => {
    expect(missedBy({$ref: '#/$defs/named'}, {named})).toEqual(['17 title'])
    expect(missedBy({allOf: [{$ref: '#/$defs/named'}]}, {named})).toEqual(['21 title'])
    const metadata = {properties: {metadata: {properties: {status: {$ref: '#/$defs/done'}}, required: ['status']}}}
    expect(missedBy(metadata, {done: {properties: {name: {const: 'Done'}}}})).toEqual(['28 name'])
  })

  test('at each level by itself', () => {
    const inner = {properties: {name: {const: 'Done'}}}
    const metadata = (...names: string[]) => ({
      properties: {metadata: {properties: {status: inner}, required: names}},
    })
    expect(missedBy({...metadata(), required: ['status']})).toContain('10 status')
    expect(missedBy(metadata('status'))).toEqual(['12 name'])
    expect(missedBy(metadata('status', 'name'))).toContain('12 name')
  })

  test('in an instance, and in sections of the author’s own', () => {
    const counted = (id: string) => ({properties: {counts: {properties: {[id]: {minimum: 1}}}}})
    expect(missedBy(counted('choice'))).toEqual([])
    expect(missedBy(counted('mine'))).toContain('10 mine')
    const sections = (id: string, inner: object) => ({
      properties: {sections: {properties: {[id]: inner}, required: [id]}},
    })
    expect(missedBy(sections('choice', counted('option')))).toEqual([])
    expect(missedBy(sections('notes', counted('option')))).toContain('12 counts')
    expect(missedBy(sections('notes', {properties: {level: {const: 2}}}))).toEqual([])
    expect(missedBy(sections('notes', {properties: {words: {minimum: 2}}}))).toEqual(['12 words'])
  })
})

describe('a condition is sound', () => {
  test.each<[string, unknown]>([
    ['where the fact is required beside it', {...named, ...required}],
    ['where it is required together with it', {allOf: [named, {allOf: [required]}]}],
    ['where it is required around it', {...required, allOf: [named]}],
    ['where it is required around several ways', {...required, anyOf: [named, {oneOf: [named, true]}]}],
    ['where it must be missing, or nothing is asked of it', {properties: {title: false, drift: true, approval: {}}}],
    ['where it is always there', {properties: {blocks: {minimum: 1}, titles: {items: {required: ['text']}}}}],
    ['where what is asked is no fact', {properties: {metadata: {properties: {status: true}}}}],
    ['where it says that it does not hold', {not: named}],
    ['where it is none', true],
  ])('%s', (_, condition) => expect(missedBy(condition)).toEqual([]))

  test('where a definition requires the fact, whichever of the two asks for it', () => {
    expect(missedBy({$ref: '#/$defs/named', ...required}, {named})).toEqual([])
    expect(missedBy({...named, $ref: '#/$defs/has'}, {has: required})).toEqual([])
    expect(missedBy({allOf: [{$ref: '#/$defs/has'}, named]}, {has: {$ref: '#/$defs/it'}, it: required})).toEqual([])
  })

  test('where it is a tree, and is gone along once', () => {
    const tree = {properties: {sections: {properties: {choice: {$ref: '#/$defs/below'}}, required: ['choice']}}}
    const below = {properties: {sections: {properties: {option: {$ref: '#/$defs/tree'}}, required: ['option']}}}
    expect(missedBy({$ref: '#/$defs/tree'}, {tree, below})).toEqual([
      '19 Unexpected section "choice" that the template does not have, expected one of none',
      '24 Unexpected section "choice" that the template does not have, expected one of none',
    ])
  })

  test('or leads round, which is told as that', () => {
    const round = {a: {$ref: '#/$defs/b'}, b: {$ref: '#/$defs/a'}}
    expect(missedBy({$ref: '#/$defs/a'}, round)).toEqual(['15 Unexpected circle of references without end: a → b → a'])
  })
})
