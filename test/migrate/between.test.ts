import {describe, expect, test} from 'vitest'
import {done, inVersion, kindOf, told} from './support.js'

/** A kind whose versions have these sections, and what its head says of each. */
const kind = (...bodies: string[]) =>
  kindOf(
    'note',
    ...bodies.map((body, index) => `<!-- spec-template\nversion: ${index + 1}\n-->\n\n# [Title]\n\n${body}`),
  )
const rows = (...heads: [rows: string, form: string][]) =>
  kindOf(
    'note',
    ...heads.map(
      ([head, form], index) =>
        `<!-- spec-template\nversion: ${index + 1}\nmetadata:\n${head}-->\n\n# [Title]\n\n${form}\n## Kept\n`,
    ),
  )
const section = (settings: string) => `\n<!-- section\n${settings}\n-->\n`

describe('a section that is given up', () => {
  const dropping = kind(
    '## Old\n\n<!-- guidance: What was? -->\n\n| A | B |\n| - | - |\n| | |\n\n## Kept\n',
    '## Kept\n',
  )

  test('goes with the table of its form', () => {
    expect(told(done('# A\n\n## Old\n\n| A | B |\n| - | - |\n| | TBD |\n\n## Kept\n', 2, dropping))).toEqual([
      'removed section Old',
    ])
    expect(told(done('# A\n\n## Old\n\n| A | C |\n| - | - |\n| | TBD |\n\n## Kept\n', 2, dropping))).toEqual([
      'kept section Old (it holds words of the author’s)',
    ])
  })

  test('goes though others are cited, and stays where its title is', () => {
    const kept = (words: string) => told(done(`# A\n\n## Old\n\nTBD\n\n## Kept\n\n${words}\n`, 2, dropping))
    expect(kept('See [b](b.md).')).toEqual(['removed section Old'])
    expect(kept('See § "Old".')).toEqual(['kept section Old (something cites it)'])
  })

  test('bars all where a link to another one of its title would lead nowhere', () => {
    const text = '# A\n\n## Old\n\nTBD\n\n## Kept\n\n### Old\n\nWords, see [old](#old-1).\n'
    expect(inVersion(text, 2, dropping)).toEqual({
      ok: false,
      reason: 'a link to one of its own headings would lead nowhere',
    })
  })

  test('stays where what is around it would become one', () => {
    const text = '# A\n\nWords\n## Old\nKept\n---\n'
    expect(told(done(text, 2, dropping))).toEqual(['kept section Old (what stands around it would be read otherwise)'])
  })

  test('closes no gap where a number would begin a list', () => {
    const text = '# A\n\n## 1. Old\n\nTBD\n\n## 2. Kept\n\nAs is told in Section\n2. And so on.\n'
    expect(done(text, 2, dropping).text).toMatchInlineSnapshot(`
      "# A

      ## 2. Kept

      As is told in Section
      2. And so on.

      <!-- spec: note v2 -->
      "
    `)
  })
})

describe('a section that one version has and the next has not', () => {
  test('is neither put in nor taken out', () => {
    const passing = kind('## Kept\n', '## Kept\n\n## New\n', '## Kept\n')
    expect(told(done('# A\n\n## Kept\n\nWords.\n', 3, passing))).toEqual([])
  })
})

describe('a section that is called otherwise', () => {
  test('keeps its heading and its form where that is of another level there', () => {
    const raised = kindOf(
      'note',
      '<!-- spec-template\nversion: 1\n-->\n\n# [Title]\n\n## A\n\n<!-- guidance: Which? -->\n\n## C\n',
      `<!-- spec-template\nversion: 2\n-->\n\n# Bee\n${section('was: a')}\n<!-- guidance: How? -->\n\n# C\n`,
    )
    expect(told(done('# T\n\n## A\n\n<!-- Which? -->\n\n## C\n\nEnd.\n', 2, raised))).toMatchInlineSnapshot(`
      [
        "kept section A => Bee (it is of another level there)",
      ]
    `)
  })

  test('keeps its heading where nobody knows which words are the author’s', () => {
    const named = kind('## Phase [n]: [what]\n\n## C\n', `## Steps\n${section('was: phase')}\n## C\n`)
    expect(told(done('# T\n\n## Phase 1: Drain\n\nWords.\n\n## C\n\nEnd.\n', 2, named))).toMatchInlineSnapshot(`
      [
        "kept section Phase 1: Drain => Steps (its heading cannot be told apart from words of the author’s)",
      ]
    `)
  })

  test('keeps its form with its heading', () => {
    const named = kind(
      '## Phase [n]: [what]\n\n<!-- guidance: Which? -->\n\n## C\n',
      `## Steps\n${section('was: phase')}\n<!-- guidance: How? -->\n\n## C\n`,
    )
    expect(
      told(done('# T\n\n## Phase 1: Drain\n\n<!-- Which? -->\n\n## C\n\nEnd.\n', 2, named)),
    ).toMatchInlineSnapshot(`
      [
        "kept section Phase 1: Drain => Steps (its heading cannot be told apart from words of the author’s)",
      ]
    `)
  })

  test('loses the form of its own where the new one has none', () => {
    const bare = kind('## A\n\n<!-- guidance: Which? -->\n\n## C\n', '## A\n\n## C\n')
    expect(done('# T\n\n## A\n\n<!-- Which? -->\n\n## C\n\nEnd.\n', 2, bare).text).toMatchInlineSnapshot(`
      "# T

      ## A

      ## C

      End.

      <!-- spec: note v2 -->
      "
    `)
  })

  test('leaves words that name it, and tells of them', () => {
    const named = kind('## Old\n', `## New\n${section('was: old')}`)
    expect(done('# T\n\nSee § "Old".\n\n## Old\n\nWords.\n', 2, named).left).toMatchInlineSnapshot(`
      [
        {
          "line": 3,
          "text": "§ "Old"",
          "to": "New",
        },
      ]
    `)
  })
})

