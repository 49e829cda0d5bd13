import {describe, expect, test} from 'vitest'
import {askedFor, resolveCode} from '../../src/facts/citations/code/index.js'
import type {CitationDraft} from '../../src/facts/citations/types.js'
import type {Citation} from '../../src/facts/types.js'
import type {CodeFile, Sighting} from '../../src/workspace/index.js'

const place = (line: number) => ({
  start: {line, column: 1, offset: line * 100},
  end: {line, column: 21, offset: line * 100 + 20},
})

/** A citation of a file, as the syntax tells it: of lines 2 and 3 unless told. */
const draft = (target: string, more: Partial<CitationDraft> = {}): CitationDraft => ({
  form: 'code-span',
  kind: 'code',
  text: `\`${target}:2-3\``,
  target,
  document: false,
  lines: [{from: 2, to: 3}],
  candidates: [
    {path: `specs/${target}`, from: 'file'},
    {path: target, from: 'root'},
  ],
  position: place(5),
  ...more,
})

const whole = (target: string, more: Partial<CitationDraft> = {}): CitationDraft => {
  const {lines: _, ...rest} = draft(target, more)
  return rest
}

const TEXTS: Record<string, string> = {good: 'one\nrun()\nthree\n', short: 'one\n', now: 'new\none\nrun()\nthree\n'}

const file = (path: string, version: string, by: CodeFile['by'] = 'path'): CodeFile => ({path, by, version})

const seen = (from: Sighting['from'], at: CodeFile, more: Partial<Sighting> = {}): Sighting => ({
  from,
  ...(from !== 'index' && from !== 'worktree' && {commit: from.padEnd(40, '0')}),
  outcome: 'found',
  file: at,
  now: at,
  ...more,
})
const not = (from: Sighting['from'], outcome: Sighting['outcome'] = 'missing', more: Partial<Sighting> = {}) => ({
  from,
  outcome,
  ...more,
})

function told(citing: CitationDraft, sightings: Sighting[], folder: Sighting[] = [not('head')]): Citation | undefined {
  const versions = new Map(Object.entries(TEXTS).map(([name, text]) => [name, {text}] as const))
  const answers = {code: [sightings, folder], research: [], gone: [], versions, gaps: [], committed: true}
  return resolveCode(citing, {asked: askedFor([citing], () => []), answers, compared: new Map()})
}

const beside = (quote: string) => ({quote: {text: quote, position: place(5)}})

describe('where several files of the name may be meant', () => {
  const others = {candidates: ['a/package.json', 'b/package.json']}

  test('a name without a folder is that of the file at the root, of which nothing else is said', () => {
    const citation = told(draft('package.json'), [seen('spec', file('package.json', 'short'), others)])
    expect(citation).toMatchObject({exists: true, path: 'package.json'})
    for (const field of ['linesExist', 'drift', 'candidates']) expect(citation).not.toHaveProperty(field)
  })

  test('a whole path is that file, right or wrong', () => {
    expect(told(draft('src/a.ts'), [seen('spec', file('src/a.ts', 'short'), others)])).toMatchObject({
      linesExist: false,
    })
    expect(told(draft('package.json'), [seen('spec', file('package.json', 'good'), others)])).toMatchObject({
      linesExist: true,
    })
  })

  test('the only one in some state is not told to be wrong', () => {
    for (const by of ['suffix', 'path'] as const) {
      const citation = told(draft('a.ts'), [seen('spec', file('src/deep/a.ts', 'short', by), {candidates: ['x/a.ts']})])
      expect(citation).toMatchObject({candidates: ['x/a.ts']})
      expect(citation).not.toHaveProperty('exists')
    }
    expect(told(draft('a.ts'), [seen('spec', file('src/deep/a.ts', 'good', 'suffix'), others)])).toMatchObject({
      exists: true,
    })
  })

  test('it is missing without lines', () => {
    expect(told(whole('src/a.ts'), [not('head', 'ambiguous', others)])).toMatchObject({exists: false})
  })
})

