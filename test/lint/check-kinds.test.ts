// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {checkSchemaText} from '../../src/lint/check/index.js'
import {checkSchema} from '../../src/lint/index.js'
import {readTemplate} from '../../src/template/index.js'

const facts = JSON.parse(readFileSync(new URL('../../schema/facts.schema.json', import.meta.url), 'utf8'))

const form = readTemplate(`<!-- spec-template
kind: choice
metadata:
  source: [frontmatter, list]
  rows:
    - {id: status, label: Status}
    - {id: driver, label: Driver, section: context}
marks:
  - {name: clarification, pattern: '\\[OPEN: [^\\]]*\\]'}
ids:
  - {name: requirement, pattern: 'FR-\\d{3}'}
-->

- Status: x

# [Name]

## Context

## Options

### Option …

<!-- section
repeat: true
-->

#### Cost

### Verdict
`)

/** The problems of one rule with this constraint, without lines. */
function problemsOf(constraint: object, template = form, words: object = {}): string[] {
  const text = JSON.stringify({$defs: {rule: {severity: 'error', message: 'No', ...words, ...constraint}}})
  const problems = checkSchemaText({text, path: 'own.json'}, {library: new Map(), facts, template})
  return problems.map(({reason, suggestions}) => [reason, ...(suggestions ?? [])].join(' | '))
}

const root = (name: string, schema: unknown) => ({properties: {[name]: schema}})
const options = (schema: object) => root('sections', {properties: {options: {properties: schema}}})
const inOptions = (schema: object) => options({sections: schema})

describe('a rule on what a form of one’s own declares has no problem', () => {
  test.each([
    root('marks', {maxItems: 3}),
    root('marks', {items: {properties: {name: {const: 'clarification'}}}}),
    root('identifiers', {properties: {definitions: {uniqueBy: ['id']}}}),
    root('identifiers', {properties: {uses: {items: {properties: {defined: {const: true}}}}}}),
    root('identifiers', {properties: {definitions: {contains: {properties: {name: {const: 'requirement'}}}}}}),
    root('counts', {properties: {options: {minimum: 1}}}),
    root('metadata', {properties: {status: {properties: {source: {const: 'frontmatter'}}}}}),
    root('metadata', {properties: {driver: {properties: {source: {const: 'section'}}}}}),
    options({counts: {properties: {option: {minimum: 2}}}}),
    options({counts: {patternProperties: {'^opt': {minimum: 2}}}}),
    inOptions({required: ['option', 'option-2']}),
    inOptions({properties: {'option-2': {properties: {sections: {required: ['cost']}}}}}),
    inOptions({patternProperties: {'^option(-\\d+)?$': {properties: {sections: {required: ['cost']}}}}}),
    inOptions({patternProperties: {'^option-\\d{3}$': {properties: {words: {minimum: 2}}}}}),
    inOptions({patternProperties: {'^option': {properties: {repeat: {maximum: 5}}}}}),
    inOptions({additionalProperties: {properties: {claim: {enum: ['option', 'verdict']}}}}),
    inOptions({properties: {option: true, verdict: true}, additionalProperties: false}),
  ])('%j', constraint => expect(problemsOf(constraint)).toEqual([]))
})

describe('patterns for ids of sections', () => {
  test('that fit on none which the template can give', () => {
    const nothing = 'that fits on no id of a section of the template here, expected one for option, verdict'
    expect(
      problemsOf(inOptions({patternProperties: {'^optoin(-\\d+)?$': {properties: {words: {minimum: 2}}}}})),
    ).toEqual([`Unexpected pattern "^optoin(-\\d+)?$" ${nothing} | ^option(-\\d+)?$`])
    expect(problemsOf(inOptions({patternProperties: {'^verdict-\\d+$': {properties: {words: {minimum: 2}}}}}))).toEqual(
      [`Unexpected pattern "^verdict-\\d+$" ${nothing}`],
    )
    expect(problemsOf(options({counts: {patternProperties: {'^option-\\d+$': {minimum: 2}}}}))).toEqual([
      `Unexpected pattern "^option-\\d+$" ${nothing}`,
    ])
  })
  test('what stands behind one that fits on a single section is looked up below it', () => {
    const rule = inOptions({patternProperties: {'^option(-\\d+)?$': {properties: {sections: {required: ['costs']}}}}})
    expect(problemsOf(rule)).toEqual([
      'Unexpected section "costs" that the template does not have, expected one of cost | cost',
    ])
  })
  test('what a message can say where one is forbidden', () => {
    const rule = inOptions({patternProperties: {'^verdict': false}})
    expect(problemsOf(rule, form, {message: {'false schema': 'No {item.heading}', default: 'No'}})).toEqual([])
    expect(problemsOf(rule, form, {message: 'No {extra}'})).toEqual([
      'Unexpected placeholder "{extra}", which stays empty where false schema fails',
    ])
  })
})

