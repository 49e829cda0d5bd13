import {readdirSync, readFileSync, unlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {type LintFilesOptions, lintFiles} from '../../src/lint/index.js'
import {findApart} from '../../src/lint/lint-file.js'
import type {Subject} from '../../src/lint/read-facts.js'
import {runResults} from '../../src/lint/results/of-run.js'
import {unpacked} from '../../src/lint/results/packed.js'
import {openWorkspace} from '../../src/workspace/index.js'
import {bareEnvironment, folder, repository} from '../support/folders.js'
import {FILES, kinds, type Memory, memory, open, rfc, run, TEXT} from './keeping.js'

async function twice(change: (root: string) => void, files: Record<string, string> = FILES) {
  const [root, kept] = [folder(files), memory()]
  await run(await open(root, kept))
  change(root)
  const {anew} = await run(await open(root, kept))
  return anew
}

test('what was found is told again, but for the facts', async () => {
  const [root, kept] = [folder(FILES), memory()]
  const first = await run(await open(root, kept))
  const second = await run(await open(root, kept))
  expect([first.anew, second.anew]).toEqual([['specs/a.md'], []])
  const [
    {
      judged: {facts, ...judged},
      ...rest
    } = {judged: {facts: undefined}},
  ] = first.found
  expect(facts).toBeDefined()
  expect(second.found).toEqual([{judged, ...rest}])
})

test('what the run itself finds has its facts', async () => {
  const {found} = await run(await open(folder(FILES), memory()))
  expect(found[0]?.judged.facts).toBeDefined()
})

describe('a document is looked at anew', () => {
  test.each<[string, Partial<Subject>]>([
    ['with another text', {text: `${TEXT}\nMore.\n`}],
    ['as another kind', {kind: kinds.research as typeof rfc}],
    ['with other limits', {limits: {depth: 50}}],
    ['with other severities', {severities: {residue: 'off'}}],
  ])('%s', async (_, more) => {
    const [root, kept] = [folder(FILES), memory()]
    await run(await open(root, kept))
    expect((await run(await open(root, kept), {'specs/a.md': more})).anew).toEqual(['specs/a.md'])
  })

  test('by a law that was changed', async () => {
    const [root, kept] = [folder(FILES), memory()]
    await run(await open(root, kept))
    const [first, ...others] = rfc.law.rules
    const rules = first ? [{...first, severity: 'info' as const}, ...others] : []
    const kind = {...rfc, law: {...rfc.law, rules}}
    expect((await run(await open(root, kept), {'specs/a.md': {kind}})).anew).toEqual(['specs/a.md'])
  })

  test.each<[string, string]>([
    ['specs', 'specs: [specs, drafts]\n'],
    ['research', 'research: [research, notes]\n'],
  ])('where the folders of %s are others', async (_, config) => {
    expect(await twice(root => writeFileSync(join(root, 'spec.config.yaml'), config))).toEqual(['specs/a.md'])
  })

  test.each<[string, (root: string) => void]>([
    ['what it cites has other headings', root => writeFileSync(join(root, 'research/search.md'), '# Search\n')],
    ['what it cites is gone', root => unlinkSync(join(root, 'research/search.md'))],
    ['there is more research', root => writeFileSync(join(root, 'research/new.md'), '# New\n')],
    ['there are more specs', root => writeFileSync(join(root, 'specs/b.md'), '# B\n')],
  ])('where %s', async (_, change) => {
    expect(await twice(change)).toEqual(['specs/a.md'])
  })

  test('where research that it does not cite has become one on another matter', async () => {
    const other = (title: string) => `# Research: ${title}\n\nText.\n`
    const change = (root: string) => writeFileSync(join(root, 'research/other.md'), other('Billing'))
    expect(await twice(change, {...FILES, 'research/other.md': other('Sorting')})).toEqual(['specs/a.md'])
  })

  test('where it became another one in the history', async () => {
    const [root, kept] = [repository({...FILES, 'src/x.ts': 'one\n'}), memory()]
    const documents = {'specs/a.md': {text: `${TEXT}\nAs \`src/x.ts:1\` has it.\n`}}
    await run(await open(root, kept), documents)
    expect((await run(await open(root, kept), documents)).anew).toEqual([])
    writeFileSync(join(root, 'src/x.ts'), 'two\n')
    expect((await run(await open(root, kept), documents)).anew).toEqual(['specs/a.md'])
  })

  test.each<[string, (text: string) => string]>([
    ['another build has kept it', text => JSON.stringify({...JSON.parse(text), stamp: 'another'})],
    ['what was kept is no JSON', () => '{'],
    ['what was kept is null', () => 'null'],
    ['what was kept has no documents', text => JSON.stringify({...JSON.parse(text), documents: undefined})],
    ['nothing says what was learnt', text => JSON.stringify({...JSON.parse(text), learnt: undefined})],
  ])('where %s', async (_, edit) => {
    const [root, kept] = [folder(FILES), memory()]
    await run(await open(root, kept))
    kept.edit(edit)
    expect((await run(await open(root, kept))).anew).toEqual(['specs/a.md'])
  })
})

test('a file that nobody asks for changes nothing', async () => {
  expect(await twice(root => writeFileSync(join(root, 'README.md'), '# Read me\n'))).toEqual([])
})

describe('what is kept', () => {
  const two = {'specs/b.md': {}, 'specs/a.md': {}}
  const paths = (kept: Memory) => Object.keys(kept.only().documents)

  test('is nothing where it is too much, and none of it is told that is no result', async () => {
    const [root, kept] = [folder(FILES), memory()]
    expect((await run(await open(root, kept), two, true, 100)).unkept).toMatch(/^they take more than 0\.0\d+ MiB$/)
    expect(kept.done.puts).toBe(0)
    await run(await open(root, kept), two)
    kept.edit(text => JSON.stringify({...JSON.parse(text), documents: {'specs/a.md': 5, 'specs/b.md': 'bm8='}}))
    expect((await run(await open(root, kept), two)).anew).toEqual(['specs/b.md', 'specs/a.md'])
  })

  test('is in the order of paths, whichever was looked at first', async () => {
    const [root, kept] = [folder(FILES), memory()]
    await run(await open(root, kept), two)
    expect(paths(kept)).toEqual(['specs/a.md', 'specs/b.md'])
  })

  test('stays for those that a run of some did not ask for', async () => {
    const [root, kept] = [folder(FILES), memory()]
    await run(await open(root, kept), two)
    await run(await open(root, kept), {'specs/b.md': {text: '# B\n'}}, false)
    expect(paths(kept)).toEqual(['specs/a.md', 'specs/b.md'])
    expect((await run(await open(root, kept), {'specs/a.md': {}, 'specs/b.md': {text: '# B\n'}})).anew).toEqual([])
  })

  test('goes for those that a run of all did not ask for', async () => {
    const [root, kept] = [folder(FILES), memory()]
    await run(await open(root, kept), two)
    await run(await open(root, kept), {'specs/b.md': {}})
    expect(paths(kept)).toEqual(['specs/b.md'])
  })

  test('is not written again where nothing is new', async () => {
    const [root, kept] = [folder(FILES), memory()]
    await run(await open(root, kept), two)
    await run(await open(root, kept), two)
    await run(await open(root, kept), {'specs/a.md': {}}, false)
    expect(kept.done.puts).toBe(1)
  })

  test('is written again where what is cited has another text that answers the same', async () => {
    const [root, kept] = [folder(FILES), memory()]
    await run(await open(root, kept))
    writeFileSync(join(root, 'research/search.md'), '# Search\n\n## Findings\n\nWords.\n')
    expect((await run(await open(root, kept))).anew).toEqual([])
    expect(kept.done.puts).toBe(2)
  })

  test('does not hold a document that could not be checked, and forgets what it was before', async () => {
    const [root, kept] = [folder(FILES), memory()]
    const deep = {'specs/a.md': {text: `${'> '.repeat(500)}deep\n`}}
    await run(await open(root, kept), deep)
    expect(kept.done.puts).toBe(0)
    await run(await open(root, kept))
    await run(await open(root, kept), deep)
    expect(paths(kept)).toEqual([])
  })

  test('does not hold the texts of documents', async () => {
    const [root, kept] = [repository(FILES), memory()]
    await run(await open(root, kept), {'specs/a.md': {text: `${TEXT}\nAs \`src/x.ts:1\` has it, xyzzy.\n`}})
    const [document] = Object.values<string>(kept.only().documents).map(unpacked)
    expect(document).toMatchObject({judged: {report: {path: 'specs/a.md'}}})
    expect(JSON.stringify(document)).not.toContain('xyzzy')
  })

  test('has a name of its own for each workspace', async () => {
    const kept = memory()
    for (const root of [folder(FILES), folder(FILES)]) await run(await open(root, kept))
    expect(new Set(kept.names()).size).toBe(2)
    expect(kept.names()).toEqual([expect.stringMatching(/^results-[\w-]+$/), expect.stringMatching(/^results-[\w-]+$/)])
  })
})

describe('a run over several workspaces', () => {
  test('opens the results of each once, and keeps those of all', async () => {
    const [one, other] = [memory(), memory()]
    const workspaces = [await open(folder(FILES), one), await open(folder(FILES), other)] as const
    const results = runResults()
    for (const workspace of workspaces) {
      expect(results.in(workspace)).toBe(results.in(workspace))
      const subject: Subject = {text: TEXT, path: 'specs/a.md', kind: rfc, workspace, limits: undefined}
      await (await results.in(workspace)).of(subject, () => findApart(subject))
    }
    await results.keep(workspaces[0])
    expect([one.done.puts, other.done.puts]).toEqual([1, 1])
  })

  test('forgets documents of the workspace alone of which it looked at all', async () => {
    const [one, other] = [memory(), memory()]
    const roots = [folder(FILES), folder(FILES)] as const
    await run(await open(roots[0], one), {'specs/a.md': {}, 'specs/b.md': {}})
    await run(await open(roots[1], other), {'specs/a.md': {}, 'specs/b.md': {}})
    const workspaces = [await open(roots[0], one), await open(roots[1], other)] as const
    const results = runResults()
    for (const workspace of workspaces) {
      const subject: Subject = {text: '# A\n', path: 'specs/a.md', kind: rfc, workspace, limits: undefined}
      await (await results.in(workspace)).of(subject, () => findApart(subject))
    }
    await results.keep(workspaces[0])
    expect(Object.keys(one.only().documents)).toEqual(['specs/a.md'])
    expect(Object.keys(other.only().documents)).toEqual(['specs/a.md', 'specs/b.md'])
  })
})

describe('a run keeps what it finds', () => {
  const keptBy = async (options: LintFilesOptions) => {
    const [root, home] = [folder(FILES), folder()]
    const env = {...bareEnvironment(), SPEC_NO_CACHE: '', XDG_CACHE_HOME: home}
    await lintFiles([], {...options, workspace: await openWorkspace({root, cwd: root, env, cache: true})})
    const place = join(home, 'specwright')
    return readdirSync(home).flatMap(() => readdirSync(place).map(name => readFileSync(join(place, name), 'utf8')))
  }
  test('where that is asked for, and not otherwise', async () => {
    expect(await keptBy({cache: true})).toEqual([expect.stringContaining('"specs/a.md":"')])
    expect(await keptBy({})).toEqual([])
  })
  test('but not where facts are wanted, which are not kept', async () => {
    expect(await keptBy({cache: true, onFacts: () => undefined})).toEqual([])
  })
})
