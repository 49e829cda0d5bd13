import {describe, expect, test} from 'vitest'
import {folder} from '../support/folders.js'
import {complaints, gates, RESEARCH, scaffolded} from './support.js'

const GATES = 'research/docs/2026-01-15-gates.md'
const chosen = ({research}: {research: readonly {path: string; chosen: boolean}[]}) =>
  research.filter(entry => entry.chosen).map(({path}) => path)

describe('choosing', () => {
  const many = Object.fromEntries(
    Array.from({length: 9}, (_, index) => [`research/2025-0${index + 1}-01-parcel-gate.md`, '# Parcel gate\n']),
  )

  test('by default at most five of those that fit, with score, tier and reason', async () => {
    const result = await scaffolded(folder({...many, 'research/z.md': '# Belts\n'}), {title: 'Parcel gate'})
    expect(chosen(result)).toHaveLength(5)
    expect(result.research).toHaveLength(9)
    expect(result.research[0]).toEqual({
      path: 'research/2025-01-01-parcel-gate.md',
      score: expect.any(Number),
      tier: 'oldest',
      reason: 'Parcel (file name, topic, title), gate (file name, topic, title)',
      chosen: true,
    })
  })

  test('where none matches, that is said', async () => {
    const root = folder({'research/belts.md': '# Belts\n'})
    const {notes, research} = await scaffolded(root, {title: 'Payroll'})
    expect(research.filter(({chosen}) => chosen)).toEqual([])
    expect(notes.find(({code}) => code === 'no-research-match')?.text).toContain(
      'No research matches the title (0 of 1)',
    )
  })

  test('with at least a third of the best score', async () => {
    const files = {...gates, 'research/a.md': '# Parcel gate scanner\n', 'research/b.md': '# Belts\n\n## Of a parcel\n'}
    const result = await scaffolded(folder(files), {title: 'Parcel gate scanner'})
    expect(chosen(result)).toEqual(['research/a.md'])
    expect(result.research.map(({path}) => path)).toEqual(['research/a.md', 'research/b.md'])
  })

  test('none fits: the row stays away, and lint says so', async () => {
    const result = await scaffolded(gates(), {title: 'Umbrellas'})
    expect(chosen(result)).toEqual([])
    expect(result.text).not.toMatch(/^\| Research /m)
    expect(await complaints(result)).toEqual([expect.stringMatching(/^warning no-research-citation: /)])
  })

  test('named files are all chosen, in the order given, whatever their score', async () => {
    const root = gates({...many, 'research/z.md': '# Belts\n'})
    const research = ['research/z.md', ...Object.keys(many).reverse(), 'research/z.md']
    const result = await scaffolded(root, {title: 'Parcel gate', research})
    expect(chosen(result)).toEqual(research.slice(0, -1))
    expect(result.research[0]?.reason).toBe('named')
    expect(result.text).toContain(
      '| Research               | [z](../research/z.md), [parcel-gate](../research/2025-09-01-parcel-gate.md), ',
    )
    expect(await complaints(result)).toEqual([])
  })

  test('of a folder or a glob, the best', async () => {
    const root = gates(many)
    expect(chosen(await scaffolded(root, {title: 'Parcel gate', research: ['research/docs']}))).toEqual([GATES])
    expect(chosen(await scaffolded(root, {title: 'Parcel gate', research: ['research/']}))).toHaveLength(5)
    expect(chosen(await scaffolded(root, {title: 'Parcel gate', research: ['research/2025-0[12]*']}))).toHaveLength(2)
    const both = await scaffolded(root, {title: 'Parcel gate', research: ['research', GATES]})
    expect(chosen(both)[0]).toBe(GATES)
    expect(chosen(both)).toHaveLength(6)
  })

  test('documents dated after the day are kept and marked', async () => {
    const result = await scaffolded(gates(), {title: 'Gates', date: '2026-01-01'})
    expect(result.research[0]).toMatchObject({path: GATES, tier: 'later', chosen: true})
    expect(result.notes).toContainEqual({
      code: 'later-research',
      text: `${GATES} is dated 2026-01-15, after the document's own date 2026-01-01`,
    })
  })

  test('--no-research gives the reason, and lint is content', async () => {
    const result = await scaffolded(gates(), {title: 'Gates', noResearch: 'a change of | words only'})
    expect(result.text).toContain('| Research               | None: a change of \\| words only |')
    expect(result.text).not.toContain('gates.md')
    expect(await complaints(result)).toEqual([])
  })

  test.each([
    [{noResearch: 'x', research: [GATES]}, 'Unexpected --no-research beside --research, expected one of them'],
    [{noResearch: ' - '}, 'Unexpected empty --no-research, expected the reason in some words'],
    [
      {research: ['research/docs/2026-01-15-gate.md']},
      /"research\/docs\/2026-01-15-gate\.md".*Did you mean "research\/docs\/2026-01-15-gates\.md"\?$/,
    ],
    [{research: ['src/gate.ts']}, 'Unexpected research "src/gate.ts", expected a Markdown document (".md")'],
    [{research: ['/etc/hostname']}, /^"\/etc\/hostname" lies outside the workspace/],
  ])('%j is refused', async (request, message) => {
    await expect(scaffolded(gates(), {title: 'Gates', ...request})).rejects.toThrow(message)
  })
})

