import {describe, expect, test} from 'vitest'
import {goneAmong, pastOf} from '../../src/facts/citations/gone.js'
import {headingsIn, isLabelIn} from '../../src/facts/citations/headings.js'
import {namesOf} from '../../src/facts/citations/names.js'
import type {Citation} from '../../src/facts/types.js'
import type {Entry, World} from '../../src/workspace/index.js'
import {factsOf} from './support.js'

/** What is said of the one citation of a text, where these documents are there and what it names is not. */
function told(text: string, there: readonly string[], missing: readonly string[]): Citation | undefined {
  const entries = new Map<string, Entry>([
    ...there.map(path => [path, {type: 'file'}] as const),
    ...missing.map(path => [path, {type: 'missing'}] as const),
  ])
  const inFolder = (folder: string) => there.filter(path => path.startsWith(folder))
  const world: World = {specs: inFolder('specs/'), research: inFolder('research/'), entries}
  return factsOf(text, {kind: {name: 'test'}, world}).citations[0]
}

const near = (name: string, there: readonly string[]) =>
  told(`[x](../research/${name})`, there, [`research/${name}`])?.near?.map(path => path.replace('../research/', ''))

describe('what a missing document may be', () => {
  test.each([
    ['one of its name in another folder', 'disks.md', ['research/deep/disks.md'], ['deep/disks.md']],
    [
      'one on its topic of another day',
      '2026-01-02-disks.md',
      ['research/2026-01-01-disks.md'],
      ['2026-01-01-disks.md'],
    ],
    [
      'one on its topic with a number',
      'data-model.md',
      ['research/2026-02-09-171-Data_model.md'],
      ['2026-02-09-171-Data_model.md'],
    ],
    ['one that ends so', 'dsik-growth-report.md', ['research/disk-growth-report.md'], ['disk-growth-report.md']],
    ['one that begins so', 'disk-growth-reprot.md', ['research/disk-growth-report.md'], ['disk-growth-report.md']],
    ['one that begins shortly so', 'disk-grwth.md', ['research/disk-growth.md'], ['disk-growth.md']],
    ['none of another kind', 'disk-grwth.md', ['specs/disk-growth.md'], undefined],
    ['none that begins with a number in its midst', 'a.md', ['research/b-2026-a.md'], undefined],
  ] as const)('%s', (_, name, there, expected) => {
    expect(near(name, there)).toEqual(expected)
  })

  test('is three of many at the most', () => {
    const there = ['1', '2', '3', '4', '5'].map(day => `research/2026-01-0${day}-disks.md`)
    expect(near('disks.md', there)).toEqual(['2026-01-01-disks.md', '2026-01-02-disks.md', '2026-01-03-disks.md'])
    expect(
      near(
        'disks.md',
        ['a', 'b', 'c', 'd'].map(folder => `research/${folder}/disks.md`),
      ),
    ).toHaveLength(3)
  })

  test('is never the document itself', () => {
    const own = told('[x](../research/a.md)', ['specs/a.md'], ['research/a.md'])
    expect(own).toMatchObject({exists: false})
    expect(own).not.toHaveProperty('moved')
    expect(told('[x](aa.md)', ['specs/a.md'], ['specs/aa.md', 'aa.md'])).not.toHaveProperty('near')
  })

  test('is none whose name tells nothing', () => {
    expect(told('[x](../research/README.md)', ['research/deep/README.md'], ['research/README.md'])).not.toHaveProperty(
      'moved',
    )
  })

  test('is a path in text, as it is written there', () => {
    expect(
      told('See research/disks.md now.', ['research/deep/disks.md'], ['specs/research/disks.md', 'research/disks.md']),
    ).toMatchObject({
      form: 'bare-path',
      near: ['research/deep/disks.md'],
    })
  })
})

