import {describe, expect, test} from 'vitest'
import {changesBetween} from '../../src/facts/approval/compare.js'
import {approval, isApproved} from '../../src/facts/approval/index.js'
import {sinceOf} from '../../src/facts/approval/since.js'
import type {Document} from '../../src/facts/reading/document.js'
import {readTemplate, type Template} from '../../src/template/index.js'
import {documentOf, rfc} from './support.js'

const read = (text: string, template: Template = rfc): Document =>
  documentOf(text, {kind: {name: template.kind, template}})

const changes = (then: string, now: string, template?: Template) =>
  changesBetween(read(then, template), read(now, template)).map(
    ({heading, change, position}) => `${position.start.line} ${change} ${heading}`,
  )

describe('what has changed since an approval', () => {
  const all = '# T\n\n## A\n\none\n\n## B\n\ntwo\n\n## C\n\nthree\n'

  test('what is gone stood behind the heading before it that is still there', () => {
    expect(changes(all, '# T\n\n## A\n\none\n')).toEqual(['3 removed B', '3 removed C'])
    expect(changes(all, '# T\n\n## A\n\none\n\n## C\n\nthree\n')).toEqual(['3 removed B'])
  })

  test('else at the title, or where the text begins', () => {
    expect(changes(all, '# T\n\n## B\n\ntwo\n\n## C\n\nthree\n')).toEqual(['1 removed A'])
    expect(changes('## A\n\none\n', 'one\n')).toEqual(['1 removed A'])
  })

  test('links to headings may say a new title where they said the old one', () => {
    const text = (title: string, words = title, more = '') =>
      `# T\n\n## A\n\nSee [${words}](#${title.toLowerCase()})${more}, [out](b.md).\n\n## ${title}\n\ntwo\n`
    expect(changes(text('Costs'), text('Prices'))).toEqual([])
    expect(changes(text('Costs', 'the costs'), text('Prices', 'the prices'))).toEqual(['3 changed A'])
    expect(changes(text('Costs'), text('Costs', 'Costs', ' [gone](#gone)'))).toEqual(['3 changed A'])
  })

  test('a section that is a row of the metadata is none that was approved', () => {
    const template = readTemplate(
      '<!-- spec-template\nkind: adr\nmetadata: [{id: status, section: status}]\n-->\n\n# [Title]\n\n## Status\n\n## Context\n',
    )
    const text = (status: string) => `# T\n\n## Status\n\n${status}\n\n## Context\n\nwhy\n`
    expect(changes(text('Accepted'), text('Accepted, and built'), template)).toEqual([])
    expect(changes(text('Accepted'), text('Accepted').replace('why', 'because'), template)).toEqual([
      '7 changed Context',
    ])
  })
})

describe('what upkeep changes is no change:', () => {
  const inSection = (body: string) => `# T\n\n## A\n\n${body}\n`

  test.each([
    ['where a document lies', 'See `old/a.md`, b.markdown.', 'See `new/folder/x.md`, c.markdown.'],
    ['which of its headings is meant', 'See a.md#costs.', 'See a.md#prices.'],
    ['which lines are cited', 'See `src/x.ts:12`.', 'See `src/x.ts:120-124`.'],
    ['that no lines are cited any more', 'See `src/x.ts:12 – 14`.', 'See `src/x.ts`.'],
    ['lines of a forge', 'See `src/x.ts#L12-L14`.', 'See `src/x.ts#L3`.'],
    ['the number of a section', 'See §4.1 and Section 4.', 'See §5 and Section 12.3.1.'],
    ['where a link leads', 'See [it](src/x.ts).', 'See [it](src/y.ts).'],
    ['ticks', '- [ ] one', '- [x] one'],
    ['the order of items', '- one\n- two', '- two\n- one'],
    ['the order of items below an item', '- a\n  - b\n  - c', '- a\n  - c\n  - b'],
    ['the order of items in a quote', '> - a\n> - b', '> - b\n> - a'],
    ['the order of items in a footnote', 'x[^1]\n\n[^1]:\n    - a\n    - b', 'x[^1]\n\n[^1]:\n    - b\n    - a'],
    ['the marks of items', '- one\n- two', '1. one\n\n1. two'],
    ['where lines break', 'one two', 'one\ntwo'],
    ['emphasis', 'one **two**', '*one* two'],
    ['comments', 'one', 'one\n\n<!-- two -->'],
    ['rules', 'one', 'one\n\n***'],
    ['definitions', '[one][o]\n\n[o]: a.ts', '[one][o]\n\n[o]: b.ts'],
    ['white space in code', '```\none  two\n\nthree\n```', '```\n  one two\nthree\n```'],
    ['the language of code', '```js\none\n```', '~~~ts\none\n~~~'],
    ['how wide a table is', '| a | b |\n| - | - |\n| c | d |', '| a   | b |\n| --- | :-: |\n| c | d |'],
  ])('%s', (_name, then, now) => {
    expect(changes(inSection(then), inSection(now))).toEqual([])
  })

  test.each([
    ['a word', 'one', 'two'],
    ['a number', 'in 12 days', 'in 13 days'],
    ['a document that is cited no more', 'See a.md here.', 'See here.'],
    ['a section that is named no more', 'See §4 here.', 'See here.'],
    ['a heading that is linked no more', 'See [A](#a) here.', 'See here.'],
    ['the order of letters in code', '```\nab\n```', '```\nba\n```'],
    ['a path of code', 'See `src/x.ts:12`.', 'See `src/y.ts:12`.'],
    ['the ending of a document', 'See a.mdx.', 'See b.mdx.'],
    ['a time', 'at 10:12', 'at 10:14'],
    ['a port', 'example.org:8080x', 'example.org:8081x'],
    ['an item', '- one', '- one\n- two'],
    ['a word in an item below another', '- one\n  - two', '- one\n  - three'],
    ['a line of code', '```\none\n```', '```\none\ntwo\n```'],
    ['a cell', '| a | b |\n| - | - |\n| c | d |', '| a | b |\n| - | - |\n| c | e |'],
    ['which column a cell stands in', '| a | b |\n| - | - |\n| c | |', '| a | b |\n| - | - |\n| | c |'],
    ['a quote', '> one', '> two'],
    ['a footnote', 'one[^1]\n\n[^1]: two', 'one[^1]\n\n[^1]: three'],
    ['a line that stands twice', '- one\n- one', '- one'],
    ['how many', '- one\n- two\n- three', '- one\n- two\n- four'],
  ])('but %s is', (_name, then, now) => {
    expect(changes(inSection(then), inSection(now))).toEqual(['3 changed A'])
  })
})

