import {describe, expect, test} from 'vitest'
import {collectFacts, kindsOf, readKind} from '../../src/lint/index.js'
import {builtInKinds} from '../../src/lint/kinds.js'
import {lawOf} from '../../src/lint/schema/base.js'
import {keepLaw, keptLaw, required} from '../../src/lint/schema/kept.js'
import {readLaw} from '../../src/lint/schema/law.js'
import {shippedSchemas} from '../../src/lint/shipped-schemas.js'
import type {Validate} from '../../src/lint/types.js'
import {openWorkspace, type Store} from '../../src/workspace/index.js'
import {folder} from '../support/folders.js'

const laws = Object.values(await builtInKinds()).map(({law}) => law)

/** A store in a folder of its own, and what it was asked. */
async function kept(files: Record<string, string> = {}) {
  const [root, home] = [folder(files), folder()]
  const asked: string[] = []
  const workspace = await openWorkspace({root, env: {XDG_CACHE_HOME: home}, cache: true})
  const {get, put} = workspace.store
  const store: Store = {
    get: async name => {
      const text = await get(name)
      asked.push(text === undefined ? 'miss' : 'hit')
      return text
    },
    put: async (name, text) => {
      asked.push('put')
      return put(name, text)
    },
  }
  return {store, asked, workspace: {...workspace, store}}
}

// A keyword of ours, regular expressions, one of which may not be left to JavaScript's own engine, what needs parts of ajv at run time, rules that are nothing but a reference.
const RULES = JSON.stringify({
  $defs: {
    order: {title: 'x', severity: 'error', message: 'x', properties: {sections: {inOrder: ['goals', 'summary']}}},
    named: {
      title: 'x',
      severity: 'error',
      message: 'x',
      properties: {title: {properties: {text: {pattern: '^RFC \\d+: \\p{L}', minLength: 12}}}},
    },
    endless: {
      title: 'x',
      severity: 'error',
      message: 'x',
      properties: {title: {properties: {text: {pattern: '^(?:\\w+\\s?)+!$'}}}},
    },
    same: {title: 'x', severity: 'error', message: 'x', $ref: '#/$defs/few'},
    again: {title: 'x', severity: 'error', message: 'x', $ref: '#/$defs/few'},
    few: {properties: {outline: {maxItems: 1, uniqueItems: true, const: [{a: 1}]}}},
  },
})

const TEXT =
  '# A name of many words that ends without the sign that it is asked for\n\n| x |\n| - |\n\nText TBD.\n\n## Summary\n\n## Goals\n\n## Goals\n'

/** What each validator answers to facts. */
function answers(validators: Readonly<Record<string, Validate>>, facts: unknown) {
  return Object.entries(validators).map(([id, validate]) => [id, validate(facts), validate.errors])
}

