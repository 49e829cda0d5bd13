import {chmodSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, describe, expect, test} from 'vitest'
import {useEngine} from '../../src/markdown/index.js'
import type {Question} from '../../src/workspace/index.js'
import {corpus, truth} from '../support/corpus.js'
import {folder} from '../support/folders.js'
import {canDeny, unprivileged} from '../support/unprivileged.js'
import {open, openFolder, workspace} from './support.js'

afterEach(() => useEngine(undefined))

async function ask(root: string, ...questions: (string | Question)[]) {
  const asked = questions.map(question => (typeof question === 'string' ? {path: question} : question))
  return Object.fromEntries((await (await open(root)).look(asked)).entries)
}

test('Markdown in the workspace folders, sorted by code units', async () => {
  const {look} = await workspace({
    'specs/b.md': '',
    'specs/B.md': '',
    'specs/a/c.MD': '',
    'specs/a.md': '',
    'specs/\u00e9.markdown': '',
    'specs/image.png': '',
    'specs/.drafts/x.md': '',
    'specs/.#b.md': '',
    'specs/node_modules/p/README.md': '',
    'research/web/r.md': '',
    'research/.deep/r.md': '',
    'docs/d.md': '',
  })
  const {specs, research} = await look([])
  expect(specs).toEqual(['specs/B.md', 'specs/a.md', 'specs/a/c.MD', 'specs/b.md', 'specs/\u00e9.markdown'])
  expect(research).toEqual(['research/web/r.md'])
})

test('without folders there are no documents', async () => {
  expect(await (await workspace({specs: 'a file'})).look([])).toEqual({specs: [], research: [], entries: new Map()})
})

test('files, folders, and what is not there', async () => {
  const root = folder({'src/a.ts': '', '.github/x.yml': ''})
  const long = `${'x'.repeat(300)}.md`
  // Followed step by step it would take for minutes.
  const endless = `${'../'.repeat(200_000)}a.md`
  expect(
    await ask(
      root,
      'src/a.ts',
      'src',
      'src/',
      '.github/x.yml',
      '',
      'src/b.ts',
      'src/a.ts/b',
      'lib/a.ts',
      '../a',
      'a\0',
      long,
      endless,
    ),
  ).toEqual({
    'src/a.ts': {type: 'file'},
    src: {type: 'folder'},
    'src/': {type: 'folder'},
    '.github/x.yml': {type: 'file'},
    '': {type: 'folder'},
    'src/b.ts': {type: 'missing'},
    'src/a.ts/b': {type: 'missing'},
    'lib/a.ts': {type: 'missing'},
    '../a': {type: 'outside'},
    'a\0': {type: 'missing'},
    [long]: {type: 'missing'},
    [endless]: {type: 'missing'},
  })
})

test('existence is case-exact, and exact in the form of its letters', async () => {
  const root = folder({'Docs/Read Me.md': '', 'docs2/e\u0301.md': ''})
  expect(
    await ask(root, 'Docs/Read Me.md', 'docs/Read Me.md', 'Docs/read me.md', 'docs2/e\u0301.md', 'docs2/\u00e9.md'),
  ).toEqual({
    'Docs/Read Me.md': {type: 'file'},
    'docs/Read Me.md': {type: 'missing'},
    'Docs/read me.md': {type: 'missing'},
    'docs2/e\u0301.md': {type: 'file'},
    'docs2/\u00e9.md': {type: 'missing'},
  })
})

test('names that are properties of every object', async () => {
  expect(await ask(folder({'toString/x.md': ''}), '__proto__', 'constructor', 'toString')).toEqual({
    ['__proto__']: {type: 'missing'},
    constructor: {type: 'missing'},
    toString: {type: 'folder'},
  })
})

