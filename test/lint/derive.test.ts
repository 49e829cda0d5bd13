import {describe, expect, test} from 'vitest'
import {checkSchema, deriveSchema} from '../../src/lint/index.js'
import {readTemplate} from '../../src/template/index.js'
import {readTypedYaml} from '../../src/text/yaml.js'

interface Derived {
  $ref: string
  title: string
  $defs: Record<string, {severity?: string; properties?: Record<string, Record<string, unknown>>} | true>
}

const derive = (source: string): Derived => {
  const reading = readTypedYaml(deriveSchema(readTemplate(source)), {depth: 100})
  expect(reading.ok).toBe(true)
  return (reading.ok ? reading.value : {}) as Derived
}
const rule = (source: string, id: string): Record<string, Record<string, unknown>> | undefined => {
  const entry = derive(source).$defs[id]
  return entry === true ? undefined : entry?.properties
}
const rows = (source: string) => rule(source, 'missing-metadata')?.metadata?.required
const sections = (source: string) => rule(source, 'missing-section')?.sections?.required

describe('what a template asks for', () => {
  test('is every section that is not marked as optional', () => {
    const template = `# [Name]

## Context

## Risks (optional)

<!-- This is an optional element. Feel free to remove. -->

## Costs

## Data *(include if there is any)*

## Rollout <!-- optional -->

## Notes

<!-- section
optional: true
-->

## Optional features
`
    expect(sections(template)).toEqual(['context', 'optional-features'])
  })

  test('is only what says that it is required, where anything says so', () => {
    expect(sections('# [Name]\n\n## Users *(mandatory)*\n\n## Notes\n\n## Costs (required)\n')).toEqual([
      'users',
      'costs',
    ])
  })

  test('speaks of sub-sections where the section around them is there', () => {
    const template = '# [N]\n\n## A\n\n### B\n\n### C (optional)\n\n#### D\n\n## E\n'
    const asked = rule(template, 'missing-subsection')?.sections
    expect(asked).toEqual({
      properties: {
        a: {
          if: {required: ['waiver']},
          else: {
            properties: {
              sections: {
                required: ['b'],
                properties: {
                  c: {if: {required: ['waiver']}, else: {properties: {sections: {required: ['d']}}}},
                },
              },
            },
          },
        },
      },
    })
  })

  test('takes the first of headings that differ by their holes and numbers for all, and no heading that is a hole', () => {
    const template = '# [N]\n\n## Step 1: [what]\n\n## Step 2: [what]\n\n## [anything]\n\n<!-- section\nid: x\n-->\n'
    expect(sections(template)).toEqual(['step-1'])
  })

  test('is every row of a table, or of frontmatter, that is not marked as optional', () => {
    expect(rows('# [N]\n\n| F | V |\n| - | - |\n| Author | |\n| Team (optional) | |\n\n## A\n')).toEqual(['author'])
    const frontmatter = `---
# The number of the record
number: 0
owner: x # optional
# These are optional. Feel free
# to leave them out.
date: x
topic: x
# Keep this
kind: x
---

# [N]

## A
`
    expect(rows(frontmatter)).toEqual(['number', 'kind'])
  })

  test('is every labelled item or line that is not marked as optional', () => {
    const list = '- Name: x\n- Status: {a | b\n  c} <!-- optional -->\n- Date: x\n\n## A\n'
    expect(rows(list)).toEqual(['name', 'dates'])
    expect(rows('# [N]\n\n**Branch**: x\n\n**Input**: x (optional)\n\n## A\n')).toEqual(['branch'])
  })

  test('is asked for too where its line is the last, or cannot be told by its label', () => {
    expect(rows('# [N]\n\n- Name: x\n- Status: x (optional)\n## A\n')).toEqual(['name'])
    expect(rows('# [N]\n\n- Name: x\n- Status: x\n## A (optional)\n')).toEqual(['name', 'status'])
    expect(rows('# [N]\n\n| F | V |\n| - | - |\n| My\\_row (optional) | |\n\n## A\n')).toEqual(['my-row-optional'])
  })

  test('is no title where the template has none', () => {
    expect(derive('## A\n').$defs['missing-title']).toBe(true)
    expect(derive('# [N]\n\n## A\n').$defs['missing-title']).toBeUndefined()
  })

  test('is one of the statuses that the template knows', () => {
    const template =
      '<!-- spec-template\nstatuses: [Draft, Done]\n-->\n# [N]\n\n| F | V |\n| - | - |\n| Status | Draft |\n\n## A\n'
    expect(rule(template, 'unknown-status')).toBeDefined()
    expect(rule(template.replace('statuses: [Draft, Done]', 'kind: x'), 'unknown-status')).toBeUndefined()
  })

  test('is that ids are defined, and once, where the template declares ids', async () => {
    const template = "<!-- spec-template\nids:\n  - {name: need, pattern: 'N-\\d'}\n-->\n# [N]\n\n## A\n\n## B\n"
    expect(rule(template, 'duplicate-id')?.identifiers).toEqual({properties: {definitions: {uniqueBy: ['id']}}})
    expect(rule(template, 'undefined-id')?.identifiers).toBeDefined()
    expect(rule('# [N]\n\n## A\n', 'duplicate-id')).toBeUndefined()
    const read = readTemplate(template)
    expect(await checkSchema({text: deriveSchema(read), path: 'x.yaml'}, {template: read})).toEqual([])
  })
})

describe('the derived schema', () => {
  const template = `<!-- spec-template
kind: note
statuses: [Draft, Done]
-->

# [Name]

| Field | Value |
| - | - |
| Status | Draft |
| Reviewer | |

## Context

### What: "there" is

## Costs #1

## Risks (optional)
`
  test('has no problem, and neither have its proposals once they are taken', async () => {
    const text = deriveSchema(readTemplate(template))
    const template_ = readTemplate(template)
    expect(await checkSchema({text, path: 'x.yaml'}, {template: template_})).toEqual([])
    const taken = text.replace(/^ {2}# (?![A-Z])/gm, '  ')
    expect(taken).toContain('\n  extra-section:\n')
    expect(taken).toContain('\n  residue:\n')
    expect(await checkSchema({text: taken, path: 'x.yaml'}, {template: template_})).toEqual([])
  })

  test('is the same rules as JSON, without the proposals', () => {
    const json = JSON.parse(deriveSchema(readTemplate(template), 'json')) as Derived
    expect(json).toEqual(derive(template))
    expect(Object.keys(json.$defs)).toEqual([
      'missing-metadata',
      'blank-metadata',
      'unknown-status',
      'missing-section',
      'missing-subsection',
      'section-order',
    ])
  })

  test('stands on the rules of every kind, and names the template’s', () => {
    expect(derive(template)).toMatchObject({$ref: 'specwright:core', title: 'What a document of the kind "note" holds'})
  })

  test('takes whatever a template is called for text', () => {
    const odd = '# [N]\n\n## "Yes": no, & *so* on\n\n## null\n\n## 2026\n\n## Ünïcode – 漢字\n'
    expect(sections(odd)).toEqual(['yes', 'null', '2026', 'ünïcode'])
  })

  test('asks for nothing where the template asks for nothing', () => {
    expect(derive('# [N]\n\n## A (optional)\n').$defs).toEqual({})
  })
})
