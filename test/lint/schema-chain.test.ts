import {describe, expect, test} from 'vitest'
import {readLaw, resolveSchema} from '../../src/lint/schema/law.js'

type Schema = Readonly<Record<string, unknown>>

const rule = (more: object = {}) => ({severity: 'error', message: 'x', ...more})
const core = {
  $id: 'specwright:core',
  $defs: {
    part: {minimum: 5},
    other: {maximum: 9},
    blocks: rule({title: 'Blocks', help: 'More', properties: {blocks: {$ref: '#/$defs/part'}}}),
  },
}
const middle = {
  $id: 'specwright:middle one',
  $ref: 'specwright:core',
  $defs: {part: {minimum: 7}, lines: rule({properties: {blocks: {$ref: '#/$defs/part'}}})},
}
const apart = {$id: 'specwright:apart', $defs: {part: {minimum: 1}, far: rule({required: ['end']})}}
const libraryOf = (...schemas: {$id: string}[]): ReadonlyMap<string, Schema> =>
  new Map(schemas.map(schema => [schema.$id, schema as Schema]))
const library = libraryOf(core, middle, apart)

const resolved = (schema: object, from: ReadonlyMap<string, Schema> = library) =>
  resolveSchema({text: JSON.stringify(schema, null, 1), path: 'own.json'}, from)
const told = (schema: object, from?: ReadonlyMap<string, Schema>) =>
  resolved(schema, from).problems.map(({reason, range, suggestions}) => [
    range.start.line,
    reason,
    ...(suggestions ?? []),
  ])

