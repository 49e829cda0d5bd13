import {describe, expect, test} from 'vitest'
import {deriveSchema} from '../../src/lint/index.js'
import {readTemplate} from '../../src/template/index.js'
import {readTypedYaml} from '../../src/text/yaml.js'

const textOf = (source: string) => deriveSchema(readTemplate(source))

/** What a rule of the derived schema requires below a property. */
function requiredIn(source: string, id: string, property: string): unknown {
  const reading = readTypedYaml(textOf(source), {depth: 100})
  if (!reading.ok) throw new Error('It cannot be read')
  const {$defs} = reading.value as {$defs: Record<string, {properties?: Record<string, {required?: unknown}>}>}
  return $defs[id]?.properties?.[property]?.required
}
const rows = (source: string) => requiredIn(source, 'missing-metadata', 'metadata')
const sections = (source: string) => requiredIn(source, 'missing-section', 'sections')

describe('the text of a derived schema', () => {
  test('holds a rule for each thing that the template has', () => {
    const template = `<!-- spec-template
kind: note
statuses: [Draft, Done]
ids:
  - {name: need, pattern: 'N-\\d'}
-->

| Field | Value |
| - | - |
| Status | Draft |
| Reviewer | |

## Context

### Who

#### Where

## Costs #1

### Sums (optional)

#### Taxes

## Risks (optional)
`
    expect(textOf(template)).toBe(`$schema: https://json-schema.org/draft/2020-12/schema
$ref: specwright:core
title: What a document of the kind "note" holds
description: The rules of every kind (specwright:core), and those on the sections and metadata of the template.
$defs:
  # The template has no title of level 1, so documents need none.
  missing-title: true

  # Take away what a document may do without.
  missing-metadata:
    title: The metadata is complete
    description: Lists and readers go by it.
    severity: error
    message: Missing metadata "{missing}", expected it here
    properties:
      metadata:
        required:
          - status
          - reviewer

  blank-metadata:
    title: The metadata is filled in
    description: A label without a value tells nothing.
    severity: warning
    message: Unexpected blank value for "{item.label}", expected a value
    properties:
      metadata:
        properties:
          status:
            properties:
              value:
                pattern: \\S
          reviewer:
            properties:
              value:
                pattern: \\S

  unknown-status:
    title: The status begins with one of the template's statuses
    description: Rules and lists go by the status.
    severity: error
    message: Unexpected status "{item.value}", expected it to begin with {item.allowed}
    explains:
      - unset-value
      - residue
    properties:
      metadata:
        properties:
          status:
            properties:
              known:
                const: true

  missing-section:
    title: The sections of the template are there
    description: Each answers a question that readers come with.
    severity: error
    message: Missing section "{missing}", expected it here
    properties:
      sections:
        required:
          - context
          - costs-1

  # Where the section around it is there, and does not say "N/A: reason".
  missing-subsection:
    title: The sub-sections of the template are there
    description: Readers look them up by name.
    severity: warning
    message: Missing sub-section "{missing}", expected it here
    properties:
      sections:
        properties:
          context:
            if:
              required:
                - waiver
            else:
              properties:
                sections:
                  required:
                    - who
                  properties:
                    who:
                      if:
                        required:
                          - waiver
                      else:
                        properties:
                          sections:
                            required:
                              - where
          costs-1:
            if:
              required:
                - waiver
            else:
              properties:
                sections:
                  properties:
                    sums:
                      if:
                        required:
                          - waiver
                      else:
                        properties:
                          sections:
                            required:
                              - taxes

  section-order:
    title: The sections stand in the template's order
    description: Who knows one document finds the way in the next.
    severity: warning
    message: Unexpected section "{item.heading}" {actual}, expected it {expected}
    properties:
      sections:
        inOrder: true

  duplicate-id:
    title: An id is given once
    description: Of two things with one id, each reader knows another.
    severity: error
    message: Unexpected second definition of "{item.id}", expected another id than that of line {first.line}
    properties:
      identifiers:
        properties:
          definitions:
            uniqueBy:
              - id

  undefined-id:
    title: An id that is used is defined
    description: A reference to what is nowhere was meant for another, or what it named was lost.
    severity: error
    message: Unexpected id "{item.id}", expected one that is defined in this document
    properties:
      identifiers:
        properties:
          uses:
            items:
              properties:
                defined:
                  const: true

  # Sections of the author's own are welcome. To allow none:
  # extra-section:
  #   title: There are no sections but those of the template
  #   description: What has no place in the form is looked for in vain.
  #   severity: warning
  #   message: Unexpected section "{extra}", expected only those of the template
  #   properties:
  #     sections:
  #       properties:
  #         context: true
  #         costs-1: true
  #         risks: true
  #       additionalProperties: false

  # Rules of the base, stricter by status:
  # empty-section:
  #   $ref: specwright:core#/$defs/empty-section
  #   severity:
  #     Done: error
  #     default: warning

  # residue:
  #   $ref: specwright:core#/$defs/residue
  #   severity:
  #     Done: error
  #     default: warning

  # unset-value:
  #   $ref: specwright:core#/$defs/unset-value
  #   severity:
  #     Done: error
  #     default: warning
`)
  })

  test('holds none for what it has not', () => {
    const text = textOf('# [N]\n\n## A (optional)\n')
    expect(text).toContain('\n$defs: {}\n  # Sections of the author')
    expect(text).not.toContain('stricter by status')
    const ids = (source: string) => Object.keys(JSON.parse(deriveSchema(readTemplate(source), 'json')).$defs)
    expect(ids('# [N]\n\n## A\n')).toEqual(['missing-section'])
    expect(ids('# [N]\n\n## A\n\n## B\n')).toEqual(['missing-section', 'section-order'])
    // Statuses of no row, and a row without statuses.
    expect(ids('<!-- spec-template\nstatuses: [Open]\n-->\n# [N]\n\n## A\n')).toEqual(['missing-section'])
    expect(ids('# [N]\n\n- Status: x\n\n## A\n')).toEqual(['missing-metadata', 'blank-metadata', 'missing-section'])
  })
})

