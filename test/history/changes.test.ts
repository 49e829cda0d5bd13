import {execFileSync} from 'node:child_process'
import {renameSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {citeFiles} from '../../src/lint/index.js'
import {bareEnvironment, commit, repository} from '../support/folders.js'
import {change, citationsOf, cited, lines, messagesOf, open, put, SPEC} from './support.js'

const NOTE = 'It is read in `src/a.ts:10-12`.\n'
const a = lines('a', 20)

/** The first citation of a spec, after the code has been changed. */
async function changedTo(
  changes: Record<string, string | undefined>,
  spec = NOTE,
  code: Record<string, string> = {'src/a.ts': a},
) {
  const root = cited(code, spec)
  change(root, changes)
  return (await citationsOf(root)).citations[0]
}

describe('code that changed after the spec was written', () => {
  test('is right as of the spec, whatever HEAD has', async () => {
    const citation = await changedTo({'src/a.ts': undefined, 'src/other.ts': 'x\n'})
    expect(citation).toMatchObject({exists: true, commitFrom: 'spec', linesExist: true, drift: {state: 'deleted'}})
  })

  test('edited above: moved, and where to', async () => {
    const citation = await changedTo({'src/a.ts': `// one\n// two\n${a}`})
    expect(citation?.drift).toEqual({
      state: 'moved',
      same: false,
      lines: [{from: 12, to: 14}],
      near: ['src/a.ts:12-14'],
    })
  })

  test('edited inside: changed, and where', async () => {
    const citation = await changedTo({'src/a.ts': lines('a', 20, {11: 'changed()'})})
    expect(citation?.drift).toEqual({
      state: 'changed',
      same: false,
      lines: [{from: 10, to: 12}],
      near: ['src/a.ts:10-12'],
    })
  })

  test('edited below: unchanged', async () => {
    expect((await changedTo({'src/a.ts': `${a}// end\n`}))?.drift).toMatchObject({state: 'unchanged'})
  })

  test('renamed', async () => {
    const citation = await changedTo({'src/a.ts': undefined, 'lib/b.ts': a})
    expect(citation?.drift).toMatchObject({state: 'renamed', path: 'lib/b.ts', near: ['lib/b.ts:10-12']})
  })

  test('renamed with an edit, twice', async () => {
    const root = cited({'src/a.ts': a}, NOTE)
    change(root, {'src/a.ts': undefined, 'src/b.ts': `// one\n${a}`})
    change(root, {'src/b.ts': undefined, 'src/c.ts': `// zero\n// one\n${a}`})
    expect((await citationsOf(root)).citations[0]?.drift).toMatchObject({
      state: 'renamed',
      path: 'src/c.ts',
      lines: [{from: 12, to: 14}],
    })
  })
})

describe('code that never was there', () => {
  test.each([
    ['a file', 'See `src/b.ts:3`.\n', ['1 dead-code-citation']],
    ['lines', 'See `src/a.ts:30-31`.\n', ['1 code-line-out-of-range']],
    ['a name', 'See `a3` (`src/a.ts:10-12`).\n', ['1 misplaced-symbol']],
    ['a file without lines, which may be yet to be made', 'See `src/b.ts`.\n', []],
    ['a name that is nowhere, which may be yet to be written', 'See `newThing()` (`src/a.ts:10-12`).\n', []],
    ['a file of another repository', 'See `lib/core/b.ts:3`.\n', []],
  ])('%s', async (_what, spec, expected) => {
    expect(await messagesOf(cited({'src/a.ts': a}, spec), spec)).toEqual(expected)
  })
})

describe('what is not called missing', () => {
  test.each([
    ['a file of another language', 'It crashes at `src/highway.zig:103`.\n'],
    ['an order to make it', 'Create `src/new.ts:3` with it. Put the loader into `src/new2.ts:4`.\n'],
    ['what goes into it', 'The loader goes into `src/new.ts:10`.\n'],
    ['a row of what is new', '| File | State |\n| - | - |\n| `src/new.ts:3` | new |\n'],
    ['a section of new files', '## New files\n\n- `src/new.ts:3`\n'],
    ['what is denied', 'There is no `src/new.ts:3` yet.\n'],
    ['a branch', 'On branch `feature/x`, `src/new.ts:3` has it.\n'],
    ['a forge without a scheme', 'OpenCode (github.com/x/y) has `src/new.ts:12`.\n'],
    ['an example', 'Cite it such as `src/foo.ts:12`, e.g. `src/example.ts:4`.\n'],
    ['a file still to be made', 'A new file `src/fresh.ts:1-40` will hold it.\n'],
    ['what will be made', 'The class is to be created in `src/fresh.ts:3`.\n'],
    ['a file of a repository that is named', 'In the `acme/other` repository, `src/main.go:44` does it.\n'],
    ['a file of a repository that is linked', 'In [react](https://github.com/facebook/react), `src/index.js:12-14`.\n'],
  ])('%s', async (_what, spec) => {
    const root = cited({'src/a.ts': a}, spec)
    expect(await messagesOf(root, spec)).toEqual([])
  })

  test('what was there before or after, though in no state that counts', async () => {
    const root = cited({'src/a.ts': a}, 'x\n')
    change(root, {'src/old.ts': a})
    const removed = change(root, {'src/old.ts': undefined})
    change(root, {'src/a.ts': `// one\n${a}`})
    const spec = 'See `src/old.ts:3`.\n'
    change(root, {[SPEC]: spec})
    expect((await citationsOf(root)).citations[0]).toMatchObject({exists: false, removedBy: removed.slice(0, 10)})
    expect(await messagesOf(root, spec)).toEqual([])
  })

  test('but a plain slip, whatever the row above plans, or whose repository it is', async () => {
    const spec = '| new file `src/n.ts` |\n| - |\n| `src/b.ts:3` |\n\nThe repository’s `src/c.ts:3`.\n'
    expect(await messagesOf(cited({'src/a.ts': a}, spec), spec)).toEqual([
      '3 dead-code-citation',
      '5 dead-code-citation',
    ])
  })

  test('what git ignores: it was built on another machine', async () => {
    const spec = 'See `src/gen.ts:12`.\n'
    const root = cited({'src/a.ts': a, '.gitignore': 'src/gen.ts\n'}, spec)
    expect(await messagesOf(root, spec)).toEqual([])
    const {citations, skipped} = await citationsOf(root)
    expect(citations[0]).toMatchObject({gap: 'ignored'})
    expect(skipped).toEqual([{check: 'source code', reason: expect.stringContaining('git ignores')}])
  })
})

describe('a document that was there once', () => {
  const SAYS = 'See [r](../research/2026-01-10-r.md).\n'
  const R = '# R\n\nThe disks fill up in June, all of them, every year.\n'

  test('and was renamed', async () => {
    const root = cited({'research/2026-01-10-r.md': R}, SAYS)
    const renamed = change(root, {'research/2026-01-10-r.md': undefined, 'research/disks.md': R})
    const [citation] = (await citationsOf(root)).citations
    expect(citation).toMatchObject({exists: false, moved: ['research/disks.md'], near: ['../research/disks.md']})
    expect(citation?.removedBy).toBe(renamed.slice(0, 10))
    expect(await messagesOf(root, SAYS)).toEqual(['1 dead-citation'])
  })

  test('and was renamed twice, with words changed', async () => {
    const root = cited({'research/2026-01-10-r.md': R}, SAYS)
    change(root, {'research/2026-01-10-r.md': undefined, 'research/disks.md': `${R}More.\n`})
    change(root, {'research/disks.md': undefined, 'research/old/storage.md': `${R}More.\nMore.\n`})
    expect((await citationsOf(root)).citations[0]).toMatchObject({exists: false, moved: ['research/old/storage.md']})
  })

  test('and was removed: since when, and never an acquittal', async () => {
    const root = cited({'research/2026-01-10-r.md': R}, SAYS)
    const removed = change(root, {'research/2026-01-10-r.md': undefined})
    const [citation] = (await citationsOf(root)).citations
    expect(citation).toMatchObject({exists: false, removedBy: removed.slice(0, 10)})
    expect(citation).not.toHaveProperty('moved')
  })

  test('nothing is said of one that never was', async () => {
    const [citation] = (await citationsOf(cited({'research/x.md': R}, SAYS))).citations
    expect(citation?.exists).toBe(false)
    expect(citation).not.toHaveProperty('removedBy')
  })
})

describe('every way to be right counts', () => {
  test('the commit beside it', async () => {
    const root = cited({'src/a.ts': a}, 'x\n')
    const gone = change(root, {'src/old.ts': a})
    change(root, {'src/old.ts': undefined})
    change(root, {[SPEC]: `See \`src/old.ts:3\` at \`${gone.slice(0, 9)}\`. Then \`src/old.ts:4\`.\n`})
    const {citations} = await citationsOf(root)
    expect(citations.map(({exists, commitFrom, commit: at}) => [exists, commitFrom, at])).toEqual([
      [true, 'citation', gone],
      [false, undefined, undefined],
    ])
  })

  test('the commit of the research that it cites', async () => {
    const root = cited({'src/old.ts': a}, 'x\n')
    const head = change(root, {'src/b.ts': 'b\n'})
    change(root, {'src/old.ts': undefined})
    change(root, {'research/2026-01-10-r.md': `---\ngit_commit: ${head}\n---\n\n# Research: R\n`})
    change(root, {[SPEC]: 'By [research](../research/2026-01-10-r.md), see `src/old.ts:3`.\n'})
    const code = (await citationsOf(root)).citations.find(({kind}) => kind === 'code')
    expect(code).toMatchObject({exists: true, commitFrom: 'research', commit: head})
  })

  test('the commit that brought the line, and the one before it', async () => {
    const root = cited({'src/a.ts': a}, 'One line.\n')
    change(root, {'src/late.ts': a})
    change(root, {[SPEC]: 'One line.\n\nAnother: `src/late.ts:3`.\n', 'src/late.ts': undefined})
    change(root, {'src/x.ts': 'x\n'})
    expect((await citationsOf(root)).citations[0]).toMatchObject({exists: true, commitFrom: 'line-parent'})
  })

  test('HEAD, for a file that came after the line', async () => {
    const root = cited({'src/a.ts': a}, 'See `src/later.ts:3`.\n')
    change(root, {'src/later.ts': a})
    expect((await citationsOf(root)).citations[0]).toMatchObject({exists: true, commitFrom: 'head'})
  })

  test('the commit right after the document, for code that came with it', async () => {
    const root = cited({'src/a.ts': a}, 'See `src/with.ts:3`.\n')
    const after = change(root, {'src/with.ts': a})
    change(root, {'src/with.ts': undefined})
    expect((await citationsOf(root)).citations[0]).toMatchObject({
      exists: true,
      commitFrom: 'spec-child',
      commit: after,
    })
  })

  test('what was there before the day in its name, where no commit is named', async () => {
    const root = repository({'src/a.ts': a})
    const old = change(root, {'src/b.ts': 'b\n'})
    const late = {GIT_AUTHOR_DATE: '2026-02-01T09:00:00Z', GIT_COMMITTER_DATE: '2026-02-01T09:00:00Z'}
    const git = (...args: string[]) => execFileSync('git', args, {cwd: root, env: {...bareEnvironment(), ...late}})
    put(root, {'src/a.ts': 'a1\n'})
    git('-c', 'user.name=A', '-c', 'user.email=a@b.c', 'commit', '-qam', 'cut')
    const spec = 'specs/2026-02-01-late.md'
    put(root, {[spec]: 'See `src/a.ts:12`.\n'})
    git('add', '--all')
    git('-c', 'user.name=A', '-c', 'user.email=a@b.c', 'commit', '-qm', 'spec')
    put(root, {'src/c.ts': 'c\n'})
    git('add', '--all')
    git('-c', 'user.name=A', '-c', 'user.email=a@b.c', 'commit', '-qm', 'later')
    const workspace = await open(root)
    const {files} = await workspace.select([spec])
    for await (const {citations} of citeFiles(files, {workspace}))
      expect(citations[0]).toMatchObject({linesExist: true, commitFrom: 'date', commit: old})
    await workspace.close()
  })

  test('the index and the work tree, for a spec that is not committed', async () => {
    const root = cited({'src/a.ts': a}, 'x\n')
    change(root, {'src/b.ts': 'b\n'})
    const {put} = await import('./support.js')
    put(root, {'src/new.ts': a, [SPEC]: 'See `src/new.ts:3` and `src/a.ts:3`.\n'})
    const {citations} = await citationsOf(root)
    expect(citations.map(({exists, commitFrom}) => [exists, commitFrom])).toEqual([
      [true, 'worktree'],
      [true, 'head'],
    ])
  })

  test('the end of a path, where one file alone has it', async () => {
    const root = cited(
      {'packages/x/src/deep.ts': a, 'b/one.ts': a, 'c/one.ts': a},
      'See `src/deep.ts:3` and `one.ts:3`.\n',
    )
    const {citations} = await citationsOf(root)
    expect(citations[0]).toMatchObject({exists: true, resolvedFrom: 'suffix', path: 'packages/x/src/deep.ts'})
    expect(citations[1]).toMatchObject({candidates: ['b/one.ts', 'c/one.ts']})
  })

  test('a spec that was renamed since is as old as it was', async () => {
    const root = cited({'src/a.ts': a}, `${NOTE}${'More words.\n'.repeat(20)}`)
    renameSync(join(root, SPEC), join(root, 'specs/renamed.md'))
    change(root, {'src/a.ts': undefined})
    renameSync(join(root, 'specs/renamed.md'), join(root, SPEC))
    commit(root, 'back')
    expect((await citationsOf(root)).citations[0]).toMatchObject({exists: true, commitFrom: 'spec'})
  })
})

describe('names that are hard on tools', () => {
  test.each(['src/with space.ts', 'src/"quoted".ts', "src/it's.ts", 'src/größe-日本.ts'])('%s', async path => {
    const root = cited({[path]: a}, `See [it](<../${path}#L3>) and [it](<../${path}#L99>).\n`)
    change(root, {[path]: `// one\n${a}`})
    const {citations} = await citationsOf(root)
    expect(citations.map(({exists, linesExist}) => [exists, linesExist])).toEqual([
      [true, true],
      [true, false],
    ])
    expect(citations[0]?.drift).toMatchObject({state: 'moved', lines: [{from: 4, to: 4}]})
  })

  test('a line break', async () => {
    const root = cited({'src/line\nbreak.ts': a}, 'See [it](<../src/line%0Abreak.ts#L3>).\n')
    change(root, {'src/line\nbreak.ts': `// one\n${a}`})
    const [citation] = (await citationsOf(root)).citations
    expect(citation).toMatchObject({exists: true, path: 'src/line\nbreak.ts', drift: {state: 'moved'}})
  })

  test.each([
    ['src/task.ts:3', ['src/tasks.ts:3']],
    ['src/Tasks.ts:3', ['src/tasks.ts:3']],
    ['src/tasks.ts:3', undefined],
    ['src/other.ts:3', undefined],
  ])('%s may mean a name much like it in its folder', async (path, near) => {
    const {citations} = await citationsOf(cited({'src/tasks.ts': a}, `See \`${path}\`.\n`))
    expect(citations[0]?.near).toEqual(near)
  })

  test('names that differ only by case', async () => {
    const root = cited(
      {'src/Case.ts': a, 'src/case.ts': lines('c', 5)},
      'See `src/Case.ts:12`, `src/case.ts:12`, `src/CASE.ts:1`.\n',
    )
    const {citations} = await citationsOf(root)
    expect(citations.map(({exists, linesExist}) => [exists, linesExist])).toEqual([
      [true, true],
      [true, false],
      [false, undefined],
    ])
  })
})

describe('an address on a forge', () => {
  const at = (commit: string, path: string) => `See [x](https://github.com/o/r/blob/${commit}/${path}).\n`

  test('of a commit of this repository is a citation of its file', async () => {
    const root = cited({'src/a.ts': a}, 'x\n')
    const commit = change(root, {'src/old.ts': a})
    change(root, {'src/old.ts': undefined})
    change(root, {
      [SPEC]: at(commit, 'src/old.ts#L3') + at(commit, 'src/old.ts#L99') + at(commit.slice(0, 10), 'src/never.ts#L1'),
    })
    const {citations} = await citationsOf(root)
    expect(
      citations.map(({form, kind, exists, linesExist, commitFrom}) => [form, kind, exists, linesExist, commitFrom]),
    ).toEqual([
      ['permalink', 'code', true, true, 'citation'],
      ['permalink', 'code', true, false, 'citation'],
      ['permalink', 'code', false, undefined, undefined],
    ])
  })

  test('means that commit alone', async () => {
    const root = cited({'src/a.ts': lines('a', 5)}, 'x\n')
    const commit = change(root, {'src/b.ts': 'b\n'})
    change(root, {'src/a.ts': a})
    change(root, {[SPEC]: `${at(commit, 'src/a.ts#L12')}See \`src/a.ts:12\`.\n`})
    const {citations} = await citationsOf(root)
    expect(citations.map(({linesExist}) => linesExist)).toEqual([false, true])
  })

  test('stays true when the code goes on', async () => {
    const root = cited({'src/a.ts': a}, 'x\n')
    const commit = change(root, {'src/b.ts': 'b\n'})
    const spec = `${at(commit, 'src/a.ts#L3')}\nSee \`src/a.ts:4\` at \`${commit.slice(0, 9)}\`.\n`
    change(root, {[SPEC]: spec})
    change(root, {'src/a.ts': `// one\n${a}`})
    const {citations} = await citationsOf(root)
    expect(citations.map(({drift}) => drift)).toEqual([
      {state: 'moved', same: true, lines: [{from: 4, to: 4}]},
      {state: 'moved', same: true, lines: [{from: 5, to: 5}]},
    ])
    expect(await messagesOf(root, spec)).toEqual([])
  })

  test('of any other commit is an address like others', async () => {
    const root = cited({'src/a.ts': a}, at('0123456789abcdef0123456789abcdef01234567', 'src/a.ts#L99'))
    expect((await citationsOf(root)).citations[0]).toMatchObject({
      kind: 'url',
      target: 'https://github.com/o/r/blob/0123456789abcdef0123456789abcdef01234567/src/a.ts',
      anchor: 'L99',
    })
  })
})

describe('a path that ends those of other files, too', () => {
  test('may mean one of them where it would be wrong of the one at the root: nothing is said', async () => {
    const code = {'package.json': lines('p', 5), 'lib/a/package.json': lines('l', 30)}
    const {citations} = await citationsOf(cited(code, 'See `package.json:3` and `package.json:20`.\n'))
    expect(citations[0]).toMatchObject({path: 'package.json', linesExist: true})
    expect(citations[1]).toMatchObject({path: 'package.json', exists: true})
    for (const fact of ['linesExist', 'candidates', 'drift']) expect(citations[1]).not.toHaveProperty(fact)
  })
})

test('of two states that have it right, the one before the document is meant where its commit changed the file', async () => {
  const root = cited({'src/a.ts': a}, 'x\n')
  const before = change(root, {'src/b.ts': 'b\n'})
  change(root, {'specs/2026-01-16-b.md': 'See `src/a.ts:3`.\n', 'src/a.ts': `// one\n${a}`})
  const workspace = await open(root)
  const {files} = await workspace.select(['specs/2026-01-16-b.md'])
  for await (const {citations} of citeFiles(files, {workspace}))
    expect(citations[0]).toMatchObject({commitFrom: 'spec-parent', commit: before, drift: {state: 'moved'}})
  await workspace.close()
})

describe('a short name', () => {
  const code = {'src/a/utils.ts': lines('a', 20), 'src/b/utils.ts': lines('b', 400)}

  test('that would be wrong of the file cited before may mean another one', async () => {
    const {citations} = await citationsOf(cited(code, 'See `src/a/utils.ts:3`. In b, `b300` (`utils.ts:300`).\n'))
    expect(citations[1]).toMatchObject({candidates: ['src/a/utils.ts', 'src/b/utils.ts']})
    expect(citations[1]).not.toHaveProperty('linesExist')
  })

  test('that is right of it means it', async () => {
    const {citations} = await citationsOf(cited(code, 'See `src/a/utils.ts:3` and `utils.ts:12`.\n'))
    expect(citations[1]).toMatchObject({path: 'src/a/utils.ts', resolvedFrom: 'context', linesExist: true})
  })
})

test('research above the root is there for all in the repository, and cannot be told of', async () => {
  const root = repository({
    'research/k.md': '# K\n',
    [`app/${SPEC}`]: 'See [k](../../research/k.md), [l](../../../l.md).\n',
  })
  const {citations, skipped} = await citationsOf(join(root, 'app'))
  expect(citations.map(({exists, gap}) => [exists, gap])).toEqual([
    [undefined, 'outside'],
    [undefined, 'outside'],
  ])
  expect(skipped.length).toBeGreaterThan(0)
})

test('the steps of a path without end are not followed', async () => {
  const root = repository({'src/a.ts': a, [SPEC]: `See [a](${'../'.repeat(100_000)}src/a.ts#L3).\n`})
  const {citations} = await citationsOf(root)
  expect(citations.map(({path, exists, gap}) => [path, exists, gap])).toEqual([['src/a.ts', true, undefined]])
})

describe('a workspace below the top of its repository', () => {
  const at = async (spec: string) => {
    const root = repository({'app/src/a.ts': a, 'lib/src/b.ts': a, [`app/${SPEC}`]: spec})
    return citationsOf(join(root, 'app'))
  }

  test('reaches the rest of the repository, and nothing beyond', async () => {
    const {citations, skipped} = await at(
      '[b](../../lib/src/b.ts#L3), `../../lib/src/b.ts:99`, [x](../../../x/y.ts#L3).\n',
    )
    expect(citations.map(({path, linesExist, gap}) => [path, linesExist, gap])).toEqual([
      ['../lib/src/b.ts', true, undefined],
      ['../lib/src/b.ts', false, undefined],
      [undefined, undefined, 'outside'],
    ])
    expect(skipped).toEqual([{check: 'source code', reason: expect.stringContaining('outside the repository')}])
  })
})

describe('what the place says', () => {
  const code = lines('a', 20, {5: 'export function parseTasks() {', 6: '  return 1', 7: '}', 15: 'run(parseTasks)'})
  const cite = async (spec: string) => (await citationsOf(cited({'src/a.ts': code}, spec))).citations[0]

  test.each([
    ['`parseTasks()` (`src/a.ts:5-7`)', 'lines'],
    ['`parseTasks()` (`src/a.ts:6`)', 'around'],
    ['`parseTasks()` (`src/a.ts:10`)', 'several'],
    ['`run()` (`src/a.ts:10`)', 'once'],
    ['`walk()` (`src/a.ts:10`)', 'nowhere'],
  ])('%s', async (spec, found) => {
    expect((await cite(`${spec}\n`))?.symbol).toMatchObject({found})
  })

  test('a name before it in the sentence makes the lines right, unless it has lines of its own', async () => {
    const found = async (spec: string) => (await cite(spec))?.symbol?.found
    expect(await found('`a10` is set and `run()` (`src/a.ts:10`) called.\n')).toBe('around')
    const swapped = '`parseTasks()` (`src/a.ts:15`) and `a10` (`src/a.ts:5`).\n'
    const {citations} = await citationsOf(cited({'src/a.ts': code}, swapped))
    expect(citations.map(({symbol}) => symbol?.found)).toEqual(['lines', 'once'])
  })

  test('of which of several ranges a name should stand in nothing is said', async () => {
    const citation = await cite('`run()` (`src/a.ts:9,12-13`)\n')
    expect(citation?.symbol).toMatchObject({found: 'once', elsewhere: true})
    expect(citation?.symbol).not.toHaveProperty('near')
  })

  test('lines that run backwards are none', async () => {
    expect((await cite('See `src/a.ts:10-3`.\n'))?.linesExist).toBe(false)
  })

  test('of a link whose words tell the lines', async () => {
    expect(await cite('See [`src/a.ts:40-44`](../src/a.ts).\n')).toMatchObject({form: 'link', linesExist: false})
  })

  test('a quotation, whatever its white space', async () => {
    const fence = '```ts\nexport function parseTasks() {\n    return 1\n}\n```\n'
    expect((await cite(`It is (\`src/a.ts:5-7\`):\n\n${fence}`))?.quote?.found).toBe('lines')
    expect((await cite(`It is (\`src/a.ts:1-3\`):\n\n${fence}`))?.quote).toMatchObject({
      found: 'once',
      near: ['src/a.ts:5-7'],
    })
    expect((await cite(`It is (\`src/a.ts:1-3\`):\n\n${fence.replace('1', '2')}`))?.quote?.found).toBe('nowhere')
  })

  test('of research too', async () => {
    const root = cited({'research/2026-01-10-r.md': '# R\n\nThe disks fill up in June.\n'}, 'x\n')
    change(root, {[SPEC]: '“The disks fill up” ([r](../research/2026-01-10-r.md#L1))\n'})
    expect((await citationsOf(root)).citations[0]?.quote).toMatchObject({
      found: 'once',
      near: ['../research/2026-01-10-r.md#L3'],
    })
  })
})
