import {describe, expect, test} from 'vitest'
import {readTemplate} from '../../src/template/index.js'
import {at, factsOf, rfc, worldOf} from './support.js'

describe('tables that are none', () => {
  const lookalikes = (text: string) =>
    factsOf(text).tableLookalikes.map(({header, delimiter, position}) => [header, delimiter, at(text, position)])

  test('have another number of cells in their second row', () => {
    expect(lookalikes('| a | b |\n| - | - | - |\n| c | d |\n')).toEqual([[2, 3, '| a | b |']])
    expect(lookalikes('a | b | c\n:-- | --:\n')).toEqual([[3, 2, 'a | b | c']])
    expect(lookalikes('words\n| a | b |  \n|---|\nmore\n')).toEqual([[2, 1, '| a | b |']])
    expect(lookalikes('| a `b|c` |\r\n| - |\r\n')).toEqual([[2, 1, '| a `b|c` |']])
    expect(lookalikes('| a \\| b |\n| - | - |\n')).toEqual([[1, 2, '| a \\| b |']])
  })

  test('may stand in quotes and items', () => {
    expect(lookalikes('> | a | b |\n> | - |\n')).toEqual([[2, 1, '| a | b |']])
    expect(lookalikes('- | a | b |\n  | - |\n')).toEqual([[2, 1, '| a | b |']])
    expect(lookalikes('- words\n| a | b |\n| - |\n')).toEqual([[2, 1, '| a | b |']])
    expect(lookalikes('- a\n\n  > b\n  > | c | d |\n  > | - |\n')).toEqual([[2, 1, '| c | d |']])
  })

  test.each([
    '| a | b |\n| - | - |\n',
    'a\n| - | - |\n',
    '| a | b |\n\n| - |\n',
    '```\n| a | b |\n| - |\n```\n',
    '| - | - |\n| - |\n',
    'a | b\n- c\n',
    'a - b\n',
    'a | b\n:-\n',
    '> words\n| a | b |\n| - | - |\n',
  ])('%j is not one', text => {
    expect(lookalikes(text)).toEqual([])
  })
})

describe('tables and what looks like one', () => {
  test('stand in a section, or before the first', () => {
    const facts = factsOf('| a |\n| - |\n\na | b\n| - |\n\n## 1. Executive Summary\n\n| a |\n| - |\n\na | b\n| - |\n')
    expect(facts.tables.map(table => table.section)).toEqual([undefined, 'executive-summary'])
    expect(facts.tableLookalikes.map(table => table.section)).toEqual([undefined, 'executive-summary'])
    for (const table of [facts.tables[0], facts.tableLookalikes[0]]) expect(table).not.toHaveProperty('section')
  })

  test('have rows, but for blank ones, and cells that no reader sees', () => {
    const [table] = factsOf('| a | b |\n| - | - |\n|  |  |\n| c |  |\n| d | e |  | f |\n| g | h |  |\n').tables
    expect(table?.header).toEqual(['a', 'b'])
    expect(table?.rows.map(({cells}) => cells)).toEqual([
      ['c', ''],
      ['d', 'e', '', 'f'],
      ['g', 'h', ''],
    ])
    expect(table?.surplus.map(({cells, columns}) => [cells, columns])).toEqual([[4, 2]])
  })
})

describe('references', () => {
  test('are told with their definition and the sections of their uses', () => {
    const text = 'By [R1].\n\n## 1. Executive Summary\n\nBy [R1] and [R2].\n\n- [R1] `research/a.md`\n'
    const [second, first] = factsOf(text).references
    expect(first).toMatchObject({label: '[R1]', form: 'reference', defined: true})
    expect(first?.definition && at(text, first.definition)).toBe('[R1] `research/a.md`')
    expect(first?.uses.map(({section}) => section)).toEqual([undefined, 'executive-summary'])
    expect(first?.uses[0]).not.toHaveProperty('section')
    expect(second).toMatchObject({label: '[R2]', defined: false})
    expect(second).not.toHaveProperty('definition')
    expect(second && at(text, second.position)).toBe('[R2]')
  })
})

