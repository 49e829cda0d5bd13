import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import {afterEach, describe, expect, test} from 'vitest'
import {lintFiles, type Report} from '../../src/lint/index.js'
import {useEngine} from '../../src/markdown/index.js'
import {openThreads} from '../../src/threads/index.js'
import {openWorkspace, type Workspace} from '../../src/workspace/index.js'
import {faulty, sound} from '../cli/documents.js'
import {corpus} from '../support/corpus.js'
import {folder, repository} from '../support/folders.js'
import {entry, lintApart} from './support.js'

const faultyEntry = new URL('faulty-entry.mjs', import.meta.url)

afterEach(() => useEngine(undefined))

const reasons = ({files}: Report): Record<string, string> =>
  Object.fromEntries(files.map(({path, status, reason}) => [path, reason ?? status]))

test.skipIf(corpus === undefined)('real documents come to the same, byte for byte', async () => {
  const root = corpus as string
  const alone = await lintFiles([], {root, research: true})
  const {report, apart} = await lintApart({root, research: true})
  expect(JSON.stringify(report) === JSON.stringify(alone)).toBe(true)
  expect(apart).toBe(report.files.length)
})

describe('what a run has besides', () => {
  const schema = {
    path: 'team.json',
    text: JSON.stringify({
      $ref: 'specwright:rfc',
      $defs: {
        'few-titles': {
          title: 'A',
          description: 'A',
          severity: 'warning',
          message: 'Unexpected "{value}"',
          properties: {title: {properties: {text: {maxLength: 2}}}},
        },
      },
    }),
  }
  const files = {
    'spec.config.yaml':
      'specs: [specs]\nkinds:\n  adr:\n    files: docs/*.md\n    template: adr.md\nrules: {residue: error}\n',
    'adr.md': '# Decision\n\n## Context\n\n## Outcome\n',
    'docs/1.md': '# One\n\n## Contxt\n',
    'specs/a.md': faulty,
    'specs/b.md': sound,
    'specs/c.md': '# A\n\n[b](b.md#none), `src/a.ts:3`\n',
    'specs/README.md': '# Specs\n\n<!-- spec-list: begin -->\n\n| Spec |\n| - |\n| none |\n\n<!-- spec-list: end -->\n',
    'specs/nested/spec.config.yaml': 'specs: [.]\nresearch: [notes]\n',
    'specs/nested/d.md': '# D\n',
    'src/a.ts': 'a\n',
    'specs/e.md': Buffer.from([0xff, 0xfe]),
  }

  test.each([
    ['nothing', {}],
    ['a schema', {schema}],
    ['severities', {severities: {'missing-title': 'off', 'empty-document': 'info'}}],
    ['a kind by name', {kind: 'research'}],
    ['pages without their documents', {paths: ['specs/README.md']}],
    ['a limit', {limits: {bytes: 100, depth: 3, nodes: 20}}],
  ] as const)('%s', async (_name, options) => {
    const root = repository(files)
    const paths = 'paths' in options ? options.paths : []
    const alone = await lintFiles(paths, {...options, root, cwd: root})
    const {report, apart} = await lintApart({...options, root, cwd: root, paths})
    expect(JSON.stringify(report) === JSON.stringify(alone)).toBe(true)
    expect(apart).toBeGreaterThan(0)
  })

  test('facts, progress and what is kept come in the order of the files', async () => {
    const root = repository(files)
    const run = async (threads: boolean) => {
      const seen: unknown[] = []
      const kept: [string, string][] = []
      const opened = await openWorkspace({root, cwd: root})
      const store: Workspace['store'] = {get: async () => undefined, put: async (...each) => void kept.push(each)}
      const workspace = {...opened, store}
      const own: Workspace = {
        ...workspace,
        homeOf: async path =>
          (await opened.homeOf(path)).workspace === opened
            ? {workspace: own, path, outward: each => each}
            : opened.homeOf(path),
      }
      const onFacts = (path: string, facts: unknown) => void seen.push([path, facts])
      const lint = (more: object) =>
        threads ? lintApart({workspace: own, ...more}) : lintFiles([], {workspace: own, ...more})
      await lint({onFacts})
      await lint({cache: true})
      await opened.close()
      // Each thread keeps the laws that it compiles.
      return JSON.stringify([seen, kept.filter(([name]) => name.startsWith('results-'))])
    }
    const alone = await run(false)
    expect((await run(true)) === alone).toBe(true)
    expect(alone).toContain('results-')
  })

  test('kinds that the caller has made are known here alone', async () => {
    const root = folder({'specs/a.md': faulty})
    const {builtInKinds} = await import('../../src/lint/index.js')
    const {report, apart} = await lintApart({root, kinds: await builtInKinds()})
    expect([report.summary.files, apart]).toEqual([1, 0])
  })
})

