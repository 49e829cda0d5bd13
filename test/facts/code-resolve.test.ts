import {describe, expect, test} from 'vitest'
import {askedFor, resolveCode} from '../../src/facts/citations/code/index.js'
import type {CitationDraft} from '../../src/facts/citations/types.js'
import type {Citation} from '../../src/facts/types.js'
import type {CodeFile, HistoryAnswers, Sighting} from '../../src/workspace/index.js'

const place = (line: number, from = 0, to = 20) => ({
  start: {line, column: from + 1, offset: line * 100 + from},
  end: {line, column: to + 1, offset: line * 100 + to},
})

/** A citation of lines 2 and 3 of a file, as the syntax tells it. */
const draft = (more: Partial<CitationDraft> = {}): CitationDraft => ({
  form: 'code-span',
  kind: 'code',
  text: '`src/a.ts:2-3`',
  target: 'src/a.ts',
  document: false,
  lines: [{from: 2, to: 3}],
  candidates: [
    {path: 'specs/src/a.ts', from: 'file'},
    {path: 'src/a.ts', from: 'root'},
  ],
  position: place(5),
  ...more,
})

const found = (
  from: Sighting['from'],
  version: string,
  more: Partial<Sighting> & {file?: CodeFile} = {},
): Sighting => ({
  from,
  ...(from !== 'index' && from !== 'worktree' && {commit: from.padEnd(40, '0')}),
  outcome: 'found',
  file: {path: 'src/a.ts', by: 'path', version},
  now: {path: 'src/a.ts', by: 'path', version: 'now'},
  ...more,
})
const not = (from: Sighting['from'], outcome: Sighting['outcome'] = 'missing'): Sighting => ({from, outcome})

const TEXTS: Record<string, string> = {
  good: 'one\nrun()\nthree\n',
  moved: 'new\none\nrun()\nthree\n',
  short: 'one\n',
  now: 'new\none\nrun()\nthree\n',
}

function resolved(
  sightings: readonly Sighting[],
  more: Partial<CitationDraft> = {},
  answers: Partial<HistoryAnswers> = {},
  folder: readonly Sighting[] = [not('head', 'folder')],
): Citation | undefined {
  const citing = draft(more)
  const asked = askedFor([citing], () => [])
  const versions = new Map(Object.entries(TEXTS).map(([name, text]) => [name, {text}] as const))
  const said = {code: [sightings, folder], research: [], gone: [], versions, gaps: [], committed: true, ...answers}
  return resolveCode(citing, {asked, answers: said, compared: new Map()})
}

const beside = (text: string) => ({beside: {symbol: {text, position: place(5, 30, 35)}}})

