import {describe, expect, test} from 'vitest'
import type {Facts} from '../../src/facts/index.js'
import {readTemplate} from '../../src/template/index.js'
import {at, factsOf} from './support.js'

const BODY = '\n## Context\n\nWords.\n'

/** A kind whose template has this in its first comment and this before its section. */
function kindOf(header: string, opening: string) {
  const source = `<!-- spec-template\nkind: note\n${header}\n-->\n\n# [Title]\n\n${opening}\n\n## Context\n\n## State\n`
  return {name: 'note', template: readTemplate(source)}
}

/** Id, source, label and value of each row, which must stand where they say: in the text that the last two show. */
function rowsOf(text: string, {metadata}: Facts): string[] {
  return Object.entries(metadata).map(([id, {source, label, value, labelPosition, position}]) =>
    [id, source, label, value, at(text, labelPosition), at(text, position)].join(' | '),
  )
}

describe('a bullet list', () => {
  const kind = kindOf(
    'statuses: [Draft, Done]\nmetadata: {source: list, rows: [{id: status, label: Status, aliases: [Zustand]}, {id: dates, label: Start Date}, {id: who, label: Author, optional: true}]}',
    '- Status: Draft\n- Start Date: yyyy-mm-dd',
  )
  const rows = (text: string) => rowsOf(text, factsOf(text, {kind}))

  test('holds rows, whatever marks their labels', () => {
    const text = [
      '# A',
      '',
      '* Status: Done, `at` [last](b.md)',
      '* **Start Date:** 2026-01-31',
      '* __Author__: Ada *B.*',
      '* *Issue*: [org/x#1](https://example.org/x/1)',
      '* **All: strong**',
      '* Blank:',
      '* no row',
      '',
    ].join('\n')
    expect(rows(text + BODY)).toEqual([
      'status | list | Status | Done, at last | Status | Done, `at` [last](b.md)',
      'dates | list | Start Date | 2026-01-31 | Start Date | 2026-01-31',
      'who | list | Author | Ada B. | Author | Ada *B.*',
      'issue | list | Issue | org/x#1 | Issue | [org/x#1](https://example.org/x/1)',
      'all | list | All | strong | All | strong',
      'blank | list | Blank |  | Blank | ',
    ])
  })

  test('has statuses in other words', () => {
    const own = kindOf(
      'statuses: [Draft, {name: Done (finally), aliases: [fertig, shipped]}]\nmetadata: {source: list, rows: [{id: status, label: Status}]}',
      '- Status: Draft',
    )
    const status = (value: string) => factsOf(`# A\n\n- Status: ${value}\n${BODY}`, {kind: own}).metadata.status
    expect(status('fertig, endlich')).toMatchObject({
      name: 'Done (finally)',
      known: true,
      short: false,
      note: ', endlich',
    })
    expect(status('Shipped')).toMatchObject({known: false, near: ['Done (finally)']})
    expect(status('Done')).toMatchObject({name: 'Done (finally)', known: true, short: true})
    expect(status('fertiger')).toMatchObject({known: false, near: ['Done (finally)']})
  })

  test('gives what other sources give: a status, dates', () => {
    const {metadata} = factsOf(`# A\n\n- Status: Done for now\n- Start Date: 2026-01-31\n${BODY}`, {kind})
    expect(metadata.status).toMatchObject({name: 'Done', known: true, note: 'for now'})
    expect(metadata.dates?.created).toMatchObject({text: '2026-01-31', exists: true})
  })

  test('goes on behind the definition of a link or a footnote, and behind nothing else', () => {
    const split =
      '# A\n\n- Status: Done[^1]\n\n[^1]: For now\n[b]: b.md\n\n- Author: Ada\n\nwords\n\n- Start Date: x\n\n'
    expect(rows(split + BODY)).toEqual([
      'status | list | Status | Done | Status | Done[^1]',
      'who | list | Author | Ada | Author | Ada',
    ])
  })

  test('is the first one with a known label; else the first one that is nothing but rows', () => {
    const list = (...items: string[]) => `${items.map(item => `- ${item}`).join('\n')}\n\nwords\n\n`
    expect(rows(`# A\n\n${list('Note: x')}${list('one', 'status: y')}${BODY}`)).toEqual([
      'status | list | status | y | status | y',
    ])
    expect(rows(`# A\n\n${list('one', 'Note: x')}${list('Note: y', 'Other: z')}${BODY}`)).toEqual([
      'note | list | Note | y | Note | y',
      'other | list | Other | z | Other | z',
    ])
    expect(rows(`# A\n\n1. Status: x\n\n> - Status: y\n${BODY}`)).toEqual([])
    expect(rows(`# A\n${BODY}\n- Status: x\n`)).toEqual([])
  })

  test('may stand in a section of the author’s own before the first one of the template', () => {
    expect(rows(`# A\n\n## About\n\n- Status: x\n${BODY}`)).toEqual(['status | list | Status | x | Status | x'])
  })

  test('a value is the first paragraph of its item, whatever nests below', () => {
    expect(rows(`# A\n\n- Status: Done\n  for now\n\n  More.\n  - Author: x\n${BODY}`)).toEqual([
      'status | list | Status | Done for now | Status | Done\n  for now',
    ])
  })

  test('an item that is empty, or begins with no paragraph, has none', () => {
    for (const item of ['', '> Status: x', '# Status: x', '- Status: x', '```\n  Status: x\n  ```'])
      expect(rows(`# A\n\n- ${item}\n- Status: z\n${BODY}`), item).toEqual(['status | list | Status | z | Status | z'])
  })

  test('a label is no sentence, address or time', () => {
    for (const item of [
      'See this. Status: x',
      'https://example.org',
      '10:30 tea',
      '`Status`: x',
      '[Status](x): y',
      ': x',
    ])
      expect(rows(`# A\n\n- ${item}\n- Status: z\n${BODY}`), item).toEqual(['status | list | Status | z | Status | z'])
  })

  test('its place is the metadata’s', () => {
    const text = `# A\n\n- Status: x\n- Author: y\n${BODY}`
    const {metadataPosition} = factsOf(text, {kind})
    expect(metadataPosition && at(text, metadataPosition)).toBe('- Status: x\n- Author: y')
  })
})