test('links count by what they lead to', async () => {
  const root = folder({'docs/a.md': '# A'})
  const outside = folder({'secret.md': '# Secret'})
  const link = (target: string, name: string) => symlinkSync(target, join(root, name))
  link('docs', 'inside')
  link('docs/a.md', 'a.md')
  link(outside, 'leaves')
  link('nowhere', 'dangling')
  link('loop', 'loop')
  link(join(outside, 'secret.md'), 'secret.md')
  expect(
    await ask(
      root,
      'inside',
      'inside/a.md',
      'inside/A.md',
      'leaves',
      'leaves/secret.md',
      'dangling',
      'loop',
      {
        path: 'a.md',
        anchors: true,
      },
      {path: 'secret.md', anchors: true, lines: true},
    ),
  ).toEqual({
    inside: {type: 'folder'},
    'inside/a.md': {type: 'file'},
    'inside/A.md': {type: 'missing'},
    leaves: {type: 'outside'},
    'leaves/secret.md': {type: 'outside'},
    dangling: {type: 'missing'},
    loop: {type: 'missing'},
    'a.md': {type: 'file', anchors: ['a']},
    'secret.md': {type: 'outside'},
  })
})

test('the beginning of a document, and the source code that it names', async () => {
  const text = '# A\n\n`src/a.ts:3`\n\n## B\n\n`lib/b.ts` and `lib/b.ts`\n'
  const root = folder({'a.md': text, 'a.txt': text})
  expect(await ask(root, {path: 'a.md', head: true, code: true}, {path: 'a.txt', head: true, code: true})).toEqual({
    'a.md': {type: 'file', head: '# A\n\n`src/a.ts:3`\n\n', code: ['src/a.ts', 'lib/b.ts']},
    'a.txt': {type: 'file'},
  })
})

test('a cited document may take the parser no more than its size allows', async () => {
  useEngine('remark')
  // The reference would read it in some seconds: more than it may for 1.2 MB, and less than for three times as much.
  const dear = `# A\n\n${'> b\n\n'.repeat(2_000)}`
  const root = folder({'small.md': dear, 'large.md': `${dear}${'word '.repeat(240_000)}\n`})
  const found = await ask(root, {path: 'small.md', anchors: true}, {path: 'large.md', anchors: true})
  expect(found).toEqual({'small.md': {type: 'file', anchors: ['a']}, 'large.md': {type: 'file'}})
})

test('lines and anchors only where they are asked for, and can be told', async () => {
  const root = folder({
    'a.md': '# A b\n\n## A b\r\n<a id="x"></a>\n',
    'src/a.ts': 'a\nb\nc',
    'empty.md': '',
    'latin1.md': Buffer.from('# Ma\xdf\n\n', 'latin1'),
    'large.md': 'x\n'.repeat(2 ** 20 + 1),
  })
  const all = {lines: true, anchors: true}
  expect(
    await ask(
      root,
      {path: 'a.md', lines: true},
      {path: 'a.md', anchors: true},
      ...['src/a.ts', 'empty.md', 'latin1.md', 'large.md', 'src', 'gone.md'].map(path => ({path, ...all})),
    ),
  ).toEqual({
    'a.md': {type: 'file', lines: 4, anchors: ['a-b', 'a-b-1', 'x']},
    'src/a.ts': {type: 'file', lines: 3},
    'empty.md': {type: 'file', lines: 0, anchors: []},
    'latin1.md': {type: 'file', lines: 2},
    'large.md': {type: 'file'},
    src: {type: 'folder'},
    'gone.md': {type: 'missing'},
  })
})

test('unsaved text is there, with its folders', async () => {
  const root = folder({'specs/a.md': '# Old\n'})
  const overlay = new Map([
    ['specs/a.md', '# New\n\n'],
    ['specs/deep/er/b.md', '# B'],
  ])
  const {look} = await open(root, {overlay})
  const {specs, entries} = await look([
    {path: 'specs/a.md', lines: true, anchors: true},
    {path: 'specs/deep/er'},
    {path: 'specs/deep/er/b.md', anchors: true},
    {path: 'specs/deep/c.md'},
  ])
  expect(specs).toEqual(['specs/a.md', 'specs/deep/er/b.md'])
  expect([...entries.values()]).toEqual([
    {type: 'file', lines: 2, anchors: ['new']},
    {type: 'folder'},
    {type: 'file', anchors: ['b']},
    {type: 'missing'},
  ])
})

test('a folder of documents that leads out of the workspace has none', async () => {
  const root = folder()
  symlinkSync(folder({'a.md': ''}), join(root, 'specs'))
  expect((await (await open(root)).look([])).specs).toEqual([])
})