describe('what was there once', () => {
  const names = namesOf({specs: [], research: ['research/now.md', 'research/then.md'], entries: new Map()})

  test('is asked of documents that are missing, each path once', () => {
    const citation = (more: Partial<Citation>): Citation => ({
      form: 'link',
      kind: 'research',
      text: '',
      target: '',
      position: {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 1, offset: 0}},
      ...more,
    })
    expect(
      goneAmong([
        citation({exists: false, tried: ['a.md', 'b.md']}),
        citation({exists: false, document: true, tried: ['b.md', 'c.md']}),
        citation({exists: false, document: false, tried: ['d.ts']}),
        citation({exists: true, tried: ['e.md']}),
        citation({tried: ['f.md']}),
        citation({exists: false}),
      ]),
    ).toEqual(['a.md', 'b.md', 'c.md'])
  })

  test('is told by the commit that removed it, and the name that it has now', () => {
    const gone = new Map([
      ['a.md', {renamed: ['research/lost.md', 'research/now.md', 'research/then.md']}],
      ['b.md', {renamed: [], removedBy: 'abcdef0123456789'}],
    ])
    expect(pastOf(['a.md', 'b.md'], gone, names)).toEqual({removedBy: 'abcdef0123', renamed: ['research/now.md']})
    expect(Object.keys(pastOf(['a.md', 'c.md'], gone, names))).toEqual(['renamed'])
    expect(pastOf(['a.md'], undefined, names)).toEqual({renamed: []})
  })
})

describe('a heading is meant', () => {
  const headings = (...texts: string[]) => headingsIn(texts.map(text => ({text, level: 2, line: 1})))
  const isThere = (named: string, ...texts: string[]) => headings(...texts).tell(named, () => false).headingExists

  test.each([
    ['4.1', '4.1 Costs'],
    ['8a', '8a. Costs'],
    ['3', '3) Costs'],
    ['3', 'Section 3: Costs'],
    ['3', 'Section 3'],
    ['A.2', 'A.2 Costs'],
    ['Costs', '12.34 Costs'],
    ['Costs', 'A.2a) Costs'],
    ['Costs', '§ 3  Costs'],
    ['Costs', '§3 Costs'],
    ['Costs', 'Section 3: Costs'],
    ['Costs', 'Section  3: Costs'],
    ['Costs', 'section3 Costs'],
    ['3 Costs', '7 Costs'],
    ['the disks', 'On the disks today'],
    ['Rollout - Phase 2', 'Rollout'],
    ['Rollout – Phase 2', 'Rollout'],
    ["Ada's costs", 'Ada’s costs'],
    ['a-b', 'a–b'],
    ['“Costs”', '`Costs`'],
  ])('by %j: %j', (named, text) => {
    expect(isThere(named, text)).toBe(true)
  })

  test.each([
    ['cost', 'Costs'],
    ['Roll - Phase 2', 'Rollout'],
    ['An - other', 'An'],
    ['My Rollout - 2', 'Rollout'],
    ['5 costs', 'Cost of 5'],
  ])('not by %j: %j', (named, text) => {
    expect(isThere(named, text)).toBe(false)
  })

  test.each([
    ['4.2', ['4 Costs'], undefined],
    ['8a', ['8 Costs'], undefined],
    ['18b', ['18 Costs'], undefined],
    ['4.12', ['4 Costs'], undefined],
    ['4.2', ['4 Costs', '4.1 Disks'], false],
    ['4.2', ['5 Costs'], false],
    ['4', ['Costs'], undefined],
    ['4', ['5 Costs'], false],
    ['4.1.2', ['4 Costs', '4.1 Disks'], undefined],
  ])('by the number %j, which may count what is no heading: %j', (named, texts, expected) => {
    expect(isThere(named, ...texts)).toBe(expected)
  })

  test.each([
    ['Costs', '**Costs**: a word', true],
    ['4.1 Costs of it', 'x **The "costs of it", all** x', true],
    ['Cost', '**Costs**', false],
    ['Costs of', '**Costs** **of**', false],
    ['Costs', 'Costs', false],
    ['The', '**The**', false],
    ['Costs', '', false],
  ])('where a label in bold bears its name: %j in %j', (named, text, expected) => {
    expect(isLabelIn({text}, named)).toBe(expected)
    expect(isLabelIn({}, named)).toBe(false)
  })

  test('is told by the first of its number, as it is written', () => {
    const {tell} = headings('4.1 Disks', '4.1 Tapes', 'Growth')
    expect(tell('4.2', () => true)).toEqual({headingExists: false, headingNear: ['4.1 Disks']})
    expect(tell('Grwth', () => true)).toEqual({headingExists: false, headingNear: ['Growth']})
    expect(tell('Grwth', () => false)).toEqual({headingExists: false})
  })
})
