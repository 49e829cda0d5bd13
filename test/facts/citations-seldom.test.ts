import {describe, expect, test} from 'vitest'
import {quotationIn} from '../../src/facts/citations/beside/quotation.js'
import {headingsIn} from '../../src/facts/citations/headings.js'
import {permalinkIn} from '../../src/facts/citations/permalink.js'
import {neighboursOf} from '../../src/facts/citations/section-references/neighbours.js'
import type {CitationDraft} from '../../src/facts/citations/types.js'
import type {Citation} from '../../src/facts/types.js'
import {cite, textAt} from '../support/citations.js'

const files = {
  'research/2026-01-01-disks.md': '# Disks\n\n## Growth\n\nThe disks grow by half every year.\n\n**Costs:** none\n',
  'specs/b.md': '# B\n\n## Goals\n\nGoals are few.\n',
  'src/a.ts': 'export const one = 1\nexport const two = 2\nexport const three = 3\n',
}

async function told(text: string, path?: string, more: Record<string, string> = {}): Promise<Citation[]> {
  return (await cite(text, {...files, ...more}, path)).citations
}

describe('no citations are', () => {
  test.each([
    ['images of their own text', '![x](data:image/png;base64,AA)'],
    ['addresses of people by a label', '[x][m]\n\n[m]: mailto:ada@example.org'],
    ['names of sections that are blank', 'Section " " and § “ ”'],
  ])('%s', async (_, text) => {
    expect(await told(text)).toEqual([])
  })

  test('paths out of nowhere: of what lies around a document outside nothing is known', async () => {
    expect(await told('[x](../../../*.ts)', '/elsewhere/a.md')).toEqual([])
    expect(await told('[x](src/a.ts)', '/elsewhere/a.md')).toMatchObject([{path: 'src/a.ts', exists: true}])
  })
})

describe('paths', () => {
  test('in code within a table are marked as they are written', async () => {
    const text = '| File | Use |\n| - | - |\n| `src/a.ts#x\\|y` | none |\n'
    const [citation] = await told(text)
    expect(citation).toMatchObject({form: 'code-span', path: 'src/a.ts'})
    expect(textAt(text, citation?.targetPosition)).toBe('src/a.ts#x\\|y')
  })

  test('out of the root are no documents that a section may be of', async () => {
    const config = 'research: [research, {path: ../notes, outside: true}]\n'
    const text = 'As [r](../../notes/2026-01-01-r.md) tells (research §3).'
    const citations = await told(text, undefined, {'spec.config.yaml': config})
    expect(citations).toMatchObject([
      {form: 'link', kind: 'research', gap: 'not-here'},
      {form: 'section-reference', heading: '3', target: '../../notes/2026-01-01-r.md'},
    ])
    expect(citations[1]).not.toHaveProperty('headingExists')
  })

  test('without a folder may be of the folder of research that is not here', async () => {
    const config = 'research:\n  - research\n  - {path: notes, untracked: true}\n'
    expect(await told('`of-mine.md`', undefined, {'spec.config.yaml': config})).toEqual([])
  })
})

describe('what a label means', () => {
  test('is told at each use, its anchor and lines too', async () => {
    const citations = await told('[R1] and [R1]\n\n[R1]: b.md#goals')
    expect(citations).toMatchObject([
      {anchor: 'goals', anchorExists: true},
      {anchor: 'goals', path: 'specs/b.md'},
    ])
    expect(citations[1]).not.toHaveProperty('anchorExists')
  })

  test('is no citation where its definition is none', async () => {
    expect(await told('[R1] and [R1]\n\n[R1]: ../src/*.ts')).toEqual([])
  })

  test('of an image is what it says instead', async () => {
    expect(await told('![a *b*][r]\n\n[r]: b.md')).toMatchObject([
      {form: 'reference-link', label: 'a b', path: 'specs/b.md'},
    ])
  })
})

describe('lines of documents', () => {
  test('that run backwards are told as that', async () => {
    expect(await told('[x](b.md:5-3)')).toMatchObject([{linesExist: false, linesReversed: true, lineCount: 5}])
  })

  test('are held against what is quoted, where that is long enough', async () => {
    const quoted = (words: string, lines: string) => told(`"${words}" (\`research/2026-01-01-disks.md:${lines}\`)`)
    expect(await quoted('The disks grow by half every year.', '5')).toMatchObject([{quote: {found: 'lines'}}])
    const [one] = await quoted('The disks grow by half every year.', '1')
    expect(one?.quote).toMatchObject({found: 'once', near: ['research/2026-01-01-disks.md:5']})
    const [several] = await quoted('The disks grow by half every year.', '1,3')
    expect(several?.quote).toMatchObject({found: 'once'})
    expect(several?.quote).not.toHaveProperty('near')
    expect((await quoted('… [...] …', '1'))[0]).not.toHaveProperty('quote')
  })

  test('of source code, too', async () => {
    const [one] = await told('"export const three = 3" (`src/a.ts:1`)')
    expect(one?.quote).toMatchObject({found: 'once', near: ['src/a.ts:3']})
    const [several] = await told('"export const three = 3" (`src/a.ts:1,2`)')
    expect(several?.quote).toMatchObject({found: 'once'})
    expect(several?.quote).not.toHaveProperty('near')
  })

  test('of a missing file at the root have no folder that is missing', async () => {
    expect(await told('[x](missing.ts#L3)', 'a.md')).toMatchObject([{exists: false, folderExists: false}])
  })
})