describe('a section', () => {
  const isAsked = (heading: string) =>
    (sections(`# [N]\n\n## First\n\n${heading}\n\n## Last\n`) as string[]).length === 3

  test.each([
    'A (optional)',
    'A [Optional]',
    'A *(optional)*',
    'A _optional_',
    'A ( optional, but welcome)',
    'A {optional}',
    'A (if any)',
    'A (when there is one)',
    'A (where needed)',
    'A *(include if the feature has data)*',
    'A (only when asked)',
    'A (add if new)',
    'A (use when old)',
    'A (needed where big)',
    'A (required if data moves)',
    'A <!-- optional -->',
    'A <!-- this one is optional -->',
  ])('may be left out by its heading: %s', heading => expect(isAsked(`## ${heading}`)).toBe(false))

  test.each([
    'Optional features',
    'A, if any',
    'A (optionally)',
    'A (iffy)',
    'A (see where)',
    'A (only)',
    'A <!-- x -->, optional',
  ])('is asked for with other words: %s', heading => expect(isAsked(`## ${heading}`)).toBe(true))

  test.each<[string, boolean]>([
    ['<!-- optional -->\n\n## A', false],
    ['<!--\nThis part is Optional:\nleave it out.\n-->\n## A', false],
    ['<!-- x -->\n\n<!-- optional -->\n\n\n## A', false],
    ['<!-- optional -->\n\nx\n\n## A', true],
    ['<!-- optional -->\n\n<!-- x -->\n\n## A', true],
    ['optional\n\n## A', true],
    ['<!-- guidance: what is optional? -->\n\n## A', true],
    ['<!-- example: optional -->\n\n## A', true],
    ['<!-- optionally -->\n\n## A', true],
    ['## A\n\n<!-- section\noptional: true\n-->', false],
    ['## A\n\n<!-- section\noptional: false\n-->', true],
  ])('is told by the comment right above it: %j', (text, asked) => expect(isAsked(text)).toBe(asked))

  test.each(['(mandatory)', '*(Required)*', '[required]', '_mandatory_', '( required for all )'])(
    'may say that it is one of the few: %s',
    mark =>
      expect(sections(`# [N]\n\n## First\n\n## A ${mark}\n\n### B\n\n## Last\n`)).toEqual([
        expect.stringMatching(/^a/),
      ]),
  )

  test('is one of a few only where one of them says so without a condition', () => {
    expect(sections('# [N]\n\n## A\n\n## Required reading\n\n## Data (required where it moves)\n')).toEqual([
      'a',
      'required-reading',
    ])
    expect(sections('# [N]\n\n## A (requirements)\n\n## B\n')).toHaveLength(2)
  })

  test('whose heading is nothing but a hole is the author’s, and of several of a shape the first is asked for', () => {
    const named = (id: string) => `\n\n<!-- section\nid: ${id}\n-->\n\n`
    const holes = ['[x]', '{y} <z>', '…', '...'].map((title, at) => `## ${title}${named(`hole-${at}`)}`).join('')
    expect(sections(`# [N]\n\n## A\n\n${holes}`)).toEqual(['a'])
    const shapes = ['Part 1 [x]', 'Part 12 [y]', 'Part {z} 1', 'Day 1', 'Day 2', 'End …', 'Ending ...']
    expect(sections(`# [N]\n\n${shapes.map(title => `## ${title}\n`).join('\n')}`)).toEqual([
      'part-1-x',
      'part-z-1',
      'day-1',
      'day-2',
      'end',
      'ending',
    ])
  })
})