describe('what may be a word', () => {
  const unseen = [not('research', 'unknown')]

  test.each([
    ['a path in a code span', whole('src/x.ts', {unsure: true})],
    ['a name with lines', draft('x.ts', {unsure: true})],
    ['a path with lines in text', draft('src/x.ts', {unsure: true, form: 'bare-path'})],
  ])('is a file where a state is not to be seen: %s', (_, citing) => {
    expect(told(citing, unseen)).toMatchObject({gap: 'unknown-commit'})
    expect(told(citing, [not('head')])).toBeUndefined()
  })

  test.each([
    ['a name', whole('x.ts', {unsure: true})],
    ['a path in text', whole('src/x.ts', {unsure: true, form: 'bare-path'})],
    ['what has no ending of files', draft('the/end', {unsure: true})],
    ['a folder', whole('src/', {unsure: true})],
  ])('is none: %s', (_, citing) => {
    expect(told(citing, unseen)).toBeUndefined()
  })
})

describe('an address of a file at a commit', () => {
  const url = 'https://x.example/o/r/blob/abc1234/src/a.ts'
  const permalink = (address: string) => draft('src/a.ts', {form: 'permalink', url: address, unsure: true})

  test('is one of the web where its commit is not known here', () => {
    const citation = told(permalink(`${url}#L2-L3`), [not('citation', 'unknown')])
    expect(citation).toMatchObject({form: 'permalink', kind: 'url', target: url, anchor: 'L2-L3'})
    for (const field of ['lines', 'document', 'gap']) expect(citation).not.toHaveProperty(field)
    expect(resolveCode(permalink(url), undefined)).toMatchObject({kind: 'url', target: url})
    expect(resolveCode(permalink(url), undefined)).not.toHaveProperty('anchor')
  })

  test('is one of a file that is missing where it is', () => {
    const known = {commit: 'a'.repeat(40)}
    expect(told(permalink(url), [not('citation', 'missing', known)])).toMatchObject({kind: 'code', exists: false})
    expect(told(permalink(url), [not('head', 'missing', known)])).toMatchObject({kind: 'url'})
  })
})

describe('a file that no state has', () => {
  test('is told with what is near, what ends so, and what removed it', () => {
    const [first, second] = [
      not('spec', 'missing', {near: ['a/x.ts', 'b/x.ts'], alike: true, removedBy: 'abcdef0123456789'}),
      not('head', 'missing', {near: ['b/x.ts', 'c/x.ts', 'd/x.ts'], alike: false}),
    ]
    expect(told(draft('src/x.ts'), [first, second])).toMatchObject({
      near: ['a/x.ts:2-3', 'b/x.ts:2-3', 'c/x.ts:2-3'],
      endingKnown: true,
      removedBy: 'abcdef0123',
    })
  })

  test('is told without what is not known', () => {
    const citation = told(draft('src/x.ts'), [not('head')])
    for (const field of ['near', 'endingKnown', 'removedBy', 'path']) expect(citation).not.toHaveProperty(field)
    expect(citation?.lookups).toEqual([{from: 'head', outcome: 'missing'}])
  })

  test('stands in a folder that any state has', () => {
    const folder = [not('head'), not('index', 'folder')]
    expect(told(draft('src/x.ts'), [not('head')], folder)).toMatchObject({folderExists: true})
  })

  test('is not asked for where it has no path within the workspace', () => {
    expect(told(draft('x.ts', {candidates: []}), [])).toMatchObject({gap: 'no-workspace'})
    expect(told(draft('x.ts', {candidates: [], unsure: true}), [])).toBeUndefined()
  })
})