describe('lines', () => {
  const kind = kindOf(
    'statuses: [Draft, Done]\nmetadata: {source: lines, rows: [{id: status, label: Status}, {id: dates, label: Created}]}',
    '**Status**: Draft\n**Created**: yyyy-mm-dd',
  )
  const rows = (text: string) => rowsOf(text, factsOf(text, {kind}))

  test.each([
    ['soft', '\n'],
    ['hard', '  \n'],
    ['hard with a backslash', '\\\n'],
    ['HTML', '<br>\n'],
    ['Windows', '\r\n'],
    ['of a paragraph each', '\n\n'],
  ])('end with their break: %s', (_name, end) => {
    const text = `# A\n\n**Status:** Draft${end}**Created**: \`2026-01-31\`${end}**Branch**: [b](c.md) *d*${end}more\n${BODY}`
    expect(rows(text)).toEqual([
      'status | lines | Status | Draft | Status | Draft',
      'dates | lines | Created | 2026-01-31 | Created | `2026-01-31`',
      'branch | lines | Branch | b d | Branch | [b](c.md) *d*',
    ])
  })

  test('with a plain label count where the template knows it', () => {
    expect(rows(`# A\n\nStatus: Done\nNote: that\n${BODY}`)).toEqual(['status | lines | Status | Done | Status | Done'])
  })

  test('blank ones, and marks of other kinds', () => {
    expect(rows(`# A\n\n**Status**:\n_Created:_\n***X***: y&amp;z\n${BODY}`)).toEqual([
      'status | lines | Status |  | Status | ',
      'dates | lines | Created |  | Created | ',
      'x | lines | X | y&z | X | y&amp;z',
    ])
  })

  test('stand before the sections, in paragraphs', () => {
    const text = `# A\n\n**Status**: x\n\n> **Status**: y\n\n- **Created**: z\n\nwords\n\n**Created**: d\n${BODY}\n**Author**: e\n`
    expect(rows(text)).toEqual([
      'status | lines | Status | x | Status | x',
      'dates | lines | Created | d | Created | d',
    ])
    const {metadataPosition} = factsOf(text, {kind})
    expect(metadataPosition && at(text, metadataPosition)).toMatch(/^\*\*Status\*\*: x[\s\S]*\*\*Created\*\*: d$/)
  })
})