test('a folder of documents may be a link within the workspace', async () => {
  const root = folder({'docs/rfcs/a.md': ''})
  symlinkSync('docs/rfcs', join(root, 'specs'))
  expect((await (await open(root)).look([])).specs).toEqual(['specs/a.md'])
})

test('links that lead upwards do not make a walk endless', async () => {
  const root = folder({'specs/a/b.md': ''})
  symlinkSync('..', join(root, 'specs/a/up'))
  symlinkSync(root, join(root, 'specs/root'))
  expect((await (await open(root)).look([])).specs).toEqual(['specs/a/b.md'])
})

test.skipIf(!canDeny)('of what lies in a closed folder nothing is said', async () => {
  const root = openFolder({'closed/a.md': '', 'locked.md': 'a'})
  symlinkSync('closed/a.md', join(root, 'link.md'))
  const {look} = await open(root)
  chmodSync(join(root, 'closed'), 0)
  chmodSync(join(root, 'locked.md'), 0)
  const {entries} = await unprivileged(() =>
    look([{path: 'closed/a.md'}, {path: 'link.md'}, {path: 'locked.md', lines: true, anchors: true}]),
  )
  chmodSync(join(root, 'closed'), 0o755)
  expect(Object.fromEntries(entries)).toEqual({
    'closed/a.md': {type: 'unreadable'},
    'link.md': {type: 'unreadable'},
    'locked.md': {type: 'file'},
  })
})

test('ten thousand files and questions are no matter', async () => {
  const root = folder()
  const paths: string[] = []
  for (let index = 0; index < 100; index++) {
    mkdirSync(join(root, `research/${index}`), {recursive: true})
    for (let file = 0; file < 100; file++) paths.push(`research/${index}/${file}.md`)
  }
  for (const path of paths) writeFileSync(join(root, path), '')
  const {look} = await open(root)
  const {research, entries} = await look(paths.flatMap(path => [{path}, {path: `${path}x`}]))
  expect(research).toHaveLength(10_000)
  expect([...entries.values()].filter(({type}) => type === 'file')).toHaveLength(10_000)
})

describe.skipIf(corpus === undefined)('the corpus', () => {
  interface Citation {
    resolved?: string
    anchor?: string
    anchor_exists?: boolean
    lines?: readonly number[]
    range_exceeds?: boolean
  }

  test('its documents: hidden scratch files are none', async () => {
    const {specs, research} = await (await open(corpus ?? '')).look([])
    expect(specs).toHaveLength(136)
    expect(research).toHaveLength(207)
  })

  test('what is cited there: paths, anchors and lines', async () => {
    const citations = Object.values(truth<Record<string, Citation[]>>('citations')).flat()
    const {look} = await open(corpus ?? '')
    const {entries} = await look(
      citations.flatMap(({resolved: path, anchor, lines}) =>
        path ? [{path, lines: lines !== undefined, anchors: anchor !== undefined}] : [],
      ),
    )
    const wrong = citations.filter(({resolved, anchor, anchor_exists, lines, range_exceeds}) => {
      const entry = entries.get(resolved ?? '')
      // The copy of the corpus holds Markdown only: a folder that had none is not there.
      if (!resolved?.endsWith('.md')) return false
      if (entry?.type !== 'file') return true
      const found = anchor !== undefined && entry.anchors?.includes(decodeURIComponent(anchor))
      if (anchor !== undefined && found !== anchor_exists) return true
      return lines !== undefined && Math.max(...lines) > (entry.lines ?? 0) !== range_exceeds
    })
    expect(wrong).toEqual([])
  })
})

test('of one that breaks the reader of questions there are none', async () => {
  const root = folder({
    'research/r.md': `# R\n\n## Open Questions\n\n${'- '.repeat(1000)}a\n`,
    'research/s.md': '# S\n\n## Open Questions\n\n- Why?\n',
  })
  const found = await ask(root, ...['r', 's'].map(name => ({path: `research/${name}.md`, questions: true})))
  expect(found['research/r.md']).toEqual({type: 'file'})
  expect(found['research/s.md']).toMatchObject({type: 'file', questions: [{text: 'Why?'}]})
})
