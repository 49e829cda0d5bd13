import fc from 'fast-check'
import {beforeAll, describe, expect, test} from 'vitest'
import {builtInKinds, type FileReport, lint, lintFiles} from '../../src/lint/index.js'
import {openWorkspace} from '../../src/workspace/index.js'
import {corpus} from '../support/corpus.js'
import {folder} from '../support/folders.js'
import {documentsOf, fixtureFolders, optionsOf, withFixture} from '../support/rules.js'

const kinds = await builtInKinds()
const kindOf = (rule: string): string =>
  Object.values(kinds).find(kind => kind.law.rules.some(({id}) => id === rule))?.name ?? 'rfc'
const printsOf = ({messages}: Pick<FileReport, 'messages'>): string[] =>
  messages.map(({fingerprint}) => fingerprint).sort()

// "@" stands where a paragraph, "#" where a section may be put in.
const FORM = `# Billing
@
| Document Metadata | Details |
| --- | --- |
| Author(s) | Ada Example |
| Status | In Review (RFC) |
| Team / Owner | TBD |
#
## 1. Executive Summary

We bill at once, see [old](../research/gone.md).
@
1. TBD
2. The rate, see [old](../research/gone.md), holds for all.
@
> A quotation that is followed by [old](../research/gone.md) and [old](../research/gone.md),
> and by [another](../research/gone-too.md).
#
## Rates

See [old](../research/gone.md) and
[old](../research/gone.md).
@
### Rates

- TODO
- TODO
#
## 2. Context and Motivation

Not much of it.
@
## 9. Open Questions

- [ ] Who pays?
#
`