describe('one document takes no other with it', () => {
  const documents = (name: string) => ({
    'specs/a.md': faulty,
    [`specs/${name}.md`]: '# A\n',
    'specs/z.md': faulty,
  })

  test.each([
    ['hangs', {seconds: 5}, 'checking it took longer than 5 s (seconds of openThreads raises it)'],
    ['sleeps', {seconds: 1}, 'checking it took longer than 1 s (seconds of openThreads raises it)'],
    ['grows', {mebibytes: 64}, 'checking it took more than 64 MiB of memory (mebibytes of openThreads raises it)'],
    ['exits', {}, 'checking it failed (it ended with 3)'],
    ['throws', {}, 'checking it failed (RangeError: out of reach)'],
  ])('one that %s', async (name, threads, reason) => {
    const root = folder(documents(name))
    for (const count of [1, 2]) {
      const {report} = await lintApart({root}, {...threads, count, entry: faultyEntry, fromLength: 0})
      expect(reasons(report)).toEqual({'specs/a.md': 'checked', [`specs/${name}.md`]: reason, 'specs/z.md': 'checked'})
      expect(report.summary.notChecked).toBe(1)
    }
  })

  test('whoever opens the threads says what raises their limits', async () => {
    const root = folder(documents('hangs'))
    const raisedBy = {seconds: 'the setting "patience"', mebibytes: 'the setting "room"'}
    const {report} = await lintApart({root}, {seconds: 1, entry: faultyEntry, raisedBy})
    expect(reasons(report)['specs/hangs.md']).toBe(
      'checking it took longer than 1 s (the setting "patience" raises it)',
    )
  })

  test('several that hang', async () => {
    const names = ['hangs-1', 'hangs-2', 'hangs-3']
    const root = folder({
      ...Object.fromEntries(names.map(name => [`specs/${name}.md`, '# A\n'])),
      'specs/z.md': faulty,
    })
    const {report} = await lintApart({root}, {seconds: 5, entry: faultyEntry})
    expect(Object.values(reasons(report)).filter(reason => reason.includes('longer'))).toHaveLength(3)
    expect(reasons(report)['specs/z.md']).toBe('checked')
  })

  test('a document that the parser does not end with, and one that fills the memory', async () => {
    useEngine('remark')
    // Counting would refuse it: who lets in a gibibyte has raised that.
    const hostile = '> a\n\n'.repeat(30_000)
    const root = folder({'specs/a.md': faulty, 'specs/b.md': hostile, 'specs/c.md': faulty})
    const limits = {bytes: 1024 ** 3}
    const {report} = await lintApart({root, limits}, {seconds: 5})
    expect(reasons(report)['specs/b.md']).toBe('checking it took longer than 5 s (seconds of openThreads raises it)')
    expect(report.summary).toMatchObject({files: 3, notChecked: 1})
    useEngine(undefined)
    const {report: next} = await lintApart({root, limits}, {mebibytes: 24})
    expect(reasons(next)['specs/b.md']).toBe(
      'checking it took more than 24 MiB of memory (mebibytes of openThreads raises it)',
    )
    expect(next.summary).toMatchObject({files: 3, notChecked: 1})
  })
})

