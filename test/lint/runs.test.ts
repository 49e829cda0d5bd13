import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, describe, expect, test} from 'vitest'
import type {BaselineSource} from '../../src/lint/baseline/index.js'
import {builtInKinds, type Isolation, type LintFilesOptions, lintFiles, type Progress} from '../../src/lint/index.js'
import type {Apart} from '../../src/lint/isolation.js'
import type {Workspace} from '../../src/workspace/index.js'
import {sound} from '../cli/documents.js'
import {folder, repository} from '../support/folders.js'
import {open} from '../workspace/support.js'

const opened: Workspace[] = []
afterEach(async () => {
  for (const workspace of opened.splice(0)) await workspace.close()
})

async function workspaceOf(files: Record<string, string>, root = folder(files)): Promise<Workspace> {
  const workspace = await open(root)
  opened.push(workspace)
  return workspace
}

const LIST = '# Specs\n\n<!-- spec-list: begin columns=title -->\n<!-- spec-list: end -->\n'

async function run(files: Record<string, string>, options: LintFilesOptions = {}, paths: string[] = []) {
  return lintFiles(paths, {...options, workspace: await workspaceOf(files)})
}

describe('a run', () => {
  test('tells how far it is: before each file, and at the end', async () => {
    const told: Progress[] = []
    await run({'specs/a.md': sound, 'specs/b.md': sound}, {onProgress: progress => told.push(progress)})
    expect(told).toEqual([
      {done: 0, total: 2, path: 'specs/a.md'},
      {done: 1, total: 2, path: 'specs/b.md'},
      {done: 2, total: 2},
    ])
  })

  test('comes to pages that list documents last, and tells of all in the order of paths', async () => {
    const told: (string | undefined)[] = []
    const files = {'specs/README.md': LIST, 'specs/a.md': sound}
    const report = await run(files, {onProgress: ({path}) => told.push(path)})
    expect(told).toEqual(['specs/a.md', 'specs/README.md', undefined])
    expect(report.files.map(({path}) => path)).toEqual(['specs/README.md', 'specs/a.md'])
    expect(report.files[0]?.messages.map(({ruleId}) => ruleId)).toEqual(['stale-index'])
  })

  test('leaves such pages out where a kind is named, unless they are asked for', async () => {
    const pathsOf = async (options: LintFilesOptions) =>
      (await run({'specs/README.md': LIST, 'specs/a.md': sound}, options)).files.map(({path}) => path)
    expect(await pathsOf({kind: 'rfc'})).toEqual(['specs/a.md'])
    expect(await pathsOf({pages: false})).toEqual(['specs/a.md'])
  })

  test('gives facts, kind and severities of each document that could be checked', async () => {
    const told: unknown[] = []
    const config = 'rules:\n  residue: info\n'
    await run(
      {'spec.config.yaml': config, 'specs/a.md': sound, 'specs/b.md': `${'> '.repeat(200)}a\n`},
      {
        onFacts: (path, facts, kind, severities) => told.push([path, facts.path, kind.name, severities]),
      },
    )
    expect(told).toEqual([['specs/a.md', 'specs/a.md', 'rfc', {residue: 'info'}]])
  })

  test('counts what exceptions have taken away', async () => {
    const excepted = sound
      .replace('Draft (WIP)', 'Drfat')
      .replace('# Search', '<!-- spec-lint-disable-file unknown-status: a joke -->\n\n# Search')
    const {files, summary} = await run({'specs/a.md': excepted, 'specs/b.md': sound})
    expect(files.map(file => file.excepted)).toEqual([1, undefined])
    expect(summary.excepted).toBe(1)
  })

  test('counts files that no kind claims', async () => {
    const config = 'kinds:\n  rfc:\n    files: ["specs/a*.md"]\n'
    const {summary} = await run({'spec.config.yaml': config, 'specs/a.md': sound, 'specs/b.md': '# B\n'})
    expect([summary.files, summary.unclaimed]).toEqual([1, 1])
  })

  test('notes what it was named and leaves out', async () => {
    const {notes} = await run({'docs/a.md': '# A\n', 'specs/a.md': sound}, {ignoreUnknown: true}, ['docs/a.md'])
    expect(notes).toMatchObject([{text: expect.stringContaining('docs/a.md')}])
  })

  test('reads no more than it is told', async () => {
    const root = folder({'specs/a.md': sound})
    const {files} = await lintFiles([], {root, cwd: root, limits: {bytes: 3}})
    expect(files).toMatchObject([{status: 'not-checked', reason: expect.stringContaining('at most 3 bytes')}])
  })

  test('leaves a workspace open that it was given', async () => {
    const workspace = await workspaceOf({'specs/a.md': sound})
    let closed = 0
    await lintFiles([], {workspace: {...workspace, close: async () => void closed++}})
    expect(closed).toBe(0)
  })
})

describe('a run since a revision', () => {
  test('looks at what has changed alone, and tells how much it left out', async () => {
    const root = repository({'specs/a.md': sound, 'specs/b.md': sound})
    writeFileSync(join(root, 'specs/b.md'), `${sound}\nMore.\n`)
    const {files, notes} = await lintFiles([], {workspace: await workspaceOf({}, root), since: 'HEAD'})
    expect(files.map(({path}) => path)).toEqual(['specs/b.md'])
    expect(notes).toEqual([{code: 'unchanged', text: 'Left out: 1 document has not changed since "HEAD"'}])
  })
})