describe('residue', () => {
  const residue = (text: string) => factsOf(text).residue.map(entry => [entry.source, at(text, entry.position)])
  const guidance = rfc.sections[0]?.guidance[0] ?? ''
  const [example = ''] = rfc.sections[0]?.examples ?? []

  test('is what the template says, wherever it stands and however it is broken into lines', () => {
    expect(residue(`## A\n\n${guidance.replace(/ /g, '\n')}\n`)).toEqual([['guidance', guidance.replace(/ /g, '\n')]])
    expect(residue(`- *${guidance.replace(/\n/g, ' ')}*\n`)).toEqual([
      ['guidance', `*${guidance.replace(/\n/g, ' ')}*`],
    ])
    expect(residue(`| a |\n| - |\n|  ${example.replace(/\n/g, ' ')} |\n`)).toEqual([
      ['example', example.replace(/\n/g, ' ')],
    ])
  })

  test('in a quote is told once', () => {
    const quote = `> ${example.replace(/\n/g, '\n> ')}`
    expect(residue(`${quote}\n\nwords\n`)).toEqual([['example', quote]])
  })

  test('has the original form’s signs at its beginning', () => {
    expect(
      residue(
        '# [Project Name] Design\n\n*Instruction: Say why.*\n\n> **Example:** One.\n>\n> Two.\n\n- (Place Diagram Here)\n- [ ] *Instruction: x*\n\n| a | b |\n| - | - |\n| Author | !`git config user.name` |\n',
      ),
    ).toEqual([
      ['marker', '# [Project Name] Design'],
      ['marker', '*Instruction: Say why.*'],
      ['marker', '> **Example:** One.\n>\n> Two.'],
      ['marker', '(Place Diagram Here)'],
      ['marker', '*Instruction: x*'],
      ['marker', '!`git config user.name`'],
    ])
  })

  test('is the list of all statuses', () => {
    const statuses = rfc.statuses.map(({name}) => name).join(' / ')
    expect(residue(`| Document Metadata | Details |\n| - | - |\n| Status | ${statuses} |\n`)).toEqual([
      ['placeholder', statuses],
    ])
  })

  test('is no part of a text, no code, no label, no header, no comment', () => {
    const text = `And: ${guidance}\n\n\`\`\`\n${guidance}\n\`\`\`\n\n<!-- ${guidance} -->\n\n- **Architecture:**\n\n| Option | Pros |\n| - | - |\n| | |\n\nSee *Instruction: x* and [Project Name].\n`
    expect(residue(text)).toEqual([])
  })

  test('is what a template of one’s own marks', () => {
    const template = readTemplate(
      '<!-- spec-template\nplaceholders: ["fill me  in"]\nmarkers: ["(("]\n-->\n\n# [X]\n\n## A\n\n<!-- guidance: One two three four. -->\n',
    )
    const text = '## A\n\nfill me in\n\n((b\n\nOne two three four.\n\n*Instruction: c*\n'
    const facts = factsOf(text, {kind: {name: 'own', template}})
    expect(facts.residue.map(({source, section}) => [source, section])).toEqual([
      ['placeholder', 'a'],
      ['marker', 'a'],
      ['guidance', 'a'],
    ])
  })
})

