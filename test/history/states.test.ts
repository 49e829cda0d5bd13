import {mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {commit, folder, git, repository} from '../support/folders.js'
import {change, citationsOf, lines, open, put, SPEC} from './support.js'

const a = lines('a', 20)

/** A repository in which code lies behind links, and a spec that cites it there, all of one commit that HEAD has taken back. */
function linked(links: Record<string, string>, spec: string): string {
  const root = repository({'src/a.ts': a, [SPEC]: spec})
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path))
  commit(root, 'links')
  change(root, Object.fromEntries(Object.keys(links).map(path => [path, undefined])))
  return root
}

const first = async (root: string) => (await citationsOf(root)).citations[0]

describe('links of an earlier state', () => {
  const told = async (links: Record<string, string>, path: string) => {
    const root = linked(links, 'Later.\n')
    const [at] = git(root, 'rev-parse', 'HEAD~1').split('\n')
    put(root, {[SPEC]: `See \`${path}:3\` at ${at}.\n`})
    return first(root)
  }

  test('lead to files of the repository', async () => {
    const link = {exists: true, linesExist: true, commitFrom: 'citation'}
    expect(await told({code: 'src'}, 'code/a.ts')).toMatchObject(link)
    expect(await told({'src/code': '../src/.'}, 'src/code/a.ts')).toMatchObject(link)
    expect(await told({one: 'two', two: 'src'}, 'one/a.ts')).toMatchObject(link)
  })

  test('out of it, or in a circle, are not followed', async () => {
    expect(await told({code: '/etc'}, 'code/a.ts')).toMatchObject({gap: 'link'})
    expect(await told({code: '../../x'}, 'code/a.ts')).toMatchObject({gap: 'link'})
    expect(await told({one: 'two', two: 'one'}, 'one/a.ts')).toMatchObject({gap: 'link'})
  })

  test('to files are no folders', async () => {
    expect(await told({'src/b.ts': 'a.ts'}, 'src/b.ts/c.ts')).toMatchObject({exists: false})
  })
})

describe('links of the work tree', () => {
  test('out of the repository are not followed', async () => {
    const root = repository({'src/a.ts': a, [SPEC]: 'See `code/x.ts:3`.\n'})
    symlinkSync(folder({'x.ts': a}), join(root, 'code'))
    expect(await first(root)).toMatchObject({gap: 'link'})
  })
})

describe('submodules', () => {
  test('are folders, and what lies in them is another repository’s', async () => {
    const root = repository({[SPEC]: 'See `vendor/lib/x.ts:3`, and `vendor/lib/`.\n'})
    const other = git(repository({'x.ts': a}), 'rev-parse', 'HEAD').trim()
    git(root, 'update-index', '--add', '--cacheinfo', `160000,${other},vendor/lib`)
    git(root, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '--quiet', '--message', 'lib')
    mkdirSync(join(root, 'vendor/lib'), {recursive: true})
    const {citations} = await citationsOf(root)
    expect(citations[0]).toMatchObject({gap: 'submodule'})
    expect(citations[1]?.exists).not.toBe(false)
  })
})

describe('a repository of the longer names', () => {
  const root = () => {
    const top = folder({'src/a.ts': a, [SPEC]: 'Before.\n\nSee `src/a.ts:3`.\n'})
    git(top, 'init', '--quiet', '--initial-branch=main', '--object-format=sha256')
    commit(top, 'first')
    return top
  }

  test('tells the same', async () => {
    const top = root()
    expect(await first(top)).toMatchObject({exists: true, linesExist: true, drift: {state: 'unchanged'}})
    change(top, {'src/a.ts': `// new\n${a}`})
    expect(await first(top)).toMatchObject({exists: true, drift: {state: 'moved'}})
    // Not saved yet: no commit has that line.
    put(top, {[SPEC]: 'Before.\n\nSee, too, `src/a.ts:3`.\n'})
    expect(await first(top)).toMatchObject({exists: true})
  })
})

describe('research of an earlier state', () => {
  const research = (commitId: string, text: string) => `---\ngit_commit: ${commitId}\n---\n\n# Research\n\n${text}\n`
  const sourceOf = async (root: string, spec = 'See [r](../research/r.md).\n') => {
    put(root, {[SPEC]: spec})
    const workspace = await open(root)
    const {collectFacts} = await import('../../src/lint/index.js')
    const {sources} = await collectFacts(spec, {path: SPEC, workspace, kind: 'rfc'})
    await workspace.close()
    return sources[0]
  }

  test('tells how many of its files went, changed or have another name', async () => {
    const root = repository({'src/a.ts': a, 'src/b.ts': lines('b', 20), 'src/c.ts': lines('c', 20), 'src/d.ts': 'd\n'})
    const at = git(root, 'rev-parse', 'HEAD').trim()
    change(root, {
      'src/a.ts': undefined,
      'src/moved.ts': a,
      'src/b.ts': undefined,
      'src/c.ts': lines('x', 20),
      'research/r.md': research(at, '`src/a.ts`, `src/b.ts`, `src/c.ts`, `src/d.ts`, `vendor/none.ts`'),
    })
    expect(await sourceOf(root)).toMatchObject({files: 4, gone: 1, renamed: 1, changed: 1, driftShare: 50})
  })

  test('says nothing of what it does not know', async () => {
    const root = repository({'src/a.ts': a, 'research/r.md': research('abcdef1234', '`src/a.ts`')})
    const source = await sourceOf(root)
    expect(source).toMatchObject({commit: 'abcdef1234', commitKnown: false})
    expect(source).not.toHaveProperty('files')
  })

  test('is found again where its commit was squashed away, unless it names no file', async () => {
    const root = repository({'README.md': '# R\n'})
    git(root, 'checkout', '--quiet', '-b', 'side')
    const side = change(root, {'src/a.ts': a})
    git(root, 'checkout', '--quiet', 'main')
    const squashed = change(root, {'src/a.ts': a, 'README.md': '# S\n'})
    change(root, {'research/r.md': research(side, '`src/a.ts`')})
    expect(await sourceOf(root)).toMatchObject({commitReachable: false, anchor: squashed})
    change(root, {'research/r.md': research(side, 'Nothing.')})
    const source = await sourceOf(root)
    expect(source).toMatchObject({commitReachable: false})
    expect(source).not.toHaveProperty('anchor')
  })
})
