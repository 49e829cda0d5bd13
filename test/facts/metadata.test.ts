import {describe, expect, test} from 'vitest'
import {readTemplate} from '../../src/template/index.js'
import {at, factsOf} from './support.js'

const table = (rows: string) => `# A\n\n| Document Metadata | Details |\n| --- | --- |\n${rows}\n`
const row = (line: string, id: string) => factsOf(table(line)).metadata[id]

describe('rows', () => {
  test('are claimed by whole labels and aliases, case aside; others keep their slug', () => {
    const {metadata} = factsOf(
      table(
        '| AUTHOR(S) | Ada |\n| **Status** | Draft |\n| Research basis | a |\n| Created / Updated | b |\n| Superseded by | c |',
      ),
    )
    expect(Object.entries(metadata).map(([id, {label, value}]) => [id, label, value])).toEqual([
      ['author', 'AUTHOR(S)', 'Ada'],
      ['status', 'Status', 'Draft'],
      ['research', 'Research basis', 'a'],
      ['created-updated', 'Created / Updated', 'b'],
      ['superseded-by', 'Superseded by', 'c'],
    ])
  })

  test('a label goes before an alias, and the first row of a label before the second', () => {
    const {metadata} = factsOf(table('| Related Research | a |\n| Research | b |\n| Status | c |\n| Status | d |'))
    expect(Object.entries(metadata).map(([id, {value}]) => [id, value])).toEqual([
      ['related-research', 'a'],
      ['research', 'b'],
      ['status', 'c'],
      ['status-2', 'd'],
    ])
  })

  test('values and labels stand where they say', () => {
    const text = table(
      '|Author(s)|Ada, `b`|\n| Status |   |\n|Team / Owner||\n| Created / Last Updated |\n| `a\\|b` | [c](d) \\||',
    )
    const facts = factsOf(text)
    const places = Object.entries(facts.metadata).map(([id, row]) => [
      id,
      at(text, row.labelPosition),
      at(text, row.position),
    ])
    expect(places).toEqual([
      ['author', 'Author(s)', 'Ada, `b`'],
      ['status', 'Status', '   '],
      ['owner', 'Team / Owner', ''],
      ['dates', 'Created / Last Updated', ''],
      ['a-b', '`a\\|b`', '[c](d) \\|'],
    ])
    expect(text.slice(0, facts.metadata.owner?.position.start.offset)).toMatch(/Team \/ Owner\|$/)
    expect(text.slice(0, facts.metadata.dates?.position.start.offset)).toMatch(/Created \/ Last Updated \|$/)
    expect(facts.metadataPosition && at(text, facts.metadataPosition)).toBe(text.slice(5, -1))
  })

  test('a blank cell has nothing derived', () => {
    for (const [line, id] of [
      ['| Status | |', 'status'],
      ['| Created / Last Updated |', 'dates'],
      ['| Author(s) | <!-- me --> |', 'author'],
    ] as const) {
      expect(Object.keys(row(line, id) ?? {}).sort()).toEqual(['label', 'labelPosition', 'position', 'source', 'value'])
      expect(row(line, id)?.value).toBe('')
    }
  })

  test('rows without a label are none, and labels may be names of properties', () => {
    expect(Object.keys(factsOf(table('| | a |\n| constructor | b |\n| __proto__ | c |\n| 🎉 | d |')).metadata)).toEqual(
      ['constructor', 'proto', 'row'],
    )
  })
})