describe('a file that is there', () => {
  test('is told with the commit of its state, and every state that was looked into', () => {
    const spec = 'spec'.padEnd(40, '0')
    const citation = told(draft('src/a.ts'), [not('research'), seen('spec', file('src/a.ts', 'good'))])
    expect(citation).toMatchObject({commit: spec, commitFrom: 'spec'})
    expect(citation?.lookups).toEqual([
      {from: 'research', outcome: 'missing'},
      {from: 'spec', commit: spec, outcome: 'found', path: 'src/a.ts'},
    ])
  })

  test('in the work tree has no commit, so nothing became of it since', () => {
    const citation = told(draft('src/a.ts'), [seen('worktree', file('src/a.ts', 'good'))])
    expect(citation).toMatchObject({exists: true, commitFrom: 'worktree', linesExist: true})
    for (const field of ['commit', 'drift']) expect(citation).not.toHaveProperty(field)
  })

  test('by what the document names in full elsewhere is found by that', () => {
    const [short, full] = [draft('a.ts'), draft('src/a.ts')]
    const asked = askedFor([short, full], () => [])
    const versions = new Map(Object.entries(TEXTS).map(([name, text]) => [name, {text}] as const))
    const code = asked.questions.map(() => [seen('spec', file('src/a.ts', 'good'))])
    const answers = {code, research: [], gone: [], versions, gaps: [], committed: true}
    expect(resolveCode(short, {asked, answers, compared: new Map()})).toMatchObject({resolvedFrom: 'context'})
    expect(resolveCode(full, {asked, answers, compared: new Map()})).toMatchObject({resolvedFrom: 'root'})
  })

  test('has a quotation where it is one range that is cited, and nowhere to lead where there are more', () => {
    const near = (lines: Citation['lines']) =>
      told(draft('src/a.ts', {beside: beside('one run()'), ...(lines && {lines})}), [
        seen('spec', file('src/a.ts', 'now')),
      ])?.quote
    expect(near([{from: 4, to: 4}])).toMatchObject({found: 'once', near: ['src/a.ts:2-3']})
    const twice = near([
      {from: 4, to: 4},
      {from: 1, to: 1},
    ])
    expect(twice).toMatchObject({found: 'once'})
    expect(twice).not.toHaveProperty('near')
  })
})

describe('what is wrong is not told where a state is not to be seen', () => {
  const unseen = not('research', 'unknown')

  test('of a quotation, or of lines that run backwards', () => {
    const quoted = told(draft('src/a.ts', {beside: beside('two three four')}), [
      unseen,
      seen('head', file('src/a.ts', 'good')),
    ])
    expect(quoted).toMatchObject({exists: true, gap: 'unknown-commit'})
    expect(quoted).not.toHaveProperty('quote')
    const reversed = told(draft('src/a.ts', {lines: [{from: 3, to: 2}]}), [
      unseen,
      seen('head', file('src/a.ts', 'good')),
    ])
    expect(reversed).toMatchObject({gap: 'unknown-commit'})
    expect(reversed).not.toHaveProperty('linesReversed')
  })

  test('but what is near enough is right', () => {
    const citing = draft('src/a.ts', {
      lines: [{from: 1, to: 2}],
      beside: {symbol: {text: 'thr', position: place(5)}, ...beside('run() three')},
    })
    expect(told(citing, [unseen, seen('head', file('src/a.ts', 'good'))])).toMatchObject({gap: 'unknown-commit'})
    const {symbol: _, ...quote} = citing.beside ?? {}
    const near = told({...citing, beside: quote}, [unseen, seen('head', file('src/a.ts', 'good'))])
    expect(near).toMatchObject({quote: {found: 'around'}})
    expect(near).not.toHaveProperty('gap')
  })
})

describe('what became of it since', () => {
  const since = (form: CitationDraft['form'], from: Sighting['from'], now: CodeFile, then = 'good') =>
    told(draft('src/a.ts', {form}), [seen(from, file('src/a.ts', then), {now})])?.drift

  test.each([
    ['code-span', ['lib/a.ts:3-4']],
    ['bare-path', ['lib/a.ts:3-4']],
    ['link', undefined],
  ] as const)('in another file is written anew in a %s: %j', (form, near) => {
    const drift = since(form, 'spec', file('lib/a.ts', 'now'))
    expect(drift).toMatchObject({state: 'renamed', path: 'lib/a.ts', same: false})
    expect(drift?.near).toEqual(near)
  })

  test('stays as it is where it is said of a commit', () => {
    const drift = since('code-span', 'citation', file('src/a.ts', 'now'))
    expect(drift).toMatchObject({state: 'moved', same: true})
    expect(drift).not.toHaveProperty('near')
  })

  test('is nothing where its lines are as they were, or were never there', () => {
    const same = since('code-span', 'spec', file('src/a.ts', 'good'))
    expect(same).toMatchObject({state: 'unchanged', same: true})
    expect(same).not.toHaveProperty('near')
    expect(since('code-span', 'spec', file('src/a.ts', 'now'), 'short')).toBeUndefined()
  })

  test('is a change without other lines where they are gone', () => {
    const drift = since('code-span', 'spec', file('src/a.ts', 'short'))
    expect(drift).toMatchObject({state: 'changed', same: false})
    expect(drift).not.toHaveProperty('near')
  })
})
