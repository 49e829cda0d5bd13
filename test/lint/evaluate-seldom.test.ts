import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import type {Citation} from '../../src/facts/types.js'
import {compileRules} from '../../src/lint/ajv/compile.js'
import {addSpokesmen} from '../../src/lint/ajv/spokesmen.js'
import {frozen, holdAgainst} from '../../src/lint/baseline/hold.js'
import {statusChange} from '../../src/lint/changes.js'
import {configProblem} from '../../src/lint/config-problem.js'
import {accusersOf} from '../../src/lint/evaluate/accusers.js'
import {evaluate} from '../../src/lint/evaluate/index.js'
import {keywords} from '../../src/lint/keywords/index.js'
import {runKeyword} from '../../src/lint/keywords/run.js'
import {checkSchema, readKind} from '../../src/lint/kinds.js'
import {whyNotChecked} from '../../src/lint/lint.js'
import {kindByText, kindNamed, kindsInForce} from '../../src/lint/options.js'
import {readLaw, resolveSchema} from '../../src/lint/schema/law.js'
import {constraintsOf} from '../../src/lint/schema/words.js'
import type {Kind, Message, Rule} from '../../src/lint/types.js'
import {LimitError} from '../../src/markdown/index.js'
import {ConfigError} from '../../src/workspace/index.js'
import {rfc} from '../facts/support.js'
import {factsWith, place, point, section, templateOf} from './support.js'

async function kindOf(rules: Record<string, object>, template = templateOf()): Promise<Kind> {
  const $defs = Object.fromEntries(
    Object.entries(rules).map(([id, rule]) => [id, {severity: 'error', message: 'Wrong', ...rule}]),
  )
  const reading = await readLaw({text: JSON.stringify({$id: 'specwright:test', $defs}, null, 1)}, new Map())
  if (!reading.ok) throw new Error(reading.problems.map(problem => problem.reason).join('; '))
  return {name: 'test', template, law: reading.law}
}

const told = (messages: readonly Message[]) =>
  messages.map(({ruleId, reason, range}) => `${range.start.line} ${ruleId}: ${reason}`)

const citation = (line: number): Citation => ({
  form: 'link',
  kind: 'research',
  text: 'x',
  target: 'x.md',
  position: place(line),
})

describe('what ajv does not compile', () => {
  const rule = {id: 'x'} as Rule

  test('is told with the rule, and why', () => {
    expect(constraintsOf({})).toEqual({})
    expect(compileRules({}, [rule])).toMatchObject({failures: [{id: 'x', reason: 'its constraint was not found'}]})
    expect(compileRules({$defs: {x: {type: 'strange'}}}, [rule])).toMatchObject({
      validators: {},
      failures: [{id: 'x', reason: 'type must be JSONType or JSONType[]: strange'}],
    })
    expect(() => addSpokesmen(new Ajv2020().removeKeyword('anyOf'))).toThrow('ajv has no code for "anyOf"')
  })

  test('is a problem of the schema at its place, where the vocabulary lets it through', async () => {
    // Calls within calls, more than ajv can follow.
    const within = Array.from({length: 900}, (_, each) => [`d${each}`, {not: {$ref: `#/$defs/d${each + 1}`}}])
    const lone = {severity: 'error', message: 'No', $ref: '#/$defs/d0'}
    const text = JSON.stringify({$defs: {lone, ...Object.fromEntries(within), d900: {type: 'object'}}}, null, 1)
    expect(await readLaw({text}, new Map())).toMatchObject({
      ok: false,
      problems: [
        {
          reason: 'The rule "lone" cannot be compiled: Maximum call stack size exceeded',
          range: {start: {line: 3}},
        },
      ],
    })
    expect(resolveSchema({text: '{'}, new Map())).toMatchObject({
      id: 'schema',
      rules: [],
      problems: [{severity: 'error'}],
    })
    expect(resolveSchema({text: '{', path: 'a.json'}, new Map()).id).toBe('a.json')
    expect(await readLaw({text: '{'}, new Map())).toMatchObject({ok: false, problems: [{severity: 'error'}]})
  })
})

describe('rules that accuse a citation', () => {
  test('are told each once, however often they fail', async () => {
    const items = (constraint: object) => ({properties: {citations: {items: constraint}}})
    const kind = await kindOf({
      twice: items({properties: {form: {const: 'code-span'}, kind: {const: 'spec'}}}),
      once: items({properties: {form: {const: 'code-span'}}}),
      remark: {...items({properties: {form: {const: 'code-span'}}}), severity: 'info'},
    })
    const accusers = accusersOf(factsWith({citations: [citation(5), citation(6)]}), kind)
    expect([...accusers]).toEqual([
      [0, ['twice', 'once']],
      [1, ['twice', 'once']],
    ])
  })
})

