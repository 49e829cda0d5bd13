import {describe, expect, test} from 'vitest'
import {collectFacts} from '../../src/lint/index.js'
import {questionIds, questionMark, questionMarksIn, questionsMark} from '../../src/research/question-ids.js'
import {folder} from '../support/folders.js'
import {open} from '../workspace/support.js'
import {at} from './support.js'

const RESEARCH = 'research/2026-01-10-upload-limits.md'
const QUESTIONS = [
  '**Quota per team**: Does every team get the same quota, or one by its size?',
  '**Video files**: Are recordings of meetings counted like any other file?',
  '**Leap seconds**: Which timezone do nightly snapshots of Reykjavik follow?',
]
const [QUOTA = '', VIDEO = '', LEAP = ''] = questionIds(QUESTIONS.map(text => ({text})))

const research = (head = '') =>
  `${head}# Upload limits\n\n## Open Questions\n\n${QUESTIONS.map(text => `- ${text}\n`).join('')}`
const spec = (body: string, {title = 'Upload limits', date = '2026-01-15'} = {}) =>
  `# ${title}\n\n| Document Metadata | Details |\n| --- | --- |\n| Status | Draft (WIP) |\n| Created / Last Updated | ${date} |\n\nSee [limits](../${RESEARCH}).\n\n${body}`

async function fates(text: string, {path = 'specs/a.md', head = '', more = {}} = {}) {
  const workspace = await open(folder({[RESEARCH]: research(head), [path]: text, ...more}))
  const {ledger} = await collectFacts(text, {path, workspace})
  return ledger.map(({fate, by, role, reason}) => [fate, by ?? reason ?? '', role ?? ''].join(' ').trim())
}

const among = (...lines: string[]) => spec(`## 9. Open Questions / Unresolved Issues\n\n${lines.join('\n')}\n`)

describe('ids of questions', () => {
  test('know words, and neither case nor marks nor addresses', () => {
    const [id] = questionIds([{text: '**Which** [gate](a.md), `x.ts`?'}])
    expect(questionIds([{text: 'which [GATE](../b/c.md#d "t"), x.ts'}])).toEqual([id])
    expect(questionIds([{text: 'which gate, y.ts'}])).not.toEqual([id])
  })

  test('are different where the same words return, and where there are no words', () => {
    const ids = questionIds(['Why?', 'Why?', '…?', '!?'].map(text => ({text})))
    expect(new Set(ids).size).toBe(4)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}$/)
  })

  test('are read back from their marks, and from nothing else', () => {
    const text = `a ${questionMark('0123abcd')} b ${questionsMark(['0123abcd', '89abcdef'])} <!-- question: why? -->`
    expect(questionMarksIn(text).map(({ids, beside}) => ({ids, beside}))).toEqual([
      {ids: ['0123abcd'], beside: true},
      {ids: ['0123abcd', '89abcdef'], beside: false},
    ])
  })
})

