import {describe, expect, test} from 'vitest'
import {collectFacts} from '../../src/lint/index.js'
import {questionIds, questionMark, questionMarksIn, questionsMark} from '../../src/research/question-ids.js'
import {folder} from '../support/folders.js'
import {open} from '../workspace/support.js'

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

async function fates(text: string, {path = 'specs/a.md', head = ''} = {}) {
  const workspace = await open(folder({[RESEARCH]: research(head), [path]: text}))
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
