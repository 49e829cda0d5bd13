// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import {describe, expect, test} from 'vitest'
import {createAjv} from '../../src/lint/ajv/settings.js'

function failuresOf(schema: object, data: unknown, name = 'rule') {
  const ajv = createAjv()
  ajv.addSchema({$id: 'test:law', $defs: schema}, 'law')
  const validate = ajv.getSchema(`test:law#/$defs/${name}`)
  validate?.(data)
  return (validate?.errors ?? []).map(({instancePath, keyword, schemaPath}) => [instancePath, keyword, schemaPath])
}

describe('combining keywords speak for what is inside them', () => {
  test('anyOf, oneOf and contains report once, and keep the errors before them', () => {
    for (const keyword of ['anyOf', 'oneOf']) {
      const rule = {required: ['b'], properties: {a: {[keyword]: [{minimum: 5}, {properties: {}, type: 'string'}]}}}
      expect(failuresOf({rule}, {a: 1})).toEqual([
        ['', 'required', '#/required'],
        ['/a', keyword, `#/properties/a/${keyword}`],
      ])
    }
    const rule = {properties: {a: {items: {maximum: 1}, contains: {type: 'string'}}}}
    expect(failuresOf({rule}, {a: [1, 2]})).toEqual([
      ['/a/1', 'maximum', '#/properties/a/items/maximum'],
      ['/a', 'contains', '#/properties/a/contains'],
    ])
  })

  test('propertyNames reports once for each name', () => {
    const rule = {propertyNames: {allOf: [{pattern: '^a'}, {pattern: 'z$'}]}}
    expect(failuresOf({rule}, {az: 1, b: 1, c: 1})).toEqual([
      ['', 'propertyNames', '#/propertyNames'],
      ['', 'propertyNames', '#/propertyNames'],
    ])
  })

  test('nothing is left of branches that were silent', () => {
    const rule = {
      if: {properties: {a: {anyOf: [{const: 1}, {const: 2}]}}},
      then: {not: {properties: {b: {inOrder: true}}, required: ['b']}},
    }
    expect(failuresOf({rule}, {a: 3})).toEqual([])
    expect(failuresOf({rule}, {a: 1, b: {}}).map(([, keyword]) => keyword)).toEqual(['not', 'if'])
  })
})

test('errors of a definition name the place in it, however deep it calls itself', () => {
  const tree = {properties: {n: {maximum: 1}, kids: {items: {$ref: '#/$defs/tree'}}}}
  const rule = {properties: {top: {$ref: '#/$defs/tree'}}}
  expect(failuresOf({rule, tree}, {top: {n: 1, kids: [{n: 2, kids: [{n: 3}]}]}})).toEqual([
    ['/top/kids/0/n', 'maximum', '#/$defs/tree/properties/n/maximum'],
    ['/top/kids/0/kids/0/n', 'maximum', '#/$defs/tree/properties/n/maximum'],
  ])
  const flat = {maximum: 1}
  expect(failuresOf({rule: {properties: {top: {$ref: '#/$defs/flat'}}}, flat}, {top: 3})).toEqual([
    ['/top', 'maximum', '#/$defs/flat/maximum'],
  ])
})

test('errors before and behind a definition stay, and so does the verdict of an inner one', () => {
  const part = {properties: {n: {maximum: 1}}, additionalProperties: {$ref: '#/$defs/part'}}
  const rule = {
    required: ['x'],
    properties: {
      a: {$ref: '#/$defs/part'},
      b: {$ref: '#/$defs/part'},
      c: {anyOf: [{$ref: '#/$defs/part'}, {const: 1}]},
    },
    not: {required: ['z']},
  }
  const data = {a: {n: 2, m: {n: 3}}, b: {n: 1}, c: {n: 9}, z: 1}
  const found = failuresOf({rule, part}, data).map(([place, keyword]) => `${place} ${keyword}`)
  expect(found.sort()).toEqual([' not', ' required', '/a/m/n maximum', '/a/n maximum', '/c anyOf'])
  expect(failuresOf({rule, part}, {x: 1, a: {n: 1}, b: {}, c: {n: 1}})).toEqual([])
  const silent = {not: {allOf: [{required: ['q']}, {$ref: '#/$defs/part'}]}}
  expect(failuresOf({rule: silent, part}, {n: 2})).toEqual([])
})

test('many errors of one definition come to an end', () => {
  const part = {properties: {n: {maximum: 1}}, patternProperties: {'^k': {$ref: '#/$defs/part'}}}
  const many = Object.fromEntries(Array.from({length: 50_000}, (_, at) => [`k${at}`, {n: 2}]))
  expect(failuresOf({rule: {$ref: '#/$defs/part'}, part}, many)).toHaveLength(50_000)
})

test('own properties only', () => {
  expect(failuresOf({rule: {required: ['constructor', '__proto__', 'toString']}}, {})).toHaveLength(3)
})

describe('what patterns look at beside a definition, of which only a run tells what it has looked at', () => {
  const then = (properties: object): object => ({if: {required: ['a']}, then: properties, else: true})
  const one = then({properties: {c: {type: 'number'}}})
  const failing = (definition: object, patternProperties: object, data: object): string[] => {
    const validate = createAjv().compile({
      $ref: '#/$defs/other',
      patternProperties,
      unevaluatedProperties: false,
      $defs: {other: definition},
    })
    validate(data)
    return (validate.errors ?? []).map(({keyword}) => keyword)
  }

  const rows: [string, object, object, string[]][] = [
    ['nothing', one, {b: 2}, []],
    ['nothing, where one is left over', one, {b: 2, c: 3}, ['unevaluatedProperties']],
    ['one more', one, {a: 1, b: 2, c: 3}, []],
    // ajv by itself throws here.
    ['one more that is wrong', one, {a: 1, b: 2, c: 'x'}, ['type', 'if', 'unevaluatedProperties']],
    ['one more, where another is left over', one, {a: 1, c: 3, z: 4}, ['unevaluatedProperties']],
    ['all', then({additionalProperties: true}), {a: 1, z: 2}, []],
  ]

  test.each(rows)('%s', (_, definition, data, expected) => {
    for (const fitting of [{type: ['number', 'string']}, true])
      expect(failing(definition, {'^[ab]$': fitting}, data)).toEqual(expected)
  })

  test('no pattern at all', () => {
    expect(failing(one, {}, {a: 1, c: 3})).toEqual(['unevaluatedProperties'])
    expect(failing(one, {}, {})).toEqual([])
  })
})