describe('a section', () => {
  const text = (...sections: [title: string, body: string][]) =>
    `# T\n${sections.map(([title, body]) => `\n${title}\n\n${body}\n`).join('')}`

  test('that is new is told, and so is one that is gone, but no mere heading', () => {
    expect(changes(text(['## A', 'one']), text(['## A', 'one'], ['## B', 'two']))).toEqual(['7 added B'])
    expect(changes(text(['## A', 'one']), text(['## A', 'one'], ['## B', '']))).toEqual([])
    expect(changes(text(['## A', 'one'], ['## B', '']), text(['## A', 'one']))).toEqual([])
    expect(changes(text(['## A', 'one'], ['## B', 'two'], ['### C', 'three']), text(['## A', 'one']))).toEqual([
      '3 removed B',
      '3 removed C',
    ])
  })

  test('with another title or place is the same where it says the same', () => {
    expect(changes(text(['## A', 'one'], ['## B', 'two']), text(['## A', 'one'], ['## C', 'two']))).toEqual([])
    expect(changes(text(['## A', 'one'], ['## B', 'two']), text(['## A', 'one'], ['### B', 'two']))).toEqual([])
    // Each is the same as one other.
    expect(changes(text(['## A', 'one'], ['## B', 'one']), text(['## C', 'one']))).toEqual(['1 removed B'])
    expect(changes(text(['## C', 'one']), text(['## A', 'one'], ['## B', 'one']))).toEqual(['7 added B'])
  })

  test('with another place and words is the one of that title', () => {
    expect(changes(text(['## A', 'one'], ['## B', 'two']), text(['## A', 'one'], ['### b', 'three']))).toEqual([
      '7 changed b',
    ])
    expect(changes(text(['## A', 'one'], ['## B', 'two']), text(['## A', 'one'], ['### C', 'three']))).toEqual([
      '3 removed B',
      '7 added C',
    ])
  })

  test('is told in the order of the document', () => {
    const [then, now] = [
      text(['## A', 'one'], ['## B', 'two'], ['## C', 'three']),
      text(['## N', 'new'], ['## A', 'other'], ['## C', 'four']),
    ]
    expect(changes(then, now)).toEqual(['3 added N', '7 changed A', '7 removed B', '11 changed C'])
  })

  test('that the template leaves open, or one below it, may change; one of another name may not', () => {
    const part = (title: string, body: string) => text(['## A', 'one'], [title, 'two'], ['### Details', body])
    for (const title of ['## 9. Open Questions / Unresolved Issues', '## Changelog', '## references'])
      expect(changes(part(title, 'three'), part(title, 'four')), title).toEqual([])
    expect(changes(part('## Other', 'three'), part('## Other', 'four'))).toEqual(['11 changed Details'])
    // What the template says of a section of its own holds for that one.
    expect(
      changes(part('## 6. Alternatives Considered', 'three'), part('## 6. Alternatives Considered', 'four')),
    ).toEqual(['11 changed Details'])
  })

  test('that holds the metadata may change there, and nowhere else', () => {
    const about = (status: string, more: string) =>
      `# T\n\n## About\n\n| Document Metadata | Details |\n| - | - |\n| Status | ${status} |\n\n${more}\n`
    expect(changes(about('Draft', 'one'), about('Approved', 'one'))).toEqual([])
    expect(changes(about('Draft', 'one'), about('Draft', 'two'))).toEqual(['3 changed About'])
  })
})

