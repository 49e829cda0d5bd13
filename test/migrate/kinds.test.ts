import {describe, expect, test} from 'vitest'
import {done, kindOf, told} from './support.js'

const form = (version: number, body: string, rows = '  source: list\n  rows: [{id: status, label: Status}]') =>
  `<!-- spec-template\nversion: ${version}\nmetadata:\n${rows}\n-->\n\n# [Name]\n\n- Status: Open\n\n${body}`
const section = (settings: string) => `\n<!-- section\n${settings}\n-->\n`
const text = (body: string) => `# A\n\n- Status: Open\n\n${body}`

describe('sections', () => {
  const kind = kindOf(
    'note',
    form(
      1,
      '## 1. Why\n\nTBD\n\n## 2. Cost\n\nTBD\n\n## 3. Risks\n\n- **Worst:**\n\n### 3.1 Odds\n\nTBD\n\n## 4. End\n\nTBD\n',
    ),
    form(
      2,
      `## 1. Reason\n${section('was: why')}\nTBD\n\n## 2. Users\n\n<!-- guidance:\nWho is hit.\n-->\n\nTBD\n\n### 2.1 Numbers\n\nTBD\n\n### 2.2 Voices\n${section('optional: true')}\nTBD\n\n## 3. Cost\n\nTBD\n\n### 3.1 Hours\n\nTBD\n\n## Notes\n${section('optional: true')}\n\n## 4. End\n\nTBD\n`,
    ),
  )
  const first = text(
    '## 1. Why\n\nThe end is in §4, the risks in §3. See [this](#2-cost).\n\n## 2. Cost\n\nNone.\n\n## 3. Risks\n\nMany.\n\n## 4. End\n\nHere.\n',
  )

  test('new ones are put in at their place, the numbers behind them and what refers to them follow', () => {
    const migration = done(first, 2, kind)
    expect(migration.text).toBe(
      text(
        '## 1. Reason\n\nThe end is in §5, the risks in §4. See [this](#3-cost).\n\n## 2. Users\n\n<!--\nWho is hit.\n-->\n\nTBD\n\n### 2.1 Numbers\n\nTBD\n\n## 3. Cost\n\nNone.\n\n### 3.1 Hours\n\nTBD\n\n## 4. Risks\n\nMany.\n\n## 5. End\n\nHere.\n\n<!-- spec: note v2 -->\n',
      ),
    )
    expect(told(migration)).toEqual([
      'kept section 3. Risks (it holds words of the author’s)',
      'renamed section 1. Why => 1. Reason',
      'added section 2. Users',
      'added section 3.1 Hours',
      'optional section Notes',
    ])
    expect(done(migration.text, 2, kind).text).toBe(migration.text)
  })

  test('without numbers they get none, with other numbers those that go on', () => {
    const bare = first.replace(/## \d\. /g, '## ').replace(/The end .*/, 'So.')
    expect(done(bare, 2, kind).text).toContain('\n## Users\n\n<!--\nWho is hit.\n-->\n\nTBD\n\n### Numbers\n')
    const own = text('## 1. Before\n\nB.\n\n## 2. Why\n\nSo.\n\n## 3. Cost\n\nNothing. See §4.\n\n## 4. End\n\nE.\n')
    const {text: now} = done(own, 2, kind)
    expect(now.match(/^#+ .*/gm)).toEqual([
      '# A',
      '## 1. Before',
      '## 2. Reason',
      '## 3. Users',
      '### 3.1 Numbers',
      '## 4. Cost',
      '### 4.1 Hours',
      '## 5. End',
    ])
    expect(now).toContain('See §5.')
  })

  test('numbers that were not in order are left as they are', () => {
    const odd = first.replace('## 4. End', '## 7. End').replace('§4', '§7')
    const {text: now} = done(odd, 2, kind)
    expect(now).toContain('## 7. End')
    expect(now).toContain('## Users\n')
  })

  test('where one behind a new one has its number in a link, the new one has none, and the others keep theirs', () => {
    const linked = first.replace('## 4. End', '## [4. End](https://a.example)')
    const headings = done(linked, 2, kind).text.match(/^## .*/gm)
    expect(headings).toEqual([
      '## 1. Reason',
      '## Users',
      '## 2. Cost',
      '## 3. Risks',
      '## [4. End](https://a.example)',
    ])
  })

  test('what is not there, or waived, gets no parts', () => {
    const waived = first.replace('None.', 'N/A: it is free of charge.')
    expect(told(done(waived, 2, kind))).not.toContain('added section 3.1 Hours')
    const without = first.replace('## 2. Cost\n\nNone.\n\n', '').replace(' See [this](#2-cost).', '')
    expect(told(done(without, 2, kind)).filter(line => line.startsWith('added'))).toEqual(['added section 2. Users'])
  })

  test('what the author had before the template did is taken as it is', () => {
    const own = first.replace('## 2. Cost', '## Users\n\nEverybody.\n\n## 2. Cost')
    expect(told(done(own, 2, kind)).filter(line => line.includes('Users'))).toEqual([])
  })

  test('one that is no more goes where it holds nothing, with the numbers behind it', () => {
    const empty = first.replace('Many.', '- **Worst:** TBD\n\n### 3.1 Odds\n\nTBD').replace(', the risks in §3', '')
    const migration = done(empty, 2, kind)
    expect(told(migration)).toContain('removed section 3. Risks')
    expect(migration.text).not.toContain('Risks')
    expect(migration.text).toContain('The end is in §4. See [this](#3-cost).')
    expect(migration.text).toContain('## 4. End')
  })

  test('and stays where anything leads to it', () => {
    const empty = first.replace('Many.', '- **Worst:** TBD').replace(', the risks in §3', '')
    expect(told(done(empty.replace('§4', '§3'), 2, kind))).toContain('kept section 3. Risks (something cites it)')
    expect(told(done(empty.replace('§4', '[r](#3-risks)'), 2, kind))).toContain(
      'kept section 3. Risks (something cites it)',
    )
    expect(told(done(empty, 2, kind, ['3-risks']))).toContain('kept section 3. Risks (something cites it)')
  })

  test('back, what only the newer one has stays where it holds anything', () => {
    const {text: second} = done(first, 2, kind)
    const filled = second.replace('Who is hit.\n-->\n\nTBD', 'Who is hit.\n-->\n\nEverybody.')
    expect(told(done(filled, 1, kind))).toEqual([
      'kept section 2. Users (it holds words of the author’s)',
      'removed section 3.1 Hours',
      'renamed section 1. Reason => 1. Why',
    ])
    const {text: back} = done(second, 1, kind)
    expect(back).toBe(`${first}\n<!-- spec: note v1 -->\n`)
  })
})

describe('sections of other forms', () => {
  test('repeated ones with words in their titles, over two versions', () => {
    const body = (title: string, more = '') =>
      `## Timeline\n\n### ${title}\n${section(`id: phase\nrepeat: true${more}`)}\nTBD\n`
    const kind = kindOf('log', form(1, body('Phase …: …')), form(2, body('Part … (…)')), form(3, body('Step …: …')))
    const own = text('## Timeline\n\n### Phase 1: It fills\n\nA.\n\n### Phase 2: It drains\n\nB.\n')
    const migration = done(own, 3, kind)
    expect(migration.text).toContain('### Step 1: It fills\n\nA.\n\n### Step 2: It drains\n')
    expect(told(migration)).toEqual([
      'renamed section Phase 1: It fills => Step 1: It fills',
      'renamed section Phase 2: It drains => Step 2: It drains',
    ])
    expect(done(migration.text, 1, kind).text).toBe(`${own}\n<!-- spec: log v1 -->\n`)
  })

  test('titles with signs of Markdown are written so that they are read as such', () => {
    const kind = kindOf(
      'note',
      form(1, '## Why\n\nTBD\n'),
      form(2, `## Why List\\<T> \\*and\\* Q&A C\\#\n${section('was: why')}\nTBD\n`),
    )
    const own = text('See [Why](#why).\n\n## Why\n\nSo.\n')
    const migration = done(own, 2, kind)
    expect(told(migration)).toEqual(['renamed section Why => Why List<T> *and* Q&A C#'])
    expect(migration.text).toBe(
      text(
        'See [Why List\\<T> \\*and\\* Q\\&A C\\#](#why-listt-and-qa-c).\n\n## Why List\\<T> \\*and\\* Q\\&A C\\#\n\nSo.\n\n<!-- spec: note v2 -->\n',
      ),
    )
    expect(done(migration.text, 1, kind).text).toBe(`${own}\n<!-- spec: note v1 -->\n`)
  })

  test('deprecated ones are kept with what takes their place, or go where they are empty', () => {
    const kind = kindOf(
      'note',
      form(1, '## Why\n\nTBD\n\n## Cost\n\nTBD\n'),
      form(2, `## Why\n\nTBD\n\n## Cost\n${section('deprecated: why')}\nTBD\n`),
    )
    const own = text('## Why\n\nSo.\n\n## Cost\n\nNone.\n')
    const migration = done(own, 2, kind)
    expect(told(migration)).toEqual(['kept section Cost => Why (it holds words of the author’s)'])
    expect(migration.text).toBe(`${own}\n<!-- spec: note v2 -->\n`)
    expect(told(done(own.replace('None.', 'TBD'), 2, kind))).toEqual(['removed section Cost'])
    expect(told(done(text('## Why\n\nSo.\n'), 2, kind))).toEqual([])
  })

  test('what a version gave up comes again on the way back; over two versions what stays is told once', () => {
    const table = (body: string, row = '') => `# A\n\n| A | B |\n| --- | --- |\n| Status | Open |\n${row}\n${body}`
    const head = (version: number, body: string, more: string, row = '') =>
      `<!-- spec-template\nversion: ${version}\nmetadata: [{id: status, label: Status}${more}]\n-->\n\n${table(body, row)}`
    const ticket = '| Ticket | TBD |\n'
    const kind = kindOf(
      'note',
      head(
        1,
        '## 1. Why\n\nTBD\n\n## 2. Cost\n\nTBD\n\n### 2.1 Sum\n\nTBD\n\n## 3. End\n\nTBD\n',
        ', {id: ticket, label: Ticket}',
        ticket,
      ),
      head(
        2,
        `## 1. Why\n\nTBD\n\n## Cost\n${section('deprecated: why')}\n### Sum\n\n## 2. End\n\nTBD\n`,
        ', {id: ticket, label: Ticket, deprecated: issue}, {id: issue, label: Issue, optional: true}',
      ),
      head(3, '## 1. Why\n\nTBD\n\n## 2. End\n\nTBD\n', ', {id: issue, label: Issue, optional: true}'),
    )
    const own = table('## 1. Why\n\nSo.\n\n## 2. Cost\n\nTBD\n\n### 2.1 Sum\n\nTBD\n\n## 3. End\n\nHere.\n', ticket)
    const second = done(own, 2, kind)
    expect(second.text).toBe(table('## 1. Why\n\nSo.\n\n## 2. End\n\nHere.\n\n<!-- spec: note v2 -->\n'))
    const back = done(second.text, 1, kind)
    expect(back.text).toBe(`${own}\n<!-- spec: note v1 -->\n`)
    expect(told(back)).toEqual(['added row Ticket', 'added section 2. Cost'])

    const filled = own.replace('Cost\n\nTBD', 'Cost\n\nNone.').replace('| TBD |', '| 7 |')
    expect(told(done(filled, 3, kind))).toEqual([
      'kept row Ticket => Issue (a value stands in it)',
      'optional row Issue',
      'kept section 2. Cost => 1. Why (it holds words of the author’s)',
    ])
    expect(done(done(filled, 2, kind).text, 1, kind).text).toBe(`${filled}\n<!-- spec: note v1 -->\n`)
  })

  test('what is added and renamed by the next version is added under its last name', () => {
    const kind = kindOf(
      'note',
      form(1, '## Why\n\nTBD\n'),
      form(2, '## Why\n\nTBD\n\n## Cost\n\nTBD\n'),
      form(3, `## Why\n\nTBD\n\n## Price\n${section('was: cost')}\nTBD\n`),
    )
    const migration = done(text('## Why\n\nSo.\n'), 3, kind)
    expect(told(migration)).toEqual(['added section Price'])
    expect(migration.text).toContain('## Price\n\nTBD\n')
  })
})

describe('rows', () => {
  const rows = (source: string, ...more: string[]) =>
    `  source: ${source}\n  rows:\n${more.map(row => `    - ${row}\n`).join('')}`
  const OLD = ['{id: status, label: Status}', '{id: team, label: Team}', '{id: mail, label: Mail, optional: true}']
  const NEW = [
    '{id: status, label: Status}',
    '{id: owner, label: Owning group, was: team}',
    '{id: day, label: Day}',
    '{id: link, label: Link, optional: true}',
  ]
  const FORMS: Record<string, (labels: string[]) => string> = {
    list: labels => labels.map(label => `- ${label}: TBD\n`).join(''),
    lines: labels => labels.map(label => `**${label}**: TBD\n`).join('\n'),
    table: labels => `| A | B |\n| - | - |\n${labels.map(label => `| ${label} | TBD |\n`).join('')}`,
  }
  const kindFrom = (source: string) => {
    const write = FORMS[source]
    const body = (labels: string[]) => (source === 'frontmatter' ? '' : `${write?.(labels)}\n`)
    const top = (labels: string[]) =>
      source === 'frontmatter' ? `---\n${labels.map(label => `${label}: x\n`).join('')}---\n\n` : ''
    const whole = (version: number, said: string[], labels: string[]) =>
      `${top(labels)}<!-- spec-template\nversion: ${version}\nmetadata:\n${rows(source, ...said)}-->\n\n# [Name]\n\n${body(labels)}## Why\n\nTBD\n`
    return kindOf('note', whole(1, OLD, ['Status', 'Team']), whole(2, NEW, ['Status', 'Owning group', 'Day']))
  }
  const parts = [
    'kept row Mail (a value stands in it)',
    'renamed row Team => Owning group',
    'added row Day',
    'optional row Link',
  ]

  test.each([
    [
      'list',
      '# A\n\n- Status: Open\n- Team: core\n- Mail: a@b.c\n\n',
      '# A\n\n- Status: Open\n- Owning group: core\n- Day: TBD\n- Mail: a@b.c\n\n',
    ],
    [
      'lines',
      '# A\n\n**Status**: Open\n\n**Team**: core\n\n**Mail**: a@b.c\n\n',
      '# A\n\n**Status**: Open\n\n**Owning group**: core\n\n**Day**: TBD\n\n**Mail**: a@b.c\n\n',
    ],
    [
      'table',
      '# A\n\n| A | B |\n| - | - |\n| Status | Open |\n| Team         | core |\n| Mail | a@b.c |\n\n',
      '# A\n\n| A | B |\n| - | - |\n| Status | Open |\n| Owning group | core |\n| Day | TBD |\n| Mail | a@b.c |\n\n',
    ],
    [
      'frontmatter',
      '---\nStatus: Open\nTeam: core\nMail: x\n---\n\n# A\n\n',
      '---\nStatus: Open\nOwning group: core\nDay: TBD\nMail: x\n---\n\n# A\n\n',
    ],
  ])('in a %s', (source, before, after) => {
    const kind = kindFrom(source)
    const migration = done(`${before}## Why\n\nSo.\n`, 2, kind)
    expect(migration.text).toBe(`${after}## Why\n\nSo.\n\n<!-- spec: note v2 -->\n`)
    expect(told(migration)).toEqual(parts)
    expect(done(migration.text, 2, kind).text).toBe(migration.text)
    expect(done(migration.text, 1, kind).text).toBe(
      source === 'lines'
        ? `${before.replace('**Mail**', '**Day**: TBD\n\n**Mail**')}## Why\n\nSo.\n\n<!-- spec: note v1 -->\n`
        : `${source === 'table' ? before.replace('Team        ', 'Team        ') : before}## Why\n\nSo.\n\n<!-- spec: note v1 -->\n`,
    )
  })

  test('one without a value goes', () => {
    const {text: now} = done('# A\n\n- Status: Open\n- Team: core\n- Mail: TBD\n\n## Why\n\nSo.\n', 2, kindFrom('list'))
    expect(now).not.toContain('Mail')
  })
})