describe('a row', () => {
  const list = (...lines: string[]) => rows(`# [N]\n\n${lines.join('\n')}\n\n## A\n`)
  const yaml = (...lines: string[]) => rows(`---\n${lines.join('\n')}\n---\n\n# [N]\n\n## A\n`)

  test.each<[string, string[], string[]]>([
    ['in brackets', ['- Owner: x (optional)', '- Sponsor: y'], ['sponsor']],
    ['in a comment', ['- Owner: x', '- Sponsor: y <!-- may stay out, is optional -->'], ['owner']],
    ['on a line that goes on', ['- Owner: x', '  and (optional) y', '- Sponsor: y'], ['sponsor']],
    ['on the line of another', ['- Owner: x', '- Sponsor: (optional)'], ['owner']],
    [
      'behind brackets that are closed',
      ['- Owner: (x) optional', '- Sponsor: <!-- y --> optional'],
      ['owner', 'sponsor'],
    ],
    ['of one whose label begins alike', ['- Owner of data: x (optional)', '- Owner: y'], ['owner']],
    ['in bold', ['- **Owner**: x (optional)', '- **Sponsor**: y'], ['sponsor']],
  ])('may be left out where it says so %s', (_, lines, asked) => expect(list(...lines)).toEqual(asked))

  test('ends at the next blank line, item or row', () => {
    expect(list('- Owner: x', '', '(optional)')).toEqual(['owner'])
    expect(list('- Owner: x', '* (optional)')).toEqual(['owner'])
    expect(list('- Owner: x', '+ (optional)')).toEqual(['owner'])
    expect(rows('# [N]\n\n| F | V |\n| - | - |\n| Owner | x |\n| Sponsor | (optional) |\n\n## A\n')).toEqual(['owner'])
    expect(rows('---\nowner: x\n---\n(optional)\n\n# [N]\n\n## A\n')).toEqual(['owner'])
    expect(rows('# [N]\n\n- Owner: x\n\n## A\n\n- Owner: (optional)\n')).toEqual(['owner'])
  })

  test.each<[string, string[], string[]]>([
    ['what stands below it', ['a: 1', '# optional', 'b: 1', 'c: 1'], ['a']],
    ['up to the next one', ['# Optional', 'a: 1', '# kept', 'b: 1'], ['b']],
    ['with all its lines', ['# You may remove', '# what you like', 'a: 1', 'b: 1', '  # not these', 'c: 1'], ['c']],
    ['as something to delete', ['# delete these', 'a: 1'], []],
    ['and not as an option', ['# options', 'a: 1', '# removed', 'b: 1'], ['a', 'b']],
    ['at the end of a line', ['a: 1 # optional', 'b: 1'], ['b']],
  ])('of frontmatter may be left out by a comment that means %s', (_, lines, asked) =>
    expect(yaml(...lines) ?? []).toEqual(asked),
  )
})
