import {describe, expect, test} from 'vitest'
import {factsOf} from './support.js'

/** What is said of a link to an anchor of the document itself. */
function told(headings: readonly string[], anchor: string) {
  const text = headings.map(each => (each.startsWith('<') ? `${each}\n` : `## ${each}\n`)).join('\n')
  const {citations} = factsOf(`${text}\n[x](#${anchor})\n`, {kind: {name: 'test'}})
  return citations[0]
}

describe('an anchor is there', () => {
  test.each([
    ['in any case', ['Growth'], 'GROWTH'],
    ['at the top', [], 'top'],
    ['with nothing but a text directive', [], ':~:text=a'],
    ['with a text directive over several lines', ['Growth'], 'growth:~:text=a%0Ab'],
    ['with the prefix of one forge', ['Growth'], 'user-content-growth'],
    ['with the prefix of another', ['Growth'], 'markdown-header-growth'],
    ['in percent signs', ['Größe'], 'gr%C3%B6%C3%9Fe'],
    ['with a prefix of its own', ['<a id="user-content-x"></a>'], 'User-Content-x'],
  ] as const)('%s', (_, headings, anchor) => {
    expect(told(headings, anchor)).toMatchObject({kind: 'self', anchorExists: true})
  })

  test('only as a whole', () => {
    expect(told(['A b'], 'a-user-content-b')).toMatchObject({anchorExists: false})
  })
})

describe('what an anchor that is not there may mean', () => {
  test.each([
    ['the words behind another number', ['1.2 Growth'], '13-growth', ['12-growth']],
    ['the words behind a number with hyphens', ['<a id="4-12-growth"></a>'], 'growth', ['4-12-growth']],
    ['the words behind two hyphens', ['<a id="4--growth"></a>'], 'growth', ['4--growth']],
    ['the words before another number', ['Growth 12'], '3-growth', ['growth-12']],
    ['the beginning of longer words', ['Grow wild and far'], 'grow', ['grow-wild-and-far']],
    ['nothing, of a beginning that is too short', ['Gro wild and far'], 'gro', undefined],
    ['nothing, of words that are none of a heading', ['Growth'], 'zebra', undefined],
  ] as const)('%s', (_, headings, anchor, near) => {
    expect(told(headings, anchor)?.anchorNear).toEqual(near)
  })

  test('is told of three at the most, those of the same words first, each once', () => {
    const headings = ['1 Growth', '2 Growth', '3 Growth', '4 Growth']
    expect(told(headings, 'growth')?.anchorNear).toEqual(['1-growth', '2-growth', '3-growth'])
    expect(told(['Growth a', 'Growth b', '1 Growth', 'Growth c'], 'growth')?.anchorNear).toEqual([
      '1-growth',
      'growth-a',
      'growth-b',
    ])
  })
})
