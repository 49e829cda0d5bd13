import {describe, expect, test} from 'vitest'
import {readResearch} from '../../src/research/index.js'
import {readOutline} from '../../src/research/read.js'
import {readAbout, readSketch} from '../../src/research/sketch.js'

const open = (body: string) =>
  readResearch('research/2026-01-15-gates.md', `# Gates\n\n## Open Questions\n\n${body}\n`).questions.map(
    ({text, resolved, choices}) =>
      [`${resolved ? 'x' : ' '} ${text}`, ...(choices ?? []).map(choice => `- ${choice}`)].join(' '),
  )

describe('questions as people write them', () => {
  test('are settled by the paragraph below them', () => {
    expect(open('Q1: Which gate?\n\n**Answer:** The left one.\n\nQ2: Which lock?')).toEqual([
      'x Which gate?',
      '  Which lock?',
    ])
  })

  test('have their choices in a list below, unless that asks by itself', () => {
    expect(open('Q1: Which gate is it:\n\n- The left one\n- The right one')).toEqual([
      '  Which gate is it: - The left one - The right one',
    ])
    expect(open('Which gate?\n\n- Is it the left one?\n- Is it the right one?')).toEqual([
      '  Which gate?',
      '  Is it the left one?',
      '  Is it the right one?',
    ])
    expect(open('Which gate?\n\n- The left one\n- Resolved: the right one')).toHaveLength(1)
  })

  test('stand in tables, whose rows may be short, empty or say that there is none', () => {
    expect(
      open('| Question | Status |\n| - | - |\n| Which gate? | resolved |\n| Which lock? |\n| | open |\n| None | |'),
    ).toEqual(['x Which gate?', '  Which lock?'])
    expect(open('| Name | Status |\n| - | - |\n| Which gate? | open |')).toEqual([])
  })

  test('are none where an item says that there is none', () => {
    expect(
      readResearch('r.md', '# G\n\n## Open Questions\n\n### Gates\n\n- None\n\n### Locks\n\nText.\n').questions.map(
        ({text}) => text,
      ),
    ).toEqual(['Locks'])
  })

  test('are none where a heading has no words', () => {
    expect(open('###\n\n### ![](a.png)\n\n### Which gate')).toEqual(['  Which gate'])
  })

  test('may be nothing but a label', () => {
    expect(open('- Q1:\n- Q2: Which lock?')).toEqual(['  Q1:', '  Which lock?'])
  })
})

describe('a sketch of a document is what its outline says', () => {
  test.each<[string, string]>([
    ['headings of all levels', '# A\n\n## B ##\n\n###\n\nText.\n'],
    ['code', '# A\n\n```sh\n# none\n```\n\n~~~\n# none\n~~~\n\n## B\n'],
    ['a link in a heading', '# A [b](c.md) &amp; <b>d</b>\n'],
    ['underlined headings', '# A\n\nB\n---\n\nC\n===\n'],
    ['a rule below a table', '# A\n\n| a |\n| - |\n| b |\n---\n\n- c\n---\n'],
    ['a heading in a quote', '# A\n\n> ## B\n'],
    ['a byte order mark', '\uFEFF# A\n\n## B\n'],
    ['a byte order mark alone before a sign', '\uFEFF#'],
    ['raw HTML', '# A\n\n<!--\n# none\n-->\n\n`<!--`\n\n## B\n'],
    ['frontmatter', '---\ndate: 2026-01-02\ntopic: B\n---\n\n# A\n'],
    ['separators of lines, which end none', '# A\u2028B  b\n\n~~~ sh\u2029\n# none\n~~~\n\n## \u2029C ##\n'],
    ['frontmatter without an end', '---\ndate: 2026-01-02\n\n# A\n'],
  ])('%s', (_, text) => {
    const {headings, ...about} = readOutline('research/2026-01-15-a.md', text)
    const sketch = readSketch('research/2026-01-15-a.md', text)
    expect(sketch.headings.map(({level, text}) => [level, text])).toEqual(
      headings.map(({level, text}) => [level, text]),
    )
    for (const key of ['path', 'date', 'topic', 'status'] as const) expect(sketch[key]).toEqual(about[key])
    expect(readAbout('research/2026-01-15-a.md', text)).toMatchObject({topic: sketch.topic})
  })
})

test('a title right behind a byte order mark is one', () => {
  const text = '\uFEFF# Gates\n\n## Open Questions\n\n- Which gate?\n'
  for (const read of [readOutline, readSketch, readAbout])
    expect(read('research/2026-01-15-a.md', text)).toMatchObject({topic: 'Gates'})
})

describe('what research holds that is none of it', () => {
  test('a list in its frontmatter that is a mapping, and links without a path or that cannot be decoded', () => {
    const head = '---\ndate: 2026-01-10\ntags: {a: b}\n---\n\n'
    const read = readResearch('r.md', `${head}# G\n\n[a](?x) [b](c%zz.ts) [d](#e) [f](g%20h.ts)\n`)
    expect(read.tags).toEqual([])
    expect(read.references).toEqual(['c%zz.ts', 'g h.ts'])
  })

  test('a row that ends before the column of questions, and an item that is a label alone', () => {
    expect(open('| Status | Question |\n| - | - |\n| open | Which gate? |\n| open |')).toEqual(['  Which gate?'])
    expect(open('- **Q1:**\n- Q2: Which lock?')).toEqual(['  **Q1:**', '  Which lock?'])
  })
})
