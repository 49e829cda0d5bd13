import {describe, expect, test} from 'vitest'
import {readKind} from '../../src/lint/index.js'
import {readLaw, resolveSchema} from '../../src/lint/schema/law.js'
import {factsWith} from './support.js'

const core = {
  $id: 'specwright:core',
  $defs: {
    part: {properties: {blocks: {minimum: 5}}},
    'few-blocks': {title: 'Blocks', severity: 'error', message: 'Few', help: 'More', $ref: '#/$defs/part'},
    'no-title': {severity: 'error', message: 'No title', required: ['title']},
  },
}
const rfc = {
  $id: 'specwright:rfc',
  $ref: 'specwright:core',
  $defs: {'no-template': {severity: 'warning', message: 'No template', required: ['template']}},
}
const library = new Map<string, Readonly<Record<string, unknown>>>([
  [core.$id, core],
  [rfc.$id, rfc],
  ['specwright:turn', {$id: 'specwright:turn', $ref: 'specwright:turn'}],
])

const textOf = (schema: object | string): string =>
  typeof schema === 'string' ? schema : JSON.stringify(schema, null, 1)
const resolved = (schema: object | string) => resolveSchema({text: textOf(schema), path: 'own.json'}, library)
const problemsOf = (schema: object | string): string[] =>
  resolved(schema).problems.map(({reason, range, suggestions}) =>
    [range.start.line, reason, ...(suggestions ?? [])].join(' | '),
  )

test.each(['{}', '{"$defs": {}}', '{"$defs": {"helper": {"type": "object"}}}'])(
  '%s has no rules, and that is no law',
  text => {
    expect(problemsOf(text)).toEqual([
      '1 | Unexpected schema without rules, expected "$ref": "specwright:rfc", or rules of your own in "$defs"',
    ])
  },
)

/** Ids of the rules that fail. */
async function failing(schema: object | string, facts: object): Promise<string[]> {
  const reading = await readLaw({text: textOf(schema), path: 'own.json'}, library)
  if (!reading.ok) throw new Error(reading.problems.map(problem => problem.reason).join('; '))
  return Object.entries(reading.law.validators)
    .filter(([, validate]) => !validate(facts))
    .map(([id]) => id)
}