test('what the world cannot tell is told as it is without threads', async () => {
  const root = folder({'specs/a.md': '# A\n\n[b](b/c.md)\n', 'specs/b/spec.config.yaml': 'nothing: 1\n'})
  const alone = await lintFiles(['specs/a.md'], {root, cwd: root})
  const {report, apart} = await lintApart({root, cwd: root, paths: ['specs/a.md']})
  expect(report).toEqual(alone)
  expect(reasons(report)['specs/a.md']).toContain('a config cannot be used')
  expect(apart).toBe(1)
})

describe('what cannot go over to a thread is told of the document that asks for it', () => {
  const files = {'specs/a.md': '# A\n\n[b](../src/b.md)\n', 'specs/b.md': faulty, 'specs/c.md': faulty}
  const words = 'could not be cloned'

  test('an answer of the world', async () => {
    const opened = await openWorkspace({root: folder(files)})
    const own: Workspace = {
      ...opened,
      homeOf: async path => ({workspace: own, path, outward: each => each}),
      look: async (questions, options) => {
        const world = await opened.look(questions, options)
        const entries = new Map(world.entries)
        for (const [path, entry] of entries) entries.set(path, Object.assign({...entry}, {tell: () => path}))
        return {...world, entries}
      },
    }
    for (const count of [1, 2]) {
      const {report} = await lintApart({workspace: own}, {count})
      expect(reasons(report)).toEqual({
        'specs/a.md': expect.stringContaining(words),
        'specs/b.md': 'checked',
        'specs/c.md': 'checked',
      })
    }
    await opened.close()
  })

  test('what it is checked by', async () => {
    const schema = Object.assign({text: '{"$ref": "specwright:rfc"}'}, {tell: () => 'deep'})
    const {report} = await lintApart({root: folder(files), schema})
    expect(Object.values(reasons(report))).toEqual([words, words, words].map(each => expect.stringContaining(each)))
  })
})

test.each([
  ['does not begin', 'none.mjs', /^Cannot find module .*none\.mjs/],
  ['is not even started', 'https://example.org/thread.mjs', /^The URL must be of scheme file$|scheme/],
])('where a thread %s, documents are checked here, and it is told once', async (_what, address, why) => {
  const root = folder({'specs/a.md': faulty, 'specs/b.md': faulty, 'specs/c.md': sound, 'specs/d.md': sound})
  const alone = await lintFiles([], {root})
  for (const count of [1, 2]) {
    const {report, apart} = await lintApart({root}, {count, entry: new URL(address, import.meta.url)})
    expect({...report, notes: []}).toEqual(alone)
    expect(apart).toBe(0)
    expect(report.notes).toEqual([{code: 'no-threads', text: expect.any(String)}])
    const text = report.notes[0]?.text ?? ''
    const [, reason] =
      /^No thread can be started here \((.*)\): no document has a limit of time and memory$/.exec(text) ?? []
    expect(reason).toMatch(why)
  }
})

test('one thread is apart, too', async () => {
  const root = folder({'specs/a.md': faulty, 'specs/b.md': faulty})
  const {apart} = await lintApart({root}, {count: 1})
  expect(apart).toBe(2)
})

test('a thread that has ended while it rested is replaced', async () => {
  const root = folder({'specs/a.md': faulty, 'specs/leaves.md': faulty})
  const threads = await openThreads({entry: faultyEntry, count: 1, fromDocuments: 1, seconds: 1})
  expect(Object.values(reasons(await lintFiles([], {root, threads})))).toEqual(['checked', 'checked'])
  await new Promise(resolve => setTimeout(resolve, 1000))
  writeFileSync(join(root, 'specs/hangs.md'), faulty)
  const report = await lintFiles(['specs/hangs.md'], {root, cwd: root, threads})
  expect(reasons(report)['specs/hangs.md']).toContain('longer than 1 s')
  expect(report.notes).toEqual([])
  await threads.close()
})

