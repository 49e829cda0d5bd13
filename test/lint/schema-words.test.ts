// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import {describe, expect, test} from 'vitest'
import {resolveSchema} from '../../src/lint/schema/law.js'

const resolved = (schema: object | string) => {
  const text = typeof schema === 'string' ? schema : JSON.stringify(schema)
  return resolveSchema({text, path: 'own.json'}, new Map())
}
const reasonsOf = (schema: object | string): string[] => resolved(schema).problems.map(({reason}) => reason)

describe('the value of a keyword', () => {
  /** What a keyword takes, what it does not take, and what is expected then. */
  const KEYWORDS: Readonly<Record<string, [taken: unknown[], refused: unknown[], expected: string]>> = {
    allOf: [[[true], [{}, false]], [[], {}, true, [true, 1]], 'a list of schemas'],
    anyOf: [[[true]], [[], 1, [null]], 'a list of schemas'],
    oneOf: [[[{}]], [[], 'x', ['x']], 'a list of schemas'],
    prefixItems: [[[true]], [[], {}, [1]], 'a list of schemas'],
    not: [[true, false, {}], [1, [], null, 'x'], 'a schema'],
    if: [[true, {}], [1, []], 'a schema'],
    then: [[true, {}], [null], 'a schema'],
    else: [[true, {}], ['x'], 'a schema'],
    items: [[false, {}], [[true], 1], 'a schema'],
    contains: [[{}], [[]], 'a schema'],
    additionalProperties: [[false, {}], ['no', []], 'a schema'],
    propertyNames: [[{}], [['a']], 'a schema'],
    unevaluatedItems: [[false], [[]], 'a schema'],
    unevaluatedProperties: [[false], [1], 'a schema'],
    properties: [[{}, {a: true}], [[], true, 'a'], 'schemas by name'],
    patternProperties: [[{'^a': false}], [['^a']], 'schemas by name'],
    dependentSchemas: [[{a: {}}], [[], 1], 'schemas by name'],
    type: [
      ['string', 'integer', ['object', 'null']],
      ['text', 1, ['string', 'text'], ['string', 1], {}],
      'one of array, boolean, integer, null, number, object, string, or a list of them',
    ],
    enum: [[[1], ['a', null, {}]], [[], 'a', {}], 'a list of values'],
    const: [[null, false, 0, '', [], {}], [], 'a value'],
    multipleOf: [[0.5, 2], [0, -1, '2', null], 'a number above 0'],
    minimum: [[-1.5, 0], ['1', null, true], 'a number'],
    maximum: [[1e9], [[1]], 'a number'],
    exclusiveMinimum: [[0], ['0'], 'a number'],
    exclusiveMaximum: [[0], [{}], 'a number'],
    minLength: [[0, 7], [-1, 1.5, '1', null], 'a whole number of at least 0'],
    maxLength: [[0], [-1], 'a whole number of at least 0'],
    minItems: [[0], [0.5], 'a whole number of at least 0'],
    maxItems: [[0], ['0'], 'a whole number of at least 0'],
    minContains: [[0], [-7], 'a whole number of at least 0'],
    maxContains: [[3], [true], 'a whole number of at least 0'],
    minProperties: [[3], [[3]], 'a whole number of at least 0'],
    maxProperties: [[3], [-3], 'a whole number of at least 0'],
    pattern: [['^a', ''], [1, ['a']], 'a regular expression'],
    uniqueItems: [[true, false], ['true', 1], 'true or false'],
    required: [[[], ['a']], ['a', [1], ['a', null], {}], 'a list of names'],
    dependentRequired: [[{}, {a: ['b']}], [{a: 'b'}, {a: ['b'], c: [1]}, [['b']], 'a'], 'lists of names by name'],
    $ref: [['#/$defs/rule'], [1, ['#/$defs/rule']], 'a text such as "#/$defs/name"'],
    $comment: [['', 'x'], [1], 'a text'],
    title: [['x'], [1, null], 'a text'],
    description: [['x'], [['x']], 'a text'],
    inOrder: [[true, ['a', 'b']], [false, ['a'], [], 'true', [1, 2]], 'true or a list of ids'],
    uniqueBy: [[['a'], ['a', 'b']], [[], 'a', [1], true], 'a list of properties'],
    numbered: [[true], [false, 1, ['a']], 'true'],
    datesInOrder: [[['a', 'b']], [['a'], [], true, 'ab', [1, 2]], 'a list of properties'],
  }
  const BESIDE: Readonly<Record<string, object>> = {
    if: {else: true},
    then: {if: true},
    else: {if: true},
    minContains: {contains: true, maxContains: 9},
    maxContains: {contains: true},
  }
  const told = (keyword: string, value: unknown) => {
    const inner = {...BESIDE[keyword], [keyword]: value}
    return reasonsOf({$defs: {rule: {severity: 'error', message: 'x', properties: {blocks: inner}}}})
  }

  test.each(Object.entries(KEYWORDS))('of "%s"', (keyword, [taken, refused, expected]) => {
    for (const value of taken) expect(told(keyword, value), JSON.stringify(value)).toEqual([])
    for (const value of refused)
      expect(told(keyword, value)).toEqual([
        `Unexpected value ${JSON.stringify(value)} of "${keyword}", expected ${expected}`,
      ])
  })

  test('is a number that there is', () => {
    const schema = (value: string) =>
      `$defs:\n  rule: {severity: error, message: x, properties: {blocks: {minimum: ${value}}}}\n`
    expect(reasonsOf(schema('1'))).toEqual([])
    expect(reasonsOf(schema('.inf'))).toHaveLength(1)
  })

  test('is cut where it is long', () => {
    expect(told('minimum', 'y'.repeat(99))).toEqual([
      `Unexpected value "${'y'.repeat(58)}… of "minimum", expected a number`,
    ])
  })
})

