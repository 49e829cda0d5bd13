import {describe, expect, test} from 'vitest'
import type {Citation} from '../../src/facts/types.js'
import type {Entry, World} from '../../src/workspace/index.js'
import {factsOf} from './support.js'

const FILE: Entry = {type: 'file'}

/** What becomes of the citations of a text, of which the world has these answers and no others. */
function told(text: string, entries: Record<string, Entry> = {}): Citation[] {
  const there = Object.keys(entries).filter(path => entries[path]?.type === 'file')
  const world: World = {
    specs: there.filter(path => path.startsWith('specs/')),
    research: there.filter(path => path.startsWith('research/')),
    entries: new Map(Object.entries(entries)),
  }
  return factsOf(text, {kind: {name: 'test'}, world}).citations
}

const missing: Entry = {type: 'missing'}

describe('what only one machine has', () => {
  test('is there, and nothing is said of what is in it', () => {
    const [citation] = told('[x](../research/x.md#nope) ', {
      'research/x.md': {type: 'file', private: 'ignored', anchors: ['a'], lines: 3},
    })
    expect(citation).toMatchObject({exists: true, gap: 'ignored', path: 'research/x.md'})
    expect(citation).not.toHaveProperty('anchorExists')
  })

  test('is not told to be missing where it may be there elsewhere', () => {
    expect(told('[x](../research/x.md)', {'research/x.md': {type: 'missing', private: 'ignored'}})).toMatchObject([
      {gap: 'ignored'},
    ])
    expect(told('[x](../../o/x.md)', {'../o/x.md': {type: 'outside', inRepository: true}})[0]).not.toHaveProperty(
      'exists',
    )
  })

  test('is told where a document that alone has its name stands elsewhere', () => {
    const entries: Record<string, Entry> = {
      'research/2026-01-01-disks.md': {type: 'missing', private: 'ignored'},
      'research/docs/2026-01-01-disks.md': FILE,
    }
    expect(told('[x](../research/2026-01-01-disks.md)', entries)).toMatchObject([
      {exists: false, moved: ['research/docs/2026-01-01-disks.md']},
    ])
    const twice = {...entries, 'research/old/2026-01-01-disks.md': FILE}
    expect(told('[x](../research/2026-01-01-disks.md)', twice)).toMatchObject([{gap: 'ignored'}])
  })

  test('is never told where the folder is one that a clone may lack', () => {
    const entries: Record<string, Entry> = {
      'research/2026-01-01-disks.md': {type: 'missing', private: 'not-here'},
      'research/docs/2026-01-01-disks.md': FILE,
    }
    const [citation] = told('[x](../research/2026-01-01-disks.md)', entries)
    expect(citation).toMatchObject({gap: 'not-here'})
    expect(citation).not.toHaveProperty('exists')
  })
})

describe('a document of another workspace', () => {
  test('is of its kind there, be it missing or not', () => {
    expect(told('[x](../other/x.md)', {'other/x.md': {type: 'file', folder: 'research'}})).toMatchObject([
      {kind: 'research', exists: true},
    ])
    expect(told('[x](../other/x.md)', {'other/x.md': {type: 'missing', folder: 'spec'}})).toMatchObject([
      {kind: 'spec', exists: false, tried: ['other/x.md']},
    ])
  })

  test('is not told to be missing in a code span, which may name anything', () => {
    expect(told('`other/x.md`', {'other/x.md': {type: 'missing', folder: 'spec'}})).toEqual([])
  })

  test('is not told to be missing where a link leads to source code, or to what another place has', () => {
    expect(told('[x](../other/x.ts)', {'other/x.ts': {type: 'missing', folder: 'spec'}})).toMatchObject([
      {kind: 'code'},
    ])
    expect(
      told('[x](other/x.md)', {'specs/other/x.md': {type: 'missing', folder: 'spec'}, 'other/x.md': FILE}),
    ).toMatchObject([{exists: true, path: 'other/x.md'}])
  })
})