describe('a section that is put in', () => {
  const numbered = (...titles: string[]) =>
    titles.map((title, index) => `## ${index + 1}. ${title}\n\nTBD\n`).join('\n')

  test('at the end has the next number', () => {
    const more = kind(numbered('A', 'B'), numbered('A', 'B', 'C'))
    expect(done('# T\n\n## 1. A\n\nx\n\n## 2. B\n\ny\n', 2, more).text).toMatchInlineSnapshot(`
      "# T

      ## 1. A

      x

      ## 2. B

      y

      ## 3. C

      TBD

      <!-- spec: note v2 -->
      "
    `)
  })

  test('moves the numbers behind it, those of their parts too', () => {
    const more = kind(numbered('A', 'C'), numbered('A', 'B', 'C'))
    const text = '# T\n\n## 1. A\n\n### 1.1 Part\n\nx\n\n## 2. C\n\n### 2.1 One\n\ny\n\n#### 2.1.1 Deep\n\nz\n'
    expect(done(text, 2, more).text).toMatchInlineSnapshot(`
      "# T

      ## 1. A

      ### 1.1 Part

      x

      ## 2. B

      TBD

      ## 3. C

      ### 3.1 One

      y

      #### 3.1.1 Deep

      z

      <!-- spec: note v2 -->
      "
    `)
  })

  test('has no place where the document never ends', () => {
    const more = kind('## A\n', '## A\n\n## B\n')
    expect(told(done('<!-- spec: note v1 -->\n\n# T\n\n## A\n\n```\nopen\n', 2, more))).toMatchInlineSnapshot(`
      [
        "optional section B (there is no place for it)",
      ]
    `)
  })
})

describe('rows', () => {
  test('are not put in where there are none', () => {
    const one = '  source: list\n  rows:\n    - {id: status, label: Status}\n'
    const more = rows([one, '- Status: x\n'], [`${one}    - {id: owner, label: Owner}\n`, '- Status: x\n- Owner: x\n'])
    expect(told(done('# T\n\n## Kept\n\nWords.\n', 2, more))).toMatchInlineSnapshot(`
      [
        "optional row Owner (there is no place for it)",
      ]
    `)
  })

  test('that are sections are no rows', () => {
    const body = '## Status\n\nx\n'
    const one = '  - {id: status, section: status}\n'
    const both = rows([one, body], [`${one}`, body])
    expect(told(done('# T\n\n## Status\n\nopen\n\n## Kept\n\nWords.\n', 2, both))).toEqual([])
  })

  test('stay where a table has one for its header', () => {
    const one = '  rows:\n    - {id: status, label: Status}\n'
    const two = `${one}    - {id: team, label: Team}\n`
    const table = (...labels: string[]) => `| F | V |\n| - | - |\n${labels.map(label => `| ${label} | |\n`).join('')}`
    const fewer = rows([two, table('Status', 'Team')], [one, table('Status')])
    expect(
      told(done('# T\n\n| Team | |\n| - | - |\n| Status | x |\n\n## Kept\n\nWords.\n', 2, fewer)),
    ).toMatchInlineSnapshot(`
      [
        "kept row Team (its line cannot be taken out alone)",
      ]
    `)
  })

  test('keep a label that a table would take for two cells', () => {
    const row = (label: string) => `  rows:\n    - {id: status, label: ${label}}\n    - {id: team, label: Team}\n`
    const table = (label: string) => `| F | V |\n| - | - |\n| ${label} | |\n| Team | |\n`
    const renamed = rows([row('Status'), table('Status')], [row('"Sta|tus"'), table('Sta\\|tus')])
    expect(
      inVersion('# T\n\n| F | V |\n| - | - |\n| Status | x |\n| Team | y |\n\n## Kept\n\nWords.\n', 2, renamed),
    ).toMatchInlineSnapshot(`
      {
        "ok": false,
        "reason": "what surrounds its headings or rows would be read otherwise with their new names",
      }
    `)
  })
})
