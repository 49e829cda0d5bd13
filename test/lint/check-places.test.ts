// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {checkSchemaText} from '../../src/lint/check/index.js'
import {templateOf} from './support.js'

const facts = JSON.parse(readFileSync(new URL('../../schema/facts.schema.json', import.meta.url), 'utf8'))

/** The problems of a schema of YAML, each with its line and severity. */
function problemsOf(text: string, template = templateOf()): string[] {
  const problems = checkSchemaText({text, path: 'own.yaml'}, {library: new Map(), facts, template})
  for (const {path} of problems) expect(path).toBe('own.yaml')
  return problems.map(({range, severity, reason, suggestions = []}) =>
    [`${range.start.line} ${severity}: ${reason}`, ...suggestions].join(' | '),
  )
}

describe('a problem stands at its line, as a warning', () => {
  test('where names and words are wrong', () => {
    const text = `$defs:
  rule:
    severity:
      Draft: info
      default: error
    message:
      required: "{limit}"
      minimum: "{item.blocsk} {missing}"
      default: "{limit}"
    help:
      maxItem: x
      default: "{extra}"
    explains:
      - "*"
      - rule
      - ruel
    fix:
      - relative-link
      - relative-lnik
    mark: titel
    related:
      property: sectoins
      message: "{first.line}"
    required: [template]
    properties:
      blocks:
        minimum: 1
`
    expect(problemsOf(text)).toEqual([
      '4 warning: Unexpected status "Draft", expected one of Draft (WIP), Approved, default',
      '7 warning: Unexpected placeholder "{limit}", which stays empty where required fails',
      '8 warning: Unexpected placeholder "{item.blocsk}", expected a property of the failing fact | item.blocks',
      '8 warning: Unexpected placeholder "{missing}", which stays empty where minimum fails',
      '11 warning: Unexpected text for "maxItem", which nothing in the rule can fail by; expected one of required, minimum',
      '12 warning: Unexpected placeholder "{extra}", which stays empty where required, minimum fails',
      '16 warning: Unexpected rule "ruel", expected one of rule | rule',
      '19 warning: Unexpected fix "relative-lnik", expected the name of a fix | relative-link',
      '20 warning: Unexpected property "titel", expected one of the failing fact that has a position | title | titles',
      '22 warning: Unexpected property "sectoins", expected one of the failing fact that has a position | sections',
      '23 warning: Unexpected placeholder "{first.line}", which stays empty where required, minimum fails',
    ])
  })

  test('where a constraint asks for what is not there', () => {
    const text = `$defs:
  rule:
    severity: error
    message: x
    required:
      - title
      - tilte
    properties:
      blocks:
        minItems: 1
        pattern: x
      sections:
        inOrder:
          - first
          - secnod
        required:
          - second
          - frist
        properties:
          first:
            properties:
              repeat:
                maximum: 2
          third:
            minProperties: 1
        patternProperties:
          ^secnod:
            properties:
              wrods:
                maximum: 1
      marks:
        maxItems: 0
      identifiers:
        properties:
          uses:
            maxItems: 0
      metadata:
        properties:
          stauts:
            properties:
              known:
                const: "true"
      citations:
        items:
          properties:
            kind:
              enum:
                - spec
                - speck
        uniqueBy:
          - target
          - targte
    if:
      properties:
        metadata:
          properties:
            status:
              const: {}
    then: {required: [template]}
`
    expect(problemsOf(text)).toEqual([
      '7 warning: Unexpected "tilte" of the document, expected a fact such as schemaVersion, path, kind | title | titles',
      '10 warning: Unexpected "minItems" on "blocks", which is a number: it can never fire',
      '11 warning: Unexpected "pattern" on "blocks", which is a number: it can never fire',
      '15 warning: Unexpected section "secnod" that the template does not have, expected one of first, second | second',
      '18 warning: Unexpected section "frist" that the template does not have, expected one of first, second | first',
      '22 warning: Unexpected "repeat" of "first", which does not repeat in the template',
      '24 warning: Unexpected section "third" that the template does not have, expected one of first, second',
      '27 warning: Unexpected pattern "^secnod" that fits on no id of a section of the template here, expected one for first, second | ^second',
      '29 warning: Unexpected "wrods" of "sections", expected a fact such as id, title, heading | words',
      '31 warning: Unexpected "marks" of the document, for which the template declares no pattern',
      '33 warning: Unexpected "identifiers" of the document, for which the template declares no pattern',
      '39 warning: Unexpected row "stauts" that the template does not have, expected one of author, status | status',
      '42 warning: Unexpected value "true" for "known", which is true or false',
      '47 warning: Unexpected value "speck" for "kind", expected one of "research", "spec", "code", "url", "self" | spec',
      '52 warning: Unexpected "targte" of "citations[]", expected a fact such as form, kind, text | target',
      '57 warning: Unexpected "if" that is also true where "status" is missing, expected "required": ["status"] beside "properties"',
    ])
  })

  test('where a rule asks for nothing', () => {
    expect(problemsOf('$defs:\n  rule:\n    severity: error\n    message: x\n  part: {}\n')).toEqual([
      '2 warning: Unexpected rule "rule" that can never fire, expected a constraint on facts',
    ])
  })

  test('while what makes a schema useless is an error', () => {
    expect(problemsOf('$defs: [\n')).toEqual([expect.stringMatching(/^\d error: Unexpected text that is no YAML/)])
    expect(problemsOf('$defs:\n  rule:\n    message: x\n    required: [title]\n')).toEqual([
      '2 error: Missing "severity" of rule "rule"',
    ])
  })
})
