import {describe, expect, test} from 'vitest'
import {createAjv} from '../../src/lint/ajv/settings.js'
import {type StandaloneLaw, standaloneValidators} from '../../src/lint/ajv/standalone.js'
import {runKeyword} from '../../src/lint/keywords/run.js'
import type {Rule} from '../../src/lint/types.js'

const law = (name: string, $defs: Record<string, object>, off: readonly string[] = []): StandaloneLaw => ({
  name,
  schema: {$defs},
  rules: Object.keys($defs).map(id => ({id, ...(off.includes(id) && {off: true})}) as Rule),
})

type Validators = Record<string, ((data: unknown) => boolean) & {errors?: {instancePath: string; schemaPath: string}[]}>

/** The validators of laws by name, as the module gives them that their text makes. */
function validatorsOf(...laws: StandaloneLaw[]): Record<string, Validators> {
  const body = standaloneValidators(laws).replace(/^export /gm, '')
  const names = laws.map(({name}) => `${name}: validators_${name}`)
  return new Function('runKeyword', `${body}\nreturn {${names.join()}}`)(runKeyword)
}

describe('validators that stand in a file', () => {
  test('are those of each law by its name, and of each rule by its id', () => {
    const {one, two} = validatorsOf(
      law('one', {least: {minimum: 2}, most: {maximum: 4}}),
      law('two', {least: {minimum: 5}}),
    )
    const verdicts = [one?.least?.(3), one?.most?.(3), two?.least?.(3)]
    expect(verdicts).toEqual([true, true, false])
    expect([Object.keys(one ?? {}), Object.keys(two ?? {})]).toEqual([['least', 'most'], ['least']])
  })

  test('are none of rules that are off', () => {
    const {one} = validatorsOf(law('one', {least: {minimum: 2}, most: {maximum: 4}}, ['least']))
    expect(Object.keys(one ?? {})).toEqual(['most'])
  })

  test('have ids that are no names of variables', () => {
    const {one} = validatorsOf(law('one', {'a "b"/c': {minimum: 2}}))
    expect(one?.['a "b"/c']?.(1)).toBe(false)
  })

  test('run our keywords by the function that the file brings with it, and look for patterns by themselves', () => {
    const {one} = validatorsOf(law('one', {keyword: {uniqueBy: ['name']}, pattern: {pattern: '^x'}}))
    expect(one?.keyword?.([{name: 'a'}, {name: 'b'}])).toBe(true)
    expect(one?.keyword?.([{name: 'a'}, {name: 'a'}])).toBe(false)
    expect([one?.pattern?.('xy'), one?.pattern?.('yx')]).toEqual([true, false])
  })

  test('stand in lines, so that a change of one rule is one of a few lines', () => {
    const many = Object.fromEntries(Array.from({length: 9}, (_, at) => [`rule-${at}`, {minimum: at, maximum: at + 5}]))
    const lines = standaloneValidators([law('one', many)]).split('\n')
    expect(Math.max(...lines.map(({length}) => length))).toBeLessThan(250)
  })
})

describe('what is compiled', () => {
  const errorsOf = (schema: object, data: unknown) => {
    const validate = createAjv().compile(schema)
    validate(data)
    return validate.errors ?? []
  }

  test('says nothing in words of its own', () => {
    expect(errorsOf({maximum: 1}, 2)).toMatchObject([{keyword: 'maximum'}])
    expect(errorsOf({maximum: 1}, 2)[0]).not.toHaveProperty('message')
  })

  test('may say something of the first items alone', () => {
    expect(errorsOf({prefixItems: [{minimum: 1}]}, [0, 0])).toMatchObject([{instancePath: '/0'}])
  })

  test('names the place of our keywords, and goes on behind them', () => {
    const schema = {properties: {a: {uniqueBy: ['name'], maxItems: 1}}}
    expect(
      errorsOf(schema, {a: [{name: 'b'}, {name: 'b'}]})
        .map(each => each.schemaPath)
        .sort(),
    ).toEqual(['#/properties/a/maxItems', '#/properties/a/uniqueBy'])
  })

  test('may ask that one of our keywords does not hold', () => {
    const schema = {not: {uniqueBy: ['name'], minItems: 1}}
    expect(errorsOf(schema, [{name: 'b'}, {name: 'b'}])).toEqual([])
    expect(errorsOf(schema, [{name: 'a'}, {name: 'b'}])).toMatchObject([{keyword: 'not'}])
  })

  test('may have a pattern that fits on a property beside it', () => {
    const schema = {properties: {ab: {minimum: 1}}, patternProperties: {'^a': {maximum: 3}}}
    expect(errorsOf(schema, {ab: 4})).toMatchObject([{keyword: 'maximum', instancePath: '/ab'}])
  })
})
