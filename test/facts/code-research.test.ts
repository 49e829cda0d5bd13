import {describe, expect, test} from 'vitest'
import {askedForResearch, researchDriftIn, withCommits} from '../../src/facts/citations/code/index.js'
import type {Citation, Source} from '../../src/facts/types.js'
import type {Entry, World} from '../../src/workspace/index.js'

const place = (line: number) => ({
  start: {line, column: 1, offset: line * 100},
  end: {line, column: 20, offset: line * 100 + 19},
})

const source = (path: string, line = 1, more: Partial<Source> = {}): Source => ({
  path,
  kind: 'research',
  cites: 1,
  listed: false,
  position: place(line),
  ...more,
})

describe('what is asked of research', () => {
  const world = (entries: Record<string, Entry>): World => ({
    specs: [],
    research: [],
    entries: new Map(Object.entries(entries)),
  })
  const cited = (path: string | undefined, kind: Citation['kind'] = 'research'): Citation => ({
    form: 'link',
    kind,
    text: '',
    target: 'x',
    position: place(1),
    ...(path !== undefined && {path}),
  })
  const file = (commit: string, code: string[] | undefined): Entry => ({
    type: 'file',
    head: `---\ngit_commit: ${commit}\n---\n`,
    ...(code && {code}),
  })

  test('is what became of its code since its commit, once for each document', () => {
    const asked = askedForResearch(
      [cited('research/a.md'), cited('research/a.md')],
      world({'research/a.md': file('abc1234', ['src/a.ts'])}),
    )
    expect(asked).toEqual({paths: ['research/a.md'], questions: [{commit: 'abc1234', paths: ['src/a.ts']}]})
  })

  test.each([
    ['a spec', [cited('research/a.md', 'spec')], {'research/a.md': file('abc1234', ['src/a.ts'])}],
    ['a document that is not there', [cited(undefined)], {}],
    ['a document of which nothing is known', [cited('research/a.md')], {}],
    ['a folder', [cited('research/a.md')], {'research/a.md': {type: 'folder'}}],
    ['a document that speaks of no code', [cited('research/a.md')], {'research/a.md': file('abc1234', undefined)}],
    ['a document without a commit', [cited('research/a.md')], {'research/a.md': file('TBD', ['src/a.ts'])}],
  ] satisfies [string, Citation[], Record<string, Entry>][])('is nothing of %s', (_, documents, entries) => {
    expect(askedForResearch(documents, world(entries))).toEqual({paths: [], questions: []})
  })
})

describe('what the repository says of research', () => {
  const asked = {paths: ['research/a.md'], questions: [{commit: 'abc1234', paths: []}]}
  const told = (said: Parameters<typeof withCommits>[2]['research'][number]) =>
    withCommits([source('research/a.md')], asked, {research: [said]})[0]

  test('is its commit in full, and what became of the files', () => {
    expect(told({commit: 'abc1234f', reachable: true, files: 7, changed: 2, gone: 1, renamed: 1})).toEqual({
      ...source('research/a.md'),
      commit: 'abc1234f',
      commitKnown: true,
      commitReachable: true,
      files: 7,
      changed: 2,
      gone: 1,
      renamed: 1,
      driftShare: 43,
    })
  })

  test('is the commit as it is written where it is not known here', () => {
    const {commitReachable, anchor, files, ...rest} = {...told({})}
    expect(rest).toEqual({...source('research/a.md'), commit: 'abc1234', commitKnown: false})
    expect([commitReachable, anchor, files]).toEqual([undefined, undefined, undefined])
    expect(Object.keys(told({}) ?? {})).not.toContain('commitReachable')
    expect(Object.keys(told({}) ?? {})).not.toContain('anchor')
  })

  test('is another commit of the same content where that one was left behind', () => {
    expect(told({commit: 'abc1234f', reachable: false, anchor: 'def5678'})).toMatchObject({
      commitReachable: false,
      anchor: 'def5678',
    })
  })

  test('is no share of no files', () => {
    expect(told({commit: 'abc1234f', files: 0})).toMatchObject({files: 0, changed: 0, gone: 0, renamed: 0})
    expect(told({commit: 'abc1234f', files: 0})).not.toHaveProperty('driftShare')
  })

  test('is nothing of documents that it was not asked about, or did not answer', () => {
    expect(withCommits([source('research/b.md')], asked, {research: [{commit: 'abc1234f'}]})).toEqual([
      source('research/b.md'),
    ])
    expect(withCommits([source('research/a.md')], asked, {research: []})).toEqual([source('research/a.md')])
  })
})

describe('the sum of what became of the code of research', () => {
  const counts = (files: number, changed: number, gone: number) => ({
    files,
    changed,
    gone,
    renamed: 0,
    ...(files > 0 && {driftShare: Math.ceil((100 * (changed + gone)) / files)}),
  })

  test('is of all documents whose files are known, at the place of the worst', () => {
    const sources = [
      source('research/a.md', 1, counts(10, 1, 0)),
      source('research/b.md', 2, counts(4, 2, 1)),
      source('research/c.md', 3, counts(2, 0, 0)),
      source('research/d.md', 4, counts(0, 0, 0)),
      source('research/e.md', 5),
    ]
    expect(researchDriftIn(sources)).toEqual({
      documents: 3,
      files: 16,
      changed: 3,
      gone: 1,
      share: 25,
      position: place(2),
    })
  })

  test('is none where no files are known', () => {
    expect(researchDriftIn([source('research/a.md'), source('research/d.md', 4, counts(0, 0, 0))])).toBeUndefined()
  })
})