const MOST = 'expected a number above 0, 1000000 at the most'
test.each<[object, ErrorConstructor, string]>([
  [{count: 0}, RangeError, 'Unexpected count 0, expected a whole number from 1 to 1000000'],
  [{count: Number.NaN}, RangeError, 'Unexpected count NaN, expected a whole number from 1 to 1000000'],
  [{count: 1.5}, RangeError, 'Unexpected count 1.5, expected a whole number from 1 to 1000000'],
  [{count: '2'}, TypeError, 'Unexpected count "2", expected a whole number from 1 to 1000000'],
  [{seconds: -1}, RangeError, `Unexpected seconds -1, ${MOST}`],
  [{seconds: Number.POSITIVE_INFINITY}, RangeError, `Unexpected seconds Infinity, ${MOST}`],
  [{seconds: null}, TypeError, `Unexpected seconds null, ${MOST}`],
  [{mebibytes: 15}, RangeError, 'Unexpected mebibytes 15, expected a number from 16 to 1000000'],
  [{mebibytes: 1_000_001}, RangeError, 'Unexpected mebibytes 1000001, expected a number from 16 to 1000000'],
  [
    {second: 1},
    TypeError,
    'Unexpected "second" in the options of openThreads, expected one of count, seconds, mebibytes, ',
  ],
  [
    {fromDocuments: Number.NaN},
    RangeError,
    'Unexpected fromDocuments NaN, expected a whole number from 0 on, or Infinity',
  ],
  [{fromLength: -1}, RangeError, 'Unexpected fromLength -1, expected a whole number from 0 on, or Infinity'],
])('what no thread can be had with is refused: %o', async (options, error, message) => {
  await expect(openThreads(options)).rejects.toThrow(error)
  await expect(openThreads(options)).rejects.toThrow(message)
})

test('threads may be had for no number of documents, and from no length on', async () => {
  await (await openThreads({fromDocuments: Number.POSITIVE_INFINITY, fromLength: 0, seconds: 0.5})).close()
})

test('with the least memory that may be had threads begin', async () => {
  const {report} = await lintApart({root: folder({'specs/a.md': '# A\n'})}, {mebibytes: 16})
  expect(report.notes).toEqual([])
})

test('few documents are checked here, but for large ones', async () => {
  const root = folder({'specs/a.md': faulty, 'specs/b.md': `${faulty}\n${'word '.repeat(2000)}\n`})
  const {apart} = await lintApart({root}, {fromDocuments: 3, fromLength: 5000})
  expect(apart).toBe(1)
})

test('ended while documents are checked, or wait for it, they are told as such', async () => {
  const root = folder({'specs/hangs.md': '# A\n', 'specs/waits.md': '# B\n'})
  const threads = await openThreads({entry: faultyEntry, fromDocuments: 1, count: 1})
  const report = lintFiles([], {root, threads})
  await new Promise(resolve => setTimeout(resolve, 300))
  await threads.close()
  expect(reasons(await report)).toEqual({
    'specs/hangs.md': 'checking it failed (it was ended)',
    'specs/waits.md': 'the run was ended',
  })
})

test('threads serve run after run', async () => {
  const begun = join(folder(), 'begun')
  const code = `
    import {appendFileSync} from 'node:fs'
    appendFileSync(${JSON.stringify(begun)}, '+')
    await import(${JSON.stringify(entry.href)})`
  const counting = new URL(`data:text/javascript,${encodeURIComponent(code)}`)
  const threads = await openThreads({entry: counting, fromDocuments: 1, count: 1})
  const root = folder({'specs/a.md': faulty, 'specs/b.md': faulty})
  for (let run = 0; run < 2; run++)
    expect(Object.values(reasons(await lintFiles([], {root, threads})))).toEqual(['checked', 'checked'])
  await threads.close()
  expect(readFileSync(begun, 'utf8')).toBe('+')
})

test('the bundle has its own', () => {
  const bundled = new URL('../../dist/thread.cjs', import.meta.url)
  expect(existsSync(bundled)).toBe(true)
  expect(readFileSync(new URL('../../dist/bundle/spec.cjs', import.meta.url), 'latin1')).toContain('thread.cjs')
})