describe('the table', () => {
  const labels = (text: string) => Object.values(factsOf(text).metadata).map(row => row.label)

  test('is the first of two columns before the first section', () => {
    expect(
      labels('# A\n\n| a | b | c |\n| - | - | - |\n| d | e | f |\n\n| g | h |\n| - | - |\n| i | j |\n\n## B\n'),
    ).toEqual(['i'])
    expect(labels('# A\n\n## B\n\n| g | h |\n| - | - |\n| i | j |\n')).toEqual([])
    expect(labels('| g | h |\n| - | - |\n| i | j |\n')).toEqual(['i'])
  })

  test('is the one with the template’s header cells, wherever it stands', () => {
    expect(
      labels(
        '# A\n\n| g | h |\n| - | - |\n| i | j |\n\n## B\n\n| document  METADATA | Details |\n| - | - |\n| k | l |\n',
      ),
    ).toEqual(['k'])
  })

  test('may have its first row for a header', () => {
    expect(labels('# A\n\n| Author(s) | Ada |\n| - | - |\n| Status | Draft |\n')).toEqual(['Author(s)', 'Status'])
  })

  test('is not in a quote, and not always there', () => {
    expect(labels('> | a | b |\n> | - | - |\n> | c | d |\n')).toEqual([])
    expect(factsOf('# A\n').metadataPosition).toBeUndefined()
  })
})

describe('status', () => {
  const status = (cell: string) => {
    const {name, known, short, note, near} = row(`| Status | ${cell} |`, 'status') ?? {}
    return {name, known, short, note, near}
  }

  test('is the one that the cell begins with', () => {
    expect(status('Draft (WIP)')).toEqual({name: 'Draft (WIP)', known: true, short: false})
    expect(status('**Approved**')).toEqual({name: 'Approved', known: true, short: false})
    expect(status('In Review (RFC) — done in #1')).toEqual({
      name: 'In Review (RFC)',
      known: true,
      short: false,
      note: '— done in #1',
    })
    expect(status('Approved for now')).toEqual({name: 'Approved', known: true, short: false, note: 'for now'})
  })

  test('may be short', () => {
    expect(status('Draft')).toEqual({name: 'Draft (WIP)', known: true, short: true})
    expect(status('Draft (WIP; round 6)')).toEqual({
      name: 'Draft (WIP)',
      known: true,
      short: true,
      note: '(WIP; round 6)',
    })
    expect(status('In Review, later')).toEqual({name: 'In Review (RFC)', known: true, short: true, note: ', later'})
  })

  test('ends at a word’s end, and is written as the template writes it', () => {
    expect(status('Drafted')).toMatchObject({name: 'Drafted', known: false, near: ['Draft (WIP)']})
    expect(status('Rejected2')).toMatchObject({known: false})
    expect(status('approved')).toMatchObject({name: 'approved', known: false, near: ['Approved']})
    expect(status('Aproved (by Ada)')).toMatchObject({known: false, near: ['Approved']})
    expect(status('Superseded by §11')).toEqual({name: 'Superseded by §11', known: false})
  })
})

describe('dates', () => {
  const dates = (cell: string) => {
    const text = table(`| Created / Last Updated | ${cell} |`)
    const {created, updated} = factsOf(text).metadata.dates ?? {}
    return [created, updated].map(date => date && [date.text, date.exists, at(text, date.position)])
  }

  test('are the first two of the cell', () => {
    expect(dates('2026-01-02')).toEqual([['2026-01-02', true, '2026-01-02'], undefined])
    expect(dates('2026-01-02 / 2026-02-30')).toEqual([
      ['2026-01-02', true, '2026-01-02'],
      ['2026-02-30', false, '2026-02-30'],
    ])
    expect(dates('made `2026-01-02`, **2026-01-03T10:00**, 2026-01-04')).toEqual([
      ['2026-01-02', true, '2026-01-02'],
      ['2026-01-03', true, '2026-01-03'],
    ])
  })

  test('are whole, and text', () => {
    expect(dates('12026-01-02 2026-01-021 2026-1-2 02.01.2026')).toEqual([undefined, undefined])
    expect(dates('[2026-01-02](../2026-01-03.md) 2026-01-04')).toEqual([
      ['2026-01-02', true, '2026-01-02'],
      ['2026-01-04', true, '2026-01-04'],
    ])
  })
})