describe('references of a merged schema', () => {
  test('mean what they meant, wherever they stand, and what only looks like one is left as it is', () => {
    const text = {$ref: '#/$defs/part'}
    const part = {$ref: 'specwright:core#/$defs/part'}
    const merged = resolved({
      $ref: 'specwright:middle one',
      $defs: {
        part: {minimum: 8},
        mine: rule({
          properties: {
            $ref: {const: text},
            blocks: {allOf: [text, part, {$ref: 'specwright:middle one#/$defs/part'}], not: part, enum: [text]},
            titles: {
              items: part,
              prefixItems: [true, part],
              contains: {anyOf: [part, {$ref: 'specwright:apart#/$defs/part'}]},
            },
            sections: {additionalProperties: text, patternProperties: {'^a': part}, propertyNames: false},
          },
        }),
      },
    })
    expect(merged.problems).toEqual([])
    const at = (key: string) => ({$ref: `#/$defs/${key}`})
    expect(merged.schema.$defs).toEqual({
      part: {minimum: 8},
      other: {maximum: 9},
      blocks: {...core.$defs.blocks, properties: {blocks: at('part@core')}},
      lines: {...middle.$defs.lines, properties: {blocks: at('part@middle-one')}},
      mine: rule({
        properties: {
          $ref: {const: text},
          blocks: {allOf: [at('part'), at('part@core'), at('part@middle-one')], not: at('part@core'), enum: [text]},
          titles: {
            items: at('part@core'),
            prefixItems: [true, at('part@core')],
            contains: {anyOf: [at('part@core'), at('part@apart')]},
          },
          sections: {
            additionalProperties: at('part'),
            patternProperties: {'^a': at('part@core')},
            propertyNames: false,
          },
        },
      }),
      'part@core': {minimum: 5},
      'part@middle-one': {minimum: 7},
      'part@apart': {minimum: 1},
    })
    expect(merged.schema.allOf).toEqual(['blocks', 'lines', 'mine'].map(at))
    expect(merged.chain).toEqual(['specwright:core', 'specwright:middle one', 'own.json'])
  })

  test('to a schema of the chain find what it builds on, too, and never what stands above it', () => {
    const through = {$ref: 'specwright:middle one#/$defs/other'}
    const {schema, problems} = resolved({
      $ref: 'specwright:middle one',
      $defs: {other: {maximum: 1}, mine: rule({properties: {blocks: through}})},
    })
    expect(problems).toEqual([])
    expect(schema.$defs).toMatchObject({
      mine: {properties: {blocks: {$ref: '#/$defs/other@core'}}},
      'other@core': {maximum: 9},
    })
    const own = {$defs: {mine: rule(), apart: rule({$ref: 'specwright:core#/$defs/mine'})}, $ref: 'specwright:core'}
    expect(told(own)).toEqual([
      [10, 'Unexpected reference "specwright:core#/$defs/mine", expected a definition such as "#/$defs/name"'],
    ])
  })

  test('have their slashes and tildes escaped', () => {
    const odd = {'a/b~c': {minimum: 1}, mine: rule({properties: {blocks: {$ref: '#/$defs/a~1b~0c'}}})}
    expect(told({$defs: odd}).map(([, reason]) => reason)).toEqual([
      'Unexpected name "a/b~c", expected a letter, then letters, digits, hyphens, dots and underscores',
    ])
    expect(resolved({$defs: odd}).schema.$defs).toMatchObject({mine: {properties: {blocks: {$ref: '#/$defs/a~1b~0c'}}}})
  })

  test('that lead nowhere are told where they stand, with what may be meant', () => {
    const reason = (reference: string) =>
      `Unexpected reference "${reference}", expected a definition such as "#/$defs/name"`
    const at = (reference: string, more: object = {}) =>
      told({$ref: 'specwright:core', $defs: {mine: rule({properties: {blocks: {$ref: reference}}}), ...more}})
    expect(at('#/$defs/part')).toEqual([[9, reason('#/$defs/part'), 'specwright:core#/$defs/part']])
    expect(at('#/$defs/prat', {prat2: {}})).toEqual([[9, reason('#/$defs/prat'), '#/$defs/prat2']])
    expect(at('specwright:core#/$defs/prat')).toEqual([
      [9, reason('specwright:core#/$defs/prat'), 'specwright:core#/$defs/part'],
    ])
    for (const reference of ['#/$defs/', '#/$defs/a/b', '#/$def/part', '#', '', 'part', 'specwright:none#/$defs/xyzzy'])
      expect(at(reference), reference).toEqual([[9, reason(reference)]])
  })

  test('in a circle are told once, at the first of its definitions', () => {
    const ring = (...names: string[]) =>
      Object.fromEntries(names.map((name, index) => [name, {$ref: `#/$defs/${names[(index + 1) % names.length]}`}]))
    expect(told({$defs: {mine: rule({$ref: '#/$defs/a'}), ...ring('a', 'b', 'c')}})).toEqual([
      [8, 'Unexpected circle of references without end: a → b → c → a'],
    ])
    expect(told({$defs: {...ring('a', 'b'), ...ring('x')}}).map(([line]) => line)).toEqual([3, 9])
    for (const keyword of ['allOf', 'anyOf', 'oneOf'])
      expect(told({$defs: {mine: rule({[keyword]: [true, {$ref: '#/$defs/mine'}]})}})).toHaveLength(1)
    for (const keyword of ['items', 'contains', 'additionalProperties'])
      expect(told({$defs: {mine: rule({[keyword]: {$ref: '#/$defs/mine'}})}})).toEqual([])
    expect(told({$defs: {mine: rule({dependentSchemas: {title: {$ref: '#/$defs/mine'}}})}})).toHaveLength(1)
    expect(told({$defs: {mine: rule({if: {$ref: '#/$defs/mine'}, else: true})}})).toHaveLength(1)
  })
})

