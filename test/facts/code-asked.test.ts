import {describe, expect, test} from 'vitest'
import {askedFor, hashIn, namedCommits} from '../../src/facts/citations/code/index.js'
import type {CitationDraft} from '../../src/facts/citations/types.js'
import type {Citation} from '../../src/facts/types.js'
import type {World} from '../../src/workspace/index.js'

const place = (line: number) => ({
  start: {line, column: 1, offset: line * 100},
  end: {line, column: 20, offset: line * 100 + 19},
})

function draft(target: string, line: number, lines = false, more: Partial<CitationDraft> = {}): CitationDraft {
  return {
    form: 'code-span',
    kind: 'code',
    text: `\`${target}\``,
    target,
    document: false,
    candidates: [{path: target, from: 'root'}],
    position: place(line),
    ...(lines && {lines: [{from: 1, to: 2}]}),
    ...more,
  }
}

const paths = (...drafts: CitationDraft[]) => askedFor(drafts, () => []).questions.map(question => question.paths)

describe('questions', () => {
  test('are asked once for each path without lines, and once for each citation of lines, with its folder', () => {
    expect(
      paths(draft('src/a.ts', 1), draft('src/a.ts', 2), draft('src/a.ts', 3, true), draft('src/a.ts', 4, true)),
    ).toEqual([['src/a.ts'], ['src/a.ts'], ['src'], ['src/a.ts']])
  })

  test('leave out what is no code, and ask for no folder outside the root', () => {
    const astray = draft('../../x.ts', 1, true, {candidates: [{path: '../x.ts', from: 'file'}]})
    expect(paths(astray, draft('research/a.md', 2, false, {kind: 'research'}))).toEqual([['../x.ts']])
  })

  test('of an address of a file at a commit mean that commit alone', () => {
    const [question] = askedFor([draft('src/a.ts', 1, true, {form: 'permalink'})], () => []).questions
    expect(question).toMatchObject({paths: ['src/a.ts'], pinned: true})
  })

  test('a short path means the full one that was cited last before it, else the first behind it', () => {
    const drafts = [
      draft('compiled.ts', 1, true),
      draft('src/graph/compiled.ts', 2, true),
      draft('src/old/compiled.ts', 3, true),
      draft('compiled.ts', 4, true),
      draft('old/compiled.ts', 5, true),
      draft('piled.ts', 6, true),
    ]
    const asked = askedFor(drafts, () => []).questions.filter(({text}) => text)
    expect(asked.map(question => [question.paths, question.likely])).toEqual([
      [['compiled.ts'], ['src/graph/compiled.ts']],
      [['src/graph/compiled.ts'], undefined],
      [['src/old/compiled.ts'], undefined],
      [['compiled.ts'], ['src/old/compiled.ts']],
      [['old/compiled.ts'], ['src/old/compiled.ts']],
      [['piled.ts'], undefined],
    ])
  })
})

