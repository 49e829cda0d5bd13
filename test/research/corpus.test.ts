import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {measure, summary} from '../../bench/relevance.mjs'
import {collectFacts} from '../../src/lint/index.js'
import {commitIn} from '../../src/research/commit.js'
import {rankResearch, readOutline, readResearch} from '../../src/research/index.js'
import {readQuestions} from '../../src/research/read.js'
import {corpus} from '../support/corpus.js'

describe.skipIf(corpus === undefined)('the real research', () => {
  const texts = new Map<string, string>()

  beforeAll(() => {
    const folder = join(corpus ?? '', 'research')
    for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort())
      if (name.endsWith('.md') && !/(^|[/\\])\./.test(name))
        texts.set(`research/${name}`, readFileSync(join(folder, name), 'utf8'))
  })

  test('an outline tells the same as the whole document', {timeout: 300_000}, () => {
    for (const [path, text] of texts) {
      const {references: _, ...whole} = readResearch(path, text)
      expect(readOutline(path, text), path).toEqual(whole)
      expect(commitIn(text), path).toBe(whole.commit)
      const asked = whole.questions.map(({anchor: _, offset: __, ...question}) => question)
      expect(readQuestions(text), path).toEqual(asked)
      for (const {text: words, offset} of whole.questions)
        expect(
          text.startsWith(words.replace(/^\*\*/, ''), offset + (text.startsWith('**', offset) ? 2 : 0)),
          `${path}: ${words}`,
        ).toBe(true)
    }
  })

  // Counted by lines: items at the margin of sections that are called "Open Questions" and nothing else.
  test('every item of a section "Open Questions" is a question', () => {
    for (const [path, text] of texts) {
      const expected = plainItems(text)
      if (expected === undefined) continue
      const {questions, headings} = readOutline(path, text)
      // In one document a fence that is never closed swallows the section.
      if (!headings.some(({anchor}) => anchor === 'open-questions')) continue
      const found = questions.filter(({anchor}) => anchor === 'open-questions')
      expect(found.length, path).toBe(expected)
    }
  })

  test('research that specs really cite ranks high for their titles', {timeout: 300_000}, async () => {
    const {cases, hits, recall} = summary(await measure(corpus ?? '', {collectFacts, readOutline, rankResearch}))
    expect(cases).toBe(112)
    expect(hits).toBeGreaterThanOrEqual(0.91)
    expect(recall).toBeGreaterThanOrEqual(0.72)
  })
})

function plainItems(text: string): number | undefined {
  const lines = text.split('\n')
  const start = lines.indexOf('## Open Questions')
  if (start < 0) return undefined
  const end = lines.findIndex((line, index) => index > start && /^#{1,2} /.test(line))
  const section = lines.slice(start + 1, end < 0 ? undefined : end)
  if (section.some(line => /^(?:#|```|\||None)/.test(line))) return undefined
  return section.filter(line => /^(?:[-*] |\d+\. )/.test(line)).length
}