describe('a section', () => {
  const kind = kindOf(
    'statuses: [Open, Done]\nmetadata: {source: list, rows: [{id: status, section: state}, {id: who, label: Author}]}',
    '- Author: you',
  )
  const rows = (text: string) => rowsOf(text, factsOf(text, {kind}))

  test('is a row: its first paragraph or item', () => {
    expect(rows('# A\n\n## State\n\n<!-- c -->\n\n**Done** at last.\n\nMore.\n')).toEqual([
      'status | section | State | Done at last. | ## State | **Done** at last.',
    ])
    expect(rows('# A\n\n## State\n\n- Open\n- Done\n')).toEqual(['status | section | State | Open | ## State | Open'])
    expect(rows('# A\n\n## State\n\n### Below\n\nx\n')).toEqual(['status | section | State |  | ## State | '])
  })

  test('goes before a row of the same label', () => {
    expect(rows('# A\n\n- State: Open\n- Author: b\n\n## State\n\nDone\n')).toEqual([
      'status | section | State | Done | ## State | Done',
      'who | list | Author | b | Author | b',
    ])
    expect(rows('# A\n\n- State: Open\n- Author: b\n')).toEqual([
      'status | list | State | Open | State | Open',
      'who | list | Author | b | Author | b',
    ])
  })

  test('that says nothing but TBD is told once', () => {
    expect(factsOf('# A\n\n## State\n\nTBD\n', {kind}).unset.map(({place, label}) => [place, label])).toEqual([
      ['metadata', 'State'],
    ])
  })

  test('must be one of the template', () => {
    expect(() => kindOf('metadata: [{id: status, section: stat}]', '')).toThrow(
      'Unexpected section "stat" of the row "status", did you mean "state"?',
    )
  })
})

describe('several sources', () => {
  const kind = kindOf(
    'metadata: {source: [frontmatter, list], rows: [{id: status, label: status, aliases: [state]}, {id: dates, label: date}]}',
    '',
  )
  const rows = (text: string) =>
    Object.entries(factsOf(text, {kind}).metadata).map(([id, {source, value}]) => `${id} ${source} ${value}`)

  test('the first that has a row wins, and later ones add what it lacks', () => {
    expect(rows(`---\nstate: a\nmore: b\n---\n\n# A\n\n- Status: c\n- Date: d\n- More: e\n- Else: f\n${BODY}`)).toEqual(
      ['status frontmatter a', 'more frontmatter b', 'dates list d', 'else list f'],
    )
    expect(rows(`# A\n\n- Status: c\n- Status: d\n${BODY}`)).toEqual(['status list c', 'status-2 list d'])
  })

  test('the place is that of the first one there', () => {
    const text = `# A\n\n- Status: c\n${BODY}`
    const {metadataPosition} = factsOf(text, {kind})
    expect(metadataPosition && at(text, metadataPosition)).toBe('- Status: c')
  })
})

