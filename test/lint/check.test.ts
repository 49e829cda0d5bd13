// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {checkSchemaText} from '../../src/lint/check/index.js'
import {templateOf} from './support.js'

const facts = JSON.parse(readFileSync(new URL('../../schema/facts.schema.json', import.meta.url), 'utf8'))
const base = {
  $id: 'specwright:base',
  $defs: {
    'has-title': {severity: 'error', message: 'No title', required: ['title']},
    'low-words': {properties: {words: {maximum: 9}}},
  },
}
const library = new Map([[base.$id, base]])

/** The problems of a schema: line, reason, suggestions. */
function problemsOf(schema: object | string): string[] {
  const text = typeof schema === 'string' ? schema : JSON.stringify(schema, null, 1)
  const problems = checkSchemaText({text, path: 'own.json'}, {library, facts, template: templateOf()})
  return problems.map(({reason, range, suggestions}) => [range.start.line, reason, ...(suggestions ?? [])].join(' | '))
}

/** The problems of one rule with this constraint, without lines. */
function ruleProblems(constraint: object, words: object = {}): string[] {
  const rule = {severity: 'error', message: 'No', ...words, ...constraint}
  return problemsOf({$defs: {rule}}).map(problem => problem.replace(/^\d+ \| /, ''))
}

describe('a rule that is sound has no problem', () => {
  test.each([
    {required: ['title']},
    {
      properties: {
        sections: {required: ['first'], properties: {second: {properties: {sections: {required: ['inner']}}}}},
      },
    },
    {properties: {metadata: {properties: {status: {properties: {name: {const: 'Draft (WIP)'}}}}}}},
    {properties: {sections: {inOrder: ['first', 'second']}, outline: {numbered: true, uniqueBy: ['parent', 'title']}}},
    {properties: {citations: {items: {if: {required: ['exists'], properties: {exists: {const: true}}}, else: false}}}},
    {if: {not: {properties: {title: {properties: {name: {const: 'x'}}}}}}, then: {required: ['template']}},
    {properties: {fences: {contains: {properties: {closed: {const: false}}}}}},
  ])('%j', constraint => expect(ruleProblems(constraint)).toEqual([]))
})

describe('what is no fact', () => {
  test('a property, with a did-you-mean and the line', () => {
    const rule = {
      severity: 'error',
      message: 'No',
      properties: {sections: {additionalProperties: {properties: {wrods: {maximum: 2}}}}},
    }
    expect(problemsOf({$defs: {rule}})).toEqual([
      '3 | Unexpected rule "rule" that can never fire, expected a constraint on facts',
      '10 | Unexpected "wrods" of "sections", expected a fact such as id, title, heading | words',
    ])
  })
  test('in "required" and in the parameters of keywords', () => {
    expect(ruleProblems({required: ['titel', 'title']})).toEqual([
      'Unexpected "titel" of the document, expected a fact such as schemaVersion, path, kind | title | titles',
    ])
    expect(ruleProblems({properties: {outline: {uniqueBy: ['parant']}}})).toEqual([
      'Unexpected "parant" of "outline[]", expected a fact such as level, step, number | parent',
    ])
  })
  test('a keyword that does not suit the fact', () => {
    expect(ruleProblems({properties: {blocks: {minItems: 1}, titles: {minItems: 1}}})).toEqual([
      'Unexpected "minItems" on "blocks", which is a number: it can never fire',
    ])
  })
  test('values that the fact never has', () => {
    const citation = (more: object) => ({properties: {citations: {items: {properties: more}}}})
    expect(ruleProblems(citation({kind: {enum: ['reserch', 'spec']}}))).toEqual([
      'Unexpected value "reserch" for "kind", expected one of "research", "spec", "code", "url", "self" | research',
    ])
    expect(ruleProblems(citation({exists: {const: 'true'}}))).toEqual([
      'Unexpected value "true" for "exists", which is true or false',
    ])
  })
})