describe('what research gives', () => {
  test('the row, the sources, the options, the questions and the appendix', async () => {
    const root = gates({'research/2025-12-01-belts.md': '# Belts\n'})
    const result = await scaffolded(root, {title: 'Parcels', research: [GATES], guidance: 'none'})
    const {text} = result
    expect(text).toContain('| Research               | [gates](../research/docs/2026-01-15-gates.md) |')
    expect(text).toContain(
      '- [Gates of the hall](../research/docs/2026-01-15-gates.md) (2026-01-15, commit `0123456789ab`): ' +
        '[Findings](../research/docs/2026-01-15-gates.md#findings), [Open Questions](../research/docs/2026-01-15-gates.md#open-questions)\n',
    )
    expect(text).toContain('<summary>Code that it cites (1)</summary>\n\n  - `src/gate.ts`\n\n  </details>')
    expect(text).not.toContain('gone.ts')
    expect(text).toMatch(
      /^\| \[Option A: Open always\]\(\.\.\/research\/docs\/2026-01-15-gates\.md#option-a-open-always\) +\| +\| +\| +\|$/m,
    )
    expect(text).toMatch(/^\| \[Option B: Open \\\| close\]\(/m)
    expect(text).toContain(
      '- [ ] **Which gate**: see [above](../research/docs/2026-01-15-gates.md#findings), or `src/gate.ts`? ([gates](../research/docs/2026-01-15-gates.md#open-questions)) <!-- question: 7e2365c2 -->\n' +
        '- [x] ~~Is it heavy?~~ No. ([gates](../research/docs/2026-01-15-gates.md#open-questions))\n',
    )
    expect(text).toMatch(
      /^\| \[research\/docs\/2026-01-15-gates\.md\]\(.*\) +\| Gates of the hall \| 2026-01-15 \| `0{0}0123456789abcdef0123456789abcdef01234567` \|$/m,
    )
    expect(text).toContain(
      'Cited by this research, and not chosen:\n- research/2025-12-01-belts.md (by research/docs/2026-01-15-gates.md)\n-->',
    )
    expect(await complaints(result)).toEqual([])
  })

  test('each value with its source', async () => {
    const {values} = await scaffolded(gates(), {title: 'Gates', date: '2026-01-20', owner: 'Hall'})
    expect(values).toEqual([
      {field: 'title', value: 'Gates', source: 'the argument'},
      {field: 'path', value: 'specs/2026-01-20-gates.md', source: 'the folder of specs, the date and the title'},
      {field: 'author', value: 'Ada Example', source: 'git user.name'},
      {field: 'status', value: 'Draft (WIP)', source: 'the first status of the template'},
      {field: 'owner', value: 'Hall', source: '--owner'},
      {field: 'dates', value: '2026-01-20', source: '--date'},
      {field: 'research', value: GATES, source: 'the chosen research'},
      {field: 'sources', value: '1 document, 2 sections, 1 code file', source: GATES},
      {field: 'options', value: '2 options', source: GATES},
      {field: 'questions', value: '1 open, 1 resolved', source: GATES},
    ])
  })

  test('links fit wherever the document is put', async () => {
    for (const out of ['deep/er/x.md', 'x.md', 'research/docs/x.md', 'specs/with space/é #1.md']) {
      const result = await scaffolded(gates(), {title: 'Gates', out})
      expect(result.path).toBe(out)
      expect(result.text).toContain('gates.md#findings')
      expect(await complaints(result)).toEqual([])
    }
  })

  test('names of documents that need care', async () => {
    const names = [
      'a b.md',
      'c#d.md',
      'e(f).md',
      'g|h.md',
      'i[j].md',
      'k%20l.md',
      'm`n`.md',
      'ö_p_.md',
      'q--\u003er.md',
      'a:b.md',
    ]
    const root = gates(
      Object.fromEntries(names.map(name => [`research/${name}`, `${RESEARCH}\nSee [x](docs/2026-01-15-gates.md).\n`])),
    )
    const result = await scaffolded(root, {title: 'Gates', research: names.map(name => `research/${name}`)})
    expect(chosen(result)).toHaveLength(names.length)
    expect(await complaints(result)).toEqual([])
  })

  test('topics, headings and questions that need care', async () => {
    const body = [
      '---\ntopic: "a | b <!-- x --> \\u202E `c` [d](e)"\n---',
      '# T',
      '## One | two `x|y` <b>\n\n## \u{1F6AA}\n\n## [link](gone.md) & *more*',
      '## Open Questions',
      '- Is `x` | y?\n- <details><summary>z</summary>\n- An unclosed `tick, [bracket and **stars\n- [ ] \\[R1] and [^1] and [R2]?\n- `gone.md`, [x](../gone/y.md#z), ![p](p.png)\n- # a heading?\n- <!-- spec: rfc v9 -->',
    ].join('\n\n')
    const result = await scaffolded(folder({'research/x.md': body}), {
      title: 'Care',
      research: ['research/x.md'],
      author: 'Ada',
    })
    expect(await complaints(result)).toEqual([])
    expect(
      result.text.match(/^- \[ \] .*#open-questions\)\) <!-- question: [0-9a-f]{8} -->$/gm)?.length,
    ).toBeGreaterThanOrEqual(5)
    expect(result.text.match(/<!-- spec:/g)).toHaveLength(1)
  })

  test.each([
    ['without frontmatter', '# Research: Gates\n\n## Open Questions\n\n- Which?\n', []],
    [
      'with junk frontmatter',
      '---\nfoo: [\n---\n\n# Research: Gates\n\n## Open Questions\n\n- Which?\n',
      ['frontmatter-not-read'],
    ],
    [
      'with hostile frontmatter',
      `---\nfoo: ${'['.repeat(9999)}\n---\n\n# Research: Gates\n\n## Open Questions\n\n- Which?\n`,
      ['frontmatter-not-read'],
    ],
  ])('%s', async (_name, text, codes) => {
    const result = await scaffolded(gates({'research/x.md': text}), {research: ['research/x.md']})
    expect(result.notes.map(({code}) => code)).toEqual(codes)
    expect(result.text).toContain('# Gates Technical Design Document / RFC')
    expect(result.text).toContain('- [ ] Which? ([x](../research/x.md#open-questions))')
    expect(await complaints(result)).toEqual([])
  })

  test('none at all', async () => {
    const result = await scaffolded(folder(), {title: 'Gates', author: 'Ada'})
    expect(result.notes.map(({code}) => code)).toEqual(['no-research', 'no-repository'])
    expect(result.research).toEqual([])
    expect(await complaints(result)).toEqual([])
  })

  test('what cannot be read is left out with a note, or refused where it is named', async () => {
    const root = gates({
      'research/bad.md': new Uint8Array([0xff, 0xfe]),
      'research/deep.md': `# Parcels at the gate\n\n${'> '.repeat(5000)}`,
    })
    const result = await scaffolded(root)
    expect(result.notes.map(({text}) => text)).toEqual([
      expect.stringMatching(/^research\/bad\.md was left out: /),
      expect.stringMatching(/^research\/deep\.md was left out: /),
      expect.stringMatching(/^No research matches the title \(0 of 2\)/),
    ])
    expect(chosen(result)).not.toContain('research/deep.md')
    expect(result.text).not.toContain('deep.md')
    await expect(scaffolded(root, {title: 'x', research: ['research/bad.md']})).rejects.toThrow(
      /^"research\/bad\.md" cannot be read: /,
    )
  })
})
