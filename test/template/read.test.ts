import {describe, expect, test} from 'vitest'
import {readTemplate, TemplateError} from '../../src/template/index.js'

const MINIMAL = '# A\n\n## B\n'

describe('a template without comments', () => {
  const source = [
    '# [Name] Decision Record',
    '',
    '| Field | Value |',
    '| --- | --- |',
    '| Author | |',
    '| Status | Proposed / Accepted (final) / Dropped |',
    '| Owner | |',
    '| Date | |',
    '| Ticket | |',
    '| Ticket | |',
    '',
    '## 1. Context (why)',
    '',
    '*Instruction: Say **why**.*',
    '',
    '> **Example:** Because it',
    '> leaks.',
    '',
    '- **Since:**',
    '',
    '### Design (front)',
    '',
    '### Design (back)',
    '',
    '## Consequences / Risks',
    '',
    '[describe the risks]',
    '',
  ].join('\n')
  const template = readTemplate(source, {kind: 'adr'})

  test('is read from its form', () => {
    expect(template).toMatchObject({
      kind: 'adr',
      version: 0,
      title: '[Name] Decision Record',
      titleSuffix: 'Decision Record',
      source,
    })
    expect(template.sections.map(({id, title, number, level}) => [id, title, number, level])).toEqual([
      ['context', 'Context (why)', '1', 2],
      ['consequences', 'Consequences / Risks', undefined, 2],
    ])
  })

  test('siblings that are the same when cut have their whole titles for ids', () => {
    expect(template.sections[0]?.sections.map(({path}) => path)).toEqual([
      'context/design-front',
      'context/design-back',
    ])
  })

  test('statuses say what may follow them, in any of their words, and what they mean', () => {
    const statuses =
      'statuses: [{name: Draft (WIP), next: [Done, Gone]}, {name: Final, aliases: [Done], approved: true, next: []}, {name: Gone, superseded: true}]'
    const behind = readTemplate('<!-- spec-template\nstatuses: [{name: Gone, superseded: by}]\n-->\n\n## A\n').statuses
    expect(behind).toEqual([{name: 'Gone', short: 'Gone', aliases: [], superseded: true, successorBehind: 'by'}])
    expect(readTemplate(`<!-- spec-template\n${statuses}\n-->\n\n## A\n`).statuses).toEqual([
      {name: 'Draft (WIP)', short: 'Draft', aliases: [], next: ['Final', 'Gone']},
      {name: 'Final', short: 'Final', aliases: ['Done'], approved: true, next: []},
      {name: 'Gone', short: 'Gone', aliases: [], superseded: true},
    ])
  })

  test('rows say which days they hold, and sections whether they stay open', () => {
    const head =
      'open: [Changes]\nmetadata: {source: list, rows: [{id: dates, label: On, days: created / updated}, {id: last, label: Last, days: updated}, {id: day, label: Day, days: created}]}'
    const {metadata, sections, open} = readTemplate(
      `<!-- spec-template\n${head}\n-->\n\n- On:\n- Last:\n- Day:\n\n## A\n\n<!-- section\nopen: true\n-->\n`,
    )
    expect(metadata.rows.map(({days}) => days)).toEqual([
      {type: 'pair', separator: ' / '},
      {type: 'updated'},
      undefined,
    ])
    expect([sections[0]?.open, open]).toEqual([true, ['Changes']])
  })

  test('metadata is its first table, by the usual words, and statuses are those of its cell', () => {
    expect(template.metadata).toMatchObject({sources: ['table'], header: ['Field', 'Value']})
    expect(template.metadata.rows.map(({id, label}) => [id, label])).toEqual([
      ['author', 'Author'],
      ['status', 'Status'],
      ['owner', 'Owner'],
      ['dates', 'Date'],
      ['ticket', 'Ticket'],
      ['ticket-2', 'Ticket'],
    ])
    expect(template.statuses).toEqual([
      {name: 'Proposed', short: 'Proposed', aliases: []},
      {name: 'Accepted (final)', short: 'Accepted', aliases: []},
      {name: 'Dropped', short: 'Dropped', aliases: []},
    ])
  })

  test('guidance and examples are those of the original form', () => {
    expect(template.sections[0]).toMatchObject({guidance: ['Say **why**.'], examples: ['Because it\nleaks.']})
    expect(template.labels).toEqual(['Example: Because it leaks.', 'Since:', '[describe the risks]'])
    expect(template.residue.map(({text, source: kind}) => [text, kind])).toEqual([
      ['Proposed / Accepted (final) / Dropped', 'placeholder'],
    ])
  })

  test('sections know their part of the source', () => {
    const [context, consequences] = template.sections
    expect(source.slice(context?.start, context?.end)).toMatch(
      /^## 1\. Context \(why\)\n[\s\S]*### Design \(back\)\n\n$/,
    )
    expect(source.slice(consequences?.start, consequences?.end)).toBe(
      '## Consequences / Risks\n\n[describe the risks]\n',
    )
  })

  test('metadata may be frontmatter', () => {
    const {metadata} = readTemplate('---\ntitle: x\nstatus: Draft\n---\n\n# A\n\n## B\n')
    expect(metadata.sources).toEqual(['frontmatter'])
    expect(metadata.rows.map(({id, label}) => [id, label])).toEqual([
      ['title', 'title'],
      ['status', 'status'],
    ])
  })

  test('nothing but one section will do', () => {
    expect(readTemplate('## B\n')).toMatchObject({
      kind: 'document',
      title: '',
      titleSuffix: '',
      statuses: [],
      metadata: {sources: ['table'], rows: []},
    })
  })

  test('line ends and a byte order mark change nothing', () => {
    const {source: _, ...other} = readTemplate(`\uFEFF${source.replaceAll('\n', '\r\n')}`, {kind: 'adr'})
    const ids = (sections: typeof template.sections): unknown =>
      sections.map(({id, guidance, sections: inner}) => [id, guidance, ids(inner)])
    expect(ids(other.sections)).toEqual(ids(template.sections))
    expect(other.metadata).toEqual(template.metadata)
    expect(other.labels).toEqual(template.labels)
  })
})