describe('a law that was kept', () => {
  test.each([
    ['rfc, but for one rule', '$ref: specwright:rfc\n$defs:\n  missing-title: true\n', laws],
    [
      'rfc with other words',
      '$ref: specwright:rfc\n$defs:\n  missing-title: {$ref: "specwright:rfc#/$defs/missing-title", severity: info}\n',
      laws,
    ],
    ['one’s own', RULES, laws],
    ['one’s own, where no other law is at hand', RULES, []],
  ])('is the one that was read, and its validators answer the same: %s', async (_, text, known) => {
    const {store, asked} = await kept()
    const [keeping, schema] = [
      {store, stamp: 'now'},
      {text, path: 'team.yaml'},
    ]
    const read = await readLaw(schema, await shippedSchemas(), {laws: known, keeping})
    const again = await keptLaw(schema, keeping, known)
    if (!read.ok || again === undefined) throw new Error(JSON.stringify(read))
    expect(asked).toEqual(['put', 'hit'])
    const [{validators, ...law}, {validators: others, ...other}] = [read.law, again.law]
    expect(other).toEqual(JSON.parse(JSON.stringify(law)))
    expect(again.chain).toEqual(read.chain)
    const facts = await collectFacts(TEXT)
    const expected = answers(validators, facts)
    expect(answers(others, facts)).toEqual(expected)
    expect(expected.filter(([, ok]) => !ok).length).toBeGreaterThan(1)
  })

  test('serves the schema, the place and the tool that it was made from, and no other', async () => {
    const {store} = await kept()
    const [schema, keeping] = [
      {text: RULES, path: 'team.yaml'},
      {store, stamp: 'now'},
    ]
    expect(await keptLaw(schema, keeping, laws)).toBeUndefined()
    await readLaw(schema, await shippedSchemas(), {laws, keeping})
    expect(await keptLaw({...schema, text: `${RULES}\n`}, keeping, laws)).toBeUndefined()
    expect(await keptLaw({...schema, path: 'other.yaml'}, keeping, laws)).toBeUndefined()
    expect(await keptLaw({text: RULES}, keeping, laws)).toBeUndefined()
    expect(await keptLaw(schema, {store, stamp: 'later'}, laws)).toBeUndefined()
    expect(await keptLaw(schema, keeping, laws)).toBeDefined()
  })

  test('is made anew where another one stands under its name', async () => {
    const {store} = await kept()
    const keeping = {store, stamp: 'now'}
    const [one, other] = [{text: RULES}, {text: '{"$ref": "specwright:core"}'}]
    const names: string[] = []
    const noting: Store = {...store, put: async name => void names.push(name)}
    for (const schema of [one, other])
      await readLaw(schema, await shippedSchemas(), {laws, keeping: {store: noting, stamp: 'now'}})
    await readLaw(one, await shippedSchemas(), {laws, keeping})
    await store.put(names[1] ?? '', (await store.get(names[0] ?? '')) ?? '')
    expect(await keptLaw(one, keeping, laws)).toBeDefined()
    expect(await keptLaw(other, keeping, laws)).toBeUndefined()
  })

  test('is none where the schema cannot be used', async () => {
    const {store, asked} = await kept()
    const schema = {text: '{"$defs": {"a": {"title": "x", "message": "x", "minProprties": 1}}}'}
    for (let round = 0; round < 2; round++)
      expect((await readLaw(schema, await shippedSchemas(), {laws, keeping: {store, stamp: 'now'}})).ok).toBe(false)
    expect(asked).toEqual([])
  })

  test('is used by a kind of a schema, and by those of a config', async () => {
    const {workspace, asked} = await kept({
      'spec.config.yaml':
        'kinds:\n  note:\n    files: notes/*.md\n    template: note.md\n    schema: note.json\n  bare:\n    files: bare/*.md\n    template: note.md\n',
      'note.md': '# [Name]\n\n## Summary\n',
      'note.json': RULES,
    })
    const schema = {text: '{"$ref": "specwright:rfc"}'}
    expect(await readKind(schema, {workspace})).toMatchObject({ok: true, kind: {name: 'rfc'}})
    expect(await readKind(schema, {workspace})).toMatchObject({ok: true, kind: {name: 'rfc'}})
    expect(asked).toEqual(['miss', 'put', 'hit'])
    await kindsOf(workspace)
    expect(asked.slice(3)).toEqual(['miss', 'put', 'miss', 'put'])
    // Another run.
    const {note, bare} = await kindsOf({...workspace, settings: {...workspace.settings}})
    expect(asked.slice(7)).toEqual(['hit', 'hit'])
    expect(Object.keys(note?.law.validators ?? {})).toEqual(['order', 'named', 'endless', 'same', 'again'])
    expect(bare?.law.rules.length).toBeGreaterThan(5)
  })
})

test('a law whose code asks for what no later run could give is not kept', async () => {
  const {store, asked} = await kept()
  const schema = {text: RULES, path: 'team.yaml'}
  const read = await readLaw(schema, await shippedSchemas())
  if (!read.ok) throw new Error(JSON.stringify(read))
  const keeping = {store, stamp: 'now'}
  const body = {code: 'return {}', needs: ['ajv/dist/runtime/of-tomorrow']}
  await keepLaw(schema, read, {base: lawOf(undefined, laws), body}, keeping)
  expect(asked).toEqual([])
  expect(await keptLaw(schema, keeping, laws)).toBeUndefined()
})

test('a part of ajv is given as its code asks for it, whoever loads it', () => {
  const part = () => 1
  expect(required({default: part})).toEqual({default: part})
  expect(required({default: {default: part}})).toEqual({default: part})
})