describe('what became of a question', () => {
  test.each([
    ['a ticked item', '- [x] Quota per team: one for all.', 'answered words questions'],
    ['an item without a tick', '- [ ] Quota per team: one for all?', 'open words questions'],
    [
      'an item that says it is resolved',
      '- [ ] **Resolved:** every team gets the same quota',
      'answered words questions',
    ],
    ['an item with an answer below it', '- Quota per team: the same?\n  - Decision: yes', 'answered words questions'],
    [
      'an item with choices, one of them ticked',
      '- Quota per team\n  - [x] the same\n  - [ ] by size',
      'answered words questions',
    ],
    [
      'an item with choices, none of them ticked',
      '- Quota per team\n  - [ ] the same\n  - [ ] by size',
      'open words questions',
    ],
    ['a question in prose', 'Does every team get the same quota?', 'open words questions'],
    [
      'a question in prose with its answer below',
      'Does every team get the same quota?\n\nEvery one does.',
      'answered words questions',
    ],
    ['an answer in prose', 'Every team gets the same quota, whatever its size.', 'answered words questions'],
    [
      'a row with an answer',
      '| Question | Answer |\n| --- | --- |\n| Quota per team | One for all |',
      'answered words questions',
    ],
    ['a row that is open', '| Question | Status |\n| --- | --- |\n| Quota per team | Open |', 'open words questions'],
    ['a heading with a decision', '### Quota per team\n\n**Decision:** One for all.', 'answered words questions'],
  ])('%s', async (_name, line, expected) => {
    expect((await fates(among(line)))[0]).toBe(expected)
  })

  test.each([
    ['3. Goals and Non-Goals\n\n### 3.1 Functional Goals', 'goals'],
    ['3. Goals and Non-Goals\n\n### 3.2 Non-Goals (Out of Scope)', 'non-goals'],
    ['5. Detailed Design\n\n### 5.9 Whatever', 'design'],
    ['6. Alternatives Considered', 'alternatives'],
  ])('it moved to "%s"', async (heading, role) => {
    const text = spec(`## ${heading}\n\n- Every team has the same quota, not one by its size.\n`)
    expect((await fates(text))[0]).toBe(`moved words ${role}`)
  })

  test('a section that claims nothing is one of questions by its title', async () => {
    const text = spec('## 9. Resolved Decisions\n\n- Quota per team: one for all.\n\n## 10. Open Questions\n\nNone.\n')
    expect((await fates(text))[0]).toBe('answered words questions')
  })

  test('an id holds, whatever became of the words, and wherever they went', async () => {
    const goals = `## 3. Goals and Non-Goals\n\n### 3.2 Non-Goals\n\n- Films. ${questionMark(VIDEO)}\n`
    const text = `${spec(goals)}\n## 9. Open Questions\n\n- [x] One for all. ${questionMark(QUOTA)}\n- [ ] Hm.\n  ${questionMark(LEAP)}\n`
    expect(await fates(text)).toEqual(['answered id questions', 'moved id non-goals', 'open id questions'])
    expect((await fates(`${spec('')}\n\`\`\`\n${questionMark(QUOTA)}\n\`\`\`\n`))[0]).not.toContain('id')
  })

  test('what the document was made with is missed when it is gone; what was added later is not', async () => {
    const about =
      'Of timezone and snapshots, which are nightly, more below.\n\nReykjavik is far.\n\nLeap years.\n\nSeconds.\n\n'
    const made = (ids: string[]) => `${spec(about)}\n${questionsMark(ids)}\n`
    expect((await fates(made([QUOTA, VIDEO, LEAP])))[0]).toBe('vanished')
    expect((await fates(made([VIDEO, LEAP])))[0]).toBe('unclear later')
  })

  test('a document that knows neither its id nor its words lost it, if it was made from the research', async () => {
    const text = spec('Nothing of the kind.\n')
    expect((await fates(text)).at(-1)).toBe('vanished')
    expect((await fates(spec('Nothing.\n', {title: 'Something else'}))).at(-1)).toBe('unclear mentioned')
    expect((await fates(spec('Nothing.\n', {date: '2026-01-02'}))).at(-1)).toBe('unclear later')
    expect((await fates(text, {head: '---\nstatus: superseded\n---\n\n'})).at(-1)).toBe('unclear outdated')
  })

  test('is lost by what is named after the research, or of which it has most words', async () => {
    const lost = async (title: string, path = 'specs/a.md') => (await fates(spec('Nothing.\n', {title}), {path})).at(-1)
    expect(await lost('Limits of all Uploads')).toBe('vanished')
    expect(await lost('Something else', 'specs/2026-01-15-upload-limits.md')).toBe('vanished')
    expect(await lost('Uploads')).toBe('unclear mentioned')
    expect(await lost('Limits of Limits')).toBe('unclear mentioned')
  })

  test('that bears any of its ids is one that is made from it', async () => {
    const text = (mark: string) => spec(`## 9. Open Questions\n\n- [ ] Hm. ${mark}\n`, {title: 'Something else'})
    expect((await fates(text(questionMark(QUOTA)))).at(-1)).toBe('vanished')
    expect((await fates(text(questionsMark([QUOTA, LEAP])))).at(-1)).toBe('vanished')
    expect((await fates(text(questionMark('01234567')))).at(-1)).toBe('unclear mentioned')
    expect((await fates(text(questionsMark(['01234567'])))).at(-1)).toBe('unclear mentioned')
    // Ids of other research say nothing of when this one was there.
    const other = spec(`Nothing. ${questionsMark(['01234567'])}\n`)
    expect((await fates(other)).at(-1)).toBe('vanished')
  })

  test('several comments tell together what the document was made with', async () => {
    const text = spec(`Nothing.\n\n${questionsMark([QUOTA])}\n\n${questionsMark([LEAP])}\n`)
    expect((await fates(text)).slice(1)).toEqual(['unclear later', 'vanished'])
  })

  test('of research that is withdrawn or replaced nothing is missed', async () => {
    const text = spec('Nothing.\n')
    const newer = {'research/2026-01-12-limits.md': '# Upload limits\n'}
    for (const [head, more] of [
      ['status: withdrawn', {}],
      ['superseded_by: research/2026-01-12-limits.md', newer],
    ] as const)
      expect((await fates(text, {head: `---\n${head}\n---\n\n`, more})).at(-1)).toBe('unclear outdated')
  })

  test('of what does not ask nothing is missed, and what is resolved is not asked', async () => {
    const text = spec('Nothing.\n')
    const files = {
      [RESEARCH]: '# Upload limits\n\n## Open Questions\n\n- Leap seconds are odd.\n- [x] Why?\n',
      'specs/a.md': text,
    }
    const {ledger} = await collectFacts(text, {path: 'specs/a.md', workspace: await open(folder(files))})
    expect(ledger.map(({fate, reason}) => [fate, reason])).toEqual([['unclear', 'no-question']])
  })
})

