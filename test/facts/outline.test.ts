import {describe, expect, test} from 'vitest'
import {at, factsOf, sectionOf} from './support.js'

const outline = (text: string) =>
  factsOf(text).outline.map(({level, number, title, id, parent, step}) => [level, number, title, id, parent, step])

describe('outline', () => {
  test('levels, numbers, titles, ids, parents and steps', () => {
    expect(
      outline('# A\n\n## 1. Executive Summary\n\n### 1.1 B `c`\n\n#### D\n\n## Appendix A: E\n\n## 2026\n'),
    ).toEqual([
      [1, undefined, 'A', undefined, -1, undefined],
      [2, '1', 'Executive Summary', 'executive-summary', 0, 1],
      [3, '1.1', 'B c', 'b-c', 1, 1],
      [4, undefined, 'D', 'd', 2, 1],
      [2, undefined, 'Appendix A: E', 'appendix-a-e', 0, -2],
      [2, undefined, '2026', '2026', 0, 0],
    ])
  })

  test('a number has a title behind it', () => {
    const numbers = (heading: string) => factsOf(`## ${heading}\n`).outline.map(({number, title}) => [number, title])[0]
    expect(numbers('4.1 Key Components')).toEqual(['4.1', 'Key Components'])
    expect(numbers('4.1. Key Components')).toEqual(['4.1', 'Key Components'])
    expect(numbers('1) One')).toEqual([undefined, '1) One'])
    expect(numbers('10x faster')).toEqual([undefined, '10x faster'])
    expect(numbers('4.1')).toEqual([undefined, '4.1'])
    expect(numbers('§4.1 One')).toEqual([undefined, '§4.1 One'])
  })

  test('setext headings count, look-alikes in fences, comments, quotes and lists do not', () => {
    const text = 'A\n=\n\nB *c*\n---\n\n```\n## D\n```\n\n<!--\n## E\n-->\n\n> ## F\n\n- ## G\n\n    ## H\n'
    expect(outline(text).map(([level, , title]) => [level, title])).toEqual([
      [1, 'A'],
      [2, 'B c'],
    ])
  })

  test('headings without a title above them stand alone, and what is below a title is no part of another', () => {
    const facts = factsOf('### A\n\n## B\n\n# C\n\n#### D\n\n## E\n')
    expect(facts.outline.map(({parent}) => parent)).toEqual([-1, -1, -1, 2, 2])
    expect(Object.keys(facts.sections)).toEqual(['a', 'b', 'd', 'e'])
    expect(facts.sections.a?.level).toBe(3)
    expect(
      at('### A\n\n## B\n\n# C\n\n#### D\n\n## E\n', {
        start: facts.sections.b?.position.start ?? facts.end,
        end: facts.sections.b?.end ?? facts.end,
      }),
    ).toBe('## B')
  })

  test('a heading belongs to the section that it opens', () => {
    const facts = factsOf('# A\n\n## B\n\n### C\n')
    expect(facts.outline.map(({section}) => section)).toEqual([undefined, 'b', 'b/c'])
  })
})

describe('section ids', () => {
  const ids = (text: string) => factsOf(text).outline.map(({id}) => id)

  test('claimed ones are the template’s, others slugs of the whole title, each once', () => {
    expect(
      ids(
        '## 7. Goals\n\n### Goals\n\n### Goals\n\n### Goals (more)\n\n## Notes (old)\n\n## notes, old\n\n## Notes: old!\n',
      ),
    ).toEqual([
      'goals-and-non-goals',
      'functional-goals',
      'goals',
      'goals-more',
      'notes-old',
      'notes-old-2',
      'notes-old-3',
    ])
  })

  test('an id of the template is for the section that claims it alone', () => {
    expect(ids('# A\n\n### Executive Summary\n')).toEqual([undefined, 'executive-summary-2'])
    expect(ids('## Executive Summary\n\n## Summary\n\n## Executive Summary\n')).toEqual([
      'executive-summary',
      'summary',
      'executive-summary-2',
    ])
  })

  test('names of properties and headings without letters are titles like others', () => {
    const facts = factsOf(
      '# __proto__\n\n## __proto__\n\na\n\n### constructor\n\n## constructor\n\n## 2026\n\n## toString\n\n## 🎉\n\n## —\n',
    )
    expect(Object.keys(facts.sections).sort()).toEqual([
      '2026',
      'constructor',
      'proto',
      'section',
      'section-2',
      'tostring',
    ])
    expect(sectionOf(facts, 'proto/constructor').heading).toBe('constructor')
    expect(sectionOf(facts, 'proto').words).toBe(1)
    expect(JSON.parse(JSON.stringify(facts.sections)).constructor.heading).toBe('constructor')
    expect(facts.sections.hasOwnProperty).toBeUndefined()
  })

  test('a thousand headings of one title come to an end', () => {
    expect(new Set(ids('## A\n\n'.repeat(1_000))).size).toBe(1_000)
  })
})

describe('title', () => {
  const name = (heading: string) => factsOf(`# ${heading}\n`).title?.name

  test('the kind’s suffix is no part of the name, nor is its first half', () => {
    expect(name('Gate Technical Design Document / RFC')).toBe('Gate')
    expect(name('Gate technical design document')).toBe('Gate')
    expect(name('Gate — Technical Design Document / RFC')).toBe('Gate')
    expect(name('Gate: Technical Design Document')).toBe('Gate')
    expect(name('Gate RFC')).toBe('Gate RFC')
    expect(name('Technical Design Document / RFC')).toBe('')
  })

  test('each title has its place; without any the document’s beginning is the place', () => {
    const text = '\n# A\n\nB\n=\n'
    const facts = factsOf(text)
    expect(facts.titles.map(title => [title.ordinal, at(text, title.position)])).toEqual([
      [1, '# A'],
      [2, 'B\n='],
    ])
    expect(facts.position.start.line).toBe(2)
    expect(factsOf('a\n').position).toEqual({
      start: {line: 1, column: 1, offset: 0},
      end: {line: 1, column: 1, offset: 0},
    })
    expect(factsOf('\uFEFFa\n').position.start).toEqual({line: 1, column: 1, offset: 1})
    expect(factsOf('').position.start).toEqual({line: 1, column: 1, offset: 0})
  })
})

describe('extent', () => {
  test('blocks are what a reader sees', () => {
    expect(factsOf('').blocks).toBe(0)
    expect(factsOf(' \n\n<!-- a -->\n\n<!-- b\n\nc --> <!-- d -->\n').blocks).toBe(0)
    expect(factsOf('---\na: b\n---\n').blocks).toBe(0)
    expect(factsOf('<!-- a --> b\n\n# C\n\n- d\n- e\n').blocks).toBe(3)
    expect(factsOf('A').blocks).toBe(1)
  })

  test('the end is behind the last sign', () => {
    expect(factsOf('a\nbc').end).toEqual({line: 2, column: 3, offset: 4})
    expect(factsOf('a\r\n').end).toEqual({line: 2, column: 1, offset: 3})
    expect(factsOf('').end).toEqual({line: 1, column: 1, offset: 0})
  })
})