describe('a link that leads nowhere', () => {
  test('to a name that one document alone bears is a citation of that', () => {
    expect(told('[x](../docs/b.md)', {'docs/b.md': missing, 'research/docs/b.md': FILE})).toMatchObject([
      {kind: 'research', exists: false, moved: ['research/docs/b.md']},
    ])
  })

  test('is one of source code where several bear the name, none, or no document', () => {
    const kinds = (text: string, entries: Record<string, Entry>) =>
      told(text, entries).map(({kind, exists}) => [kind, exists])
    expect(kinds('[x](../docs/b.md)', {'research/docs/b.md': FILE, 'specs/docs/b.md': FILE})).toEqual([
      ['code', undefined],
    ])
    expect(kinds('[x](../docs/b.md)', {})).toEqual([['code', undefined]])
    expect(kinds('[x](../docs/b.ts)', {'research/docs/b.md': FILE})).toEqual([['code', undefined]])
  })
})

describe('suggestions', () => {
  test('are what is alike, and none where nothing is alike', () => {
    const entries = {
      'research/2026-01-01-disks.md': FILE,
      'research/2026-01-02-tapes.md': FILE,
      'research/2026-01-03-disks.md': missing,
      'research/zebra.md': missing,
    }
    expect(told('[x](../research/2026-01-03-disks.md)', entries)[0]?.near).toEqual(['../research/2026-01-01-disks.md'])
    expect(told('[x](../research/zebra.md)', entries)[0]).not.toHaveProperty('near')
  })

  test('are the way from the document where a link, not a path in text, resolves from the root', () => {
    const entries = {'research/b.md': FILE}
    expect(told('[x](research/b.md)', entries)[0]).toMatchObject({resolvedFrom: 'root', near: ['../research/b.md']})
    expect(told('See research/b.md now.', entries)[0]).not.toHaveProperty('near')
  })

  test('are sought for the first two hundred alone, of anchors, too', () => {
    const anchors = ['growth']
    const link = '[x](../research/b.md#grwth)\n\n'
    const citations = told(link.repeat(202), {'research/b.md': {type: 'file', anchors}})
    expect(citations.map(({anchorNear}) => anchorNear?.length ?? 0).lastIndexOf(1)).toBe(199)
    const many = [...anchors, ...Array.from({length: 2000}, (_, index) => `x${index}`)]
    const costly = told(link.repeat(80), {'research/b.md': {type: 'file', anchors: many}})
    expect(costly.map(({anchorNear}) => anchorNear?.length ?? 0).lastIndexOf(1)).toBe(22)
  })
})

describe('suggestions for headings', () => {
  const headings = (count: number) => [
    {text: 'Growth', level: 2, line: 1},
    ...Array.from({length: count}, (_, index) => ({text: `${index}x`, level: 2, line: 1})),
  ]
  const section = (name: string) => `([x](../research/b.md), section "${name}")\n\n`
  const near = (text: string, count: number) =>
    told(text, {'research/b.md': {type: 'file', headings: headings(count), text: '**Costs of it**'}})
      .filter(({form}) => form === 'section-reference')
      .map(({headingNear}) => headingNear?.length ?? 0)

  test('are sought fewer times, the more headings there are', () => {
    expect(near(section('Grwth').repeat(202), 0).lastIndexOf(1)).toBe(199)
    expect(near(section('Grwth').repeat(80), 2000).lastIndexOf(1)).toBe(22)
  })

  test('are not used up by headings that are there, nor by labels', () => {
    expect(near(section('Growth').repeat(210) + section('Grwth'), 0).at(-1)).toBe(1)
    expect(near(section('Costs of it').repeat(210) + section('Grwth'), 0).at(-1)).toBe(1)
  })
})

