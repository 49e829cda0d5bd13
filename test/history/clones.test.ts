import {chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {bareEnvironment, folder, git, repository} from '../support/folders.js'
import {change, citationsOf, cited, lines, messagesOf, open, put, SPEC} from './support.js'

const a = lines('a', 20)
const SEEN = 'See `src/a.ts:3`.\n'

/** A clone of a repository by git's own transport, with these options. */
function clone(root: string, ...options: string[]): string {
  git(root, 'config', 'uploadpack.allowFilter', 'true')
  git(root, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  const target = join(folder(), 'clone')
  git(folder(), 'clone', '--quiet', '--no-local', ...options, `file://${root}`, target)
  return target
}

/** A spec whose code HEAD has no more. */
function past(): string {
  const root = cited({'src/a.ts': a}, SEEN)
  change(root, {'src/a.ts': undefined, 'src/b.ts': 'b\n'})
  return root
}

describe('a shallow clone', () => {
  test('says once that the history is cut off, and accuses nobody of it', async () => {
    const root = clone(past(), '--depth', '1')
    const {citations, skipped} = await citationsOf(root)
    expect(citations[0]).toMatchObject({gap: 'shallow-clone'})
    expect(citations[0]).not.toHaveProperty('exists')
    expect(skipped).toHaveLength(1)
    expect(skipped[0]?.reason).toContain('shallow clone')
    expect(await messagesOf(root, SEEN)).toEqual([])
  })

  test('goes on with what is there', async () => {
    const root = cited({'src/a.ts': a}, SEEN)
    change(root, {'src/b.ts': 'b\n'})
    const {citations, skipped} = await citationsOf(clone(root, '--depth', '1'))
    expect(citations[0]).toMatchObject({exists: true, commitFrom: 'head'})
    expect(skipped).toEqual([])
  })
})

describe('a partial clone', () => {
  test.each(['blob:none', 'tree:0'])('%s: nothing is fetched, and nobody accused', async filter => {
    const root = clone(past(), `--filter=${filter}`)
    git(root, 'remote', 'set-url', 'origin', 'file:///nowhere')
    const {citations, skipped} = await citationsOf(root)
    const [citation] = citations
    expect(citation?.exists === false || citation?.linesExist === false).toBe(false)
    expect(skipped.length).toBeLessThan(2)
    // Without the contents it is still known that HEAD has the file no more.
    expect((await messagesOf(root, SEEN)).filter(each => !each.includes('drift'))).toEqual([])
  })

  test('follows a document through a rename with an edit, by the contents that are here', async () => {
    const long = `${SEEN}${'More words to know it by.\n'.repeat(30)}`
    const root = repository({'src/a.ts': a})
    change(root, {'specs/old.md': long})
    change(root, {'src/a.ts': undefined})
    change(root, {'specs/old.md': undefined, [SPEC]: `${long}One more line.\n`})
    const filtered = clone(root, '--filter=blob:limit=1m')
    expect((await citationsOf(filtered)).citations[0]).toMatchObject({exists: true, commitFrom: 'spec'})
  })
})

describe('other places of a repository', () => {
  test('a detached work tree', async () => {
    const root = past()
    const tree = join(folder(), 'tree')
    git(root, 'worktree', 'add', '--quiet', '--detach', tree, 'HEAD')
    expect((await citationsOf(tree)).citations[0]).toMatchObject({
      exists: true,
      commitFrom: 'spec',
      drift: {state: 'deleted'},
    })
  })

  test('a package of it, which cites from its own folder and from the top', async () => {
    const root = repository({'packages/p/src/a.ts': a, 'shared/b.ts': a})
    change(root, {[`packages/p/${SPEC}`]: 'See `src/a.ts:3` and `shared/b.ts:3`.\n'})
    const {citations} = await citationsOf(join(root, 'packages/p'))
    expect(citations.map(({exists, path}) => [exists, path])).toEqual([
      [true, 'src/a.ts'],
      [true, '../../shared/b.ts'],
    ])
  })

  test('a document that was deleted and brought back is as old as it was', async () => {
    const root = cited({'src/a.ts': a}, SEEN)
    change(root, {[SPEC]: undefined, 'src/a.ts': undefined})
    change(root, {[SPEC]: SEEN})
    expect((await citationsOf(root)).citations[0]).toMatchObject({exists: true, commitFrom: 'spec'})
  })

  test('no repository, and no git: told once, and the work tree acquits', async () => {
    const root = folder({[SPEC]: 'See `src/a.ts:3`, `src/b.ts:3` and `src/c.ts:3`.\n', 'src/a.ts': a})
    const plain = await citationsOf(root)
    expect(plain.citations.map(({exists, gap}) => exists ?? gap)).toEqual([true, 'no-repository', 'no-repository'])
    expect(plain.skipped).toHaveLength(1)
    const without = await citationsOf(cited({'src/a.ts': a}, SEEN), {env: {PATH: folder()}})
    expect(without.citations[0]).toMatchObject({exists: true, commitFrom: 'worktree'})
  })

  test('an unborn HEAD', async () => {
    const root = repository()
    put(root, {[SPEC]: 'See `src/a.ts:3` and `src/b.ts:3`.\n', 'src/a.ts': a})
    const {citations} = await citationsOf(root)
    expect(citations.map(({exists, commitFrom}) => [exists, commitFrom])).toEqual(
      [
        [true, 'worktree'],
        [false, undefined],
      ].filter(([exists]) => exists || citations.length > 1),
    )
  })
})

describe('research whose commit is gone', () => {
  const research = (commit: string) => `---\ngit_commit: ${commit}\n---\n\n# Research: R\n\nRead in \`src/a.ts:3\`.\n`
  const spec = 'By [research](../research/2026-01-10-r.md), see `src/a.ts:3`.\n'

  /** A branch that was squashed: the research names a commit of it. */
  function squashed(): {root: string; lost: string} {
    const root = repository({'README.md': 'r\n'})
    git(root, 'checkout', '--quiet', '-b', 'topic')
    const lost = change(root, {'src/a.ts': a})
    git(root, 'checkout', '--quiet', 'main')
    change(root, {'src/a.ts': a, 'src/b.ts': 'b\n'}, 'squashed')
    change(root, {'research/2026-01-10-r.md': research(lost), [SPEC]: spec})
    git(root, 'branch', '--quiet', '-D', 'topic')
    return {root, lost}
  }

  test('is anchored to the first commit that has the same content, while its objects are there', async () => {
    const {root, lost} = squashed()
    const {collectFacts} = await import('../../src/lint/index.js')
    const workspace = await open(root)
    const {sources} = await collectFacts(spec, {path: SPEC, workspace, kind: 'rfc'})
    await workspace.close()
    const anchor = git(root, 'rev-list', '--first-parent', '--reverse', 'HEAD').split('\n')[1]
    expect(sources[0]).toMatchObject({commit: lost, commitKnown: true, anchor, files: 1, changed: 0, gone: 0})
  })

  test('is a skipped check once they are gone', async () => {
    const {root, lost} = squashed()
    git(root, 'reflog', 'expire', '--expire=now', '--all')
    git(root, 'gc', '--quiet', '--prune=now')
    change(root, {'src/a.ts': undefined})
    change(root, {[SPEC]: `${spec}Also \`src/gone.ts:3\`.\n`})
    const {citations, skipped} = await citationsOf(root)
    expect(citations.map(({exists, gap}) => exists ?? gap)).toEqual([true, true, 'unknown-commit'])
    expect(skipped).toHaveLength(1)
    expect(skipped[0]?.reason).toContain(lost.slice(0, 10))
  })
})

describe('research that others cannot look up', () => {
  test('git ignores it: one note, whether it is there or not', async () => {
    const spec = '[a](../research/private/a.md) [b](../research/private/b.md) `research/private/c.md`\n'
    const root = cited({'.gitignore': 'research/private/\n'}, spec)
    put(root, {'research/private/a.md': '# A\n'})
    const {citations, skipped} = await citationsOf(root)
    expect(citations.map(({exists, gap}) => [exists, gap])).toEqual([
      [true, 'ignored'],
      [undefined, 'ignored'],
      [undefined, 'ignored'],
    ])
    expect(skipped).toHaveLength(1)
    expect(await messagesOf(root, spec)).toEqual([])
  })

  test('but a document of that name elsewhere tells where it went', async () => {
    const spec = '[c](../research/c.md)\n'
    const root = cited({'.gitignore': 'research/*.md\n', 'research/docs/c.md': '# C\n'}, spec)
    expect((await citationsOf(root)).citations[0]).toMatchObject({exists: false, moved: ['research/docs/c.md']})
  })

  test('and nothing is said of what stands in it', async () => {
    const spec = '[a](../research/private/a.md#nope) `research/private/a.md:900` (`research/private/a.md`, Section 9)\n'
    const root = cited({'.gitignore': 'research/private/\n'}, spec)
    put(root, {'research/private/a.md': '# A\n\n## 1. B\n'})
    expect(await messagesOf(root, spec)).toEqual([])
    const {citations} = await citationsOf(root)
    for (const {anchorExists, linesExist, headingExists} of citations)
      expect([anchorExists, linesExist, headingExists]).toEqual([undefined, undefined, undefined])
  })

  test('it lies behind a link that leads out, or nowhere', async () => {
    const root = cited({'src/a.ts': a}, '[a](../research/shared/a.md) [b](../research/lost/b.md)\n')
    mkdirSync(join(root, 'research'))
    symlinkSync(folder({'a.md': '# A\n'}), join(root, 'research/shared'))
    symlinkSync(join(root, 'nowhere'), join(root, 'research/lost'))
    const {citations, skipped} = await citationsOf(root)
    expect(citations.map(({exists, gap}) => [exists, gap])).toEqual([
      [undefined, 'link'],
      [undefined, 'link'],
    ])
    expect(skipped).toHaveLength(1)
  })
})

describe('the number of git processes', () => {
  /** An environment in which every start of git is noted. */
  function counting(): {env: NodeJS.ProcessEnv; starts: () => number} {
    const bin = folder()
    const notes = join(bin, 'starts')
    writeFileSync(notes, '')
    const real = git(bin, '--exec-path').trim()
    writeFileSync(join(bin, 'git'), `#!/bin/sh\necho x >> '${notes}'\nexec '${real}/git' "$@"\n`)
    chmodSync(join(bin, 'git'), 0o755)
    return {
      env: {...process.env, ...bareEnvironment(), PATH: `${bin}:${process.env.PATH}`},
      starts: () => readFileSync(notes, 'utf8').split('\n').length - 1,
    }
  }

  test('is six at the most for one spec, in every kind of clone', async () => {
    const root = past()
    const spec = `${SEEN}\n[r](../research/r.md) \`src/gone.ts:3\` \`research/none.md\`\n`
    change(root, {'research/r.md': '---\ngit_commit: 1234abc\n---\n\n# R\n', [SPEC]: spec})
    for (const place of [root, clone(root, '--depth', '1'), clone(root, '--filter=blob:none')]) {
      const {env, starts} = counting()
      await citationsOf(place, {env})
      expect(starts()).toBeGreaterThan(2)
      expect(starts()).toBeLessThan(7)
    }
  })

  test('is twelve at the most for a hundred and more', async () => {
    const files = Object.fromEntries(
      Array.from({length: 136}, (_, n) => [
        `specs/2026-01-15-${n}.md`,
        `See \`src/a.ts:${n % 20}\` and \`src/gone${n}.ts:3\`.\n`,
      ]),
    )
    const root = cited({'src/a.ts': a}, SEEN)
    change(root, files)
    change(root, {'src/a.ts': undefined, 'src/moved.ts': a})
    const {env, starts} = counting()
    const {lintFiles} = await import('../../src/lint/index.js')
    const workspace = await open(root, {env})
    const {summary} = await lintFiles([], {workspace})
    await workspace.close()
    expect(summary.files).toBe(137)
    expect(starts()).toBeLessThan(13)
  })
})