describe('comments', () => {
  test('say what the form does not', () => {
    const template = readTemplate(
      [
        '<!-- spec-template',
        'kind: adr',
        'version: 12',
        'statuses: [Open, Done (yes)]',
        'metadata:',
        '  - {id: who, label: Author, aliases: [By, Writer]}',
        '  - {id: why, label: Reason, optional: true}',
        'appendix: Sources',
        'placeholders: [fill in]',
        '-->',
        '# A',
        '',
        '| a | b |',
        '| - | - |',
        '| Author | |',
        '| Extra | |',
        '',
        '## B',
        '<!-- an author’s own words -->',
        '<!-- section',
        'id: bee',
        'aliases: [C, "D: e"]',
        'optional: true',
        'fill: questions',
        '-->',
        '<!-- guidance: One two',
        'three four. -->',
        '<!-- example:',
        '',
        '- **X:** five six seven.',
        '- two words',
        '',
        '-->',
        '- **X:**',
        '<!-- guidance: More. --> <!-- section of no template -->',
        '',
      ].join('\n'),
    )
    expect(template).toMatchObject({
      kind: 'adr',
      version: 12,
      appendix: 'Sources',
      markers: ['*Instruction:', '> **Example:**'],
    })
    expect(template.metadata.rows).toEqual([
      {id: 'who', label: 'Author', aliases: ['By', 'Writer'], optional: false},
      {id: 'why', label: 'Reason', aliases: [], optional: true},
      {id: 'extra', label: 'Extra', aliases: [], optional: false},
    ])
    expect(template.sections).toMatchObject([
      {
        id: 'bee',
        aliases: ['C', 'D: e'],
        optional: true,
        fill: 'questions',
        guidance: ['One two\nthree four.', 'More.'],
        examples: ['- **X:** five six seven.\n- two words'],
      },
    ])
    expect(template.residue).toEqual([
      {text: 'fill in', source: 'placeholder'},
      {text: 'Open / Done (yes)', source: 'placeholder'},
      {text: 'One two three four.', source: 'guidance'},
      {text: 'X: five six seven.', source: 'example'},
    ])
    expect(template.labels).toEqual(['X:'])
  })

  test('with line ends of Windows say the same', () => {
    const source =
      '<!-- spec-template\nkind: x\n-->\n\n# A\n\n## B\n\n<!-- section\nid: c\n-->\n\n<!-- guidance:\nOne\ntwo.\n-->\n'
    expect(readTemplate(source.replaceAll('\n', '\r\n'))).toMatchObject({
      kind: 'x',
      sections: [{id: 'c', guidance: ['One\ntwo.']}],
    })
  })

  test('the file’s own word on its kind wins', () => {
    expect(readTemplate(`<!-- spec-template\nkind: x\n-->\n${MINIMAL}`, {kind: 'y'}).kind).toBe('x')
  })
})