describe('unset values', () => {
  const unset = (text: string) =>
    factsOf(text).unset.map(({text: words, place, label, position}) => [words, place, label, at(text, position)])

  test('fill a value, a cell, a paragraph or an item', () => {
    expect(
      unset(
        '# A\n\n| Document Metadata | Details |\n| - | - |\n| Team / Owner | **TBD** |\n\n## B\n\ntodo\n\n- ???\n- [ ] TBD.\n  - c\n\n> TODO\n\n| d | e |\n| - | - |\n| f |  TBD |\n',
      ),
    ).toEqual([
      ['TBD', 'metadata', 'Team / Owner', '**TBD**'],
      ['todo', 'paragraph', undefined, 'todo'],
      ['???', 'item', undefined, '???'],
      ['TBD.', 'item', undefined, 'TBD.'],
      ['TODO', 'paragraph', undefined, 'TODO'],
      ['TBD', 'cell', undefined, 'TBD'],
    ])
  })

  test('may be several, in brackets, or behind a label of the template', () => {
    expect(unset('[TBD]\n\nTBD / TBD\n\n(todo)\n\n- **Architecture:** TBD\n').map(([text]) => text)).toEqual([
      '[TBD]',
      'TBD / TBD',
      '(todo)',
      'Architecture: TBD',
    ])
  })

  test.each([
    'Owner: TBD',
    'This is TBD',
    'TBD by Ada',
    '??',
    'TODO: write',
    '`TBD`s',
    '`TBD`',
    '- `TODO`',
    '| a |\n| - |\n| `TODO` |',
    '# TBD',
    '```\nTBD\n```',
    '| TBD |\n| - |\n| a |',
    '',
    '-',
  ])('%j is none', text => {
    expect(unset(`${text}\n`)).toEqual([])
  })

  test('in frontmatter is one of the metadata', () => {
    const text = '---\ngit_commit: TBD\ntags: [TBD]\n---\n\n# A\n'
    const facts = factsOf(text, {path: 'research/a.md', kind: {name: 'research'}})
    expect(facts.unset.map(({label, position}) => [label, at(text, position)])).toEqual([
      ['git_commit', 'TBD'],
      ['tags', '[TBD]'],
    ])
  })
})

describe('research', () => {
  const use = (row: string, body = '') => {
    const text = `# A\n\n| Document Metadata | Details |\n| - | - |\n${row}\n\n## B\n\n${body}\n`
    return factsOf(text, {world: worldOf(text, ['research/a.md', 'research/b.md', 'specs/a.md'])}).research
  }

  test('is what there is, what the row lists, and what is cited', () => {
    expect(
      use(
        '| Related Research | `research/b.md`, [a](../research/a.md), [c](../research/c.md) |',
        '[a](../research/a.md#x)',
      ),
    ).toEqual({
      available: 2,
      listed: ['research/b.md', 'research/a.md', '../research/c.md'],
      relevant: [],
      cited: ['../research/c.md', 'research/a.md', 'research/b.md'],
    })
    expect(use('| Status | Draft |')).toEqual({available: 2, listed: [], cited: [], relevant: []})
  })

  test('is listed where the row names it, not where the text cites it', () => {
    expect(use('| Research | `research/b.md` |', '[a](../research/a.md)')).toMatchObject({
      listed: ['research/b.md'],
      cited: ['research/a.md', 'research/b.md'],
    })
  })

  test('may be waived for a reason', () => {
    expect(use('| Research | None: a matter of taste |').reason).toBe('a matter of taste')
    expect(use('| Research | N/A — nothing to find out |').reason).toBe('nothing to find out')
    expect(use('| Research | None |')).not.toHaveProperty('reason')
    expect(use('| Status | None: a |')).not.toHaveProperty('reason')
  })

  test('does not count itself', () => {
    const text = '# A\n'
    const facts = factsOf(text, {
      path: 'research/a.md',
      kind: {name: 'research'},
      world: worldOf(text, ['research/a.md', 'research/b.md']),
    })
    expect(facts.research.available).toBe(1)
  })

  test('without a world nothing is said of what exists', () => {
    const facts = factsOf('[a](../research/a.md)\n')
    expect(facts.citations).toHaveLength(1)
    expect(facts.citations[0]).not.toHaveProperty('exists')
    expect(facts.research).toMatchObject({available: 0, cited: ['../research/a.md']})
  })
})