/** The form as a document, with what is put in at its marks, in their order. */
function written(insertions: readonly string[]): string {
  let next = 0
  return FORM.replace(/^[@#]\n/gm, () => insertions[next++] ?? '\n')
}

/** What lint says of it where files can be looked up. */
async function linted(text: string, path = 'specs/a.md'): Promise<FileReport> {
  const workspace = await openWorkspace({root: folder()})
  return lint(text, {path, workspace}).finally(workspace.close)
}

const words = fc.stringMatching(/^[A-Z][a-z]{1,9}( [a-z]{1,9}){0,9}\.$/)
const paragraphs = fc.array(words, {maxLength: 3}).map(texts => ['\n', ...texts.map(text => `${text}\n\n`)].join(''))
const insertions = fc.tuple(
  ...[...FORM.matchAll(/^[@#]$/gm)].map(([mark], index) =>
    mark === '@'
      ? paragraphs
      : fc
          .tuple(fc.boolean(), words, paragraphs)
          .map(([put, first, more]) => (put ? `\n## Elsewhere ${'abcdefghi'[index]}\n\n${first}\n${more}` : '\n')),
  ),
)

describe('fingerprints stay', () => {
  test('whatever is put in elsewhere, and however the file is called', async () => {
    const before = printsOf(await linted(written([])))
    expect(before.length).toBeGreaterThan(15)
    await fc.assert(
      fc.asyncProperty(insertions, fc.stringMatching(/^[a-z]{1,8}$/), async (all, name) => {
        expect(printsOf(await linted(written(all), `specs/${name}.md`))).toEqual(before)
      }),
      {numRuns: 60, seed: 20_261_126},
    )
  })

  test('when items before an item, and sections before a section, come and go', async () => {
    const contentsOf = async (text: string) => {
      const {messages} = await lint(text, {path: 'specs/a.md'})
      return messages.filter(({ruleId}) => ruleId === 'unset-value' || ruleId === 'missing-section')
    }
    const before = await contentsOf(written([]))
    const numbered = written([])
      .replace('1. TBD\n2. ', '1. First.\n2. TBD\n3. ')
      .replace('## 2. Context', '## 3. Context')
    expect(printsOf({messages: await contentsOf(numbered)})).toEqual(printsOf({messages: before}))
    expect(before.map(({accused}) => accused.content)).toContain('Detailed Design')
  })

  test('when a quote is wrapped anew', async () => {
    const quote = (text: string) => lint(`# A\n\n${text}\n`, {path: 'specs/a.md'})
    const before = await quote('> *Instruction: say how it is\n> to be read.*')
    expect(before.messages.map(({ruleId}) => ruleId)).toContain('residue')
    expect(printsOf(await quote('> *Instruction: say\n>   how it is to be\n> read.*'))).toEqual(printsOf(before))
  })
})

describe.each(fixtureFolders)('the fixtures of %s', rule => {
  test.each(documentsOf(rule).notOk)('%s: unique, and the same with other white space', async name => {
    const {severities} = optionsOf(rule)
    const options = {kind: kindOf(rule), ...(severities && {severities})}
    const [before, after] = await withFixture(rule, name, kindOf(rule), async ({text, path, workspace}) => [
      await lint(text, {...options, path, workspace}),
      await lint(`${text.replaceAll('\n', '\r\n')}\r\n\r\n`, {...options, path, workspace}),
    ])
    expect(before?.messages.length).toBeGreaterThan(0)
    const prints = printsOf(before ?? {messages: []})
    expect(new Set(prints).size).toBe(prints.length)
    for (const print of prints) expect(print).toMatch(/^[0-9a-f]{16}$/)
    expect(printsOf(after ?? {messages: []})).toEqual(prints)
  })
})

test('equal defects have different ones; one more has one more, and the others keep theirs', async () => {
  const {messages} = await linted(written([]))
  const equal = messages.filter(({accused}) => accused.section === 'rates' && accused.content.includes('gone'))
  expect(equal.map(({accused}) => accused)).toEqual([equal[0]?.accused, equal[0]?.accused])
  expect(new Set(printsOf({messages: equal})).size).toBe(2)
  const text = written([]).replace('## Rates\n\n', '## Rates\n\nSee [old](../research/gone.md).\n')
  const more = printsOf(await linted(text))
  expect(new Set(more).size).toBe(messages.length + 1)
  expect(more).toEqual(expect.arrayContaining(printsOf({messages})))
})

test('a long text is cut for its reader, and still told from one that begins alike', async () => {
  const contentOf = async (text: string) => {
    const spec = `# A\n\n| Metadata | Details |\n| --- | --- |\n| Status | Approved |\n\n## 9. Open Questions\n\n- [ ] ${text}\n`
    const {messages} = await lint(spec)
    return messages.find(({ruleId}) => ruleId === 'open-questions')?.accused.content ?? ''
  }
  const long = `Who pays as long as ${'it is not known '.repeat(20)}`
  const [one, other] = [await contentOf(`${long}one?`), await contentOf(`${long}other?`)]
  expect(one).toMatch(/^\[ \] Who pays as long as .*… [0-9a-f]{16}$/)
  expect(one.length).toBeLessThan(200)
  expect(one).not.toBe(other)
  expect(one.slice(0, 150)).toBe(other.slice(0, 150))
})

describe.skipIf(corpus === undefined)('the real specs', () => {
  const root = corpus ?? ''
  let files: FileReport[]
  beforeAll(async () => {
    files = (await lintFiles([], {root, cwd: root, date: '2026-06-30'})).files
  }, 600_000)

  test('have no fingerprint twice in a document, and tell what is accused without places', () => {
    for (const {messages} of files) {
      expect(new Set(printsOf({messages})).size).toBe(messages.length)
      for (const {accused, range, ruleId} of messages) {
        expect(accused.content.length).toBeLessThan(200)
        expect(accused.content).not.toMatch(/[\n\t]/)
        if (accused.content === '')
          expect(`${range.start.line} ${ruleId}`).toMatch(/empty-document|no-research-citation/)
      }
    }
    expect(files.flatMap(({messages}) => messages).length).toBeGreaterThan(300)
  })
})