describe('a citation of lines', () => {
  test('is right as of the first state that has the file', () => {
    expect(resolved([not('research'), found('spec', 'good'), found('head', 'now')])).toMatchObject({
      exists: true,
      path: 'src/a.ts',
      resolvedFrom: 'root',
      commitFrom: 'spec',
      linesExist: true,
      lineCount: 3,
      drift: {state: 'moved', lines: [{from: 3, to: 4}], near: ['src/a.ts:3-4']},
      lookups: [{from: 'research', outcome: 'missing'}, {from: 'spec'}, {from: 'head'}],
    })
  })

  test('is right where any state has all of it right', () => {
    const citation = resolved([found('research', 'short'), found('spec', 'moved'), found('head', 'good')], {
      ...beside('run'),
      lines: [{from: 2, to: 2}],
    })
    expect(citation).toMatchObject({commitFrom: 'head', linesExist: true, symbol: {found: 'lines'}})
  })

  test('is wrong only where every state has it wrong, and then as the best of them has it', () => {
    expect(resolved([found('research', 'short'), found('spec', 'short')])).toMatchObject({
      commitFrom: 'research',
      linesExist: false,
      lineCount: 1,
    })
    const astray = resolved([found('research', 'short'), found('spec', 'good')], {
      ...beside('run'),
      lines: [{from: 3, to: 3}],
    })
    expect(astray).toMatchObject({
      commitFrom: 'spec',
      symbol: {text: 'run', found: 'once', lines: {from: 2, to: 2}, near: ['src/a.ts:2']},
    })
  })

  test('is as the state of most that is right has it: lines count first, then the name, then the quotation', () => {
    expect(resolved([found('research', 'short'), found('spec', 'good')])).toMatchObject({commitFrom: 'spec'})
    const quote = {beside: {quote: {text: 'one run()', position: place(5, 30, 35)}}}
    const versions = new Map([
      ['other', {text: 'a\nb\nc\n'}],
      ['good', {text: TEXTS.good ?? ''}],
    ])
    const citation = resolved(
      [found('research', 'other'), found('spec', 'good')],
      {...quote, lines: [{from: 1, to: 3}]},
      {versions},
    )
    expect(citation).toMatchObject({commitFrom: 'spec', quote: {found: 'lines'}})
  })

  test('is about the file before the commit that changed it, too, where both are as right', () => {
    expect(resolved([found('spec', 'good'), found('spec-parent', 'moved')])).toMatchObject({commitFrom: 'spec-parent'})
    expect(resolved([found('spec', 'good'), found('spec-parent', 'good')])).toMatchObject({commitFrom: 'spec'})
    expect(resolved([found('spec', 'good'), found('spec-parent', 'short')])).toMatchObject({commitFrom: 'spec'})
    expect(resolved([found('spec', 'good'), found('head', 'moved')])).toMatchObject({commitFrom: 'spec'})
  })

  test('is not about another file of that name where that is wrong, too', () => {
    const lib = {path: 'lib/a.ts', by: 'suffix' as const}
    const versions = new Map(
      Object.entries({...TEXTS, twice: 'run()\nx\nrun()\n'}).map(([name, text]) => [name, {text}]),
    )
    const cite = (line: number, version: string) =>
      resolved(
        [found('spec', 'short'), found('head', version, {file: {...lib, version}})],
        {...beside('run'), lines: [{from: line, to: line}]},
        {versions},
      )?.commitFrom
    expect(cite(2, 'moved')).toBe('spec')
    expect(cite(2, 'twice')).toBe('spec')
    expect(cite(3, 'moved')).toBe('head')
  })

  test('may end with the empty line that editors show behind the last one', () => {
    const cite = (from: number, to: number) => resolved([found('spec', 'good')], {lines: [{from, to}]})?.linesExist
    expect([cite(3, 4), cite(3, 5), cite(4, 4), cite(3, 3)]).toEqual([true, false, false, true])
  })

  test('holds the name where it holds another one that the sentence names', () => {
    const text = Array.from({length: 30}, (_, index) => (index === 9 ? 'far()' : index === 19 ? 'near()' : 'x')).join(
      '\n',
    )
    const cite = (name: string, line: number) =>
      resolved(
        [found('spec', 'long')],
        {beside: {symbol: {text: name, others: ['gone', 'near'], position: place(5)}}, lines: [{from: line, to: line}]},
        {versions: new Map([['long', {text}]])},
      )?.symbol?.found
    expect([cite('far', 20), cite('far', 21), cite('far', 10), cite('absent', 20)]).toEqual([
      'around',
      'once',
      'lines',
      'nowhere',
    ])
  })

  test('of a text that is not known says nothing of lines', () => {
    const citation = resolved([found('spec', 'unknown')])
    expect(citation).toMatchObject({exists: true, commitFrom: 'spec'})
    for (const field of ['linesExist', 'lineCount', 'drift']) expect(citation).not.toHaveProperty(field)
  })

  test('that run backwards are told as that', () => {
    expect(resolved([found('spec', 'good')], {lines: [{from: 3, to: 2}]})).toMatchObject({linesReversed: true})
    expect(
      resolved([found('spec', 'good')], {
        lines: [
          {from: 1, to: 2},
          {from: 3, to: 2},
        ],
      }),
    ).toMatchObject({linesReversed: true, linesExist: false})
  })

  test('keeps the number of lines where the name stands elsewhere', () => {
    const text = Array.from({length: 30}, (_, index) => (index === 9 ? 'function far() {' : 'x')).join('\n')
    const versions = new Map([['long', {text}]])
    const cite = (lines: Citation['lines']) =>
      resolved([found('spec', 'long')], {...beside('far'), ...(lines && {lines})}, {versions})?.symbol?.near
    expect(cite([{from: 20, to: 24}])).toEqual(['src/a.ts:10-14'])
    expect(
      cite([
        {from: 1, to: 2},
        {from: 4, to: 5},
      ]),
    ).toBeUndefined()
    expect(cite([{from: 30, to: 80}])).toEqual(['src/a.ts:10-30'])
  })

  test('writes lines as the citation does', () => {
    const citation = resolved([found('spec', 'good')], {
      text: '[a](../src/a.ts#L2-L3)',
      form: 'link',
      target: '../src/a.ts',
    })
    expect(citation?.drift?.near).toEqual(['../src/a.ts#L3-L4'])
  })
})