describe('a short path', () => {
  const likely = (...drafts: CitationDraft[]) =>
    askedFor(drafts, () => [])
      .questions.filter(({text}) => text)
      .map(question => question.likely)

  test('is read without the steps before it', () => {
    expect(likely(draft('src/x.ts', 1, true), draft('../../x.ts', 2, true))).toEqual([undefined, ['src/x.ts']])
  })

  test('means no folder, and no file without one', () => {
    expect(likely(draft('b/x.ts/', 1, true), draft('x.ts', 2, true), draft('x.ts', 3, true))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('means the last one again where it is cited once more', () => {
    const drafts = ['a/x.ts', 'b/x.ts', 'a/x.ts', 'x.ts'].map((path, index) => draft(path, index + 1, true))
    expect(likely(...drafts).at(-1)).toEqual(['a/x.ts'])
    const later = ['x.ts', 'a/x.ts', 'b/x.ts', 'a/x.ts'].map((path, index) => draft(path, index + 1, true))
    expect(likely(...later)[0]).toEqual(['a/x.ts'])
  })

  test('means none that leaves the root', () => {
    const astray = draft('../../a/x.ts', 1, true, {
      candidates: [
        {path: '../a/x.ts', from: 'file'},
        {path: 'a/x.ts', from: 'root'},
      ],
    })
    expect(likely(astray, draft('x.ts', 2, true)).at(-1)).toEqual(['a/x.ts'])
  })

  test('is told as such of its draft alone', () => {
    const [short, full] = [draft('x.ts', 1, true), draft('src/x.ts', 2, true)]
    const {fromContext} = askedFor([short, full], () => [])
    expect([...fromContext]).toEqual([[short, ['src/x.ts']]])
  })
})

test('nothing is asked where a path is the root alone', () => {
  expect(paths(draft('', 1, false, {candidates: [{path: '', from: 'root'}]}))).toEqual([])
})

test('mentions of a path are asked once for each way to look for it', () => {
  const named = askedFor([draft('src/a.ts', 1), draft('src/a.ts', 2)], ({position}) => [
    {name: `${position.start.line}`, from: 'citation'},
  ])
  expect(named.questions).toHaveLength(2)
  const uses = [draft('src/a.ts', 1), draft('src/a.ts', 2, false, {of: draft('src/a.ts', 1)})]
  expect(askedFor(uses, () => []).of.size).toBe(1)
})

describe('commits', () => {
  const research = (path: string, line: number): Citation => ({
    form: 'link',
    kind: 'research',
    text: '',
    target: path,
    path,
    position: place(line),
  })
  const world = (heads: Record<string, string>): World => ({
    specs: [],
    research: [],
    entries: new Map(Object.entries(heads).map(([path, head]) => [path, {type: 'file', head}])),
  })
  const head = (commit: string) => `---\ngit_commit: ${commit}\n---\n\n# R\n`
  const heads = {'research/a.md': head('aaaaaaa1'), 'research/b.md': head('bbbbbbb2'), 'research/c.md': head('TBD')}
  const documents = [research('research/a.md', 10), research('research/b.md', 90), research('research/c.md', 50)]

  test('the one beside it, then the own one, then those of the research that is cited nearest', () => {
    const named = namedCommits(documents, world(heads), 'ccccccc3')
    expect(named(draft('src/a.ts', 80, true, {beside: {commits: ['ddddddd4']}}))).toEqual([
      {name: 'ddddddd4', from: 'citation'},
      {name: 'ccccccc3', from: 'research'},
      {name: 'bbbbbbb2', from: 'research'},
      {name: 'aaaaaaa1', from: 'research'},
    ])
    expect(namedCommits(documents, world(heads))(draft('src/a.ts', 20)).map(({name}) => name)).toEqual([
      'aaaaaaa1',
      'bbbbbbb2',
    ])
  })

  test('of an address of a file at a commit are the one in it', () => {
    const named = namedCommits(documents, world(heads), 'ccccccc3')
    expect(named(draft('src/a.ts', 1, true, {form: 'permalink', beside: {commits: ['ddddddd4']}}))).toEqual([
      {name: 'ddddddd4', from: 'citation'},
    ])
  })

  test('are told once each, and of six research documents at the most', () => {
    const many = Array.from({length: 9}, (_, index) => `research/${index}.md`)
    const heads = Object.fromEntries(many.map((path, index) => [path, head(`abcdef${index}`)]))
    const cited = many.map((path, index) => research(path, 10 * index))
    const names = (own?: string) => namedCommits(cited, world(heads), own)(draft('src/a.ts', 1)).map(({name}) => name)
    expect(names()).toEqual(['abcdef0', 'abcdef1', 'abcdef2', 'abcdef3', 'abcdef4', 'abcdef5'])
    expect(names('abcdef1')).toEqual(['abcdef1', 'abcdef0', 'abcdef2', 'abcdef3', 'abcdef4', 'abcdef5'])
  })

  test('are none of specs, of what is not there and of folders', () => {
    const {path: _, ...lost} = research('research/a.md', 1)
    const folder: World = {...world(heads), entries: new Map([['research/a.md', {type: 'folder'}]])}
    const none = (documents: Citation[], among = world(heads)) => namedCommits(documents, among)(draft('src/a.ts', 1))
    expect(none([lost])).toEqual([])
    expect(none([{...research('research/a.md', 1), kind: 'spec'}])).toEqual([])
    expect(none([research('research/a.md', 1)], folder)).toEqual([])
    expect(none([research('research/gone.md', 1)])).toEqual([])
  })

  test('of research that is cited twice count from the nearer place', () => {
    const cited = [research('research/a.md', 1), research('research/b.md', 40), research('research/a.md', 99)]
    expect(namedCommits(cited, world(heads))(draft('src/a.ts', 98)).map(({name}) => name)).toEqual([
      'aaaaaaa1',
      'bbbbbbb2',
    ])
    expect(namedCommits(cited, world(heads))(draft('src/a.ts', 2)).map(({name}) => name)).toEqual([
      'aaaaaaa1',
      'bbbbbbb2',
    ])
  })

  test.each([
    ['xdeadbeef', undefined],
    ['9e875832', '9e875832'],
    ['9E875832 (main)', '9e875832'],
    ['TBD', undefined],
    ['$(git rev-parse HEAD)', undefined],
    ['deadbeefcafex', undefined],
    ['abc123', undefined],
    [undefined, undefined],
  ])('in %s', (text, hash) => {
    expect(hashIn(text)).toBe(hash)
  })
})
