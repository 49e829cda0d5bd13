import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {folder, git, repository} from '../support/folders.js'
import {change, citationsOf, cited, lines, open, put, SPEC} from './support.js'

const a = lines('a', 20)

/** Loses an object of a repository, as a broken disk does. */
function lose(root: string, name: string): void {
  const id = git(root, 'rev-parse', name).trim()
  rmSync(join(root, '.git/objects', id.slice(0, 2), id.slice(2)))
}

/** What became of the first citation, and what was skipped for it. */
async function told(root: string) {
  const {citations, skipped} = await citationsOf(root)
  return {first: citations[0], reasons: skipped.map(({reason}) => reason)}
}

describe('a repository that lacks objects', () => {
  test('accuses nobody of a file whose folder is lost, and says so once', async () => {
    const root = cited({'src/a.ts': a}, 'See `src/a.ts:3`.\n')
    change(root, {'src/a.ts': undefined, 'src/b.ts': 'b\n'})
    lose(root, 'HEAD~1:src')
    const {first, reasons} = await told(root)
    expect(first).not.toHaveProperty('exists')
    expect(reasons).toHaveLength(1)
  })

  test('nor of one whose content is lost', async () => {
    const root = cited({'src/a.ts': a}, 'See `src/a.ts:3`.\n')
    change(root, {'src/a.ts': undefined})
    lose(root, 'HEAD~1:src/a.ts')
    const {first} = await told(root)
    expect(first?.exists).not.toBe(false)
    expect(first?.linesExist).toBeUndefined()
  })

  test('nor of a short path, which no whole state can be searched for', async () => {
    const root = cited({'src/deep/a.ts': a}, 'See `deep/a.ts:3`.\n')
    change(root, {'src/deep/a.ts': undefined, 'src/b.ts': 'b\n'})
    lose(root, 'HEAD~1:src/deep')
    expect((await told(root)).first).not.toHaveProperty('exists')
  })

  test('follows renames by what is there', async () => {
    const long = `See \`src/a.ts:3\`.\n${'More words to know it by.\n'.repeat(30)}`
    const root = repository({'src/a.ts': a, 'other.md': 'x\n'.repeat(40)})
    change(root, {'specs/old.md': long})
    change(root, {'src/a.ts': undefined})
    change(root, {'specs/old.md': undefined, 'other.md': undefined, [SPEC]: `${long}One more line.\n`})
    lose(root, 'HEAD~1:other.md')
    const {first} = await told(root)
    expect(first?.exists).not.toBe(false)
  })

  test('tells how long a status has been there as far as its texts are', async () => {
    const spec = (status: string, more = '') =>
      `# A Technical Design Document / RFC\n\n| Document Metadata | Details |\n| --- | --- |\n| Status | ${status} |\n\n## 1. Executive Summary\n\nWords.\n${more}`
    const root = repository({[SPEC]: spec('Draft (WIP)')})
    change(root, {[SPEC]: spec('Approved')})
    change(root, {[SPEC]: spec('Approved', 'More.\n')})
    lose(root, `HEAD~1:${SPEC}`)
    const workspace = await open(root)
    const {collectFacts} = await import('../../src/lint/index.js')
    const facts = await collectFacts(spec('Approved', 'More.\n'), {path: SPEC, workspace, kind: 'rfc'})
    await workspace.close()
    expect(facts.approval).toMatchObject({gap: expect.any(String)})
    expect(facts.approval).not.toHaveProperty('changes')
  })

  test('cannot be told in what its index names', async () => {
    const root = cited({'src/a.ts': a}, 'See `src/a.ts:3`.\n')
    put(root, {[SPEC]: 'Staged: `src/a.ts:3`.\n'})
    git(root, 'add', '--all')
    lose(root, `:${SPEC}`)
    const workspace = await open(root, {staged: true})
    expect(await workspace.read(SPEC)).toMatchObject({
      ok: false,
      code: 'unreadable',
      reason: 'The file is in the index, and not in this clone',
    })
    await workspace.close()
  })
})

describe('a clone that has only some of the objects', () => {
  test('finds which of several documents a new one was made of', async () => {
    const long = (word: string) => `See \`src/a.ts:3\`.\n${`More words about ${word}.\n`.repeat(30)}`
    const root = repository({'src/a.ts': a})
    change(root, {'specs/one.md': long('one'), 'specs/two.md': long('two')})
    change(root, {'src/a.ts': undefined})
    change(root, {'specs/one.md': undefined, 'specs/two.md': undefined, [SPEC]: `${long('two')}One more line.\n`})
    git(root, 'config', 'uploadpack.allowFilter', 'true')
    const target = join(folder(), 'clone')
    git(folder(), 'clone', '--quiet', '--no-local', '--filter=blob:limit=1m', `file://${root}`, target)
    expect((await told(target)).first).toMatchObject({exists: true, commitFrom: 'spec'})
  })
})

describe('the index in place of the work tree', () => {
  test('has limits, too', async () => {
    const root = repository({[SPEC]: 'x'.repeat(2000), 'specs/b.md': 'b\n'})
    const workspace = await open(root, {staged: true, limits: {bytes: 1000}})
    expect(await workspace.read(SPEC)).toMatchObject({ok: false, code: 'too-large'})
    expect(await workspace.read('specs')).toMatchObject({ok: false, code: 'folder'})
    await workspace.close()
  })
})