describe('nothing is said where a state cannot be seen', () => {
  const gaps = [{code: 'unknown-commit', text: 'no such commit'}]

  test('of what is missing', () => {
    const citation = resolved([not('research', 'unknown'), not('head')], {}, {gaps})
    expect(citation).toMatchObject({gap: 'unknown-commit'})
    expect(citation).not.toHaveProperty('exists')
  })

  test('of lines and names', () => {
    const citation = resolved([not('research', 'unknown'), found('head', 'short')], beside('run'), {gaps})
    expect(citation).toMatchObject({exists: true, gap: 'unknown-commit'})
    for (const field of ['linesExist', 'symbol', 'drift']) expect(citation).not.toHaveProperty(field)
  })

  test('unless another state has it right', () => {
    const citation = resolved([not('research', 'unknown'), found('head', 'good')], beside('run'), {gaps})
    expect(citation).toMatchObject({exists: true, linesExist: true})
    expect(citation).not.toHaveProperty('gap')
  })

  test.each(['no-git', 'no-repository', 'git-timeout'])('for there is %s', code => {
    expect(resolved([not('worktree')], {}, {gaps: [{code, text: ''}], committed: false})).toMatchObject({gap: code})
  })
})

describe('a file that no state has', () => {
  test('is missing, with what was tried', () => {
    const citation = resolved([not('spec-parent'), not('head'), not('worktree')])
    expect(citation).toMatchObject({
      exists: false,
      folderExists: true,
      tried: ['the commit before the document', 'HEAD', 'the work tree'],
    })
  })

  test('in a folder that no state has', () => {
    expect(resolved([not('head')], {}, {}, [not('head')])).toMatchObject({exists: false, folderExists: false})
  })

  test('is offered under its other paths', () => {
    expect(resolved([{...not('head'), near: ['lib/a.ts']}])).toMatchObject({near: ['lib/a.ts:2-3']})
  })

  test('is no citation where it may be a word, or a file to be made', () => {
    expect(resolved([not('head')], {unsure: true})).toBeUndefined()
    expect(resolved([not('research', 'unknown')], {unsure: true, target: 'the/end'})).toBeUndefined()
  })

  test('and that several may be, is left open', () => {
    const citation = resolved([{from: 'head', outcome: 'ambiguous', candidates: ['a/x.ts', 'b/x.ts']}, not('index')])
    expect(citation).toMatchObject({candidates: ['a/x.ts', 'b/x.ts']})
    expect(citation).not.toHaveProperty('exists')
  })

  test('though it was one of uncommitted text, which has no other states', () => {
    const citation = resolved([not('head'), not('index'), not('worktree')], {}, {committed: false})
    expect(citation).toMatchObject({exists: false})
  })
})

describe('a citation without lines', () => {
  const whole = (sightings: readonly Sighting[], more: Partial<CitationDraft> = {}) => {
    const {lines: _, ...rest} = draft(more)
    const asked = askedFor([rest], () => [])
    const versions = new Map(Object.entries(TEXTS).map(([name, text]) => [name, {text}] as const))
    const answers = {code: [sightings], research: [], gone: [], versions, gaps: [], committed: true}
    return resolveCode(rest, {asked, answers, compared: new Map()})
  }

  test('is of the file as it is, whatever it holds', () => {
    const citation = whole([found('spec', 'good')])
    expect(citation).toMatchObject({exists: true, drift: {state: 'unchanged', same: true}})
    for (const field of ['linesExist', 'lineCount', 'folderExists']) expect(citation).not.toHaveProperty(field)
  })

  test('may be of a folder', () => {
    expect(whole([{from: 'head', outcome: 'folder', commit: 'a'.repeat(40)}], {target: 'src/'})).toMatchObject({
      exists: true,
      commitFrom: 'head',
    })
  })

  test('of a file that is gone tells of no folder', () => {
    expect(whole([not('head')])).not.toHaveProperty('folderExists')
  })
})

test('why a state cannot be seen is told by what weighs most', () => {
  const unseen = (...gaps: NonNullable<Sighting['gap']>[]) =>
    resolved(gaps.map(gap => ({...not('research', 'unknown'), gap})))?.gap
  expect(unseen('unknown-commit', 'shallow-clone')).toBe('shallow-clone')
  expect(unseen('outside', 'link', 'ignored')).toBe('ignored')
  expect(unseen('partial-clone')).toBe('partial-clone')
})

test('without a workspace nothing is known', () => {
  expect(resolveCode(draft(), undefined)).toMatchObject({gap: 'no-workspace'})
  expect(resolveCode(draft({unsure: true}), undefined)).toBeUndefined()
})

test.each([
  ['suffix', 'suffix'],
  ['rename', 'rename'],
  ['path', 'file'],
] as const)('a file found by its %s', (by, resolvedFrom) => {
  const file = {path: by === 'path' ? 'specs/src/a.ts' : 'packages/p/src/a.ts', by, version: 'good'}
  expect(resolved([found('spec', 'good', {file})])).toMatchObject({resolvedFrom, path: file.path})
})
