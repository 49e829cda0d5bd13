import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {openWorkspace} from '../../src/workspace/index.js'
import {folder} from '../support/folders.js'

async function seen(files: Record<string, string>, raw: Record<string, Uint8Array> = {}) {
  const root = folder(files)
  for (const [path, bytes] of Object.entries(raw)) writeFileSync(join(root, path), bytes)
  const workspace = await openWorkspace({root, cwd: root})
  const {surroundings} = await workspace.look([], {surroundings: true})
  await workspace.close()
  return surroundings
}

test('of research its frontmatter and its title, of specs what stands before the first section', async () => {
  const found = await seen({
    'research/a.md': '---\ndate: 2026-01-02\ntopic: Sorting\n---\n\n# Research: Parcels\n\n## One\n\n# Two\n',
    'specs/b.md': '# B\n\n| Status | Draft |\n\n## 1. Executive Summary\n\nWords\n',
  })
  expect(found?.research).toEqual([
    {path: 'research/a.md', topic: 'Sorting', title: 'Research: Parcels', date: '2026-01-02', tags: []},
  ])
  expect([...(found?.specs ?? [])]).toEqual([['specs/b.md', '# B\n\n| Status | Draft |\n\n']])
})

// Nothing is told by how much of a file is read at once.
test.each([1, 4090, 4093, 4094, 4095, 4096, 4097, 9000, 70_000])('a beginning of %i signs and more', async length => {
  const words = `${'é'.repeat(100)}\n`.repeat(Math.ceil(length / 101)).slice(0, length)
  const head = `# B\n\n${words}\n\n`
  const found = await seen({
    'specs/b.md': `${head}## 1. Executive Summary\n`,
    'specs/c.md': head,
    'research/a.md': `---\nnote: ${'é'.repeat(length)}\ntopic: Sorting\n---\n\n# A\n`,
  })
  expect(found?.specs.get('specs/b.md')).toBe(head)
  expect(found?.specs.get('specs/c.md')).toBe(head)
  expect(found?.research[0]?.topic).toBe(length > 65_000 ? 'A' : 'Sorting')
})

test('what is empty or no UTF-8 says nothing', async () => {
  const found = await seen(
    {'specs/b.md': '', 'research/a.md': ''},
    {'specs/c.md': Uint8Array.of(0xff, 0x0a), 'research/d.md': Uint8Array.of(0x23, 0xff)},
  )
  expect([...(found?.specs ?? [])]).toEqual([
    ['specs/b.md', ''],
    ['specs/c.md', ''],
  ])
  expect(found?.research.map(({path}) => path)).toEqual(['research/a.md'])
})

test('what is too deep says nothing', async () => {
  const deep = `A\n===\n\n${'> '.repeat(150)}B\n===\n`
  const found = await seen({'research/a.md': deep, 'research/b.md': '# B\n'})
  expect(found?.research.map(({path}) => path)).toEqual(['research/b.md'])
})