describe('a file that is no template', () => {
  const error = (source: string): string => {
    try {
      readTemplate(source)
    } catch (thrown) {
      if (thrown instanceof TemplateError) return `${thrown.line}: ${thrown.message}`
      throw thrown
    }
    return 'read'
  }
  const head = (yaml: string) => `<!-- spec-template\n${yaml}\n-->\n\n${MINIMAL}`
  const section = (yaml: string) => `${MINIMAL}\n<!-- section\n${yaml}\n-->\n`

  test.each([
    ['no headings', 'words\n', '1: The template has no headings of level 2, expected its sections'],
    ['nothing', '', '1: The template has no headings of level 2, expected its sections'],
    ['broken YAML', head('kind: x\nversion: [1'), /^[34]: The spec-template comment is no YAML: /],
    ['hostile YAML', head('kind: x\nversion: &a 1'), '3: The spec-template comment is no YAML: the YAML has an anchor'],
    ['YAML without keys', head('- a'), '1: Unexpected content of the spec-template comment, expected keys and values'],
    ['an unknown key', head('kind: x\nstatusses: [a]'), '3: Unexpected "statusses", did you mean "statuses"?'],
    [
      'an unknown key far from all',
      section('zzzzzz: 1'),
      '6: Unexpected "zzzzzz", expected one of "id", "aliases", "optional", "repeat", "level", "fill", "role", "open", "was", "deprecated"',
    ],
    ['a version in words', head('version: one'), '2: Unexpected "one" as "version", expected a whole number'],
    [
      'a kind that is no id',
      head('kind: My Kind'),
      '2: Unexpected id "My Kind", expected letters, digits and hyphens in lower case',
    ],
    ['a status of unknown settings', head('statuses: [{nam: b}]'), '2: Unexpected "nam", did you mean "name"?'],
    ['a status without a name', head('statuses: [{aliases: [b]}]'), '2: Unexpected value of "name", expected a text'],
    ['a status given twice', head('statuses: [a, {name: b, aliases: [a]}]'), '2: Unexpected second status "a"'],
    [
      'a status that leads to none',
      head('statuses: [Draft (WIP), {name: Done, next: [Darft]}]'),
      '2: Unexpected "Darft" after the status "Done", did you mean "Draft"?',
    ],
    [
      'a status that leads to one far from all',
      head('statuses: [{name: a, next: [zzzzzz]}, b]'),
      '2: Unexpected "zzzzzz" after the status "a", expected one of a, b',
    ],
    [
      'a status that leads to itself',
      head('statuses: [{name: Draft (WIP), next: [Draft]}, b]'),
      '2: Unexpected "Draft" after the status "Draft (WIP)", expected others than itself',
    ],
    [
      'two statuses of what is superseded',
      head('statuses: [{name: a, superseded: true}, {name: b, superseded: true}]'),
      '2: Unexpected second status "b" of documents that are superseded, expected one',
    ],
    [
      'a flag of a status in other words',
      head('statuses: [{name: a, approved: yes}]'),
      /^2: Unexpected value of "approved"/,
    ],
    [
      'days in other words',
      head('metadata: [{id: a, label: A, days: update}]'),
      '2: Unexpected "update" as "days", expected "created", "updated" or both such as "created / updated"',
    ],
    ['statuses that are lists', head('statuses: [[a]]'), '2: Unexpected value of "statuses", expected a text'],
    [
      'a status given twice, lines below',
      head('statuses:\n  - a\n  - {name: b, aliases: [a]}'),
      '4: Unexpected second status "a"',
    ],
    ['rows without an id', head('metadata:\n  - label: A'), '3: Unexpected value of "id", expected a text'],
    [
      'a row of unknown settings',
      head('metadata:\n  source: list\n  rows:\n    - {id: a, label: A}\n    - id: b\n      lable: B'),
      '7: Unexpected "lable", did you mean "label"?',
    ],
    [
      'the second row with an id',
      head('metadata:\n  - {id: a, label: A}\n  - {id: a, label: B}'),
      '4: Unexpected second row with the id "a"',
    ],
    [
      'a broken pattern, lines below',
      head("ids:\n  - {name: a, pattern: 'A-\\d+'}\n  - name: b\n    pattern: '('"),
      '5: Unexpected pattern "(", expected a regular expression (Unterminated group)',
    ],
    [
      'a name given to two marks',
      head('marks:\n  - {name: a, pattern: A}\n  - {name: a, pattern: B}'),
      '4: Unexpected second "a" in "marks"',
    ],
    [
      'a comment without an end',
      `# A\n\n<!-- spec-template\nkind: a\n\n## B\n`,
      '3: Unexpected comment without an end, expected "-->" behind it',
    ],
    ['rows that are texts', head('metadata: [A]'), '2: Unexpected row of the metadata, expected an id and a label'],
    [
      'rows with double ids',
      head('metadata: [{id: a, label: A, optional: true}, {id: a, label: B, optional: true}]'),
      '2: Unexpected second row with the id "a"',
    ],
    [
      'rows that the table lacks',
      head('metadata: [{id: a, label: A}]'),
      '2: The row "A" is not in the template\'s table',
    ],
    [
      'a strange source',
      head('metadata: {source: cloud}'),
      '2: Unexpected "cloud", expected one of "table", "frontmatter", "list", "lines"',
    ],
    [
      'two first comments',
      `<!-- spec-template\nkind: x\n-->\n${head('kind: y')}`,
      '4: Unexpected second spec-template comment',
    ],
    [
      'two section comments',
      `${section('id: a')}\n<!-- section\nid: b\n-->\n`,
      '9: Unexpected second section comment under one heading',
    ],
    [
      'a section comment in no section',
      `# A\n\n<!-- section\nid: a\n-->\n\n## B\n`,
      '3: Unexpected section comment before the first section',
    ],
    ['double ids', '## A\n\n## B\n\n<!-- section\nid: a\n-->\n', '3: Unexpected second section "B" with the id "a"'],
    ['double titles', '## A\n\n## 2. A\n', '3: Unexpected second section "2. A" with the id "a"'],
    ['a title without letters', '## A\n\n## 🎉\n', '3: The section "🎉" needs an id, for its title has no letters'],
    [
      'a sub-section without a section',
      '# A\n\n### B\n',
      '3: Unexpected heading "B" of level 3 outside a section of level 2',
    ],
    [
      'an unknown fill',
      section('fill: magic'),
      '6: Unexpected fill "magic", expected one of sources, options, questions',
    ],
    ['a flag in other words', section('optional: maybe'), '6: Unexpected value of "optional", expected true or false'],
    [
      'depth',
      `${MINIMAL}\n${'> '.repeat(5_000)}x\n`,
      '1: The template cannot be read: its quotes and lists nest deeper than 100 levels',
    ],
  ])('%s', (_name, source, message) => {
    if (typeof message === 'string') expect(error(source)).toBe(message)
    else expect(error(source)).toMatch(message)
  })
})