describe('uses of a label', () => {
  test('say what stands at the definition, but not whether that exists', () => {
    const [first, second] = told('[R1] and [R1].\n\n[R1]: ../research/b.md#a\n', {
      'research/b.md': {type: 'file', anchors: []},
    })
    expect(first).toMatchObject({exists: true, anchorExists: false})
    expect(second).toMatchObject({kind: 'research', document: true, path: 'research/b.md', anchor: 'a'})
    expect(second).not.toHaveProperty('exists')
    expect(second).not.toHaveProperty('lines')
  })

  test('tell lines, and no path of what is missing', () => {
    const [, second] = told('[R1] and [R1].\n\n[R1]: ../research/b.md#L3\n', {'research/b.md': missing})
    expect(second).toMatchObject({kind: 'research', lines: [{from: 3, to: 3}]})
    for (const field of ['path', 'anchor']) expect(second).not.toHaveProperty(field)
  })

  test('are of the web where that is', () => {
    const [, second] = told('[R1] and [R1].\n\n[R1]: https://x.example/\n')
    expect(second).toMatchObject({kind: 'url', target: 'https://x.example/'})
    expect(second).not.toHaveProperty('document')
  })
})

describe('names alone', () => {
  test('lead to the one document that bears them', () => {
    expect(told('`b.md`', {'research/deep/b.md': FILE})).toMatchObject([
      {kind: 'research', path: 'research/deep/b.md', resolvedFrom: 'name'},
    ])
    expect(told('`b.md`', {'research/deep/b.md': FILE, 'research/b.md': FILE})).toEqual([])
  })
})

describe('a section of a document', () => {
  const section = (text: string, entries: Record<string, Entry> = {}) =>
    told(text, entries).filter(({form}) => form === 'section-reference')
  const headings = [{level: 2, text: '1 Growth', line: 1}]

  test('is looked for where others can see it', () => {
    expect(section('[x](../research/x.md) §2', {'research/x.md': {type: 'file', headings}})).toMatchObject([
      {path: 'research/x.md', exists: true, headingExists: false},
    ])
    const [hidden] = section('[x](../research/x.md) §2', {
      'research/x.md': {type: 'file', headings, private: 'ignored'},
    })
    expect(hidden).toMatchObject({path: 'research/x.md', exists: true})
    expect(hidden).not.toHaveProperty('headingExists')
  })

  test('is one of a document that is missing, too, and none of what is no document', () => {
    const [lost] = section('[x](../research/x.md) §2', {'research/x.md': missing})
    expect(lost).toMatchObject({kind: 'research', target: '../research/x.md'})
    for (const field of ['path', 'exists']) expect(lost).not.toHaveProperty(field)
    expect(section('`b.md` §3')).toEqual([])
    expect(section('`b.md` §3', {'b.md': FILE})).toEqual([])
    expect(section('`b.md` §3', {'specs/b.md': {type: 'file', headings}})).toMatchObject([
      {kind: 'spec', path: 'specs/b.md'},
    ])
  })

  test('is one of the document itself', () => {
    expect(section('See §4.1 here.\n\n## 4.1 Goals')).toMatchObject([
      {kind: 'self', path: 'specs/a.md', resolvedFrom: 'context', exists: true, headingExists: true},
    ])
  })
})

describe('outside of the workspace', () => {
  test('a document is missing, but for one that the same repository may have', () => {
    const [lost] = told('[x](../../research/x.md)')
    expect(lost).toMatchObject({kind: 'research', exists: false, tried: ['../research/x.md']})
    const [beside] = told('[x](../../research/x.md)', {'../research/x.md': {type: 'outside', inRepository: true}})
    expect(beside).toMatchObject({gap: 'outside'})
    expect(beside).not.toHaveProperty('exists')
  })
})

describe('folders', () => {
  test('that cannot be listed leave open what is in them', () => {
    const [citation] = told('[x](../research/b.md)', {'research/b.md': {type: 'unreadable'}})
    expect(citation).toMatchObject({kind: 'research'})
    expect(citation).not.toHaveProperty('exists')
  })

  test('have no lines and no anchors', () => {
    const [citation] = told('[x](../research/docs#a)', {'research/docs': {type: 'folder'}})
    expect(citation).toMatchObject({exists: true})
    expect(citation).not.toHaveProperty('anchorExists')
  })
})