describe('what the template does not have', () => {
  test('sections at their level, and rows', () => {
    expect(
      ruleProblems({
        properties: {
          sections: {required: ['frist'], properties: {first: {properties: {sections: {required: ['inner']}}}}},
        },
      }),
    ).toEqual([
      'Unexpected section "frist" that the template does not have, expected one of first, second | first',
      'Unexpected section "inner" that the template does not have, expected one of none',
    ])
    expect(ruleProblems({properties: {metadata: {properties: {stauts: {required: ['note']}}}}})).toEqual([
      'Unexpected row "stauts" that the template does not have, expected one of author, status | status',
    ])
  })
  test('statuses', () => {
    const name = {const: 'Aproved'}
    expect(ruleProblems({properties: {metadata: {properties: {status: {properties: {name}}}}}})).toEqual([
      'Unexpected value "Aproved" for "name", expected one of "Draft (WIP)", "Approved" | Approved',
    ])
    expect(ruleProblems({required: ['title']}, {severity: {Draft: 'info', default: 'error'}})).toEqual([
      'Unexpected status "Draft", expected one of Draft (WIP), Approved, default',
    ])
  })
})

describe('an "if" that is also true where its fact is missing', () => {
  const text = (name: string) =>
    `Unexpected "if" that is also true where "${name}" is missing, expected "required": ["${name}"] beside "properties"`
  const then = {required: ['title']}
  const status = (row: object, more: object = {}) => ({properties: {metadata: {properties: {status: row}, ...more}}})
  const draft = {properties: {name: {const: 'Draft (WIP)'}}}

  test('at the level that lacks it', () => {
    expect(ruleProblems({if: status(draft), then})).toEqual([text('status')])
    expect(ruleProblems({if: status(draft, {required: ['status']}), then})).toEqual([text('name')])
    expect(ruleProblems({if: status({...draft, required: ['name']}, {required: ['status']}), then})).toEqual([])
  })
  test('through references and allOf', () => {
    const rule = (condition: object) => ({
      $defs: {draft, rule: {severity: 'error', message: 'No', if: condition, then}},
    })
    const found = problemsOf(rule(status({$ref: '#/$defs/draft'}, {required: ['status']})))
    expect(found.map(problem => problem.replace(/^\d+ \| /, ''))).toEqual([text('name')])
    const together = {allOf: [status(draft, {required: ['status']}), {properties: {metadata: {}}}]}
    expect(ruleProblems({if: together, then})).toEqual([text('name')])
  })
})

describe('words', () => {
  test('placeholders that stay empty', () => {
    expect(ruleProblems({properties: {blocks: {minimum: 1}}}, {message: '{limit} {value} {missing}'})).toEqual([
      'Unexpected placeholder "{missing}", which stays empty where minimum fails',
    ])
    const fence = {properties: {fences: {items: {properties: {closed: {const: true}}}}}}
    expect(ruleProblems(fence, {message: '{item.lenght} {item.position.start.line}'})).toEqual([
      'Unexpected placeholder "{item.lenght}", expected a property of the failing fact | item.length',
    ])
  })
  test('texts by keywords that cannot fail, unknown rules, fixes and properties', () => {
    const words = {
      message: {minItem: 'x', default: 'y'},
      explains: ['has-titel', '*'],
      fix: 'relative-lnk',
      related: {property: 'opner', message: 'z'},
    }
    const rule = {
      severity: 'error',
      ...words,
      properties: {fences: {minItems: 1, items: {properties: {nested: {maxItems: 0}}}}},
    }
    expect(
      problemsOf({$ref: 'specwright:base', $defs: {rule}}).map(problem => problem.replace(/^\d+ \| /, '')),
    ).toEqual([
      'Unexpected text for "minItem", which nothing in the rule can fail by; expected one of minItems, maxItems | minItems',
      expect.stringMatching(/^Unexpected rule "has-titel", expected one of .* \| has-title$/),
      'Unexpected fix "relative-lnk", expected the name of a fix | relative-link',
      'Unexpected property "opner", expected one of the failing fact that has a position | opener',
    ])
  })
})

test('a rule that asks for nothing', () => {
  const never = 'Unexpected rule "rule" that can never fire, expected a constraint on facts'
  for (const constraint of [
    {},
    {required: ['metadata']},
    {properties: {titles: {}}},
    {if: {required: ['title']}, then: true},
  ]) {
    expect(ruleProblems(constraint)).toEqual([never])
  }
})

test('rows by a pattern are walked like any others', () => {
  const rows = (schema: object) => ({properties: {metadata: {patternProperties: {'^x-': schema}}}})
  expect(ruleProblems(rows({properties: {value: {pattern: '\\S'}}}))).toEqual([])
  expect(ruleProblems(rows({properties: {valeu: {pattern: '\\S'}}}))).not.toEqual([])
})