describe('a schema builds on others', () => {
  test('rules come in the order of the chain; the law is a schema that is valid as a whole', () => {
    const merged = resolved({
      $ref: 'specwright:rfc',
      $defs: {mine: {severity: 'info', message: 'x', required: ['end']}},
    })
    expect(merged.problems).toEqual([])
    expect(merged.chain).toEqual(['specwright:core', 'specwright:rfc', 'own.json'])
    expect(merged.rules.map(rule => rule.id)).toEqual(['few-blocks', 'no-title', 'no-template', 'mine'])
    expect(merged.schema.allOf).toEqual(merged.rules.map(({id}) => ({$ref: `#/$defs/${id}`})))
    expect(merged.schema.$defs).toMatchObject({part: core.$defs.part, mine: {message: 'x', required: ['end']}})
  })

  test('an entry that refers to the one it replaces keeps what it does not say anew', async () => {
    const schema = {
      $ref: 'specwright:rfc',
      $defs: {'few-blocks': {$ref: 'specwright:rfc#/$defs/few-blocks', severity: 'info'}},
    }
    const {rules, schema: whole} = resolved(schema)
    const rule = rules.find(({id}) => id === 'few-blocks')
    expect(rule).toMatchObject({title: 'Blocks', severity: 'info', message: 'Few', help: 'More', documented: true})
    expect(rule?.source?.range.start.line).toBe(4)
    expect(whole.$defs).toMatchObject({'few-blocks': {severity: 'info', $ref: '#/$defs/part'}})
    expect(await failing(schema, {blocks: 4, title: 1, template: 1})).toEqual(['few-blocks'])
  })

  test('a constraint of its own comes on top', async () => {
    const more = {$ref: 'specwright:core#/$defs/few-blocks', required: ['titles']}
    const schema = {$ref: 'specwright:core', $defs: {'few-blocks': more}}
    expect(await failing(schema, {blocks: 4, titles: [], title: 1})).toEqual(['few-blocks'])
    expect(await failing(schema, {blocks: 9, title: 1})).toEqual(['few-blocks'])
    expect(await failing(schema, {blocks: 9, titles: [], title: 1})).toEqual([])
    expect(resolved(schema).rules.find(rule => rule.id === 'few-blocks')).toMatchObject({message: 'Few'})
  })

  test('the last one wins', async () => {
    const schema = {
      $ref: 'specwright:rfc',
      $defs: {'no-title': {severity: 'warning', message: 'Other', required: ['end']}},
    }
    expect(await failing(schema, {blocks: 9, title: 1, template: 1})).toEqual(['no-title'])
    expect(resolved(schema).rules.filter(rule => rule.id === 'no-title')).toHaveLength(1)
  })

  test('true switches a rule off; it stays known', async () => {
    const schema = {$ref: 'specwright:rfc', $defs: {'no-title': true}}
    const {rules, schema: whole} = resolved(schema)
    expect(rules.find(rule => rule.id === 'no-title')).toMatchObject({off: true, message: 'No title'})
    expect(JSON.stringify(whole.allOf)).not.toContain('no-title')
    expect(await failing(schema, {blocks: 9, template: 1})).toEqual([])
  })

  test('names mean what they meant where they were written', async () => {
    // "part" is a helper of core's. One of the same name in a user's schema must not change core's rules.
    const schema = {
      $ref: 'specwright:core',
      $defs: {
        part: {required: ['nothing']},
        'no-title': true,
        mine: {severity: 'error', message: 'x', $ref: '#/$defs/part'},
        theirs: {severity: 'error', message: 'x', $ref: 'specwright:core#/$defs/part'},
        still: {severity: 'error', message: 'x', $ref: 'specwright:core#/$defs/no-title'},
      },
    }
    expect(resolved(schema).problems).toEqual([])
    expect(await failing(schema, {blocks: 9})).toEqual(['mine', 'still'])
    expect(await failing(schema, {blocks: 4, nothing: 1, title: 1})).toEqual(['few-blocks', 'theirs'])
  })

  test('single rules of a schema that it does not build on', async () => {
    const schema = {$defs: {'no-title': {$ref: 'specwright:rfc#/$defs/no-title', severity: 'info'}}}
    expect(await failing(schema, {})).toEqual(['no-title'])
    expect(resolved(schema).rules).toMatchObject([{id: 'no-title', severity: 'info', message: 'No title'}])
  })

  test('YAML says the same as JSON', async () => {
    const yaml = ['$ref: specwright:core', '$defs:', '  no-title: true', '  few-blocks:', '    severity: info']
    const text = [...yaml, '    message: "{value} of {limit}"', '    properties: {blocks: {minimum: 3}}', ''].join('\n')
    expect(problemsOf(text)).toEqual([])
    expect(await failing(text, {blocks: 2})).toEqual(['few-blocks'])
    expect(problemsOf('{\r\n\t"$ref":\t"specwright:core",\r\n\t"$defs": {}\r\n}')).toEqual([])
  })

  test('what it gives can be held against facts by anyone', async () => {
    const {Ajv2020} = await import('ajv/dist/2020.js')
    const merged = resolved({$ref: 'specwright:rfc', $defs: {'few-blocks': true}})
    const validate = new Ajv2020({strict: false}).compile(merged.schema)
    expect(validate(factsWith())).toBe(false)
    expect(validate(factsWith({template: {kind: 'a', version: 1, position: factsWith().position}}))).toBe(true)
  })
})

