import {describe, expect, test} from 'vitest'
import {anchorsIn, bareAnchor, hasWords, withoutNumber} from '../../src/facts/citations/anchors.js'
import {headingsIn, isLabelIn} from '../../src/facts/citations/headings.js'

const never = () => false

function headings(...texts: string[]) {
  return headingsIn(texts.map(text => ({level: 2, text, line: 1})))
}

describe('headings by number', () => {
  const numbered = headings(
    '1. Why',
    '§ 2 What',
    'Section 3: How',
    '4.1 Costs',
    'a.5 Notes',
    '6a) Later',
    '7.2.3 Deep',
    '12 Last',
  )
  test.each(['1', '2', '3', '4.1', 'a.5', '6a', '7.2.3', '12', '§ 2', 'Section 3', '1.'])('%s is there', named => {
    expect(numbered.tell(named, never)).toEqual({headingExists: true})
  })
  test.each(['4', '5', '2.3.4', '13', '1.2.x'])('%s is not', named => {
    expect(numbered.tell(named, never)).toEqual({headingExists: false})
  })
  test('that may be of an item, in a section without parts, are not judged', () => {
    expect(numbered.tell('12.4', never)).toEqual({})
    expect(numbered.tell('12b', never)).toEqual({})
    // No heading is 4 or 7.2, which such items would be of.
    expect(numbered.tell('4.2', never)).toEqual({headingExists: false})
    expect(numbered.tell('7.2.4', never)).toEqual({headingExists: false})
    expect(headings('8 Costs', '8.1 Disks').tell('8.2', never)).toEqual({headingExists: false})
    expect(headings('8 Costs', '8a Disks').tell('8b', never)).toEqual({headingExists: false})
    expect(headings('Costs').tell('3', never)).toEqual({})
  })
  test('one that is alike is told where that is looked for', () => {
    expect(headings('11.12 Costs').tell('11.13', () => true)).toEqual({
      headingExists: false,
      headingNear: ['11.12 Costs'],
    })
  })
})

describe('headings by words', () => {
  test.each([
    ['1. Data model', 'data model'],
    ['§ 2 Data model', 'Data model'],
    ['§2 Data model', 'Data model'],
    ['Section 3: Data model', 'Data Model'],
    ['Section3 Data model', 'Data Model'],
    ['a.4 Data model', 'Data model'],
    ['10.11.12b) Data model', '`Data` model'],
    ['1.   Data model', 'Data model'],
    ['Data model', '10.2 Data model'],
    ['Rollout', 'Rollout – Phase 2'],
    ['“What’s next”', "What's next"],
  ])('%s is what %s means', (text, named) => {
    expect(headings(text).tell(named, never)).toEqual({headingExists: true})
  })
  test.each([
    ['x.1) Costs', '9q? Costs here'],
    ['Own', 'Own - Phase 2'],
    ['Rollout', 'Next Own - Rollout'],
    ['Data model', 'Data models'],
  ])('%s is not what %s means', (text, named) => {
    expect(headings(text).tell(named, never)).toEqual({headingExists: false})
  })
  test('the first of the same words is the one that is told', () => {
    expect(headings('1 Data model', '2 Data model').tell('Data modle', () => true)).toEqual({
      headingExists: false,
      headingNear: ['1 Data model'],
    })
  })
  test('a label in bold bears a name of four letters and more', () => {
    const entry = {text: 'Well. **3. Costs of disks:** none, **and** none.\n'}
    expect(isLabelIn(entry, 'Costs of disks')).toBe(true)
    expect(isLabelIn(entry, 'and')).toBe(false)
    expect(isLabelIn(entry, 'none')).toBe(false)
    expect(isLabelIn({}, 'Stryker')).toBe(false)
  })
})

describe('anchors', () => {
  test.each([
    ['4-1-data-model', 'data-model'],
    ['41-data-model', 'data-model'],
    ['4--data--model', 'data-model'],
    ['data-4-1-model', 'data-4-1-model'],
    ['data-model', 'data-model'],
  ])('%s is that of the words %s', (anchor, words) => {
    expect(withoutNumber(anchor)).toBe(words)
    expect(hasWords(anchor, words)).toBe(true)
    expect(hasWords(`${anchor}-12`, words)).toBe(true)
    expect(hasWords(`${anchor}-12-more`, words)).toBe(false)
  })

  test('as a browser reads them', () => {
    expect(bareAnchor('A%20b:~:text=one\ntwo')).toBe('a b')
    expect(bareAnchor('user-content-one')).toBe('one')
    expect(bareAnchor('markdown-header-one')).toBe('one')
    expect(anchorsIn(['One']).has('ONE')).toBe(true)
    expect(anchorsIn(['one']).has('')).toBe(true)
    expect(anchorsIn(['one']).has('top')).toBe(true)
    expect(anchorsIn(['one']).has('on')).toBe(false)
  })

  test('those of the same words are near, by their number or none, three at the most, each once', () => {
    const list = ['1-costs', '2-costs', 'costs-3', '4-costs', 'prices']
    expect(anchorsIn(list).near('costs', false)).toEqual(['1-costs', '2-costs', 'costs-3'])
    expect(anchorsIn(['costs-3']).near('7-costs-3', false)).toEqual(['costs-3'])
    expect(anchorsIn(['costs-3-more']).near('costs-more', false)).toEqual([])
  })

  test('those that go on behind a hyphen are near, where what is asked for is four letters and no text of its own', () => {
    expect(anchorsIn(['costs-of-disks', 'costsof']).near('costs', false)).toEqual(['costs-of-disks'])
    expect(anchorsIn(['costs-of-disks']).near('costs-of', false)).toEqual(['costs-of-disks'])
    expect(anchorsIn(['cos-of-disks']).near('cos', false)).toEqual([])
    const [most, more] = ['a'.repeat(200), 'b'.repeat(201)]
    const long = anchorsIn([`${most}-x`, `${more}-x`])
    expect(long.near(most, false)).toEqual([`${most}-x`])
    expect(long.near(more, false)).toEqual([])
  })

  test('misspelt ones are near where they are looked for', () => {
    expect(anchorsIn(['data-model']).near('data-modle', true)).toEqual(['data-model'])
    expect(anchorsIn(['data-model']).near('data-modle', false)).toEqual([])
  })
})
