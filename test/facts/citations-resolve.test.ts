import {describe, expect, test} from 'vitest'
import {collectCitations, questionsOfCitations, resolveCitations} from '../../src/facts/citations/index.js'
import type {Citation} from '../../src/facts/types.js'
import {linesOf, parse} from '../../src/markdown/index.js'
import type {World} from '../../src/workspace/index.js'
import {cite} from '../support/citations.js'

const files = {
  'research/docs/2026-01-01-disks.md':
    '# Disks\n\n## 1.2 Growth\n\n## Growth & cost\n\n## ⚠️ Limits\n\n<a id="By-Hand"></a>\n',
  'research/Case.md': '# C\n',
  'research/fig.png': '',
  'research/twice.md': '# 1\n',
  'research/docs/twice.md': '# 2\n',
  'specs/b.md': '# B\n\n## Goals\n',
  'specs/research/near.md': '# N\n',
  'README.md': '# R\n',
  'src/a.ts': 'x\n',
}

async function one(text: string, path?: string): Promise<Citation | undefined> {
  const {citations} = await cite(text, files, path)
  expect(citations.length).toBeLessThan(2)
  return citations[0]
}

describe('what resolves', () => {
  test.each([
    ['[x](../research/Case.md)', 'file', 'research/Case.md'],
    ['[x](./b.md)', 'file', 'specs/b.md'],
    ['[x](research/Case.md)', 'root', 'research/Case.md'],
    ['[x](/research/Case.md)', 'root', 'research/Case.md'],
    ['[x](research/near.md)', 'file', 'specs/research/near.md'],
    ['[x](../research/docs/)', 'file', 'research/docs'],
    ['[x](../research/%43ase.md?plain=1)', 'file', 'research/Case.md'],
    ['[x](%2E%2E/research/Case.md)', 'file', 'research/Case.md'],
    ['![x](../research/fig.png)', 'file', 'research/fig.png'],
    ['[x](../src/a.ts#L1)', 'file', 'src/a.ts'],
    ['`research/Case.md`', 'root', 'research/Case.md'],
    ['`/research/Case.md`', 'root', 'research/Case.md'],
    ['`../research/Case.md`', 'file', 'research/Case.md'],
    ['`research/docs`', 'root', 'research/docs'],
    ['`b.md`', 'file', 'specs/b.md'],
    ['`2026-01-01-disks.md`', 'name', 'research/docs/2026-01-01-disks.md'],
  ])('%s', async (text, resolvedFrom, path) => {
    expect(await one(text)).toMatchObject({resolvedFrom, path, exists: true})
  })

  test('the document itself, though it is not saved', async () => {
    expect(await one('[x](a.md#nope)\n\n# Yes')).toMatchObject({exists: true, anchorExists: false, path: 'specs/a.md'})
  })

  test('seen from other folders', async () => {
    expect(await one('[x](../../research/Case.md)', 'specs/sub/a.md')).toMatchObject({resolvedFrom: 'file'})
    expect(await one('[x](research/Case.md)', 'a.md')).toMatchObject({resolvedFrom: 'file'})
  })
})

describe('what does not', () => {
  test.each([
    ['[x](../research/gone.md)', ['research/gone.md']],
    ['[x](research/gone.md)', ['specs/research/gone.md', 'research/gone.md']],
    ['[x](../../research/Case.md)', ['../research/Case.md']],
    ['[x](../research/case.md)', ['research/case.md']],
    ['[x](../research/docs/../gone.md)', ['research/gone.md']],
    ['`research/gone.md`', ['specs/research/gone.md', 'research/gone.md']],
    ['`../../research/Case.md`', ['../research/Case.md']],
    ['[x](../research/Case.md%00)', ['research/Case.md\0']],
  ])('%s', async (text, tried) => {
    const citation = await one(text)
    expect(citation).toMatchObject({kind: 'research', exists: false, tried})
    expect(citation).not.toHaveProperty('path')
    expect(citation).not.toHaveProperty('resolvedFrom')
  })

  test('a bare name that no document bears, or more than one, is no citation', async () => {
    expect(await one('`gone.md`')).toBeUndefined()
    expect(await one('`twice.md`')).toBeUndefined()
  })

  test('a path of source code is a citation where it resolves, or where it names folder, file and lines', async () => {
    expect(await one('`README.md`')).toMatchObject({kind: 'code', document: true, path: 'README.md'})
    expect(await one('`src/a.ts`')).toMatchObject({kind: 'code', document: false, path: 'src/a.ts'})
    expect(await one('`src/gone.ts`')).toBeUndefined()
    expect(await one('`gone.ts:3`')).toBeUndefined()
    expect(await one('`src/gone.ts:3`')).toMatchObject({kind: 'code', target: 'src/gone.ts', lines: [{from: 3, to: 3}]})
  })

  test('around a document outside the workspace nothing is known', async () => {
    const citation = await one('[x](../research/gone.md)', '/elsewhere/specs/a.md')
    expect(citation).not.toHaveProperty('exists')
  })
})