describe('what is wrong is told with its line and a did-you-mean', () => {
  const rule = (more: object) => ({$defs: {mine: {severity: 'error', message: 'x', ...more}}})

  test('at the top', () => {
    expect(problemsOf({$ref: 'specwright:rcf'})).toEqual([
      expect.stringMatching(
        /^2 \| Unexpected schema "specwright:rcf" to build on, expected one of .* \| specwright:rfc$/,
      ),
    ])
    expect(problemsOf({$ref: 'specwright:core', required: ['title']})).toEqual([
      '3 | Unexpected constraint "required" outside "$defs", expected every rule to be an entry of "$defs"',
    ])
    expect(problemsOf({$def: {}})).toEqual([
      '2 | Unexpected "$def", expected every rule to be an entry of "$defs" | $defs | $ref',
    ])
    expect(problemsOf('[1]')).toEqual(['1 | Unexpected schema that is no object, expected "$defs" with rules'])
    expect(problemsOf({$ref: 'specwright:turn'})).toEqual([
      expect.stringContaining('Unexpected circle of schemas: "specwright:turn" builds on "specwright:turn"'),
    ])
  })

  test('in the text', () => {
    expect(problemsOf('{"$defs": {\n"a": true,\n"a": true}}')).toEqual([
      '3 | Unexpected second key of this name, expected each key once',
    ])
    expect(problemsOf('{"$defs": {')[0]).toMatch(/^1 \| Unexpected text that is no YAML or JSON: /)
    expect(problemsOf('a: &x 1\nb: *x')[0]).toMatch(/^1 \| .*anchor/)
    expect(problemsOf(`${'['.repeat(5000)}`)[0]).toMatch(/nests deeper/)
  })

  test('keywords, their values and where words stand', () => {
    expect(problemsOf(rule({requird: ['title']}))).toEqual([
      '6 | Unexpected keyword "requird", expected one of JSON Schema or ours that can be checked here | required',
    ])
    expect(problemsOf(rule({properties: {blocks: {maximum: 'two', message: 'x'}}}))).toEqual([
      '8 | Unexpected value "two" of "maximum", expected a number',
      '9 | Unexpected "message" inside a constraint, expected it at the top of the rule',
    ])
    expect(problemsOf(rule({properties: {blocks: 3}}))).toEqual([
      '7 | Unexpected 3 for "blocks" in "properties", expected a schema',
    ])
    expect(problemsOf(rule({properties: {sections: {inOrder: 'yes'}}}))).toEqual([
      '8 | Unexpected value "yes" of "inOrder", expected true or a list of ids',
    ])
    expect(problemsOf(rule({pattern: '('}))).toEqual([
      '6 | Unexpected pattern "(", expected a regular expression (Unterminated group)',
    ])
    expect(problemsOf(rule({properties: {title: {properties: {text: {pattern: '^(a+)\\1$'}}}}}))).toEqual([
      '10 | Unexpected pattern "^(a+)\\\\1$", expected none that refers back to a group ("\\1" at 6): it could take for ever on some texts',
    ])
    expect(problemsOf(rule({patternProperties: {'(': true, 'a{99}{999}': true, '^a': {minimum: 1}}}))).toEqual([
      '7 | Unexpected pattern "(", expected a regular expression (Unterminated group)',
      '8 | Unexpected pattern "a{99}{999}", expected a regular expression (Nothing to repeat)',
    ])
    for (const keyword of ['$id', '$anchor', '$dynamicRef', '$defs', 'format']) {
      expect(problemsOf(rule({[keyword]: 'x'}))).toHaveLength(1)
    }
  })

  test('words', () => {
    expect(problemsOf(rule({severity: 'fatal'}))).toEqual([
      '4 | Unexpected value of "severity", expected error, warning, info or off, or one of them by status with a "default"',
    ])
    expect(problemsOf(rule({severity: {Approved: 'error'}}))).toHaveLength(1)
    expect(problemsOf(rule({message: {required: 'x'}}))).toHaveLength(1)
    expect(problemsOf(rule({message: 'At most {limt}, not {item.words}'}))).toEqual([
      expect.stringMatching(/^5 \| Unexpected placeholder "\{limt\}", expected one of .*item\.… \| limit$/),
    ])
    expect(problemsOf({$defs: {mine: {severity: 'error', required: ['title']}}})).toEqual([
      '3 | Missing "message" of rule "mine"',
    ])
    expect(problemsOf({$defs: {Mine: {severity: 'error', message: 'x'}}})).toEqual([
      '3 | Unexpected rule id "Mine", expected small letters and digits joined with hyphens',
    ])
  })

  test('references', () => {
    expect(
      problemsOf({$ref: 'specwright:core', $defs: {mine: {severity: 'error', message: 'x', $ref: '#/$defs/part'}}}),
    ).toEqual([
      '7 | Unexpected reference "#/$defs/part", expected a definition such as "#/$defs/name" | specwright:core#/$defs/part',
    ])
    expect(
      problemsOf({
        $defs: {part: {}, mine: {severity: 'error', message: 'x', properties: {blocks: {$ref: '#/$defs/prat'}}}},
      }),
    ).toEqual(['9 | Unexpected reference "#/$defs/prat", expected a definition such as "#/$defs/name" | #/$defs/part'])
    expect(problemsOf({$ref: 'specwright:core', $defs: {'no-titel': true}})).toEqual([
      '4 | Unexpected "no-titel": true, expected the id of a rule to switch off | no-title',
    ])
  })

  test('references in a circle that would never end; trees are fine', () => {
    const circle = {a: {allOf: [{$ref: '#/$defs/b'}]}, b: {not: {$ref: '#/$defs/a'}}}
    expect(problemsOf({$defs: circle})).toEqual(['3 | Unexpected circle of references without end: a → b → a'])
    expect(problemsOf({$defs: {a: {$ref: '#/$defs/a'}}})).toEqual([
      '3 | Unexpected circle of references without end: a → a',
    ])
    const tree = {properties: {sections: {additionalProperties: {$ref: '#/$defs/tree'}}}}
    expect(problemsOf({$defs: {tree, mine: {severity: 'error', message: 'x', $ref: '#/$defs/tree'}}})).toEqual([])
  })

  test('references that double what there is to do again and again', () => {
    const doubled = (count: number) =>
      Object.fromEntries(
        Array.from({length: count}, (_, each) => [
          `d${each}`,
          each === 0 ? {required: ['x']} : {allOf: [{$ref: `#/$defs/d${each - 1}`}, {$ref: `#/$defs/d${each - 1}`}]},
        ]),
      )
    const mine = {severity: 'error', message: 'x', required: ['title']}
    expect(problemsOf({$defs: {...doubled(12), mine}})).toEqual([])
    expect(problemsOf({$defs: {...doubled(40), mine}})).toEqual([
      expect.stringContaining('| Unexpected "d13" that leads to more than 10,000 checks of one fact'),
    ])
  })

  test('references that lead on and on, one behind the other', () => {
    const chained = (count: number) => {
      const each = Array.from({length: count}, (_, at) => [`d${at}`, {$ref: `#/$defs/d${at + 1}`}])
      const mine = {severity: 'error', message: 'x', $ref: '#/$defs/d0'}
      return problemsOf({$defs: {mine, ...Object.fromEntries(each), [`d${count}`]: {required: ['title']}}})
    }
    expect(chained(999)).toEqual([])
    for (const count of [1001, 20_000])
      expect(chained(count)[0]).toContain(
        '| Unexpected "mine" that leads through more than 1,000 references, one behind the other, expected fewer',
      )
  })

  test('a condition of which a part is missing', () => {
    expect(problemsOf(rule(JSON.parse('{"then": {}, "else": {}}')))).toEqual([
      expect.stringContaining('Unexpected "then" without "if", expected both'),
      expect.stringContaining('Unexpected "else" without "if", expected both'),
    ])
    expect(problemsOf(rule({if: {}}))).toEqual([
      expect.stringContaining('Unexpected "if" without "then" and "else", expected one of them'),
    ])
  })

  test('counts of what a list contains that say nothing', () => {
    const listed = (constraint: object) => problemsOf(rule({properties: {outline: constraint}}))
    expect(listed({minContains: 1, maxContains: 2})).toEqual([
      expect.stringContaining('Unexpected "minContains" without "contains", expected both'),
      expect.stringContaining('Unexpected "maxContains" without "contains", expected both'),
    ])
    expect(listed({contains: {}, minContains: 0})).toEqual([
      expect.stringContaining('Unexpected "minContains" of 0 without "maxContains", expected both, or 1 or more'),
    ])
    expect(listed({contains: {}, minContains: 3, maxContains: 2})).toEqual([
      expect.stringContaining('Unexpected "maxContains" of 2, expected 3 or more: "minContains" is 3'),
    ])
    expect(listed({contains: {}, maxContains: 0})).toEqual([
      expect.stringContaining('Unexpected "maxContains" of 0, expected 1 or more: "minContains" is 1 unless told'),
    ])
    expect(listed({contains: {}, minContains: 'x', maxContains: 0})).toEqual([
      expect.stringContaining('Unexpected value "x" of "minContains", expected a whole number of at least 0'),
    ])
    for (const counts of [
      {minContains: 0, maxContains: 0},
      {minContains: 2, maxContains: 2},
      {maxContains: 1},
      {minContains: 1},
      {},
    ])
      expect(listed({contains: {required: ['level']}, ...counts})).toEqual([])
  })

  test('a pattern for names that is none', () => {
    expect(problemsOf(rule({patternProperties: {'\\u{110000}': true, '[': {}, '^a': true}}))).toEqual([
      expect.stringContaining('Unexpected pattern "\\\\u{110000}", expected a regular expression (Invalid'),
      expect.stringContaining('Unexpected pattern "[", expected a regular expression (Unterminated'),
    ])
  })

  test('hostile names and values', () => {
    expect(problemsOf('{"$defs": {"__proto__": {"message": "x"}, "constructor": 1}}').length).toBeGreaterThan(0)
    expect(problemsOf('{"$defs": {"a/b~c": {}}}')).toHaveLength(1)
    expect(Object.hasOwn(Object.prototype, 'message')).toBe(false)
  })
})

test('a reference with a slip is never led back to the rule that it stands in', () => {
  const schema = {
    $ref: 'specwright:rfc',
    $defs: {'few-blokcs': {$ref: 'specwright:core#/$defs/few-blokcs', severity: 'info'}},
  }
  const suggestions = resolved(schema).problems.flatMap(problem => problem.suggestions ?? [])
  expect(suggestions).toContain('specwright:core#/$defs/few-blocks')
  expect(suggestions.filter(near => near.endsWith('few-blokcs'))).toEqual([])
})

test('a schema may be read where nothing is kept', async () => {
  const text = JSON.stringify({
    $defs: {short: {severity: 'error', message: 'No', properties: {outline: {maxItems: 1}}}},
  })
  expect(await readKind({text})).toMatchObject({ok: true, kind: {name: 'rfc', law: {rules: [{id: 'short'}]}}})
})