describe('an entry of the account', () => {
  /** The account of a text, by the questions of its research, among other files. */
  async function ledgerOf(text: string, files: Record<string, string> = {}, path = 'specs/a.md') {
    const workspace = await open(folder({[RESEARCH]: research(), ...files, [path]: text}))
    return (await collectFacts(text, {path, workspace})).ledger
  }

  test('tells where the question was asked, and where it stands now', async () => {
    const text = among('- [ ] Quota per team: one for all?')
    const [entry] = await ledgerOf(text)
    expect(entry).toMatchObject({
      research: RESEARCH,
      line: 5,
      text: QUESTIONS[0],
      id: QUOTA,
      fate: 'open',
      by: 'words',
      role: 'questions',
      section: 'open-questions',
      heading: '9. Open Questions / Unresolved Issues',
    })
    expect(entry?.score).toBeGreaterThan(0.45)
    expect(String(entry?.score)).toMatch(/^0\.\d\d?$/)
    expect(entry && at(text, entry.position)).toBe('- [ ] Quota per team: one for all?')
    expect(entry?.place).toEqual(entry?.position)
  })

  test('that was not found is told where it would be looked for, else where the research is cited', async () => {
    const gone = among('None.')
    expect((await ledgerOf(gone)).map(entry => [entry.fate, at(gone, entry.position)]).at(-1)).toEqual([
      'vanished',
      '## 9. Open Questions / Unresolved Issues',
    ])
    const without = spec('Nothing.\n')
    const [entry] = (await ledgerOf(without)).slice(-1)
    expect(entry && at(without, entry.position)).toBe(`[limits](../${RESEARCH})`)
    expect(entry).not.toHaveProperty('place')
  })

  test('that may be meant by a piece names it, and how near it is', async () => {
    const text = spec('## 5. Detailed Design\n\nSnapshots are nightly.\n')
    const [entry] = (await ledgerOf(text)).slice(-1)
    expect(entry).toMatchObject({fate: 'unclear', reason: 'near', role: 'design', section: 'detailed-design'})
    expect(entry?.score).toBeGreaterThan(0.25)
    expect(entry?.score).toBeLessThan(0.45)
    expect(entry && at(text, entry.position)).toBe('Snapshots are nightly.')
  })

  test('has no section where a title alone has its words', async () => {
    const text = '# Quota per team\n\nSee `research/2026-01-10-upload-limits.md`: every team gets the same quota.\n'
    const [entry] = await ledgerOf(text)
    expect(entry).toMatchObject({fate: 'unclear', id: QUOTA})
    expect(entry).not.toHaveProperty('role')
    expect(entry).not.toHaveProperty('section')
  })

  test('is among the questions where they have it as well as the design nearly has', async () => {
    const both = (question: string) =>
      `${among(`- [ ] ${question}`)}\n## 5. Detailed Design\n\nDoes every team get the same quota, or one by its size? Quota per team.\n`
    expect((await ledgerOf(both('Quota per team: the same for every one?')))[0]).toMatchObject({fate: 'open'})
    expect((await ledgerOf(both('Do teams of one size get the same?')))[0]).toMatchObject({
      fate: 'moved',
      role: 'design',
    })
  })

  test('knows a question by its choices, too, and shows it in one line', async () => {
    const choices =
      '# Upload limits\n\n## Open Questions\n\n- **Store**: Which\n  one?\n  - [ ] PostgreSQL\n  - [ ] CockroachDB\n'
    const text = spec('## 5. Detailed Design\n\nPostgreSQL before CockroachDB in the store.\n')
    expect(await ledgerOf(text, {[RESEARCH]: choices})).toMatchObject([
      {text: '**Store**: Which one?', fate: 'moved', role: 'design'},
    ])
  })

  test('of each research that has open questions, in the order of citation', async () => {
    const other = (text: string) => `# Other\n\n## Open Questions\n\n${text}\n`
    const text = `${spec('Nothing.\n')}See [b](../research/b.md), [c](../research/c.md), [d](d.md) and [e](../research/e.md).\n`
    const files = {
      'research/b.md': other('- Why b?\n- [x] Why not?\n- Why so?'),
      'research/c.md': other('- [x] Why c?'),
      'research/e.md': '# E\n',
      'specs/d.md': other('- Why d?'),
    }
    const told = (await ledgerOf(text, files)).map(entry => [entry.research, entry.line, entry.text])
    expect(told.slice(0, 3).every(([path]) => path === RESEARCH)).toBe(true)
    expect(told.slice(3)).toEqual([
      ['research/b.md', 5, 'Why b?'],
      ['research/b.md', 7, 'Why so?'],
    ])
  })

  test('there is none where no section is for questions', async () => {
    const text = spec('Nothing.\n')
    const workspace = await open(folder({[RESEARCH]: research(), 'a.md': text}))
    expect((await collectFacts(text, {path: 'a.md', workspace, kind: 'research'})).ledger).toEqual([])
  })
})
