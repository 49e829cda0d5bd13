import {describe, expect, test} from 'vitest'
import type {Kind} from '../../src/lint/index.js'
import {readLaw} from '../../src/lint/schema/law.js'
import {shippedSchemas} from '../../src/lint/shipped-schemas.js'
import {readTemplate} from '../../src/template/index.js'
import {folder} from '../support/folders.js'
import {gates, scaffolded} from './support.js'

const REQUEST = {title: 'Gates', author: 'Ada *E.*', owner: 'Hall', noResearch: 'small', guidance: 'none'} as const

/** What a template becomes, without its last line. */
async function formOf(source: string, more: object = {}): Promise<string[]> {
  const {text} = await scaffolded(folder(), {...REQUEST, template: readTemplate(source, {kind: 'note'}), ...more})
  return text.trimEnd().split('\n').slice(0, -2)
}

const head = (yaml: string) => `<!-- spec-template\nkind: note\nstatuses: [Open, Done]\n${yaml}\n-->\n\n`

describe('the metadata is filled in where the form has it', () => {
  test('in a bullet list, with the marks of the form', async () => {
    const source = `${head('metadata: {source: list, rows: [{id: author, label: Author}, {id: status, label: Status}, {id: dates, label: Start Date}, {id: owner, label: Team, optional: true}]}')}# [Name]\n\n* **Author:** you\n* **Status:**\n* **Start Date:** (fill me in,\n  YYYY-MM-DD)\n* **Issue:** [org/x#0](https://example.org)\n\n## B\n\nTBD\n`
    expect(await formOf(source)).toEqual([
      '# Gates',
      '',
      '- **Author:** Ada \\*E.\\*',
      '- **Status:** Open',
      '- **Start Date:** 2026-01-31',
      '- **Issue:** [org/x#0](https://example.org)',
      '- **Team:** Hall',
      '',
      '## B',
      '',
      'TBD',
    ])
  })

  test('in lines, with the breaks of the form', async () => {
    const source = `${head('metadata: {source: lines, rows: [{id: author, label: Author}, {id: status, label: Status}, {id: dates, label: Created}, {id: owner, label: Team, optional: true}]}')}# Spec: [Name]\n\n**Branch**: \`[x]\`\\\n**Author**: you\\\n**Created**: [DATE]\n\n*Status*: Draft\n\n## B\n\nTBD\n`
    expect(await formOf(source)).toEqual([
      '# Spec: Gates',
      '',
      '**Branch**: `[x]`\\',
      '**Author**: Ada \\*E.\\*\\',
      '**Created**: 2026-01-31',
      '',
      '*Status*: Open',
      '',
      '**Team**: Hall',
      '',
      '## B',
      '',
      'TBD',
    ])
  })

  test('in sections', async () => {
    const source = `${head('metadata: [{id: status, section: status}, {id: dates, section: date}]')}# [Name]\n\n## Status\n\n{open | done}\n\nMore.\n\n## Date\n\n## B\n\nTBD\n`
    expect(await formOf(source)).toEqual(
      '# Gates\n\n## Status\n\nOpen\n\nMore.\n\n## Date\n\n2026-01-31\n\n## B\n\nTBD'.split('\n'),
    )
  })

  test('in several sources, and what none of them has in the first that is there', async () => {
    const source = `---\nstatus: "{open | done}"\nauthors:\n  - you\n  - me\n# more\ntags: []\n---\n\n${head('metadata: {source: [frontmatter, list], rows: [{id: status, label: status}, {id: author, label: authors}, {id: dates, label: Date}, {id: owner, label: Team, optional: true}]}')}# [Name]\n\n- Date: x\n\n## B\n\nTBD\n`
    expect(await formOf(source)).toEqual([
      '---',
      'status: "Open"',
      'authors: "Ada *E.*"',
      '# more',
      'tags: []',
      'Team: "Hall"',
      '---',
      '',
      '# Gates',
      '',
      '- Date: 2026-01-31',
      '',
      '## B',
      '',
      'TBD',
    ])
  })

  test('with links to the research', async () => {
    const source = `${head('metadata: {source: list, rows: [{id: research, label: Sources}]}')}# [Name]\n\n- Sources:\n\n## B\n\nTBD\n`
    const template = readTemplate(source)
    const {text} = await scaffolded(gates(), {title: 'Gates of the hall', template, guidance: 'none'})
    expect(text).toContain('- Sources: [gates](../research/docs/2026-01-15-gates.md)\n')
  })
})