describe('since when a status has been there', () => {
  const text = (status: string) => `# T\n\n| A | B |\n| - | - |\n| Status | ${status} |\n`
  const version = (commit: string, text: string) => ({commit, date: '2026-01-01', text})

  test('what cannot be read says nothing', () => {
    const versions = [version('c3', text('Approved')), version('c2', '>'.repeat(200)), version('c1', text('Approved'))]
    expect(sinceOf(read(text('Approved')), {versions}, ['Approved'])).toMatchObject({commit: 'c1', status: 'Approved'})
  })

  test('of another status than asked for nothing is told', () => {
    expect(sinceOf(read(text('Draft')), {versions: []}, ['Approved'])).toBeUndefined()
    expect(sinceOf(read('# T\n'), {versions: []}, ['Approved'])).toBeUndefined()
  })
  test('is the first commit that had it without a break', () => {
    const since = (...statuses: string[]) => {
      const versions = statuses.map((status, index) => version(`c${statuses.length - index}`, text(status)))
      const found = sinceOf(read(text('Approved')), {versions}, ['Approved', 'Implemented'])
      return found && 'commit' in found ? [found.commit, found.status, found.date] : found
    }
    expect(since()).toBeUndefined()
    expect(since('Draft')).toBeUndefined()
    expect(since('Approved')).toEqual(['c1', 'Approved', '2026-01-01'])
    expect(since('Approved', 'Implemented', 'Draft', 'Approved')).toEqual(['c3', 'Implemented', '2026-01-01'])
    // Who mended a typing error took nothing back.
    expect(since('Approved', 'Aproved', 'Approved', 'Draft')).toEqual(['c2', 'Approved', '2026-01-01'])
  })

  test('where history does not reach so far is told by the reason', () => {
    const versions = [version('c2', text('Approved')), version('c1', text('Approved'))]
    const approved = read(text('Approved'))
    expect(sinceOf(approved, {versions, gap: 'shallow'}, ['Approved'])).toEqual({gap: 'shallow'})
    const broken = [...versions, version('c0', text('Draft'))]
    expect(sinceOf(approved, {versions: broken, gap: 'shallow'}, ['Approved'])).toMatchObject({commit: 'c1'})
  })
})

describe('the approval of a document', () => {
  const text = (status: string, body = 'one') =>
    `# T\n\n| Document Metadata | Details |\n| - | - |\n| Status | ${status} |\n\n## A\n\n${body}\n`
  const former = (...texts: string[]) => ({
    versions: texts.map((each, index) => ({commit: `c${index}`, date: '2026-01-01', text: each})),
  })

  test('tells since when, and what has changed', () => {
    const now = text('Approved', 'two')
    const told = approval(read(now), [], {}, {former: former(now, text('Approved'), text('Draft (WIP)'))})
    expect(told).toMatchObject({
      status: 'Approved',
      commit: 'c1',
      date: '2026-01-01',
      changes: [{section: 'a', heading: 'A', change: 'changed', position: {start: {line: 7}}}],
      changed: ['A'],
      position: {start: {line: 5}},
    })
    expect(isApproved(read(now))).toBe(true)
  })

  test('is none where the status is another one, and nothing of it is known without history', () => {
    for (const status of ['Draft (WIP)', 'Aproved', '']) {
      expect(approval(read(text(status)), [], {}, {former: former(text('Approved'))}), status).toBeUndefined()
      expect(isApproved(read(text(status))), status).toBe(false)
    }
    expect(approval(read(text('Approved')), [], {})).toBeUndefined()
    expect(approval(read(text('Approved')), [], {}, {former: former(text('Draft (WIP)'))})).toBeUndefined()
    const bare = documentOf(text('Approved'), {path: 'a.md', kind: {name: 'note'}})
    expect(isApproved(bare)).toBe(false)
  })

  test('that history does not reach is told as that', () => {
    const told = approval(read(text('Approved')), [], {}, {former: {...former(text('Approved')), gap: 'shallow'}})
    expect(told).toEqual({
      gap: 'shallow',
      position: expect.objectContaining({start: expect.objectContaining({line: 5})}),
    })
  })
})