describe('the words of a rule', () => {
  const SEVERITY = 'error, warning, info or off, or one of them by status with a "default"'
  const TEXTS = 'a text, or texts by failing keyword with a "default"'
  const RELATED = 'an object with "property" and "message"'
  const WORDS: Readonly<Record<string, [taken: unknown[], refused: unknown[], expected: string]>> = {
    title: [['x', ''], [1, ['x'], {default: 'x'}], 'a text'],
    description: [['x'], [null], 'a text'],
    severity: [
      ['error', 'warning', 'info', 'off', {default: 'off'}, {Draft: 'info', default: 'error'}],
      ['fatal', 1, [], ['error'], {Draft: 'error'}, {Draft: 'fatal', default: 'error'}, {default: 1}],
      SEVERITY,
    ],
    message: [
      ['x', {default: 'x'}, {required: 'x', default: 'y'}],
      [1, [], ['x'], {required: 'x'}, {required: 1, default: 'x'}],
      TEXTS,
    ],
    help: [['x', {default: 'x'}], [true, {default: null}, {}], TEXTS],
    explains: [[['*'], [], ['a', 'b']], ['*', [1], {}], 'a list of rule ids'],
    fix: [['a', ['a', 'b']], [1, [1], {}], 'the name of a fix, or a list of them'],
    mark: [['a'], [1, ['a']], 'a text'],
    related: [
      [{property: 'a', message: 'b'}],
      [{property: 'a'}, {message: 'b'}, {property: 1, message: 'b'}, {property: 'a', message: {}}, 'a', ['a']],
      RELATED,
    ],
  }
  const ruleWith = (words: object) => ({
    $defs: {rule: {severity: 'error', message: 'x', required: ['title'], ...words}},
  })

  test.each(Object.entries(WORDS))('"%s"', (name, [taken, refused, expected]) => {
    for (const value of taken) expect(reasonsOf(ruleWith({[name]: value})), JSON.stringify(value)).toEqual([])
    for (const value of refused)
      expect(reasonsOf(ruleWith({[name]: value})), JSON.stringify(value)).toEqual([
        `Unexpected value of "${name}", expected ${expected}`,
      ])
  })

  test('are what the rule has; those that cannot be read are left out', () => {
    const words = {
      title: 'T',
      description: 'D',
      severity: {Draft: 'info', default: 'error'},
      message: {required: 'M', default: 'N'},
      help: 'H',
      explains: ['*'],
      fix: ['a', 'b'],
      mark: 'titlePosition',
      related: {property: 'p', message: 'R'},
    }
    const {fix, ...plain} = words
    const [rule] = resolved(ruleWith(words)).rules
    expect(rule).toMatchObject({id: 'rule', ...plain, fixes: fix})
    expect(rule).not.toHaveProperty('fix')
    expect(rule).not.toHaveProperty('documented')
    expect(resolved(ruleWith({fix: 'a'})).rules[0]?.fixes).toEqual(['a'])
    const wrong = Object.fromEntries(Object.keys(words).map(name => [name, 7]))
    const [bare] = resolved(ruleWith(wrong)).rules
    const {source: _, ...read} = bare ?? {}
    expect(read).toEqual({id: 'rule', title: 'rule', description: '', severity: 'error', message: ''})
    expect(
      resolved(ruleWith({explains: [1], fix: [1], related: {property: 'p'}, message: {default: 1}})).rules,
    ).toEqual([{...read, source: expect.anything()}])
    expect(resolved(ruleWith({severity: {default: 'fatal'}})).rules[0]?.severity).toBe('error')
  })

  test('that are missing are told, each by its name', () => {
    expect(reasonsOf({$defs: {rule: {help: 'x', required: ['title']}}})).toEqual([
      'Missing "severity" of rule "rule"',
      'Missing "message" of rule "rule"',
    ])
  })

  test('hold placeholders that something fills, wherever they hold texts', () => {
    const known = 'value, limit, allowed, missing, extra, expected, actual, first.line, item.…'
    const at = (words: object) =>
      resolved(ruleWith(words)).problems.map(({reason, suggestions}) => [reason, ...(suggestions ?? [])])
    const unknown = (name: string, ...near: string[]) => [
      `Unexpected placeholder "{${name}}", expected one of ${known}`,
      ...near,
    ]
    expect(at({message: '{value} {limit} {first.line} {item.any.thing} {not one} {9} { value }'})).toEqual([])
    expect(at({message: {default: '{valeu}'}, help: '{hlep.x}', related: {property: 'a', message: '{extr}'}})).toEqual([
      unknown('valeu', 'value'),
      unknown('hlep.x'),
      unknown('extr', 'extra'),
    ])
    expect(at({title: '{valeu}', description: '{valeu}'})).toEqual([])
  })
})

