import {execFileSync} from 'node:child_process'
import {chmodSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {foldersOf} from '../../src/workspace/folders.js'
import {workTreeView} from '../../src/workspace/history/view.js'
import type {CodeQuestion, HistoryAnswers, HistoryQuestions, WorkspaceOptions} from '../../src/workspace/index.js'
import {sourceOf} from '../../src/workspace/source.js'
import {gitThat, where} from '../support/fake-git.js'
import {bareEnvironment, commit, folder, git, repository} from '../support/folders.js'
import {canDeny, unprivileged} from '../support/unprivileged.js'
import {openFolder} from '../workspace/support.js'
import {change, lines, open, put, SPEC} from './support.js'

const a = lines('a', 20)
const WORDS = 'Words.\n'
const AUTHOR = ['-c', 'user.name=Ada Example', '-c', 'user.email=ada@example.org']

const code = (paths: readonly string[], more: Partial<CodeQuestion> = {}): CodeQuestion => ({
  paths,
  line: 1,
  commits: [],
  text: true,
  ...more,
})

/** What the history of a root answers for the spec. */
async function ask(root: string, questions: Partial<HistoryQuestions>, options: WorkspaceOptions = {}) {
  const workspace = await open(root, options)
  try {
    return await workspace.history({path: SPEC, text: WORDS, code: [], research: [], gone: [], ...questions})
  } finally {
    await workspace.close()
  }
}

/** What each state has, as "from outcome". */
const outcomes = ({code: [sightings = []]}: HistoryAnswers) => sightings.map(({from, outcome}) => `${from} ${outcome}`)
const gaps = (answers: HistoryAnswers) => answers.gaps.map(({code}) => code)

/** Loses an object of a repository, as a broken disk does. */
function lose(root: string, name: string): void {
  const id = git(root, 'rev-parse', name).trim()
  rmSync(join(root, '.git/objects', id.slice(0, 2), id.slice(2)))
}

function cloned(root: string, ...options: string[]): string {
  git(root, 'config', 'uploadpack.allowFilter', 'true')
  const target = join(folder(), 'clone')
  git(folder(), 'clone', '--quiet', '--no-local', ...options, `file://${root}`, target)
  return target
}

describe('paths', () => {
  test('may name the root itself, or nothing below it', async () => {
    const root = repository({[SPEC]: WORDS, 'src/a.ts': a})
    expect(outcomes(await ask(root, {code: [code(['.'], {text: false})]}))).toEqual(['spec folder'])
    const outside = await ask(root, {code: [code(['../'])]})
    expect(outcomes(outside)).toEqual(['spec unknown', 'index unknown', 'worktree unknown'])
    expect(gaps(outside)).toEqual(['outside'])
  })

  test('may end that of a file which the index has, and the work tree no more', async () => {
    const root = repository({[SPEC]: WORDS, 'src/deep/a.ts': a})
    rmSync(join(root, 'src/deep/a.ts'))
    expect(outcomes(await ask(root, {code: [code(['deep/a.ts'])]}))).toEqual([
      'spec found',
      'index found',
      'worktree missing',
    ])
  })

  test('may be an earlier name of a file, where any state will do', async () => {
    const root = repository({'src/old.ts': a})
    change(root, {'src/old.ts': undefined, 'src/new.ts': a})
    const spec = change(root, {[SPEC]: WORDS})
    const {code: sightings} = await ask(root, {code: [code(['src/old.ts'], {text: false})]})
    expect(sightings[0]?.filter(({file}) => file)).toEqual([
      expect.objectContaining({
        from: 'spec',
        commit: spec,
        file: expect.objectContaining({path: 'src/new.ts', by: 'rename'}),
      }),
    ])
  })
})

describe('commits', () => {
  test('that are named twice, and not known, are told once', async () => {
    const root = repository({[SPEC]: WORDS, 'src/a.ts': a})
    const name = {name: 'abcdef0123', from: 'citation'} as const
    const answers = await ask(root, {code: [code(['src/a.ts'], {commits: [name, name], pinned: true})]})
    expect(outcomes(answers)).toEqual(['citation unknown'])
    expect(answers.gaps.map(({text}) => text)).toEqual([
      'This clone does not know the commit abcdef0123: what they had was not looked up',
    ])
  })

  test('are none of a day that no calendar has', async () => {
    const path = 'specs/2026-13-45-a.md'
    const root = repository({'src/a.ts': a})
    change(root, {[path]: WORDS})
    expect(outcomes(await ask(root, {path, code: [code(['src/a.ts'])]}))).not.toContain('date found')
  })

  test('that research names may lead to no HEAD', async () => {
    const root = repository({'src/a.ts': a})
    const known = git(root, 'rev-parse', 'HEAD').trim()
    git(root, 'checkout', '--quiet', '--orphan', 'other')
    const research = [{commit: known, paths: ['src/a.ts']}]
    expect((await ask(root, {research})).research).toEqual([{commit: known, reachable: false}])
  })

  test('that research names may lie beyond the end of a shallow clone', async () => {
    const origin = repository({'src/a.ts': a})
    git(origin, 'checkout', '--quiet', '-b', 'other')
    const known = change(origin, {'src/a.ts': lines('b', 3)})
    git(origin, 'checkout', '--quiet', 'main')
    change(origin, {[SPEC]: WORDS})
    const answers = await ask(cloned(origin, '--depth', '1', '--no-single-branch'), {
      research: [{commit: known, paths: ['src/a.ts']}],
    })
    expect(answers.research).toEqual([{commit: known, files: 1, changed: 1, gone: 0, renamed: 0}])
    expect(gaps(answers)).toEqual(['shallow-clone'])
  })
})

describe('where a file is now', () => {
  test('is not told by an empty content, nor by one that several have', async () => {
    const root = repository({'src/empty.ts': '', 'src/a.ts': a, 'src/only.ts': lines('b', 9), 'other.txt': ''})
    change(root, {[SPEC]: WORDS})
    change(root, {'src/empty.ts': undefined, 'src/a.ts': undefined, 'src/only.ts': undefined})
    change(root, {'lib/b.ts': a, 'lib/c.ts': a, 'lib/d.ts': lines('b', 9)})
    const answers = await ask(root, {code: ['empty', 'a', 'only'].map(name => code([`src/${name}.ts`]))})
    const now = answers.code.map(sightings => sightings.find(({from}) => from === 'spec')?.now?.path)
    expect(now).toEqual([undefined, undefined, 'lib/d.ts'])
  })

  test('is looked for in the folders that are there', async () => {
    const root = repository({'src/a.ts': a, 'lost/x.ts': 'x\n'})
    change(root, {[SPEC]: WORDS})
    change(root, {'src/a.ts': undefined, 'lib/b.ts': a})
    lose(root, 'HEAD:lost')
    const {code: found} = await ask(root, {code: [code(['src/a.ts'])]})
    expect(found[0]?.find(({from}) => from === 'spec')?.now).toMatchObject({path: 'lib/b.ts', by: 'rename'})
  })

  test('of one that was removed twice is told by the last time', async () => {
    const root = repository({'src/a.ts': a})
    change(root, {'src/a.ts': undefined})
    change(root, {'src/a.ts': lines('b', 3)})
    const last = change(root, {'src/a.ts': undefined})
    change(root, {[SPEC]: WORDS})
    const {code: found} = await ask(root, {code: [code(['src/a.ts'])]})
    expect(found[0]?.[0]).toMatchObject({outcome: 'missing', removedBy: last})
  })
})

describe('what a merge alone brought', () => {
  /** Merges a branch, with files that neither side has. */
  function merged(root: string, files: Record<string, string>): string {
    git(root, 'checkout', '--quiet', '-b', 'side')
    change(root, {'side.txt': 'x\n'})
    git(root, 'checkout', '--quiet', 'main')
    change(root, {'main.txt': 'x\n'})
    git(root, ...AUTHOR, 'merge', '--quiet', '--no-ff', '--no-commit', 'side')
    put(root, files)
    return commit(root, 'merge')
  }

  test('has no known origin: a document', async () => {
    const root = repository({'src/a.ts': a})
    const head = merged(root, {[SPEC]: WORDS})
    const {code: found, committed, ...rest} = await ask(root, {code: [code(['src/a.ts'])]})
    expect(committed).toBe(true)
    expect(rest).not.toHaveProperty('introduced')
    expect(found[0]?.[0]).toMatchObject({from: 'head', commit: head})
  })

  test.each([
    ['a line of one', `${WORDS}Of the merge.\n`, 2],
    ['all lines of one', 'Of the merge.', 1],
  ])('has no known origin: %s', async (_what, text, line) => {
    const root = repository({[SPEC]: WORDS, 'src/a.ts': a})
    const first = git(root, 'rev-parse', 'HEAD').trim()
    const head = merged(root, {[SPEC]: text})
    const answers = await ask(root, {text, code: [code(['src/a.ts'], {line})]})
    expect(answers.introduced).toBe(first)
    expect(answers.code[0]?.map(({from, commit: id}) => [from, id])).toEqual([
      ['spec', first],
      ['head', head],
      ['index', undefined],
      ['worktree', undefined],
    ])
  })
})

describe('the text of a document', () => {
  test('may share no line with what is committed', async () => {
    const root = repository({[SPEC]: WORDS, 'src/a.ts': a})
    const answers = await ask(root, {text: 'Others', code: [code(['src/a.ts'])]})
    expect(answers.committed).toBe(true)
    expect(outcomes(answers)).toEqual(['head found', 'index found', 'worktree found'])
  })

  test('may once have been none', async () => {
    const root = repository({'src/a.ts': a})
    put(root, {[SPEC]: ''})
    writeFileSync(join(root, SPEC), Buffer.from([0xff, 0x0a, 0x41, 0x0a]))
    const first = commit(root, 'bytes')
    const second = change(root, {[SPEC]: WORDS})
    const answers = await ask(root, {former: true, code: [code(['src/a.ts'])]})
    expect(answers.introduced).toBe(first)
    expect(answers.code[0]?.[0]).toMatchObject({from: 'line', commit: second})
    expect(answers.former).toEqual({versions: [{commit: second, date: '2026-01-15', text: WORDS}]})
  })

  test('may be of a clone that has no former ones', async () => {
    const origin = repository({[SPEC]: 'Former.\n'})
    change(origin, {[SPEC]: WORDS})
    const answers = await ask(cloned(origin, '--filter=blob:none'), {former: true})
    expect(answers.former).toMatchObject({versions: [{text: WORDS}], gap: 'partial-clone'})
    expect(gaps(answers)).toEqual(['partial-clone'])
  })

  test('is followed by its lines where what it was before is lost', async () => {
    const long = `${WORDS}${'More words to know it by.\n'.repeat(30)}`
    const root = repository({'specs/old.md': long, 'src/a.ts': a})
    const renamed = change(root, {'specs/old.md': undefined, [SPEC]: `${long}One more.\n`})
    lose(root, 'HEAD~1:specs/old.md')
    const answers = await ask(root, {text: `${long}One more.\n`})
    expect(answers.introduced).toBe(renamed)
  })
})

describe('a repository that is broken', () => {
  test('in its newest commit, is no shallow clone', async () => {
    const root = repository({[SPEC]: WORDS, 'src/a.ts': a})
    lose(root, 'HEAD')
    const answers = await ask(root, {code: [code(['src/gone.ts'])]})
    expect(outcomes(answers)).toEqual(['head unknown', 'index missing', 'worktree missing'])
    expect(answers.code[0]?.[0]).toMatchObject({gap: 'git-failed'})
    expect(gaps(answers)).toEqual(['git-failed'])
  })

  test('in an older one, tells nothing of its history', async () => {
    const root = repository({'src/a.ts': a})
    change(root, {[SPEC]: WORDS})
    lose(root, 'HEAD~1')
    const answers = await ask(root, {former: true, code: [code(['src/a.ts'])]})
    expect(answers.former).toEqual({versions: [], gap: 'git-failed'})
    expect(answers.committed).toBe(true)
    expect(answers).not.toHaveProperty('introduced')
    expect(answers.gaps[0]?.text).toMatch(/^git could not read the repository: /)
  })

  test('in an older text of the document, is no partial clone', async () => {
    const root = repository({'src/a.ts': a})
    change(root, {[SPEC]: 'One.\nTwo.\n'})
    change(root, {[SPEC]: 'One.\nThree.\n'})
    const last = change(root, {[SPEC]: 'One.\nFour.\n'})
    lose(root, `HEAD~1:${SPEC}`)
    const answers = await ask(root, {text: 'One.\nFour.\n', code: [code(['src/a.ts'], {line: 1})]})
    expect(answers.code[0]?.[0]).toEqual({from: 'line', outcome: 'unknown', gap: 'git-failed'})
    expect(answers.code[0]?.map(({commit: id}) => id)).toContain(last)
  })

  test('at its top, can be searched for no file', async () => {
    const root = repository({[SPEC]: WORDS, 'src/deep/a.ts': a})
    lose(root, 'HEAD^{tree}')
    const answers = await ask(root, {code: [code(['deep/a.ts'], {text: false})]})
    expect(outcomes(answers)[0]).toBe('head unknown')
  })

  test('in what a link says, does not follow it', async () => {
    const root = repository({'src/a.ts': a})
    symlinkSync('src', join(root, 'lib'))
    change(root, {[SPEC]: WORDS})
    lose(root, 'HEAD:lib')
    const answers = await ask(root, {code: [code(['lib/a.ts'])]})
    expect(answers.code[0]?.map(({from, outcome, gap}) => [from, outcome, gap])).toEqual([
      ['spec', 'unknown', 'git-failed'],
      ['spec-parent', 'missing', undefined],
      ['index', 'unknown', 'git-failed'],
      ['worktree', 'found', undefined],
    ])
  })

  test('in what research speaks of, says so; of what lies in a submodule it says that', async () => {
    const root = repository({'lost/a.ts': a, 'src/a.ts': a})
    const head = git(root, 'rev-parse', 'HEAD').trim()
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${head},sub`)
    git(root, ...AUTHOR, 'commit', '--quiet', '--message', 'sub')
    const known = git(root, 'rev-parse', 'HEAD').trim()
    const told = async (path: string) => gaps(await ask(root, {research: [{commit: known, paths: [path]}]}))
    expect(await told('sub/a.ts')).toEqual(['submodule'])
    expect(await told('src/a.ts')).toEqual([])
    lose(root, 'HEAD:lost')
    expect(await told('lost/a.ts')).toEqual(['git-failed'])
  })

  test('so that git ends again and again, is not asked for the rest', async () => {
    const root = repository({[SPEC]: WORDS, 'src/a.ts': a})
    const answers = await ask(root, {code: [code(['src/a.ts'])]}, {env: gitThat(where('cat-file', 'exit 1'))})
    expect(answers.gaps).toContainEqual({
      code: 'git-failed',
      text: 'git ended again and again, or took too long, while it read the repository: it was not asked for the rest',
    })
  })
})

test('a repository of too many files is searched for none by the end of its path', async () => {
  const root = repository({[SPEC]: WORDS})
  const first = git(root, 'rev-parse', 'HEAD').trim()
  const input = (text: string, ...args: string[]) =>
    execFileSync('git', args, {cwd: root, env: bareEnvironment(), input: text, encoding: 'utf8'}).trim()
  const blob = input('x\n', 'hash-object', '-w', '--stdin')
  const names = (count: number, entry: string) =>
    Array.from({length: count}, (_, index) => `${entry}\t${String(index).padStart(4, '0')}.ts\n`).join('')
  const small = input(names(1000, `100644 blob ${blob}`), 'mktree')
  const large = input(names(201, `040000 tree ${small}`), 'mktree')
  const top = `${git(root, 'ls-tree', 'HEAD')}040000 tree ${large}\tall\n`
  const made = input('large\n', ...AUTHOR, 'commit-tree', input(top, 'mktree'), '-p', 'HEAD')
  git(root, 'update-ref', 'HEAD', made)
  git(root, 'read-tree', 'HEAD')
  const answers = await ask(root, {code: [code(['deep/a.ts']), code(['none.go'])]})
  for (const sightings of answers.code)
    expect(sightings.map(({from, outcome, gap}) => [from, outcome, gap])).toEqual([
      ['spec', 'missing', undefined],
      ['head', 'unknown', 'large-repository'],
      ['index', 'unknown', 'large-repository'],
      ['worktree', 'unknown', 'large-repository'],
    ])
  expect(gaps(answers)).toEqual(['large-repository'])
  // Of a commit of few files all is known, and of HEAD not even whether it has one like it.
  const pinned = code(['deep/a.ts'], {commits: [{name: first, from: 'citation'}], pinned: true})
  expect((await ask(root, {code: [pinned]})).code).toEqual([
    [{from: 'citation', commit: first, outcome: 'missing', alike: true}],
  ])
})

describe('the work tree', () => {
  test('has files that are too large to be known by their content', async () => {
    const root = repository({[SPEC]: WORDS, 'src/a.ts': 'a\n'.repeat(1000)})
    const answers = await ask(root, {code: [code(['src/a.ts'])]}, {limits: {bytes: 100}})
    const found = answers.code[0]?.find(({from}) => from === 'worktree')
    expect(found).toMatchObject({outcome: 'found', file: {path: 'src/a.ts', version: 'worktree:src/a.ts'}})
    expect(answers.versions.get('worktree:src/a.ts')).toEqual({})
  })

  test.skipIf(!canDeny)('has folders that are closed', async () => {
    const root = openFolder({'closed/a.ts': a, 'src/b.ts': a})
    await ask(root, {code: [code(['src/b.ts'])]})
    chmodSync(join(root, 'closed'), 0o700)
    const answers = await unprivileged(() => ask(root, {code: [code(['closed/a.ts'])]}))
    expect(outcomes(answers)).toEqual(['worktree unknown'])
    expect(gaps(answers)).toEqual(['link', 'no-repository'])
  })

  test('may lose a file after it was found', async () => {
    const root = folder({'a.ts': a})
    const {bytes} = sourceOf(root, undefined, 1000)
    const view = workTreeView({top: root, folders: foldersOf([]), bytes, digits: 40})
    const spot = await view.at('a.ts')
    if (spot.type !== 'file') throw new Error('it is not there')
    expect(await view.content(spot.version)).toEqual({bytes: Buffer.from(a)})
    expect(await view.content('0'.repeat(40))).toEqual({})
    rmSync(join(root, 'a.ts'))
    expect(await view.content(spot.version)).toEqual({})
  })
})

test.skipIf(process.platform !== 'linux')(
  'a document whose name is no UTF-8 is none that a path can name',
  async () => {
    const root = repository({[SPEC]: WORDS})
    const first = git(root, 'rev-parse', 'HEAD').trim()
    writeFileSync(Buffer.concat([Buffer.from(`${root}/specs/`), Buffer.from([0xe9]), Buffer.from('.md')]), 'x\n')
    const second = change(root, {'src/a.ts': a})
    const answers = await ask(root, {code: [code(['src/a.ts'])]})
    expect(answers.introduced).toBe(first)
    expect(answers.code[0]?.[1]).toMatchObject({from: 'head', commit: second, outcome: 'found'})
  },
)
