import {mkdirSync, readdirSync, renameSync, rmSync, unlinkSync, utimesSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {type LintFilesOptions, lintFiles, type Report} from '../../../src/lint/index.js'
import {packed, unpacked} from '../../../src/lint/results/packed.js'
import {useEngine} from '../../../src/markdown/index.js'
import {openWorkspace} from '../../../src/workspace/index.js'
import {storeIn} from '../../../src/workspace/store/store.js'
import {faulty, sound} from '../../cli/documents.js'
import {bareEnvironment, commit, folder, git, repository} from '../../support/folders.js'

const RESEARCH =
  '---\ndate: 2026-01-10\n---\n\n# Research: Search\n\n## Findings\n\nText.\n\n## Open Questions\n\n- Which one?\n'
const OTHER = RESEARCH.replace('Search', 'Other')
const FILES = {
  'specs/a.md': `${faulty}\nAs [told](../research/search.md#findings), see \`src/index.ts:2\`, [notes](../docs/notes.md).\n`,
  'specs/b.md': sound,
  'research/search.md': RESEARCH,
  'research/other.md': OTHER,
  'src/index.ts': 'one\ntwo\nthree\n',
}
const MARK = 'told from what was kept'

interface Place {
  root: string
  home: string
}

async function run({root, home}: Place, options: LintFilesOptions = {}, paths: string[] = []): Promise<Report> {
  const env = {...bareEnvironment(), SPEC_NO_CACHE: '', XDG_CACHE_HOME: home}
  const workspace = await openWorkspace({root, cwd: root, env, cache: true})
  try {
    return await lintFiles(paths, {cache: true, ...options, workspace})
  } finally {
    await workspace.close()
  }
}

const cacheIn = (home: string): string => join(home, 'specwright')

interface Kept {
  stamp: string
  documents: Record<string, {judged: {report: {messages: {reason: string}[]; skipped: object[]}}}>
  learnt: [string, unknown][]
}

interface Loose {
  judged: {report: {messages: {range: unknown}[]}; unjudged: unknown}
}

const withEach = (kept: unknown, by: (document: never) => unknown): unknown => {
  const documents: unknown = Object(kept).documents
  if (typeof documents !== 'object') return kept
  const each = Object.entries(Object(documents)).map(([path, document]) => [path, by(document as never)])
  return {...Object(kept), documents: Object.fromEntries(each)}
}

/** Changes what is kept. */
async function change({root, home}: Place, edit: (kept: Kept) => unknown): Promise<void> {
  const store = storeIn(cacheIn(home), root)
  for (const name of readdirSync(cacheIn(home)).filter(each => each.startsWith('results-')))
    await store.put(
      name,
      JSON.stringify(withEach(edit(withEach(JSON.parse((await store.get(name)) ?? ''), unpacked) as Kept), packed)),
    )
}

/** Puts a mark into all that is kept, by which it is known where it is told. */
const mark = (place: Place) =>
  change(place, kept => {
    for (const {judged} of Object.values(kept.documents)) judged.report.skipped.push({check: MARK, reason: MARK})
    return kept
  })

/** The documents of which is told what was kept. */
const taken = ({files}: Report): string[] =>
  files.filter(({skipped}) => skipped.some(({check}) => check === MARK)).map(({path}) => path)

/** A report as it is without any mark. */
const bare = ({files, summary, notes}: Report) => ({
  files: files.map(file => ({...file, skipped: file.skipped.filter(({check}) => check !== MARK)})),
  notes,
  errors: summary.errors,
})

async function kept(files: Record<string, string> = FILES): Promise<Place> {
  const place = {root: repository(files), home: folder()}
  expect(taken(await run(place))).toEqual([])
  await mark(place)
  return place
}

const put = (path: string, text: string) => (root: string) => {
  mkdirSync(dirname(join(root, path)), {recursive: true})
  writeFileSync(join(root, path), text)
}

test('what was found of documents is told where nothing has changed, the same as without', async () => {
  const place = await kept()
  const again = await run(place)
  expect(taken(again)).toEqual(['specs/a.md', 'specs/b.md'])
  expect(bare(again)).toEqual(bare(await run(place, {cache: false})))
})

test('times tell nothing', async () => {
  const place = await kept()
  for (const path of Object.keys(FILES)) utimesSync(join(place.root, path), 1, 1)
  expect(taken(await run(place))).toEqual(['specs/a.md', 'specs/b.md'])
})

const A = ['specs/a.md']
const B = ['specs/b.md']
// What changes, and the documents of which is told what was kept all the same.
const CHANGES: Record<string, [(root: string) => void, string[]]> = {
  'one document': [put('specs/a.md', `${FILES['specs/a.md']}\n## More\n`), B],
  'the other': [put('specs/b.md', `${sound}\n`), A],
  'a cited heading': [put('research/search.md', RESEARCH.replace('## Findings', '## Found')), B],
  'a question': [put('research/search.md', RESEARCH.replace('Which one', 'Which two')), B],
  'cited code': [put('src/index.ts', 'one\n'), B],
  'what was not there': [put('docs/notes.md', '# Notes\n'), B],
  'a file that nobody cites': [put('src/other.ts', 'x\n'), [...A, ...B]],
  'research that nobody cites, below its beginning': [
    put('research/other.md', OTHER.replace('Text.', 'Words.')),
    [...A, ...B],
  ],
  'the names of research': [root => renameSync(join(root, 'research/search.md'), join(root, 'research/x.md')), []],
  'research that is new': [put('research/new.md', RESEARCH), []],
  'settings of a rule': [put('spec.config.yaml', 'rules:\n  residue: off\n'), []],
  'a document that is gone': [root => unlinkSync(join(root, 'specs/a.md')), []],
  'the history': [root => rmSync(join(root, '.git'), {recursive: true}), B],
}

describe('a document is checked anew after a change', () => {
  test.each(Object.entries(CHANGES))('of %s', async (_name, [edit, left]) => {
    const place = await kept()
    edit(place.root)
    const again = await run(place)
    expect(taken(again)).toEqual(left)
    expect(bare(again)).toEqual(bare(await run(place, {cache: false})))
    // From then on that is what is told.
    await mark(place)
    expect(taken(await run(place))).toEqual(again.files.map(({path}) => path))
  })

  test.each<[string, LintFilesOptions]>([
    ['severities', {severities: {residue: 'error'}}],
    ['a kind', {kind: 'research'}],
    ['a schema', {schema: {text: '{"$ref": "specwright:rfc", "$defs": {"residue": true}}', path: 'team.json'}}],
    ['limits', {limits: {depth: 50}}],
  ])('of %s', async (_name, options) => {
    const place = await kept()
    expect(taken(await run(place, options))).toEqual([])
  })

  test('of the engine: one refuses what the other reads', async () => {
    const place = await kept({...FILES, 'specs/c.md': `${sound}\n${'> q\n\n'.repeat(5000)}`})
    useEngine('remark')
    try {
      const told = await run(place)
      expect(taken(told)).toEqual([])
      expect(bare(told)).toEqual(bare(await run(place, {cache: false})))
    } finally {
      useEngine(undefined)
    }
    expect(taken(await run(place))).toEqual([])
  })

  test('of a commit that changes what is cited, and of none that does not', async () => {
    const place = await kept()
    put('src/other.ts', 'x\n')(place.root)
    commit(place.root, 'other')
    expect(taken(await run(place))).toContain('specs/b.md')
    put('src/index.ts', 'none\n')(place.root)
    commit(place.root, 'cited')
    expect(taken(await run(place))).not.toContain('specs/a.md')
    git(place.root, 'checkout', '--quiet', 'HEAD~2')
    expect(bare(await run(place))).toEqual(bare(await run(place, {cache: false})))
  })
})

test('of some documents, those of the others stay', async () => {
  const place = await kept()
  put('specs/a.md', `${FILES['specs/a.md']}\n## More\n`)(place.root)
  expect(taken(await run(place, {}, ['specs/a.md']))).toEqual([])
  expect(taken(await run(place))).toEqual(['specs/b.md'])
})

test('documents that are gone are forgotten by a run over all', async () => {
  const place = await kept()
  unlinkSync(join(place.root, 'specs/a.md'))
  await run(place)
  await change(place, left => {
    expect(Object.keys(left.documents)).toEqual(['specs/b.md'])
    return left
  })
})

test('documents of a workspace below are kept by that one', async () => {
  const place = {root: repository({...FILES, 'one/spec.config.yaml': '', 'one/specs/c.md': faulty}), home: folder()}
  await run(place)
  await mark(place)
  expect(taken(await run(place))).toEqual(['one/specs/c.md', 'specs/a.md', 'specs/b.md'])
})

describe('nothing is taken over', () => {
  test.each<[string, (kept: Kept) => unknown]>([
    ['of another build', kept => ({...kept, stamp: 'another'})],
    ['of another shape', () => ({documents: 1})],
    ['no object', () => null],
    ['a list', () => []],
  ])('of what is %s', async (_name, edit) => {
    const place = await kept()
    await change(place, edit)
    const again = await run(place)
    expect(taken(again)).toEqual([])
    await mark(place)
    expect(taken(await run(place))).toHaveLength(2)
  })

  test.each<[string, (document: Loose) => unknown]>([
    ['judged', document => ({...document, judged: null})],
    ['a report', document => ({...document, judged: {...document.judged, report: []}})],
    ['messages', document => ({...document, judged: {...document.judged, report: {messages: [null]}}})],
    [
      'a place',
      document => {
        const [message] = document.judged.report.messages
        if (message) message.range = {start: {line: 1}}
        else document.judged.unjudged = {rules: null, places: []}
        return document
      },
    ],
    ['what was asked', document => ({...document, questions: [null]})],
    ['what cannot be asked', document => ({...document, questions: [{path: 5}]})],
    ['what was asked of history', document => ({...document, history: {questions: null, answers: ''}})],
    ['what a list tells', document => ({...document, listed: {path: 'a', kind: 'rfc'}})],
  ])('of documents of which %s has another shape', async (_name, edit) => {
    const place = await kept()
    await change(place, ({documents, ...rest}) => ({
      ...rest,
      documents: Object.fromEntries(Object.entries(documents).map(([path, each]) => [path, edit(each as never)])),
    }))
    const again = await run(place)
    expect(taken(again)).toEqual([])
    expect(bare(again)).toEqual(bare(await run(place, {cache: false})))
    await mark(place)
    expect(taken(await run(place))).toHaveLength(2)
  })

  test.each([[5], [['contents-', null]], [['contents-', {}]], [['questions-', [null]]], [['code-', [5]]], [[5, []]]])(
    'of what a text tells where it has another shape: %j',
    async entry => {
      const place = await kept()
      await change(place, each => ({
        ...each,
        learnt: [entry, ...each.learnt.map(([name]) => (Array.isArray(entry) ? [name, entry[1]] : entry))],
      }))
      writeFileSync(join(place.root, 'specs/a.md'), `${FILES['specs/a.md']}\n## More\n`)
      const again = await run(place)
      expect(taken(again)).toEqual(['specs/b.md'])
      expect(bare(again)).toEqual(bare(await run(place, {cache: false})))
    },
  )

  test('of a page that lists documents: what it is held to are they', async () => {
    const page = '# Specs\n\n<!-- spec: list -->\n<!-- spec: end of list -->\n'
    const place = await kept({...FILES, 'specs/README.md': page})
    expect(taken(await run(place))).toEqual(['specs/a.md', 'specs/b.md'])
  })

  test('of a document that could not be checked', async () => {
    const place = {root: repository({'specs/a.md': `# A\n\n${'> '.repeat(500)}deep\n`}), home: folder()}
    for (let time = 0; time < 2; time++) expect((await run(place)).summary.notChecked).toBe(1)
  })

  test('where facts are wanted, and where nobody asks for it', async () => {
    const place = await kept()
    const seen: string[] = []
    expect(taken(await run(place, {onFacts: path => seen.push(path)}))).toEqual([])
    expect(seen).toHaveLength(2)
    expect(taken(await run(place, {cache: false}))).toEqual([])
  })
})

describe('what cannot be kept is told once, and only where something is to be kept', () => {
  const unkept = ({notes}: Report) => notes.filter(({code}) => code === 'cache-unusable').map(({text}) => text)

  test('in a cache folder among what is checked, as CI would have it', async () => {
    const root = repository({...FILES, 'one/spec.config.yaml': '', 'one/specs/c.md': faulty})
    const place = {root, home: join(root, '.cache')}
    const told = (below: string) =>
      `results are not kept for the next run: the cache folder "${cacheIn(place.home)}" lies below "${below}", where files may be other people's`
    expect(unkept(await run(place))).toEqual([told(root)])
    expect(unkept(await run(place, {cache: false}))).toEqual([])
    expect(unkept(await run({root, home: folder()}))).toEqual([])
  })
})

test('two runs at once leave what one of them has found', async () => {
  const place = {root: repository(FILES), home: folder()}
  const reports = await Promise.all([run(place), run(place), run(place)])
  expect(new Set(reports.map(report => JSON.stringify(bare(report)))).size).toBe(1)
  await mark(place)
  expect(taken(await run(place))).toEqual(['specs/a.md', 'specs/b.md'])
})
