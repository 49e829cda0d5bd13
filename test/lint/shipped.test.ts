import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {standaloneValidators} from '../../src/lint/ajv/standalone.js'
import {checkSchemaText} from '../../src/lint/check/index.js'
import {builtInKinds, checkSchema, readKind} from '../../src/lint/kinds.js'
import {resolveSchema} from '../../src/lint/schema/law.js'
import {linkVersions, readTemplate, unionOf} from '../../src/template/index.js'

const folder = new URL('../../schema/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const facts = JSON.parse(read('facts.schema.json'))
const versions = [1, 2].map(version =>
  readTemplate(readFileSync(new URL(`../../templates/rfc/${version}.md`, import.meta.url), 'utf8')),
)
const template = unionOf(linkVersions(versions))
const laws = readdirSync(folder)
  .filter(name => /^(core|rfc|research|index)\.schema\.json$/.test(name))
  .map(path => ({path, text: read(path)}))
const library = new Map(laws.map(({text}) => JSON.parse(text)).map(schema => [schema.$id, schema]))

describe.each(laws)('$path', schema => {
  test('has no rule that can never fire, or fires for nothing', () => {
    const options = {library, facts, ...(schema.path.startsWith('rfc') && template ? {template} : {})}
    const problems = checkSchemaText(schema, options)
    expect(problems.map(({range, reason}) => `${range.start.line}: ${reason}`)).toEqual([])
  })

  test('says of each rule what it asks for and why', () => {
    const {rules} = resolveSchema(schema, library)
    expect(rules.filter(({id, title, description, help}) => title === id || description === '' || !help)).toEqual([])
  })

  test('stands alone once it is compiled: nothing of ajv is imported', () => {
    const merged = resolveSchema(schema, library)
    expect(standaloneValidators([{name: 'kind', ...merged}])).not.toMatch(/\brequire\(|\bimport\b|\bajv\b/)
  })
})

test('a rule that needs ajv at run time is refused', () => {
  const rules = {mine: {severity: 'error', message: 'x', properties: {path: {minLength: 2}}}}
  const merged = resolveSchema({text: JSON.stringify({$defs: rules})}, library)
  expect(() => standaloneValidators([{name: 'kind', ...merged}])).toThrow(/ucs2length/)
})

test('the built-in kinds are those schemas with that template, each rule compiled', async () => {
  const kinds = await builtInKinds()
  expect(Object.keys(kinds)).toEqual(['rfc', 'research', 'index'])
  for (const {name, law} of Object.values(kinds)) {
    const schema = laws.find(({path}) => path === `${name}.schema.json`)
    expect(law.schema).toEqual(schema && resolveSchema(schema, library).schema)
    expect(Object.keys(law.validators)).toEqual(law.rules.map(rule => rule.id))
  }
  expect(kinds.rfc?.template).toEqual(linkVersions(versions)[0])
  expect(kinds.rfc?.versions).toEqual(linkVersions(versions))
  expect(kinds.research).not.toHaveProperty('template')
})

describe('a user’s schema', () => {
  test('is the law of the kind that it builds on', async () => {
    const rfc = await readKind({text: '{"$ref": "specwright:rfc", "$defs": {"missing-title": true}}', path: 'a.json'})
    expect(rfc).toMatchObject({ok: true, kind: {name: 'rfc', template: {kind: 'rfc'}}})
    expect(rfc.ok && rfc.kind.law.rules.find(rule => rule.id === 'missing-title')).toMatchObject({off: true})
    const research = await readKind({text: '$ref: specwright:research\n', path: 'a.yaml'})
    expect(research).toMatchObject({ok: true, kind: {name: 'research'}})
  })

  test('is checked against the template of that kind', async () => {
    const required = 'properties: {sections: {required: [executive-sumary]}}'
    const text = `$ref: specwright:rfc\n$defs:\n  mine:\n    severity: error\n    message: x\n    ${required}\n`
    expect(await checkSchema({text, path: 'a.yaml'})).toMatchObject([
      {severity: 'warning', path: 'a.yaml', range: {start: {line: 6}}, suggestions: ['executive-summary']},
    ])
  })
})
