import {describe, expect, test} from 'vitest'
import {builtInKinds, collectFacts} from '../../src/lint/index.js'
import {readLaw} from '../../src/lint/schema/law.js'
import {sharedRules} from '../../src/lint/schema/shared.js'
import {shippedSchemas} from '../../src/lint/shipped-schemas.js'
import type {Law} from '../../src/lint/types.js'

const kinds = await builtInKinds()
const laws = Object.values(kinds).map(({law}) => law)
const [rfc, research] = laws as [Law, Law]
const library = await shippedSchemas()

async function lawOf(schema: object, means: Parameters<typeof readLaw>[2] = {laws}): Promise<Law> {
  const reading = await readLaw({text: JSON.stringify(schema), path: 'team.json'}, library, means)
  if (!reading.ok) throw new Error(reading.problems.map(({reason}) => reason).join('\n'))
  return reading.law
}

/** Ids of the rules of a law whose validators are not those of another. */
const ownOf = (law: Law, base: Law): string[] =>
  Object.keys(law.validators).filter(id => law.validators[id] !== base.validators[id])

const RULE = {title: 'x', severity: 'error', message: 'x'}

describe('rules that come with us are not compiled again', () => {
  test.each([
    [
      'of the kind that it builds on',
      {$ref: 'specwright:rfc', $defs: {mine: {...RULE, required: ['title']}}},
      rfc,
      ['mine'],
    ],
    [
      'of another kind',
      {$ref: 'specwright:research', $defs: {mine: {...RULE, required: ['title']}}},
      research,
      ['mine'],
    ],
    ['of what it refers to', {$defs: {'missing-title': {$ref: 'specwright:rfc#/$defs/missing-title'}}}, rfc, []],
    // An RFC is held to more by these.
    ['of what holds for every document', {$ref: 'specwright:core'}, rfc, ['vanished-question', 'drifted-research']],
    [
      'with other words',
      {
        $ref: 'specwright:rfc',
        $defs: {'missing-title': {$ref: 'specwright:rfc#/$defs/missing-title', severity: 'info', message: 'Name it'}},
      },
      rfc,
      [],
    ],
    [
      'unless their constraint is another',
      {$ref: 'specwright:rfc', $defs: {'missing-title': {...RULE, properties: {title: false}}}},
      rfc,
      ['missing-title'],
    ],
  ])('%s', async (_, schema, base, expected) => {
    const law = await lawOf(schema)
    expect(ownOf(law, base)).toEqual(expected)
    expect(Object.keys(law.validators)).toEqual(law.rules.map(({id}) => id))
  })

  test('and those that are switched off have no validator', async () => {
    const law = await lawOf({$ref: 'specwright:rfc', $defs: {'missing-title': true}})
    expect(Object.keys(law.validators)).toEqual(Object.keys(rfc.validators).filter(id => id !== 'missing-title'))
    expect(ownOf(law, rfc)).toEqual([])
  })
})

test('they answer what they would if they were compiled', async () => {
  const schema = {$ref: 'specwright:rfc', $defs: {mine: {...RULE, properties: {title: false}}}}
  const [shared, alone] = [await lawOf(schema), await lawOf(schema, {})]
  expect(ownOf(alone, rfc)).toHaveLength(Object.keys(rfc.validators).length + 1)
  const facts = await collectFacts(
    '# A\n\n| Status | Strange |\n| - | - |\n\n## Summary\n\nTBD, see [a](b.md).\n\n## Summary\n\n```js\n',
  )
  const answers = ({validators}: Law) =>
    Object.entries(validators).map(([id, validate]) => [id, validate(facts), validate.errors])
  expect(answers(shared)).toEqual(answers(alone))
  expect(answers(shared).filter(([, ok]) => !ok).length).toBeGreaterThan(5)
})

describe('a rule is shared where all that it leads to is the same', () => {
  const ref = (name: string) => ({$ref: `#/$defs/${name}`})
  const validators = {a: () => true, b: () => true}
  const law = ($defs: object): Law => ({
    id: 'x',
    rules: ['a', 'b'].map(id => ({id, title: '', description: '', severity: 'error', message: ''})),
    validators,
    schema: {$defs},
  })
  const base = {
    a: {properties: {x: ref('far~1off')}},
    b: {required: ['x']},
    'far/off': {items: {anyOf: [ref('b'), ref('a')]}},
  }

  test.each([
    ['the same', base, ['a', 'b']],
    ['other words', {...base, a: {...base.a, message: 'other'}}, ['a', 'b']],
    ['another far off', {...base, 'far/off': {items: ref('b')}}, ['b']],
    ['another at the end of a round', {...base, b: {required: ['y']}}, []],
    ['one that is not there', {a: base.a, 'far/off': base['far/off']}, []],
  ])('%s', (_, $defs, expected) => {
    expect([...sharedRules(law($defs), law(base))]).toEqual(expected)
  })

  test('and has a validator', () => {
    expect([...sharedRules(law(base), {...law(base), validators: {b: validators.b}})]).toEqual(['b'])
  })
})
