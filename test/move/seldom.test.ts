import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {mayName} from '../../src/move/names.js'
import {placeOf} from '../../src/move/route.js'
import {spec} from '../cli/support.js'
import {folder, repository} from '../support/folders.js'

const text = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

test('places are of the root, or by themselves', () => {
  expect(placeOf('/r', 'specs/a.md')).toBe('r/specs/a.md')
  expect(placeOf('/r', '/other/a.md')).toBe('other/a.md')
  expect(placeOf('C:\\r', 'specs/a.md')).toBe('C:/r/specs/a.md')
})

test('a name may be written in many ways', () => {
  const may = mayName(['specs/2026-01-02-a_b.md'])
  expect(may('2026-01-02-a\\_b.md')).toBe(true)
  expect(may('2026%2D01-02-a&#95;b.md')).toBe(true)
  expect(may('2026-01-03-a_b.md')).toBe(false)
})

describe('spec mv', () => {
  test('follows shortened paths of other files, escaped words and roundabout ways', async () => {
    const root = repository({
      'docs/team/guide.md': '# Guide\n',
      'specs/a.md': '# A\n\nSee `team/guide.md`, and a\\_b.md.\n\n[x](../specs/a_b.md)\n',
      'specs/a_b.md': '# B\n',
      'specs/deep/c.md': '# C\n\n[b](../../specs/a_b.md) [b](../a_b.md)\n',
    })
    expect((await spec(root, ['mv', 'docs/team/guide.md', 'docs/staff/manual.md'])).status).toBe(0)
    expect(text(root, 'specs/a.md')).toContain('`staff/manual.md`')
    expect((await spec(root, ['mv', 'specs/a_b.md', 'specs/old_b.md'])).status).toBe(0)
    expect(text(root, 'specs/a.md')).toContain('[x](../specs/old_b.md)')
    expect(text(root, 'specs/deep/c.md')).toContain('[b](../../specs/old_b.md) [b](../old_b.md)')
    expect((await spec(root, ['mv', 'specs/old_b.md', 'archive/old_b.md'])).status).toBe(0)
    expect(text(root, 'specs/deep/c.md')).toContain('[b](../../archive/old_b.md)')
  })

  test('reads documents outside, and writes nothing there', async () => {
    const around = folder({
      'notes/n.md': '# N\n\n[a](../work/specs/a.md)\n',
      'notes/bad.md': Uint8Array.of(0xff),
      'work/spec.config.yaml': 'research:\n  - {path: ../notes, outside: true}\n',
      'work/specs/a.md': '# A\n\n[n](../../notes/n.md)\n',
    })
    const root = join(around, 'work')
    const {status, stderr} = await spec(root, ['mv', 'specs/a.md', 'specs/b.md'])
    expect(status).toBe(0)
    expect(text(around, 'notes/n.md')).toContain('../work/specs/a.md')
    expect(stderr).not.toContain('bad.md')
    expect(text(root, 'specs/b.md')).toContain('(../../notes/n.md)')
  })

  test('leaves what leads nowhere alone where it would lead somewhere', async () => {
    const root = folder({'specs/a.md': '# A\n\n[x](b.md) and [y](gone.md)\n', 'archive/b.md': '# B\n'})
    expect((await spec(root, ['mv', 'specs/a.md', 'archive/a.md'])).status).toBe(0)
    expect(text(root, 'archive/a.md')).toContain('(b.md)')
  })

  test('refuses a document that cannot be read', async () => {
    const root = folder({'specs/a.md': Uint8Array.of(0xff)})
    expect((await spec(root, ['mv', 'specs/a.md', 'specs/b.md'])).status).toBe(2)
  })
})
