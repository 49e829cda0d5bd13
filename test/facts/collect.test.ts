import {describe, expect, test} from 'vitest'
import {historyQuestionsOf, questionsOf, resolve} from '../../src/facts/index.js'
import {readTemplate} from '../../src/template/index.js'
import type {HistoryAnswers} from '../../src/workspace/index.js'
import {collectedOf, worldOf, worldOfTexts} from './support.js'

const approved = '# T\n\n| Document Metadata | Details |\n| - | - |\n| Status | Approved |\n'
const nothing: HistoryAnswers = {code: [], research: [], gone: [], versions: new Map(), gaps: [], committed: true}

describe('what the history is asked', () => {
  const asked = (text: string, files: string[] = []) => historyQuestionsOf(collectedOf(text), worldOf(text, files))

  test('is nothing of a document that cites nothing that may have changed', () => {
    expect(asked('# T\n\nSee [b](b.md) and <https://example.org>.\n', ['specs/b.md'])).toBeUndefined()
  })

  test('is source code that is cited, at the commits that may be meant', () => {
    const text = 'See `src/x.ts:12`.\n'
    expect(asked(text)).toMatchObject({path: 'specs/a.md', text, research: [], gone: []})
    expect(asked(text)?.code.length).toBeGreaterThan(0)
    expect(asked(text)).not.toHaveProperty('former')
  })

  test.each(['git_commit', 'commit'])('is the commit that a document names as its own: %s', key => {
    const text = `---\n${key}: 0123abcd\n---\n\n# T\n\nSee \`src/x.ts:12\`.\n`
    const world = worldOf(text, [])
    const questions = historyQuestionsOf(collectedOf(text, {path: 'research/r.md', kind: {name: 'research'}}), world)
    expect(JSON.stringify(questions?.code)).toContain('0123abcd')
    const bare = text.replace(key, 'note')
    expect(
      JSON.stringify(
        historyQuestionsOf(collectedOf(bare, {path: 'research/r.md', kind: {name: 'research'}}), world)?.code,
      ),
    ).not.toContain('0123abcd')
  })

  test('is what became of documents that are not there, each once', () => {
    const text = 'See [b](b.md), [b](b.md#x), [r](../research/r.md) and [c](c.md).\n'
    const questions = asked(text, ['specs/c.md'])
    // A link may be written from the root, too.
    expect(questions?.gone).toEqual(['specs/b.md', 'b.md', 'research/r.md'])
    expect(questions?.code).toEqual([])
  })

  test('is each of these beside the others', () => {
    const code = asked('See `src/x.ts` and [b](/specs/b.md).\n')
    expect([code?.code.length, code?.gone]).toEqual([1, ['specs/b.md']])
    const text = 'See `src/x.ts` and [r](../research/r.md).\n'
    const entries = new Map([
      ['research/r.md', {type: 'file' as const, head: '---\ngit_commit: 0123abcd\n---\n', code: ['src/y.ts']}],
    ])
    const both = historyQuestionsOf(collectedOf(text), {specs: [], research: ['research/r.md'], entries})
    expect([both?.code.length, both?.research]).toEqual([1, [{commit: '0123abcd', paths: ['src/y.ts']}]])
  })

  test('is since when it has been approved', () => {
    expect(asked(approved)).toEqual({
      path: 'specs/a.md',
      text: approved,
      code: [],
      research: [],
      gone: [],
      former: true,
    })
    expect(asked(approved.replace('Approved', 'Draft'))).toBeUndefined()
  })

  test('and the world is asked for what is planned', () => {
    expect(questionsOf(collectedOf('Create `src/new.ts`.\n'))).toContainEqual({path: 'src/new.ts'})
  })
})

test('a section of the research is one of the research in the row that the template has for it', () => {
  const template = readTemplate(
    '<!-- spec-template\nkind: note\nmetadata: {source: list, rows: [{id: research, label: Grounds}]}\n-->\n\n# [T]\n\n- Grounds: x\n\n## A\n',
  )
  const text =
    '# T\n\n- Grounds: [x](../research/x.md)\n\n## A\n\nSee [y](../research/y.md).\n\nIt grows (research §1).\n'
  const {citations} = collectedOf(text, {kind: {name: 'note', template}})
  expect(citations.at(-1)).toMatchObject({form: 'section-reference', target: '../research/x.md'})
})

describe('facts that there is nothing to tell of', () => {
  test('are left out, and are told where there is', () => {
    const seldom = ['drift', 'researchDrift', 'supersession', 'approval', 'indexes']
    const text = '# T\n\nSee [b](b.md).\n'
    const plain = resolve(collectedOf(text), worldOfTexts({'specs/b.md': '# B\n'}))
    for (const name of [...seldom, 'metadataPosition', 'metadataProblem']) expect(plain).not.toHaveProperty(name)
    expect(plain).toMatchObject({schemaVersion: 1, path: 'specs/a.md', kind: 'rfc'})

    const told = resolve(collectedOf(`${approved}| Supersedes | b.md |\n`), worldOfTexts({'specs/b.md': '# B\n'}), {
      ...nothing,
      former: {versions: [{commit: 'c1', date: '2026-01-01', text: approved}]},
    })
    expect(told.supersession?.links).toMatchObject([{path: 'specs/b.md'}])
    expect(told.approval).toMatchObject({commit: 'c1', status: 'Approved'})
  })

  test('what history says of a document that is gone stands at its citation', () => {
    const text = 'See [b](b.md).\n'
    const collected = collectedOf(text)
    const world = worldOf(text, [])
    const removedBy = '0123abcd0123abcd0123abcd0123abcd0123abcd'
    const gone = historyQuestionsOf(collected, world)?.gone.map(path =>
      path === 'specs/b.md' ? {removedBy, renamed: []} : {renamed: []},
    )
    expect(resolve(collected, world, {...nothing, ...(gone && {gone})}).citations).toMatchObject([
      {exists: false, removedBy: expect.stringMatching(/^0123abc/)},
    ])
    expect(resolve(collected, world).citations[0]).not.toHaveProperty('removedBy')
  })
})
