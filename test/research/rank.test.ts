import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {rankResearch, readResearch, tierOf} from '../../src/research/index.js'

const read = (path: string, text = '') => readResearch(`research/${path}`, text)

describe('rankResearch', () => {
  const documents = [
    read('2026-01-10-invoice-export.md', '# Research: Invoice export\n\n## Formats'),
    read('2026-01-12-parcels.md', '# Parcels\n\n## Invoices of parcels'),
    read('2026-01-14-gates.md', '---\ntags: [doors]\n---\n# Gates and the way of a parcel'),
  ]

  test('a name counts for more than a heading', () => {
    const ranked = rankResearch('Export of invoices', documents)
    expect(ranked.map(({document, score}) => [document.path, score > 0])).toEqual([
      ['research/2026-01-10-invoice-export.md', true],
      ['research/2026-01-12-parcels.md', true],
      ['research/2026-01-14-gates.md', false],
    ])
  })

  test('the reason names the words and where they stand', () => {
    const [first, second, third] = rankResearch('Export of invoices', documents)
    expect(first?.reason).toBe('Export (file name, topic, title), invoices (file name, topic, title)')
    expect(second?.reason).toBe('invoices (headings)')
    expect(third?.reason).toBe('')
  })

  test('words that tell nothing match nothing', () => {
    expect(rankResearch('the way of a', documents).map(({score}) => score > 0)).toEqual([true, false, false])
    expect(rankResearch('of the and', documents).every(({score}) => score === 0)).toBe(true)
  })

  test('equal scores: tier, then path', () => {
    const same = [
      '2026-01-01-x.md',
      '2026-03-01-x.md',
      'x.md',
      '2025-01-01-x.md',
      '2026-06-01-x.md',
      'a/2026-03-01-x.md',
    ]
    const ranked = rankResearch(
      'nothing',
      same.map(path => read(path)),
      {date: '2026-03-15'},
    )
    expect(ranked.map(({document, tier}) => [document.path.slice('research/'.length), tier])).toEqual([
      ['2026-03-01-x.md', 'recent'],
      ['a/2026-03-01-x.md', 'recent'],
      ['2026-01-01-x.md', 'older'],
      ['2025-01-01-x.md', 'oldest'],
      ['x.md', 'undated'],
      ['2026-06-01-x.md', 'later'],
    ])
  })

  test('without a day, age is told as of the newest document', () => {
    expect(rankResearch('gates', documents).map(({tier}) => tier)).toEqual(['recent', 'recent', 'recent'])
  })

  test('the order of the documents changes nothing', () => {
    const many = Array.from({length: 40}, (_, index) =>
      read(
        `${index}-${index % 3 ? 'invoice' : 'gate'}.md`,
        `# ${'export '.repeat(index % 5)}x\n\n## Invoices ${index}`,
      ),
    )
    const expected = rankResearch('invoice export', many)
    fc.assert(
      fc.property(fc.shuffledSubarray(many, {minLength: many.length}), shuffled => {
        expect(rankResearch('invoice export', shuffled)).toEqual(expected)
      }),
      {numRuns: 20},
    )
  })
})

test.each([
  ['2026-03-31', 'recent'],
  ['2026-03-01', 'recent'],
  ['2026-02-28', 'older'],
  ['2025-12-31', 'older'],
  ['2025-12-30', 'oldest'],
  ['2026-04-01', 'later'],
  [undefined, 'undated'],
])('tier of %s as of 2026-03-31: %s', (date, tier) => {
  expect(tierOf(date, '2026-03-31')).toBe(tier)
})
