import {describe, expect, test} from 'vitest'
import {renumbered} from '../../src/fixes/headings/renumbered.js'
import {applyEdits, fixes} from '../../src/fixes/index.js'
import {readTemplate} from '../../src/template/index.js'
import {factsOf, worldOfTexts} from '../facts/support.js'

type Asked = NonNullable<Parameters<typeof factsOf>[1]>

/** The headings of a text as they are once they are counted. */
function counted(...headings: string[]): string[] {
  const {outline} = factsOf(headings.join('\n\n'))
  const numbers = renumbered(outline)
  return outline.map(({title, number = '-'}, index) => `${numbers.get(index) ?? number} ${title}`)
}

/** A text whose headings are counted anew with what refers to them. */
function mended(text: string, asked: Asked = {}): string {
  const facts = factsOf(text, asked)
  const fix = facts.outline.map(heading => fixes['heading-numbers'](heading, {facts, text})).find(Boolean)
  return applyEdits(text, fix?.edits ?? [])
}

describe('headings count', () => {
  test('up from the first one below the same heading', () => {
    expect(counted('# T', '## 1 A', '### 1 a', '### 3 b', '## 2 B')).toEqual(['- T', '1 A', '1 a', '2 b', '2 B'])
  })

  test('past nine', () => {
    expect(counted('## 9 A', '## 10 B', '## 12 C')).toEqual(['1 A', '2 B', '3 C'])
  })

  test('as they are where their numbers run backwards', () => {
    expect(counted('## 1 A', '## 3 B', '## 2 C')).toEqual(['1 A', '3 B', '2 C'])
  })

  test('as they are where only the last of them runs backwards', () => {
    expect(counted('## 1 A', '## 3 B', '## 4 C', '## 2 D')).toEqual(['1 A', '3 B', '4 C', '2 D'])
  })

  test('anew where one number stands twice', () => {
    expect(counted('## 1 A', '## 1 B')).toEqual(['1 A', '2 B'])
  })

  test('from zero where the first one does', () => {
    expect(counted('## 0 A', '## 2 B')).toEqual(['0 A', '1 B'])
  })

  test('from their parent, also where the parents themselves run backwards', () => {
    expect(counted('## 2 B', '### 1.1 x', '## 1 A')).toEqual(['2 B', '2.1 x', '1 A'])
  })

  test('from their parent where that is the first heading of all', () => {
    expect(counted('## 1 A', '### 4.1 x', '### 4.3 y')).toEqual(['1 A', '1.1 x', '1.2 y'])
  })

  test('from the number around them over a heading that has none', () => {
    expect(counted('## 1 A', '### Part', '#### 4.1 x')).toEqual(['1 A', '- Part', '1.1 x'])
  })

  test('as they are where no heading around them has a number', () => {
    expect(counted('## A', '### 5.1 x', '### 5.3 y')).toEqual(['- A', '5.1 x', '5.3 y'])
  })

  test('on behind the title where some stand before it', () => {
    expect(counted('## 1 A', '# T', '## 3 B')).toEqual(['1 A', '- T', '2 B'])
  })

  test('below each section of the first level anew', () => {
    const any = '\n\n<!-- section\nlevel: any\n-->\n\n'
    const template = readTemplate(`# T\n\n## 1. First${any}## 2. Second${any}`)
    const text = '# 1. First\n\n## 1 x\n\n## 3 y\n\n# 2. Second\n\n## 1 z\n'
    const facts = factsOf(text, {kind: {name: 'own', template}})
    expect([...renumbered(facts.outline)]).toEqual([[2, '2']])
  })

  test('not by what reads as a year, be it a part of the number', () => {
    expect(counted('## 1 A', '### 1.2024 x', '### 1.2026 y')).toEqual(['1 A', '1.2024 x', '1.2026 y'])
  })
})

describe('what refers to headings that are counted anew', () => {
  test('stays where it refers to one that keeps its number', () => {
    const text = '# T\n\nSee §3, §1 and [1 A](#1-a).\n\n## 1 A\n\n## 3 B\n'
    expect(mended(text)).toBe('# T\n\nSee §2, §1 and [1 A](#1-a).\n\n## 1 A\n\n## 2 B\n')
  })

  test('follows where its number has several digits and parts', () => {
    expect(mended('# T\n\nSee §1.12.\n\n## 1 A\n\n### 1.1 x\n\n### 1.12 y\n')).toContain('See §1.2.\n')
  })

  test('means the first of two that have one number', () => {
    expect(mended('# T\n\nSee §2.\n\n## 1 A\n\n## 2 B\n\n## 2 C\n')).toContain('See §2.\n\n## 1 A\n\n## 2 B\n\n## 3 C')
  })

  test('follows by a label of several letters', () => {
    const text = '# T\n\n[3 B][bee]\n\n[bee]: #3-b\n\n## 1 A\n\n## 3 B\n'
    // The words of the label are those of the link where it has no others.
    expect(mended(text)).toContain('[2 B][bee]\n\n[bee]: #2-b\n')
  })

  test('stays where it is an address elsewhere, or another document that has the same anchor', () => {
    const links = '[x](https://a.example/b#3-b) [y](b.md#3-b)'
    const text = `# T\n\n${links}\n\n## 1 A\n\n## 3 B\n`
    const world = worldOfTexts({'specs/a.md': text, 'specs/b.md': '# B\n\n## 3 B\n'})
    expect(mended(text, {world})).toContain(links)
  })

  test.each(['#3-%C3%BC', '#3&#45;ü'])('stays where its anchor is written by the numbers of signs: %s', address => {
    const text = `# T\n\n[x](${address})\n\n## 1 A\n\n## 3 ü\n`
    expect(mended(text)).toBe(text.replace('## 3', '## 2'))
  })

  test('stays where it names a section of another document', () => {
    const text = '# T\n\nAs [b](b.md) §3 says.\n\n## 1 A\n\n## 3 B\n'
    const world = worldOfTexts({'specs/a.md': text, 'specs/b.md': '# B\n\n## 3 B\n'})
    expect(mended(text, {world})).toContain('[b](b.md) §3 says')
  })
})

describe('the number of a heading', () => {
  test.each([
    ['behind several blanks', '##   3 B', '##   2 B'],
    ['behind a tab', '##\t3 B', '##\t2 B'],
    ['in bold', '## **3 B**', '## **2 B**'],
    ['above a line', '3 B\n---', '2 B\n---'],
  ])('is written anew %s', (_, before, after) => {
    expect(mended(`# T\n\n## 1 A\n\n${before}\n`)).toBe(`# T\n\n## 1 A\n\n${after}\n`)
  })

  test('stays with all the others where it stands in a link, and what refers to it too', () => {
    const text = '# T\n\nSee §3 and §5.\n\n## 1 A\n\n## [3 B](x.md)\n\n## 5 C\n'
    expect(mended(text)).toBe(text)
  })
})