describe('the title', () => {
  test('stands in its row, and in no heading where sections stand at level 1', async () => {
    const source = `${head('metadata: {source: list, rows: [{id: title, label: Feature Name}, {id: dates, label: Start Date}]}')}- Feature Name: (a name)\n- Start Date: x\n\n# Summary\n\nTBD\n\n# Motivation\n\nTBD\n`
    expect(await formOf(source)).toEqual(
      '- Feature Name: Gates\n- Start Date: 2026-01-31\n\n# Summary\n\nTBD\n\n# Motivation\n\nTBD'.split('\n'),
    )
  })

  test('stands between what the template has around it, which nobody need type', async () => {
    const source = '# RFC [name] (draft)\n\n## B\n\nTBD\n'
    expect((await formOf(source))[0]).toBe('# RFC Gates (draft)')
    expect((await formOf(source, {title: 'rfc Gates (draft)'}))[0]).toBe('# RFC Gates (draft)')
  })
})

test('nothing is asked for or said of rows that the form lacks', async () => {
  const template = readTemplate('# [Name]\n\n- Status: open | done\n\n## B\n')
  const {values, nextSteps} = await scaffolded(folder(), {title: 'x', template})
  expect(values.map(({field}) => field)).toEqual(['title', 'path', 'status'])
  expect(nextSteps.join(' ')).not.toMatch(/author|owner/)
})

test('a new document has each of its sections once, and no error', async () => {
  const template = readTemplate(
    `${head("ids: [{name: fr, pattern: 'FR-\\d{3}'}]\nmarks: [{name: open, pattern: '\\[OPEN: [^\\]]*\\]'}]\nmetadata: {source: lines, rows: [{id: status, label: Status}]}")}# Spec: [Name]\n\n**Status**: x\n\n## Stories\n\n### Story … - … (Priority: …)\n\n<!-- section\nrepeat: true\n-->\n\nTBD\n\n## Requirements\n\n- **FR-001**: TBD [OPEN: what?]\n- **FR-002**: as FR-001\n`,
  )
  const schema = {
    $ref: 'specwright:core',
    $defs: {
      few: {
        title: 'x',
        description: 'x',
        severity: 'error',
        message: 'Unexpected {value}, expected {limit}',
        properties: {sections: {properties: {stories: {properties: {counts: {properties: {story: {minimum: 1}}}}}}}},
      },
      undefined: {
        title: 'x',
        description: 'x',
        severity: 'error',
        message: 'Unexpected {item.id}',
        properties: {identifiers: {properties: {uses: {items: {properties: {defined: {const: true}}}}}}},
      },
    },
  }
  const reading = await readLaw({text: JSON.stringify(schema)}, await shippedSchemas())
  if (!reading.ok) throw new Error('no law')
  const kind: Kind = {name: 'note', template, law: reading.law}
  const {text, path} = await scaffolded(folder(), {...REQUEST, template})
  const {collect, resolve} = await import('../../src/facts/index.js')
  const facts = resolve(collect(text, {path, kind, folders: {specs: [], research: []}}))
  expect(facts.sections.stories?.counts).toEqual({story: 1})
  expect(facts.metadata.status).toMatchObject({source: 'lines', name: 'Open', known: true})
  expect(facts.marks.map(mark => mark.text)).toEqual(['[OPEN: what?]'])
  const {evaluate} = await import('../../src/lint/evaluate/index.js')
  expect(evaluate(facts, kind, {text}).filter(({severity}) => severity === 'error')).toEqual([])
})