describe('messages', () => {
  test('of a law that lacks a validator are a fault of ours', async () => {
    const kind = await kindOf({rule: {required: ['nothing']}})
    const {validators: _, ...law} = kind.law
    expect(() => evaluate(factsWith(), {...kind, law: {...law, validators: {}}}, {text: ''})).toThrow(
      'The law "specwright:test" has no compiled constraint for the rule "rule"',
    )
    const silent = {...law, validators: {rule: () => false}}
    expect(evaluate(factsWith(), {...kind, law: silent}, {text: ''})).toEqual([])
  })

  test('name the child that is too much where nothing is missing', async () => {
    const kind = await kindOf({
      rule: {message: 'No {missing}', properties: {sections: {additionalProperties: false}}},
    })
    expect(told(evaluate(factsWith({sections: {a: section('a', 4, 6)}}), kind, {text: ''}))).toEqual(['4 rule: No a'])
  })

  test('of one rule that explains all others do not explain each other', async () => {
    const kind = await kindOf({
      all: {explains: ['*'], properties: {sections: {additionalProperties: {required: ['words']}}}},
      one: {properties: {citations: {items: {properties: {form: {const: 'code-span'}}}}}},
    })
    const sections = {a: section('a', 4, 9, {sections: {}}), b: section('b', 5, 6)}
    const messages = evaluate(factsWith({sections, citations: [citation(7)]}), kind, {text: ''})
    expect(told(messages)).toEqual(['4 all: Wrong', '5 all: Wrong'])
    expect(messages[0]?.related?.map(({range}) => range.start.line)).toEqual([7])
  })

  test('of what is missing stand behind the last instance of a section that repeats', async () => {
    const template = templateOf()
    const [first, second] = template.sections
    const repeating = {...template, sections: first && second ? [{...first, repeat: true}, second] : []}
    const kind = await kindOf({rule: {properties: {sections: {required: ['second']}}}}, repeating)
    const sections = {
      first: section('first', 4, 6),
      'first-2': section('first-2', 6, 8, {claim: 'first'}),
      'first-3': section('first-3', 8, 9),
    }
    expect(told(evaluate(factsWith({sections}), kind, {text: ''}))).toEqual(['8 rule: Wrong'])
  })

  test('of what no template has stand where the section around ends', async () => {
    const required = {required: ['x']}
    const {template: _, ...bare} = await kindOf({rule: {properties: {sections: required}}})
    expect(told(evaluate(factsWith(), bare, {text: ''}))).toEqual(['1 rule: Wrong'])
    const inner = await kindOf({
      rule: {properties: {sections: {properties: {mine: {properties: {sections: required}}}}}},
    })
    expect(told(evaluate(factsWith({sections: {mine: section('mine', 4, 6)}}), inner, {text: ''}))).toEqual([
      '4 rule: Wrong',
    ])
  })
})

describe('keywords', () => {
  const find = (name: string, parameter: unknown, data: unknown) => [...(keywords[name]?.find(parameter, data) ?? [])]

  test('say nothing of data of another type, and one that is none of ours nothing at all', () => {
    expect(find('datesInOrder', ['a', 'b'], [])).toEqual([])
    expect(find('datesInOrder', true, {})).toEqual([])
    expect(find('numbered', true, {})).toEqual([])
    expect(find('uniqueBy', ['a'], {})).toEqual([])
    expect(find('uniqueBy', true, [])).toEqual([])
    expect(runKeyword('none', true, [], '', '')).toEqual([])
  })

  test('read dates that are texts', () => {
    expect(find('datesInOrder', ['a', 'b'], {a: '2026-01-02', b: '2026-01-01'})).toMatchObject([
      {path: '/b', expected: ['2026-01-02 or later'], actual: '2026-01-01'},
    ])
    expect(find('datesInOrder', ['a', 'b'], {a: '2026-01-02', b: 7})).toEqual([])
  })

  test('name a section without a heading by its id, and know sections of one rank', () => {
    const sections = [
      {ordinal: 2, position: place(1)},
      {ordinal: 2, position: place(2)},
      {ordinal: 1, position: place(3)},
    ]
    expect(find('inOrder', true, Object.fromEntries(sections.map((each, index) => [`s${index}`, each])))).toMatchObject(
      [{path: '/s2', expected: ['before "s0"'], actual: 'after "s1"'}],
    )
  })

  test('take headings without a parent for the outermost', () => {
    const headings = ['1', '3'].map(number => ({level: 2, number}))
    expect(find('numbered', true, headings)).toMatchObject([{path: '/1', expected: ['2'], actual: '3'}])
  })
})