describe('what a rule is, by the schemas that speak of it', () => {
  const from = 'specwright:core#/$defs/blocks'

  test('those that come with us are documented, and have no place; a user’s have theirs', () => {
    const {rules} = resolved({
      $ref: 'specwright:core',
      $defs: {
        mine: rule({required: ['end']}),
        blocks: {$ref: from, severity: 'info'},
        far: rule({required: ['title']}),
      },
    })
    expect(rules.map(({id, documented, source}) => [id, documented, source?.path, source?.range.start.line])).toEqual([
      ['blocks', true, 'own.json', 11],
      ['mine', undefined, 'own.json', 4],
      ['far', true, 'own.json', 15],
    ])
    const [plain] = resolved({$ref: 'specwright:core', $defs: {}}).rules
    expect(plain).toEqual({
      id: 'blocks',
      title: 'Blocks',
      description: '',
      severity: 'error',
      message: 'x',
      help: 'More',
      documented: true,
    })
  })

  test('a change upon a change keeps what neither says anew', () => {
    const upon = {
      $id: 'specwright:upon',
      $ref: 'specwright:core',
      $defs: {blocks: {$ref: from, help: 'Less', required: ['end']}},
    }
    const {rules, schema} = resolved(
      {$ref: 'specwright:upon', $defs: {blocks: {$ref: 'specwright:upon#/$defs/blocks', severity: 'warning'}}},
      libraryOf(core, upon),
    )
    expect(rules).toMatchObject([{id: 'blocks', title: 'Blocks', severity: 'warning', message: 'x', help: 'Less'}])
    expect(schema.$defs).toEqual({
      part: {minimum: 5},
      other: {maximum: 9},
      blocks: {
        title: 'Blocks',
        severity: 'warning',
        message: 'x',
        help: 'Less',
        $ref: '#/$defs/blocks@core',
        required: ['end'],
      },
      'blocks@core': {properties: {blocks: {$ref: '#/$defs/part'}}},
    })
  })

  test('one that refers to a rule of another name has words of its own, and those alone', () => {
    const mine = rule({$ref: from})
    const {rules, schema} = resolved({$ref: 'specwright:core', $defs: {mine}})
    expect(rules[1]).toMatchObject({id: 'mine', title: 'mine', message: 'x'})
    expect(rules[1]).not.toHaveProperty('help')
    expect(schema.$defs).toMatchObject({mine: {$ref: '#/$defs/blocks'}})
    expect(resolved({$ref: 'specwright:core', $defs: {mine: {$ref: from}}}).rules.map(({id}) => id)).toEqual(['blocks'])
  })

  test('one that is switched off is known, and asks for nothing', async () => {
    const schema = {$ref: 'specwright:core', $defs: {blocks: true, mine: rule({required: ['end']})}}
    const {rules, schema: whole, problems} = resolved(schema)
    expect(problems).toEqual([])
    expect(rules.map(({id, off}) => [id, off])).toEqual([
      ['blocks', true],
      ['mine', undefined],
    ])
    expect(whole.allOf).toEqual([{$ref: '#/$defs/mine'}])
    expect(whole.$defs).toMatchObject({blocks: true})
    const reading = await readLaw({text: JSON.stringify(schema)}, library)
    expect(reading.ok && Object.keys(reading.law.validators)).toEqual(['mine'])
    const all = resolved({$ref: 'specwright:core', $defs: {blocks: true}})
    expect(all.schema).not.toHaveProperty('allOf')
    expect(all.problems).toEqual([])
  })

  test('true is for rules of the schemas below', () => {
    const reason = (id: string) => `Unexpected "${id}": true, expected the id of a rule to switch off`
    expect(told({$ref: 'specwright:core', $defs: {part: true}})).toEqual([[4, reason('part')]])
    expect(told({$ref: 'specwright:core', $defs: {block: true}})).toEqual([[4, reason('block'), 'blocks']])
    expect(told({$defs: {alone: true, mine: rule()}})).toEqual([[3, reason('alone')]])
    const off = {$id: 'specwright:off', $ref: 'specwright:core', $defs: {blocks: true}}
    const again = resolved({$ref: 'specwright:off', $defs: {lines: rule()}}, libraryOf(core, off))
    expect(again.rules.map(({id, off}) => [id, off])).toEqual([
      ['blocks', true],
      ['lines', undefined],
    ])
  })
})

describe('the schema that one builds on', () => {
  test('is one of those that there are', () => {
    const known = 'specwright:core, specwright:middle one, specwright:apart'
    const reason = (reference: unknown) =>
      `Unexpected schema ${JSON.stringify(reference)} to build on, expected one of ${known}`
    const $defs = {mine: rule()}
    expect(told({$ref: 'specwright:croe', $defs})).toEqual([[2, reason('specwright:croe'), 'specwright:core']])
    expect(told({$ref: 'core', $defs})).toEqual([[2, reason('core'), 'specwright:core']])
    expect(told({$ref: 'specwright:something', $defs})).toEqual([[2, reason('specwright:something')]])
    expect(told({$ref: 7, $defs})).toEqual([[2, reason(7)]])
  })

  test('never leads back to itself', () => {
    const one = {$id: 'one', $ref: 'two', $defs: {mine: rule()}}
    const two = {$id: 'two', $ref: 'one'}
    const {problems, chain} = resolved({$ref: 'one'}, libraryOf(one, two))
    expect(chain).toEqual(['two', 'one', 'own.json'])
    const start = {line: 1, column: 1, offset: 0}
    expect(problems).toEqual([
      {
        severity: 'error',
        reason: 'Unexpected circle of schemas: "two" builds on "one", which builds on it',
        range: {start, end: start},
      },
    ])
  })
})