describe('names that the form does not have', () => {
  test('keys of counts and ids of instances', () => {
    expect(problemsOf(options({counts: {properties: {optoin: {minimum: 2}}}}))).toEqual([
      'Unexpected section "optoin" that the template does not have, expected one of option, verdict | option',
    ])
    expect(problemsOf(options({counts: {properties: {'option-2': {minimum: 2}}}}))).toEqual([
      'Unexpected section "option-2" that the template does not have, expected one of option, verdict | option',
    ])
    expect(problemsOf(root('counts', {properties: {option: {minimum: 2}}}))).toEqual([
      'Unexpected section "option" that the template does not have, expected one of context, options | options',
    ])
    for (const id of ['verdict-2', 'option-1', 'option-02']) {
      expect(problemsOf(inOptions({required: [id]})), id).toEqual([
        expect.stringContaining(`Unexpected section "${id}" that the template does not have`),
      ])
    }
  })
  test('names of marks and of ids, what claims, and sources', () => {
    expect(problemsOf(root('marks', {items: {properties: {name: {const: 'clarificaton'}}}}))).toEqual([
      'Unexpected value "clarificaton" for "name", expected one of "clarification" | clarification',
    ])
    expect(
      problemsOf(root('identifiers', {properties: {uses: {items: {properties: {name: {enum: ['requirements']}}}}}})),
    ).toEqual(['Unexpected value "requirements" for "name", expected one of "requirement" | requirement'])
    expect(problemsOf(inOptions({additionalProperties: {properties: {claim: {const: 'optoin'}}}}))).toEqual([
      'Unexpected value "optoin" for "claim", expected one of "context", "options", "option", "cost", "verdict" | option | options',
    ])
    expect(problemsOf(root('metadata', {additionalProperties: {properties: {source: {const: 'table'}}}}))).toEqual([
      'Unexpected value "table" for "source", expected one of "frontmatter", "list", "section"',
    ])
  })
  test('facts that a form never gives', () => {
    const plain = readTemplate('# [Name]\n\n## Context\n\n## Options\n')
    expect(problemsOf(root('marks', {maxItems: 3}), plain)).toEqual([
      'Unexpected "marks" of the document, for which the template declares no pattern',
    ])
    expect(problemsOf(root('identifiers', {properties: {definitions: {minItems: 1}}}), plain)).toEqual([
      'Unexpected "identifiers" of the document, for which the template declares no pattern',
    ])
    const word = 'Unexpected "repeat" of "verdict", which does not repeat in the template'
    expect(problemsOf(inOptions({properties: {verdict: {properties: {repeat: {maximum: 1}}}}}))).toEqual([word])
  })
})

describe('an "if" on counts', () => {
  const then = {required: ['title']}
  test('is never true for their lack where the template has the section', () => {
    expect(problemsOf({if: root('counts', {properties: {options: {minimum: 1}}}), then})).toEqual([])
    const counted = {properties: {counts: {properties: {option: {minimum: 1}}}}}
    const inside = {properties: {options: counted}, required: ['options']}
    expect(problemsOf({if: root('sections', inside), then})).toEqual([])
  })
  test('is told where the section around them may be missing', () => {
    expect(problemsOf({if: options({counts: {properties: {option: {minimum: 1}}}}), then})).toEqual([
      'Unexpected "if" that is also true where "options" is missing, expected "required": ["options"] beside "properties"',
    ])
  })
  test('is told where an instance may be missing', () => {
    const inside = {properties: {'option-2': {properties: {words: {minimum: 1}}, required: ['words']}}}
    const rule = root('sections', {properties: {options: {properties: {sections: inside}}}, required: ['options']})
    expect(problemsOf({if: rule, then})).toEqual([
      'Unexpected "if" that is also true where "option-2" is missing, expected "required": ["option-2"] beside "properties"',
    ])
  })
})

describe('the schemas of the example kinds have no problem', () => {
  const kinds = new URL('../../examples/kinds/', import.meta.url)
  const folders = readdirSync(kinds, {withFileTypes: true}).filter(entry => entry.isDirectory())
  test.each(folders.map(({name}) => name))('%s', async kind => {
    const read = (name: string): string => readFileSync(new URL(`${kind}/${name}`, kinds), 'utf8')
    const template = readTemplate(read('template.md'))
    expect(await checkSchema({text: read('schema.yaml'), path: 'schema.yaml'}, {template})).toEqual([])
  })
})