describe('kinds', () => {
  const noKind = {text: JSON.stringify({$defs: {x: {severity: 'error', message: 'No', required: ['title']}}})}

  test('that there are not cannot be fallen back on', async () => {
    await expect(readKind(noKind, {fallback: 'none'})).rejects.toThrow('There is no kind "none"')
    expect(await readKind(noKind)).toMatchObject({ok: true, kind: {name: 'rfc'}})
  })

  test('without a template have no sections that could be unknown', async () => {
    const text = JSON.stringify({
      $ref: 'specwright:research',
      $defs: {x: {severity: 'error', message: 'No', properties: {sections: {required: ['any-at-all']}}}},
    })
    expect(await checkSchema({text})).toEqual([])
  })

  test('are told with the one that was meant, if any', async () => {
    const kinds = await kindsInForce({})
    const known = Object.keys(kinds).join(', ')
    expect(() => kindNamed('rcf', kinds)).toThrow(`Unknown kind "rcf", expected one of ${known}; did you mean "rfc"?`)
    expect(() => kindNamed('something', kinds)).toThrow(
      new RegExp(`^Unknown kind "something", expected one of ${known}$`),
    )
  })

  test('of a page with a list is that of such pages', async () => {
    const kinds = await kindsInForce({})
    const {index: _, ...others} = kinds
    const page = '# Specs\n\n<!-- spec-list: begin -->\n<!-- spec-list: end -->\n'
    expect(kindByText(page, kinds)).toMatchObject({kind: {name: 'index'}, assumed: false})
    expect(kindByText(page, others)).toMatchObject({kind: {name: 'rfc'}, assumed: true})
    expect(kindByText('# Specs\n', kinds)).toMatchObject({kind: {name: 'rfc'}, assumed: true})
  })
})

describe('a baseline', () => {
  const message = (content: string): Message => ({
    ruleId: 'residue',
    severity: 'error',
    reason: 'x',
    range: {start: point(1), end: point(1)},
    schemaPath: 'x',
    accused: {section: '', content},
    fingerprint: 'x',
  })
  const checked = (path: string, ...messages: Message[]) => ({
    report: {path, kind: 'rfc', status: 'checked' as const, messages, skipped: []},
    unjudged: {rules: new Set<string>(), places: []},
  })
  const around = (gone: string[], exempt: string[]) => ({
    gone,
    isSettled: (path: string) => path === 'old.md',
    exempt: new Set(exempt),
  })

  test('that has nothing of a document in which it does not count is not spoken of', () => {
    const baseline = frozen(new Map(), [checked('a.md', message('one'))], around([], []))
    expect(holdAgainst(baseline, [checked('a.md', message('one'))], around([], ['a.md'])).exempted).toEqual(['a.md'])
    expect(holdAgainst(baseline, [checked('a.md', message('two'))], around([], ['a.md'])).exempted).toEqual([])
  })

  test('forgets documents that are gone for good, and no others', () => {
    const all = [checked('old.md', message('one')), checked('away.md', message('two'))]
    const baseline = frozen(new Map(), all, around([], []))
    expect([...frozen(baseline, [], around(['old.md', 'away.md'], [])).keys()]).toEqual(['away.md'])
  })
})

describe('what cannot be told', () => {
  test('a former status in a text that is too deep', () => {
    const kind: Kind = {name: 'rfc', template: rfc, law: {id: 'x', rules: [], validators: {}, schema: {}}}
    const folders = {specs: ['specs'], research: ['research']} as unknown as Parameters<
      typeof statusChange
    >[1]['folders']
    const changeFrom = (text: string) =>
      statusChange({before: {path: 'specs/a.md', text}}, {status: 'Approved', kind, folders})
    expect(changeFrom('>'.repeat(200))).toBeUndefined()
    expect(changeFrom('# T\n\n| A | B |\n| - | - |\n| Status | Draft (WIP) |\n')).toEqual({
      before: 'Draft (WIP)',
      now: 'Approved',
    })
  })

  test('the place of a setting without a config', () => {
    const start = {line: 1, column: 1, offset: 0}
    expect(configProblem(undefined, 'rules', 'Wrong')).toEqual({
      severity: 'error',
      reason: 'Wrong',
      range: {start, end: start},
    })
  })

  test('the folder of a config without a workspace', () => {
    const range = {start: point(1), end: point(1)}
    const problems = [{path: '/r/spec.config.yaml', reason: 'Wrong', range}]
    const error = new ConfigError({problems, texts: new Map()})
    expect(whyNotChecked(error, undefined)).toBe('a config cannot be used (/r/spec.config.yaml:1: Wrong)')
  })
})

describe('a rule that cannot be held against a document', () => {
  const facts = factsWith({title: {text: 'a'.repeat(20_000), name: 'a', ordinal: 0, position: place(1)}})

  test('is named where its pattern asks for too much', async () => {
    const properties = {title: {properties: {text: {pattern: '(?:a*)*a{9000}b'}}}}
    const kind = await kindOf({fits: {required: ['title']}, dear: {properties}})
    const reason =
      'the rule "dear" cannot be held against it: a text of 20000 signs is too long for a pattern that is looked for in it'
    expect(() => evaluate(facts, kind, {text: ''})).toThrow(new LimitError(reason))
  })

  test('is our own mistake where it throws anything else', async () => {
    const kind = await kindOf({fits: {required: ['title']}})
    const fits = () => {
      throw new TypeError('not a function')
    }
    expect(() => evaluate(facts, {...kind, law: {...kind.law, validators: {fits}}}, {text: ''})).toThrow(TypeError)
  })
})
