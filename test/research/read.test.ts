import {describe, expect, test} from 'vitest'
import {LimitError} from '../../src/markdown/index.js'
import {commitIn} from '../../src/research/commit.js'
import {citedIn, readOutline, readResearch} from '../../src/research/index.js'

const PATH = 'research/2026-01-15-invoice-export.md'
const document = `---
date: 2026-01-14 13:13:52 PST
researcher: A Tool
git_commit: 9e875832
status: complete
topic: "Invoice export"
tags: [research, invoices, '2026']
---

# Research: How invoices are exported

## Summary

## 2.1 Option A — A nightly file

### Option B: \`stream\` (Recommended)

## Option parsing

## Summary

Cites \`src/export.ts:12-40\`, [the spec](../specs/a%20b.md#goals), \`src/export.ts\`, \`npm install\`, <https://example.org/x.md>.
`

describe('readResearch', () => {
  const read = readResearch(PATH, document)

  test('frontmatter, scalars as texts', () => {
    const {date, researcher, commit, status, topic, tags} = read
    expect({date, researcher, commit, status, topic, tags}).toEqual({
      date: '2026-01-14',
      researcher: 'A Tool',
      commit: '9e875832',
      status: 'complete',
      topic: 'Invoice export',
      tags: ['research', 'invoices', '2026'],
    })
  })

  test('headings with the anchors of a forge and their lines', () => {
    expect(read.headings.map(({level, text, anchor, line}) => [level, text, anchor, line])).toEqual([
      [1, 'Research: How invoices are exported', 'research-how-invoices-are-exported', 10],
      [2, 'Summary', 'summary', 12],
      [2, '2.1 Option A — A nightly file', '21-option-a--a-nightly-file', 14],
      [3, 'Option B: stream (Recommended)', 'option-b-stream-recommended', 16],
      [2, 'Option parsing', 'option-parsing', 18],
      [2, 'Summary', 'summary-1', 20],
    ])
  })

  test('enumerated options only', () => {
    expect(read.options.map(({text, anchor}) => [text, anchor])).toEqual([
      ['Option A — A nightly file', '21-option-a--a-nightly-file'],
      ['Option B: stream (Recommended)', 'option-b-stream-recommended'],
    ])
  })

  test('paths that it cites, each once', () => {
    expect(read.references).toEqual(['src/export.ts', '../specs/a b.md'])
  })

  test('without frontmatter: the title, and the day of the file name', () => {
    const {topic, title, date, tags, frontmatterProblem} = readResearch(PATH, '# Research: Gates\n')
    expect({topic, title, date, tags, frontmatterProblem}).toEqual({
      topic: 'Gates',
      title: 'Research: Gates',
      date: '2026-01-15',
      tags: [],
      frontmatterProblem: undefined,
    })
  })

  test('a day that no calendar has is none', () => {
    expect(readResearch('research/2026-02-30-x.md', '---\ndate: 2026-13-01\n---\n').date).toBeUndefined()
  })

  test.each([
    ['no YAML', '---\nfoo: [\n---\n\n# Gates\n\n## Open Questions\n\n- Which?\n'],
    ['no mapping', '---\n- a\n- b\n---\n\n# Gates\n\n## Open Questions\n\n- Which?\n'],
    ['an alias', '---\na: &x 1\nb: *x\n---\n\n# Gates\n\n## Open Questions\n\n- Which?\n'],
    ['not closed', '---\ntopic: Belts\n\n# Gates\n\n## Open Questions\n\n- Which?\n'],
    ['too deep', `---\na: ${'['.repeat(1000)}\n---\n\n# Gates\n\n## Open Questions\n\n- Which?\n`],
  ])('junk frontmatter (%s) is told, and the rest read', (_name, text) => {
    const {frontmatterProblem, topic, questions} = readResearch('research/x.md', text)
    expect(frontmatterProblem).toEqual(expect.any(String))
    expect(topic).toBe('Gates')
    expect(questions.map(question => question.text)).toEqual(['Which?'])
  })

  test.each(['', '\n', '# a comment\n', '# a comment\twith a tab\n'])(
    'frontmatter that says nothing is fine: %j',
    yaml => {
      const {frontmatterProblem, title} = readResearch('research/x.md', `---\n${yaml}---\n\n# Gates\n`)
      expect({frontmatterProblem, title}).toEqual({frontmatterProblem: undefined, title: 'Gates'})
    },
  )

  test('keys that are names of an object are keys like any other', () => {
    const {topic, tags} = readResearch('research/x.md', '---\n__proto__: x\nconstructor: y\ntags: a, b\n---\n# T\n')
    expect({topic, tags}).toEqual({topic: 'T', tags: ['a', 'b']})
  })

  test('what may not be parsed is refused', () => {
    expect(() => readResearch('research/x.md', `${'> '.repeat(5000)}x`)).toThrow(LimitError)
  })
})