describe('a template that does not say its source', () => {
  const formOf = (source: string) => {
    const {metadata, statuses} = readTemplate(source)
    return [metadata.sources.join(), metadata.rows.map(({id}) => id).join(), statuses.map(({name}) => name).join()]
  }

  test.each([
    ['# A\n\n| a | b |\n| - | - |\n| Status | |\n\n- Date: x\n\n## B\n', ['table', 'status', '']],
    ['---\nstatus: x\n---\n\n# A\n\n- Date: x\n\n## B\n', ['frontmatter', 'status', '']],
    ['# A\n\n- Status: open | done\n- Start Date: x\n\n**Author**: y\n\n## B\n', ['list', 'status,dates', 'open,done']],
    ['# A\n\n**Author**: y\\\n**Status**: Draft\n\nNote: x\n\n## B\n', ['lines', 'author,status', '']],
    ['# A\n\n- one\n- Date: x\n\nwords\n\n## B\n\n- Date: x\n', ['table', '', '']],
    ['---\nstatus: "{open | done}"\n---\n\n# A\n\n## B\n', ['frontmatter', 'status', 'open,done']],
    ['---\nstatus: "{open | … | done}"\n---\n\n# A\n\n## B\n', ['frontmatter', 'status', '']],
    [
      '---\n# any\nstatus: {open | done [x](y)}\ndate: {when}\n---\n\n# A\n\n## B\n',
      ['frontmatter', 'status,dates', 'open,done [x](y)'],
    ],
    ['---\nstatus: {open | a\u2028b [x](y)}\n---\n\n# A\n\n## B\n', ['frontmatter', 'status', 'open,a\u2028b [x](y)']],
  ])('%j', (source, expected) => expect(formOf(source)).toEqual(expected))

  test('rows that it says must be in the form', () => {
    const read = (source: string) => () =>
      readTemplate(`<!-- spec-template\nmetadata: ${source}\n-->\n# A\n\n- Who: x\n\n## B\n`)
    expect(read('{source: list, rows: [{id: a, label: Whom}]}')).toThrow(`The row "Whom" is not in the template's list`)
    expect(read('{source: [list, lines], rows: [{id: a, label: Whom}]}')).toThrow(`in the template's list or lines`)
    expect(read('{source: list, rows: [{id: a, label: Who}]}')()).toMatchObject({metadata: {sources: ['list']}})
    expect(read('{source: [list, lnes]}')).toThrow('Unexpected "lnes", did you mean "lines"?')
    expect(read('{source: []}')).toThrow('Unexpected empty list of sources, expected one at least')
  })
})

describe('frontmatter that cannot be read', () => {
  const ROWS =
    'rows: [{id: status, label: status}, {id: author, label: author}, {id: topic, label: topic, optional: true}]'
  const OPTIONAL = 'rows: [{id: topic, label: topic, optional: true}]'
  const BROKEN = '---\nstatus: Approved: since March\n---\n\n# A\n\n'
  const hides = (sources: string, rows: string, opening: string) =>
    factsOf(`${BROKEN}${opening}\n${BODY}`, {kind: kindOf(`metadata: {source: [${sources}], ${rows}}`, '')})
      .metadataProblem?.hides

  test.each([
    ['what nothing else gives', 'frontmatter', ROWS, '', true],
    ['what a list lacks', 'list, frontmatter', ROWS, '- author: Ada', true],
    [
      'what stands in no table of other words',
      'table, frontmatter',
      ROWS,
      '| Word | Meaning |\n| - | - |\n| disk | what fills up |',
      true,
    ],
    [
      'nothing that stands elsewhere, in the source before it',
      'list, frontmatter',
      ROWS,
      '- author: Ada\n- status: Draft',
      false,
    ],
    [
      'nothing that stands elsewhere, in the source behind it',
      'frontmatter, list',
      ROWS,
      '- author: Ada\n- status: Draft',
      false,
    ],
    ['what nobody asks for by name', 'frontmatter', OPTIONAL, '', true],
    ['nothing where it is no source', 'lines', 'rows: []', '', undefined],
  ])('hides %s', (_, sources, rows, opening, expected) => {
    expect(hides(sources, rows, opening)).toBe(expected)
  })

  test('hides all of a kind without a form', () => {
    const text = `${BROKEN}${BODY}`
    const problem = factsOf(text, {kind: {name: 'note'}}).metadataProblem
    expect(problem).toMatchObject({hides: true})
    expect(problem && at(text, problem.extent)).toBe('---\nstatus: Approved: since March\n---')
  })
})