describe('documents are checked apart', () => {
  /** What checks documents apart, and what it was asked. */
  const apart = (more: Partial<Isolation> = {}) => {
    const asked: Apart[] = []
    const threads: Isolation = {
      count: 2,
      fromDocuments: 9,
      fromLength: 1_000_000,
      check: async each => {
        asked.push(each)
        return undefined
      },
      lacking: () => undefined,
      close: async () => undefined,
      ...more,
    }
    return {threads, asked, paths: () => asked.map(({subject}) => subject.path)}
  }
  const files = {'specs/a.md': sound, 'specs/b.md': `${sound}\nMore.\n`}

  test('where there are as many of them as the threads are for', async () => {
    for (const [fromDocuments, paths] of [
      [2, ['specs/a.md', 'specs/b.md']],
      [3, []],
    ] as const) {
      const {threads, paths: asked} = apart({fromDocuments})
      await run(files, {threads})
      expect(asked()).toEqual(paths)
    }
  })

  test('where they are as long as the threads are for', async () => {
    const {threads, paths} = apart({fromLength: sound.length + 1})
    await run(files, {threads})
    expect(paths()).toEqual(['specs/b.md'])
    const least = apart({fromLength: sound.length})
    await run(files, {threads: least.threads})
    expect(least.paths()).toEqual(['specs/a.md', 'specs/b.md'])
  })

  test('but not by kinds that the caller has made, which no thread knows', async () => {
    const kinds = await builtInKinds()
    for (const options of [{kinds}, {kind: kinds.rfc as (typeof kinds)[string]}]) {
      const {threads, paths} = apart({fromDocuments: 1})
      expect((await run(files, {...options, threads})).summary.files).toBe(2)
      expect(paths()).toEqual([])
    }
  })

  test('by the schema that was named, and with their facts where those are wanted', async () => {
    const schema = {text: '{"$ref": "specwright:rfc"}', path: 'team.json'}
    const {threads, asked} = apart({fromDocuments: 1})
    await run({'specs/a.md': sound}, {threads, schema})
    await run({'specs/a.md': sound}, {threads, onFacts: () => undefined})
    expect(asked.map(each => [each.schema, each.facts])).toEqual([
      [schema, false],
      [undefined, true],
    ])
  })

  describe('and pages that list them', () => {
    const listing = {...files, 'specs/README.md': LIST, 'one/spec.config.yaml': '', 'one/specs/c.md': sound}
    /** What is known of documents when the page is begun, and how many are being checked then. */
    const knownOf = async (options: LintFilesOptions = {}) => {
      const told: unknown[] = []
      let running = 0
      const check: Isolation['check'] = async ({subject}) => {
        if (subject.path === 'specs/README.md') told.push(running, [...(subject.known?.keys() ?? [])])
        running++
        await new Promise(resolve => setTimeout(resolve, 5))
        running--
        return undefined
      }
      await run(listing, {...options, threads: apart({fromDocuments: 1, check}).threads})
      return told
    }
    test('when all others have been, and are known but for those of other workspaces', async () => {
      expect(await knownOf()).toEqual([0, ['specs/a.md', 'specs/b.md']])
    })
    test('but none is known where all are read as one kind, whatever they are', async () => {
      expect(await knownOf({kind: 'index', pages: true})).toEqual([0, []])
    })
  })

  test('and what comes of it is what is told', async () => {
    const report = {path: 'specs/a.md', kind: 'rfc', status: 'not-checked', reason: 'it took too long'} as const
    const judged = {report: {...report, messages: [], skipped: []}, unjudged: {rules: new Set<string>(), places: []}}
    const {threads} = apart({fromDocuments: 1, check: async () => ({judged})})
    expect((await run({'specs/a.md': sound}, {threads})).files).toMatchObject([report])
  })

  test('several at once, in runs that are large enough', async () => {
    const most = async (fromDocuments: number) => {
      let [running, highest] = [0, 0]
      const check = async () => {
        highest = Math.max(highest, ++running)
        await new Promise(resolve => setTimeout(resolve, 5))
        running--
        return undefined
      }
      const many = Object.fromEntries(Array.from({length: 4}, (_, at) => [`specs/${at}.md`, sound]))
      await run(many, {threads: apart({fromDocuments, fromLength: 1, check}).threads})
      return highest
    }
    expect(await most(4)).toBeGreaterThan(1)
    expect(await most(5)).toBe(1)
  })

  test('a note says why, where that could not be', async () => {
    const {threads} = apart({lacking: () => 'none left'})
    expect((await run(files, {threads})).notes).toMatchObject([{code: 'no-threads'}])
  })
})

describe('whoever gives the baseline is told the workspaces', () => {
  const files = {
    'spec.config.yaml': '',
    'specs/a.md': sound,
    'one/spec.config.yaml': '',
    'one/specs/b.md': sound,
    'one/specs/c.md': sound,
    'two/spec.config.yaml': '',
    'two/docs/d.md': '# D\n',
  }
  const homesOf = async (paths: string[]) => {
    const workspace = await workspaceOf(files)
    let roots: string[] = []
    const baseline: BaselineSource = async homes => {
      roots = homes.map(home => home.workspace.root.slice(workspace.root.length)).sort()
      return {homes: []} as unknown as Awaited<ReturnType<BaselineSource>>
    }
    // What comes of such a baseline is told elsewhere.
    await lintFiles(paths, {workspace, baseline}).catch(() => undefined)
    return roots
  }

  test('of the documents that are named, each once', async () => {
    expect(await homesOf(['one/specs/b.md', 'one/specs/c.md'])).toEqual(['/one'])
    expect(await homesOf(['specs/a.md', 'one/specs/c.md'])).toEqual(['', '/one'])
  })

  test('all that there are in a run over all, be there no document in one', async () => {
    expect(await homesOf([])).toEqual(['', '/one', '/two'])
  })
})