describe('the entries of "$defs"', () => {
  const rule = {severity: 'error', message: 'x', required: ['title']}
  const named = (name: string, entry: unknown = rule) => reasonsOf({$defs: {ok: rule, [name]: entry}})

  test('have names: rules stricter ones than what they refer to', () => {
    for (const id of ['a', 'a-1', 'a1-2026-c3']) expect(named(id), id).toEqual([])
    for (const id of ['A', 'a_b', 'a--b', '-a', 'a-', 'a.b', ''])
      expect(named(id)).toEqual([`Unexpected rule id "${id}", expected small letters and digits joined with hyphens`])
    const helper = {required: ['title']}
    for (const name of ['a', 'A', 'aB_.-1']) expect(named(name, helper), name).toEqual([])
    for (const name of ['1a', '-a', '_a', 'a b', 'a/b', ''])
      expect(named(name, helper)).toEqual([
        `Unexpected name "${name}", expected a letter, then letters, digits, hyphens, dots and underscores`,
      ])
  })

  test('are objects, or true', () => {
    for (const entry of [1, 'x', null, false, [rule]])
      expect(named('other', entry)).toEqual([
        `Unexpected entry ${JSON.stringify(entry)}, expected an object, or true to switch a rule off`,
      ])
  })

  test('with a title or a description alone are no rules', () => {
    expect(named('part', {title: 'T', description: 'D', required: ['title']})).toEqual([])
    expect(resolved({$defs: {ok: rule, part: {title: 'T'}}}).rules.map(({id}) => id)).toEqual(['ok'])
  })

  test('have keywords at their places, with those that were meant', () => {
    const told = (constraint: object) =>
      resolved({$defs: {ok: {...rule, ...constraint}}}).problems.map(({reason, suggestions}) => [
        reason,
        ...(suggestions ?? []),
      ])
    const unknown = (name: string) =>
      `Unexpected keyword "${name}", expected one of JSON Schema or ours that can be checked here`
    expect(told({explain: ['x']})).toEqual([[unknown('explain'), 'explains']])
    expect(told({properties: {a: {explain: ['x']}}})).toEqual([[unknown('explain')]])
    expect(told({properties: {a: {minimun: 1}}})).toEqual([[unknown('minimun'), 'minimum']])
    expect(told({not: {help: 'x'}})).toEqual([
      ['Unexpected "help" inside a constraint, expected it at the top of the rule'],
    ])
    expect(told({dependentSchemas: {a: {}, b: 1}})).toEqual([
      ['Unexpected 1 for "b" in "dependentSchemas", expected a schema'],
    ])
    expect(told({properties: {if: true, then: {}, '(': false}})).toEqual([])
    expect(told({if: {}, then: true})).toEqual([])
    expect(told({if: {}, else: false})).toEqual([])
  })
})

test('what stands at the top of a schema', () => {
  const rule = {severity: 'error', message: 'x', required: ['title']}
  const $defs = {rule}
  expect(reasonsOf({$schema: 'a', $id: 'b', $comment: 'c', title: 'd', description: 'e', $defs})).toEqual([])
  for (const name of ['$schema', '$id', '$comment', 'title', 'description'])
    expect(reasonsOf({[name]: 1, $defs})).toEqual([`Unexpected value of "${name}", expected a text`])
  const {schema, id, chain} = resolved({$id: 'own', title: 'T', description: 'D', $comment: 'C', $defs})
  expect(schema).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'own',
    title: 'T',
    description: 'D',
    allOf: [{$ref: '#/$defs/rule'}],
    $defs: {rule},
  })
  expect([id, chain]).toEqual(['own', ['own']])
  const bare = resolved({$defs: {part: {type: 'object'}}})
  expect(bare.schema).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $defs: {part: {type: 'object'}},
  })
  expect(bare.id).toBe('own.json')
  expect(resolveSchema({text: JSON.stringify({$defs})}, new Map()).id).toBe('schema')
})
