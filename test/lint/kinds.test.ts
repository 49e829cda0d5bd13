// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import {describe, expect, test} from 'vitest'
import {lint, readKind} from '../../src/lint/index.js'
import {readTemplate} from '../../src/template/index.js'

const template = readTemplate(`<!-- spec-template
kind: choice
statuses: [open, taken]
metadata:
  source: [frontmatter, list]
  rows:
    - {id: status, label: Status, aliases: [Stand]}
    - {id: owner, label: Owner, optional: true}
-->

- Status: open

# [Name]

## Reason

<!-- section
aliases: [Grund, 理由]
-->

## Options

<!-- section
aliases: [Möglichkeiten]
-->

### Option …

<!-- section
repeat: true
aliases: [Möglichkeit …]
-->

## Notes
`)

/** What one rule of a kind says of a text, as "line reason". */
async function said(constraint: object, text: string, message = 'No {extra}'): Promise<string[]> {
  const schema = JSON.stringify({$defs: {rule: {title: 'x', severity: 'error', message, ...constraint}}})
  const reading = await readKind({text: schema, path: 'own.json'})
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  const {messages} = await lint(text, {kind: {...reading.kind, name: 'choice', template}})
  return messages.map(({range, reason}) => `${range.start.line} ${reason}`)
}

const sections = (schema: object) => ({properties: {sections: schema}})
const only = (...ids: string[]) => ({
  properties: Object.fromEntries(ids.map(id => [id, true])),
  additionalProperties: false,
})

describe('sections of the author’s own', () => {
  const text =
    '# A\n\n## Reason\n\nx\n\n## The *weather* of `today`\n\nx\n\n## Options\n\n### Option 1\n\n### Aside\n\n## Notes\n'

  test('are allowed, or told at their heading by its words', async () => {
    expect(await said(sections({required: ['reason']}), text)).toEqual([])
    expect(await said(sections(only('reason', 'options', 'notes')), text)).toEqual(['7 No The weather of today'])
  })

  test('node by node', async () => {
    const inside = {
      properties: {
        options: {properties: {sections: {patternProperties: {'^option(-\\d+)?$': true}, additionalProperties: false}}},
      },
    }
    expect(await said(sections(inside), text)).toEqual(['15 No Aside'])
  })

  test('rows likewise by their labels', async () => {
    expect(await said({properties: {metadata: only('status')}}, '- Status: open\n- Mood of it: good\n\n# A\n')).toEqual(
      ['2 No Mood of it'],
    )
  })
})

test('sections are ordered only where a rule says so, wherever', async () => {
  const text = '# A\n\n## Notes\n\n## Reason\n\n## Options\n'
  expect(await said(sections({required: ['notes']}), text)).toEqual([])
  expect(await said(sections({inOrder: true}), text, '{item.heading} {actual}, {expected}')).toEqual([
    expect.stringMatching(/^3 Notes /),
  ])
})

test('other titles and labels, also in other languages, are the same sections and rows', async () => {
  const constraint = {
    properties: {
      metadata: {required: ['status']},
      sections: {
        required: ['reason', 'options'],
        properties: {options: {properties: {counts: {properties: {option: {minimum: 2}}}}}},
      },
    },
  }
  const text = '- Stand: open\n\n# A\n\n## 1. 理由\n\n## MÖGLICHKEITEN (alle)\n\n### Möglichkeit A\n\n### Option B\n'
  expect(await said(constraint, text)).toEqual([])
  expect(await said(constraint, text.replace('Option B', 'Weg B'), '{value} of {limit}')).toEqual(['7 1 of 2'])
})

describe('metadata that is asked for on a condition', () => {
  const taken = {properties: {name: {const: 'taken'}}, required: ['name']}
  const constraint = {
    if: {properties: {metadata: {properties: {status: taken}, required: ['status']}}},
    then: {properties: {metadata: {required: ['owner']}}},
  }

  test.each([
    ['- Status: taken\n\n# A\n', ['1 No Owner']],
    ['---\nstand: taken\n---\n\n# A\n', ['1 No Owner']],
    ['- Status: taken\n- Owner: Ada\n\n# A\n', []],
    ['---\nstatus: taken\n---\n\n- Owner: Ada\n\n# A\n', []],
    ['- Status: open\n\n# A\n', []],
    ['# A\n', []],
  ])('%j', async (text, messages) => {
    expect(await said(constraint, text, 'No {missing}')).toEqual(messages)
  })
})