describe('readOutline', () => {
  const {references: _, ...whole} = readResearch(PATH, document)

  test('tells what readResearch tells, but for the references', () => {
    expect(readOutline(PATH, document)).toEqual(whole)
    expect(readOutline(PATH, document.replaceAll('\n', '\r\n')).headings).toEqual(whole.headings)
    expect(readOutline(PATH, document.replaceAll('\n', '\r')).headings).toEqual(whole.headings)
    expect(readOutline(PATH, 'a\rb\n\n# c\n').headings[0]?.line).toBe(4)
  })

  test.each([
    ['look-alikes in fences', '# A\n\n```sh\n# no heading\n```\n\n~~~~\n```\n## no\n~~~~\n\n## B\n'],
    ['look-alikes in comments', '# A\n\n<!--\n## no\n\n## neither\n-->\n\n## B\n'],
    ['underlined headings', 'Title\nof two lines\n===\n\nText.\n\nB\n---\n\n---\n'],
    [
      'questions with fences',
      '# A\n\n## Open Questions\n\n1. Which?\n\n   ```sh\n   # no\n   ```\n\n2. Where?\n\n## B\n\n- no?\n',
    ],
    ['questions, offsets in CRLF', '# A\r\n\r\ntext\r\n\r\n## Open Questions\r\n\r\n- Which?\r\n'],
    ['a byte order mark', '\uFEFF---\ntopic: T\n---\n# A\n\ntext\n\n## Open Questions\n\n- Which?\n'],
    ['frontmatter that is not closed', '---\ntopic: T\n\n# A\n\ntext\n'],
    ['headings with separators of lines, which end none', '## \u2028B\u2029C\n\ntext\n\n# A\u2028 #\n'],
  ])('%s', (_name, text) => {
    const {references: _, ...expected} = readResearch('research/x.md', text)
    expect(readOutline('research/x.md', text)).toEqual(expected)
  })
})

describe('commitIn', () => {
  test.each([
    ['a commit', document],
    ['a byte order mark', '\uFEFF---\r\ncommit: abc1234 (main)\r\n---\r\n'],
    ['lines that end with CR', '---\rcommit: abc1234\r---\r\r# A\r'],
    ['two keys', '---\ncommit: abc1234\ngit_commit: def5678\n---\n'],
    ['YAML that is not flat', '---\na: {b: c}\ncommit: |\n  abc1234\n---\n'],
    ['junk', '---\ncommit: [\n---\n'],
    ['no end', '---\ncommit: abc1234\n'],
    ['no frontmatter', '# A\n\ncommit: abc1234\n'],
  ])('tells what the outline tells: %s', (_name, text) => {
    expect(commitIn(text)).toBe(readOutline(PATH, text).commit)
  })

  test('looks at the frontmatter alone, however deep the text below it nests', () => {
    const text = `---\ncommit: abc1234\n---\n\n${'>'.repeat(200)} # A\n`
    expect(() => readResearch(PATH, text)).toThrow(LimitError)
    expect(commitIn(text)).toBe('abc1234')
  })
})

describe('citedIn', () => {
  const documents = ['research/a.md', 'research/docs/b.md', 'research/docs/c.md', 'research/web/c.md']
  const cited = (text: string) => [...citedIn(text, 'specs/x.md', documents)].sort()

  test('by a path from its folder or the root, or a name that is unique', () => {
    expect(cited('[a](../research/a.md#x)')).toEqual(['research/a.md'])
    expect(cited('`research/docs/b.md:12-40`')).toEqual(['research/docs/b.md'])
    expect(cited('see b.md and c.md')).toEqual(['research/docs/b.md'])
  })

  test('not in comments, not elsewhere', () => {
    expect(cited('<!-- research/a.md -->\n`other/a.md` and `a.md.bak`')).toEqual([])
  })
})