describe('what the head of a template says of its metadata', () => {
  const withHead = (...lines: string[]) => `<!-- spec-template\n${lines.join('\n')}\n-->\n\n${MINIMAL}`

  test('may be its sources alone', () => {
    const {metadata} = readTemplate(
      `${withHead('metadata:', '  source: list')}`.replace('# A\n', '# A\n\n- **Author**: Ada\n- **!!**: b\n'),
    )
    expect(metadata.sources).toEqual(['list'])
  })

  test.each([
    ['metadata: all', 'Unexpected value of "metadata", expected a list of rows', 2],
    ['metadata:\n  rows: author', 'Unexpected row of the metadata, expected an id and a label', 3],
    ['metadata:\n  - {id: a, label: A}\n  - {id: a, label: B}', 'Unexpected second row with the id "a"', 4],
  ])('%s is refused', (head, reason, line) => {
    expect(() => readTemplate(withHead(head))).toThrow(new TemplateError(reason, line))
  })

  test('a row whose label has no letters has an id all the same, and one cell is enough', () => {
    const {metadata} = readTemplate(
      '# A\n\n| Field | Value |\n| - | - |\n| Author | |\n| !!! | x |\n| Owner |\n\n## B\n',
    )
    expect(metadata.rows.map(({id}) => id)).toEqual(['author', 'row', 'owner'])
  })
})

test('a status may be the last one, by a key with nothing behind it', () => {
  const head = '<!-- spec-template\nstatuses:\n  - {name: Open, next: [Done]}\n  - name: Done\n    next:\n-->\n\n'
  expect(readTemplate(`${head}${MINIMAL}`).statuses).toMatchObject([
    {name: 'Open', next: ['Done']},
    {name: 'Done', next: []},
  ])
})

describe('what takes the place of a section that is going away', () => {
  const withPlace = (deprecated: string) => `# A\n\n## Old\n\n<!-- section\ndeprecated: ${deprecated}\n-->\n\n## New\n`

  test('is another one', () => {
    expect(readTemplate(withPlace('new')).sections[0]).toMatchObject({deprecated: 'new', optional: true})
    expect(() => readTemplate(withPlace('old'))).toThrow(
      'Unexpected section "old" in the place of "old", expected one that stays',
    )
  })

  test('is there', () => {
    expect(() => readTemplate(withPlace('elsewhere'))).toThrow(
      'Unexpected section "elsewhere" of "deprecated" of "old", expected one of old, new',
    )
    expect(() => readTemplate(withPlace('newt'))).toThrow(
      'Unexpected section "newt" of "deprecated" of "old", did you mean "new"?',
    )
  })
})