describe('author', () => {
  const names = (cell: string) => {
    const text = table(`| Author(s) | ${cell} |`)
    return factsOf(text).metadata.author?.names?.map(name => [name.text, name.lower, at(text, name.position)])
  }

  test('names are told one by one', () => {
    expect(names('Ada Example')).toEqual([['Ada Example', 'ada example', 'Ada Example']])
    expect(names('Ada, Bo; Cy & Di and Ed / Fo')?.map(([name]) => name)).toEqual(['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Fo'])
    expect(names('Ada, Ada')?.map(([, , at]) => at)).toEqual(['Ada', 'Ada'])
    expect(names('org/team')?.map(([name]) => name)).toEqual(['org/team'])
  })

  test('what stands behind a name in brackets is no name', () => {
    expect(names('Ada (lead), Bo <bo@example.org>')?.map(([name]) => name)).toEqual(['Ada', 'Bo'])
    expect(names('Developer (by a tool)')?.map(([, lower]) => lower)).toEqual(['developer'])
  })
})

describe('frontmatter', () => {
  const research = {path: 'research/a.md', kind: {name: 'research'}}

  test.each(['\n', '\r\n'])('is the metadata of kinds without a template, with line ends %j', end => {
    const text = [
      '---',
      'git_commit: 9e875832',
      'topic: "A: b"',
      'tags: [x, y]',
      'status:',
      'more:',
      '  a: b',
      '---',
      '',
      '# A',
      '',
    ].join(end)
    const {metadata, metadataPosition} = factsOf(text, research)
    expect(
      Object.entries(metadata).map(([id, row]) => [
        id,
        row.label,
        row.value,
        at(text, row.labelPosition),
        at(text, row.position),
      ]),
    ).toEqual([
      ['git-commit', 'git_commit', '9e875832', 'git_commit', '9e875832'],
      ['topic', 'topic', 'A: b', 'topic', '"A: b"'],
      ['tags', 'tags', 'x, y', 'tags', '[x, y]'],
      ['status', 'status', '', 'status', ''],
      ['more', 'more', 'a: b', 'more', 'a: b'],
    ])
    expect(metadataPosition && at(text, metadataPosition)).toBe(text.slice(0, text.indexOf('---', 4) + 3))
    expect(Object.keys(metadata.status ?? {})).not.toContain('known')
  })

  test('shows braces that were left around a value as they are written', () => {
    const {metadata} = factsOf('---\nstatus: {proposed |\n  accepted}\n---\n\n# A\n', research)
    expect(metadata.status?.value).toBe('{proposed | accepted}')
  })

  test('tells why it cannot be read, and where', () => {
    const text = '---\na: b\nc: *d\n---\n\n# A\n'
    const {metadata, metadataProblem} = factsOf(text, research)
    expect(metadata).toEqual({})
    expect(metadataProblem && [metadataProblem.reason, at(text, metadataProblem.position)]).toEqual([
      'the YAML has an alias',
      'c: *d',
    ])
    expect(factsOf(`---\na: ${'['.repeat(10_000)}\n---\n`, research).metadataProblem?.reason).toContain(
      'deeper than 32',
    )
    expect(factsOf('---\n- a\n---\n', research).metadataProblem?.reason).toBe('it has no keys')
    expect(factsOf('---\n---\n', research).metadataProblem).toBeUndefined()
  })

  test('is nothing to a kind with a table', () => {
    const facts = factsOf('---\nstatus: Draft\na: *b\n---\n\n# A\n')
    expect([facts.metadata, facts.metadataPosition, facts.metadataProblem]).toEqual([{}, undefined, undefined])
  })

  test('is read with statuses and dates where the template says so', () => {
    const template = readTemplate(
      '<!-- spec-template\nstatuses: [Draft, Final (done)]\nmetadata:\n  source: frontmatter\n  rows:\n    - {id: status, label: State}\n    - {id: dates, label: when}\n-->\n\n# [X]\n\n## A\n',
    )
    const text = '---\nstate: Final, as of June\nwhen: 2026-01-02\n---\n\n# A\n'
    const {metadata} = factsOf(text, {kind: {name: 'note', template}})
    expect(metadata.status).toMatchObject({label: 'state', name: 'Final (done)', note: ', as of June'})
    expect(metadata.dates?.created && at(text, metadata.dates.created.position)).toBe('2026-01-02')
  })
})