describe('did you mean', () => {
  test.each([
    ['[x](../research/2026-01-01-disks.md)', ['../research/docs/2026-01-01-disks.md']],
    ['[x](../reserach/docs/2026-01-01-disks.md)', ['../research/docs/2026-01-01-disks.md']],
    ['`research/2026-01-01-disks.md:3`', ['research/docs/2026-01-01-disks.md']],
    ['[x](../research/twice2/twice.md)', ['../research/docs/twice.md', '../research/twice.md']],
  ])('moved: %s', async (text, near) => {
    const citation = await one(text)
    expect(citation).toMatchObject({kind: 'research', exists: false, near})
    expect(citation?.moved).toEqual(near.map(path => path.replace('../', '')))
  })

  test.each([
    ['[x](../research/case.md)', ['../research/Case.md']],
    ['[x](../research/disks.md)', ['../research/docs/2026-01-01-disks.md']],
    ['[x](../research/docs/2026-01-02-disks.md)', ['../research/docs/2026-01-01-disks.md']],
    ['`research/docs/2026-01-01-disk.md`', ['research/docs/2026-01-01-disks.md']],
  ])('much alike: %s', async (text, near) => {
    const citation = await one(text)
    expect(citation).toMatchObject({exists: false, near})
    expect(citation).not.toHaveProperty('moved')
  })

  test('the way from the document, where a link resolves from the root only', async () => {
    expect(await one('[x](research/Case.md)')).toMatchObject({near: ['../research/Case.md']})
    expect(await one('[x](/research/Case.md)')).not.toHaveProperty('near')
    expect(await one('`research/Case.md`')).not.toHaveProperty('near')
  })
})

describe('anchors', () => {
  const disks = '../research/docs/2026-01-01-disks.md'
  test.each([
    '12-growth',
    '12-Growth',
    'growth--cost',
    '️-limits',
    '%EF%B8%8F-limits',
    'by-hand',
    'top',
    'user-content-growth--cost',
    'growth--cost:~:text=x',
  ])('#%s is there', async anchor => {
    expect(await one(`[x](${disks}#${anchor})`)).toMatchObject({anchor, anchorExists: true})
  })

  test.each([
    ['growth', ['12-growth', 'growth--cost']],
    ['13-growth', ['12-growth']],
    ['growth-cost', ['growth--cost']],
    ['zebra', undefined],
  ])('#%s is not', async (anchor, near) => {
    const citation = await one(`[x](${disks}#${anchor})`)
    expect(citation).toMatchObject({anchorExists: false})
    expect(citation?.anchorNear).toEqual(near)
  })

  test('in a code span, and of the document itself', async () => {
    expect(await one('`research/docs/2026-01-01-disks.md#nope`')).toMatchObject({anchorExists: false})
    expect(await one('# Here\n\n[x](#here)')).toMatchObject({kind: 'self', path: 'specs/a.md', anchorExists: true})
    expect(await one('# Here\n\n[x](#there)')).toMatchObject({kind: 'self', anchorExists: false})
  })

  test('of what is missing, and of source code, nothing is said', async () => {
    expect(await one('[x](../research/gone.md#a)')).not.toHaveProperty('anchorExists')
    expect(await one('[x](../README.md#nope)')).not.toHaveProperty('anchorExists')
  })
})

describe('lines', () => {
  test.each([
    [':1', true],
    [':9', true],
    [':10', false],
    [':1,3-10', false],
    [':0', false],
    ['#L9', true],
    ['#L5-L10', false],
  ])('%s', async (suffix, linesExist) => {
    expect(await one(`\`research/docs/2026-01-01-disks.md${suffix}\``)).toMatchObject({linesExist, lineCount: 9})
  })

  test('by a bare name, and of the document itself', async () => {
    expect(await one('`2026-01-01-disks.md:99`')).toMatchObject({
      resolvedFrom: 'name',
      path: 'research/docs/2026-01-01-disks.md',
    })
    expect(await one('[x](#L2)\n')).toMatchObject({kind: 'self', linesExist: false, lineCount: 1})
  })
})

describe('the world', () => {
  const text =
    '[x](../research/x.md#a) `research/x.md:3` `research/y.md` `z.md#b` [w](https://example.org) [s](#s) [c](../src/c.ts#L3)'
  const context = {
    path: 'specs/a.md',
    folders: {research: ['research'], specs: ['specs']},
    lines: linesOf(text),
    sectionAt: () => undefined,
  }
  const drafts = collectCitations({...context, tree: parse(text), text})

  test('is asked for each path once, and for no more than is needed', () => {
    expect(questionsOfCitations(drafts, context)).toEqual([
      {path: 'research/x.md', anchors: true, lines: true, code: true, shared: true},
      {path: 'specs/research/x.md', lines: true, code: true, shared: true},
      {path: 'specs/research/y.md', code: true, shared: true},
      {path: 'research/y.md', code: true, shared: true},
      {path: 'specs/z.md', anchors: true},
      {path: 'z.md', abroad: true},
      {path: 'research/z.md', anchors: true},
    ])
  })

  test('is not taken to lack what it does not tell', () => {
    const world: World = {specs: [], research: [], entries: new Map([['research/x.md', {type: 'unreadable'}]])}
    const citations = resolveCitations(drafts, world, context)
    const asked = citations.filter(({kind}) => kind !== 'self')
    expect(asked.map(({target, exists}) => [target, exists])).toEqual([
      ['../research/x.md', undefined],
      ['research/x.md', undefined],
      ['research/y.md', undefined],
      ['https://example.org', undefined],
      ['../src/c.ts', undefined],
    ])
  })
})