describe('words that are quoted', () => {
  test('may begin with a letter that has no capital of its length', () => {
    expect(quotationIn({text: 'ßa is one letter\n'}, 'ßa is one letter', [{from: 1, to: 1}])).toEqual({found: 'lines'})
  })
})

describe('addresses of forges', () => {
  const azure = (query: string) => permalinkIn(`https://dev.azure.com/o/p/_git/r?${query}`)

  test('name a commit, a path and lines, or are none of a file at a commit', () => {
    expect(azure('path=/src/a.ts&version=GCabc1234&line=3')).toEqual({
      commit: 'abc1234',
      path: 'src/a.ts',
      lines: [{from: 3, to: 3}],
    })
    expect(azure('path=/src/a.ts&version=GCabc1234')).toEqual({commit: 'abc1234', path: 'src/a.ts'})
    expect(azure('path=/src/a.ts')).toBeUndefined()
    expect(azure('path=/src/a.ts&version=GBmain')).toBeUndefined()
    expect(azure('path=/&version=GCabc1234')).toBeUndefined()
    expect(azure('version=GCabc1234')).toBeUndefined()
  })

  test('of the whole repository are addresses and no more', async () => {
    const url = 'https://github.com/o/r/blob/abc1234/.'
    expect(await told(`[x](${url})`)).toMatchObject([{kind: 'url', target: url}])
  })
})

describe('sections', () => {
  test('are known by words, and by none where there are none', () => {
    const {tell} = headingsIn([{text: 'Growth', level: 2, line: 3}])
    expect(tell('growth', () => true)).toEqual({headingExists: true})
    expect(tell('Grwth', () => true)).toEqual({headingExists: false, headingNear: ['Growth']})
    expect(tell('**', () => false)).toEqual({headingExists: false})
  })

  test('of a document that lies outside are not looked for', async () => {
    const [outside, section] = await told('See [x](../../out.md), Section 3.')
    expect(outside).toMatchObject({target: '../../out.md'})
    expect(section?.headingExists).toBeUndefined()
  })

  test('citations around one are sought among the few before it', () => {
    const draft = (from: number, to: number) =>
      ({position: {start: {offset: from}, end: {offset: to}}}) as unknown as CitationDraft
    const [first, link, inner] = [draft(0, 5), draft(10, 30), draft(12, 14)]
    const neighbours = neighboursOf([inner, link, first])
    expect(neighbours.before(11)).toBe(first)
    expect(neighbours.around({from: 20, to: 22})).toBe(link)
    expect(neighbours.before(20)).toBe(inner)
    expect(neighbours.before(31)).toBe(inner)
    expect(neighbours.around({from: 31, to: 32})).toBeUndefined()
    expect(neighbours.within({from: 11, to: 20})).toEqual([inner])
    expect(neighbours.behind(13)).toBeUndefined()
  })
})

describe('addresses without a place of their own', () => {
  test('are told where they stand as they read, and not where they are written otherwise', async () => {
    expect(await told('See "www.a.example/x", www&#46;b.example and "www.c.example".')).toMatchObject([
      {target: 'http://www.a.example/x', text: 'www.a.example/x'},
      {target: 'http://www.c.example', text: 'www.c.example'},
    ])
  })
})

describe('folders', () => {
  test('that are the root are none of documents, from wherever they are named', async () => {
    for (const text of ['[x](../research/..)', '[x](/)', '[x](..)'])
      expect([text, await told(text)]).toEqual([text, []])
    expect(await told('`research/..`', 'a.md')).toMatchObject([{kind: 'code', path: '', document: false}])
  })

  test('of the same name elsewhere hold no research of this workspace', async () => {
    expect(await told('[x](../other/research/r.md)', undefined, {'other/research/r.md': '# R\n'})).toMatchObject([
      {kind: 'code', path: 'other/research/r.md', exists: true},
    ])
  })
})

test('after many that are missing no more names are sought that look alike', async () => {
  const missing = (count: number) =>
    Array.from(
      {length: count},
      (_, index) => `[x](../research/2026-01-01-${String.fromCharCode(97 + (index % 26))}${index}-disk.md)`,
    ).join('\n\n')
  const citations = await told(`${missing(210)}\n\n[x](../research/2026-01-01-disko.md)\n`)
  expect(citations.at(-1)).toMatchObject({exists: false})
  expect(citations.at(-1)).not.toHaveProperty('near')
  expect((await told('[x](../research/2026-01-01-disko.md)'))[0]?.near).toEqual(['../research/2026-01-01-disks.md'])
})

test('a document that has but a date for its name is on no topic of others', async () => {
  const [missing] = await told('[x](../research/2026-01-02-.md)', undefined, {'research/2026-01-03-.md': '# R\n'})
  expect(missing).toMatchObject({exists: false})
})
