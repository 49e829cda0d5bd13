import {describe, expect, test} from 'vitest'
import {readTemplate} from '../../src/template/index.js'
import {at, factsOf} from './support.js'

const fenced = (...lines: string[]) => ['```', ...lines, '```', ''].join('\n')

describe('a heading of the template that a fence hides', () => {
  const hidden = (text: string) => factsOf(text).fences.map(fence => fence.hidden)

  test.each([
    ['as it is written', '## 2. Context and Motivation', '2. Context and Motivation'],
    ['indented', '   ## 2. Context and Motivation', '2. Context and Motivation'],
    ['with space around', '##  \t2. Context and Motivation  ', '2. Context and Motivation'],
    ['with closing signs', '## 2. Context and Motivation  ## ', '2. Context and Motivation'],
    ['without a number', '## Context and Motivation', 'Context and Motivation'],
    ['in bold', '## **2. Context and Motivation**', '2. Context and Motivation'],
    ['in code', '## 2. `Context and Motivation`', '2. Context and Motivation'],
  ])('%s', (_name, line, expected) => {
    expect(hidden(fenced('x', line, 'y'))).toEqual([[expected]])
  })

  test.each([
    'Context and Motivation',
    '##Context and Motivation',
    '    ## Context and Motivation',
    '## Context and Motivation ## of it',
    '## Context and Motivation##',
    '## Context ## and Motivation',
    'x ## Context and Motivation',
    '####### Context and Motivation',
    '## Another title',
    '## ##',
    '##',
  ])('none: %j', line => {
    expect(hidden(fenced(line))).toEqual([[]])
  })

  test('at its place, be it within a quote', () => {
    const text = '> ```md\n> a\n> ```js x\n> ```\n'
    const [nested] = factsOf(text).fences.flatMap(fence => fence.nested)
    expect(nested && at(text, nested.position)).toBe('```js x')
  })

  test('in the order of the text, whatever the template’s, in quotes and items, too', () => {
    expect(hidden(fenced('## 3. Goals and Non-Goals', '## 2. Context and Motivation'))).toEqual([
      ['3. Goals and Non-Goals', '2. Context and Motivation'],
    ])
    expect(hidden('> ```\n> x\n> ## 2. Context and Motivation\n> ```\n')).toEqual([['2. Context and Motivation']])
    expect(hidden('- ```\n\n  ## 2. Context and Motivation\n  ```\n')).toEqual([['2. Context and Motivation']])
    expect(hidden(`${fenced('## 2. Context and Motivation')}\n${fenced('## 3. Goals and Non-Goals')}`)).toEqual([
      ['2. Context and Motivation'],
      ['3. Goals and Non-Goals'],
    ])
  })

  test('none that a real heading is, nor one below a hidden one', () => {
    expect(hidden(`## 2. Context and Motivation\n\n${fenced('## 2. Context and Motivation')}`)).toEqual([[]])
    expect(hidden(fenced('## 2. Context and Motivation', '### 2.1 Current State'))).toEqual([
      ['2. Context and Motivation'],
    ])
    expect(hidden(`## 2. Context and Motivation\n\n${fenced('### 2.1 Current State')}`)).toEqual([
      ['2.1 Current State'],
    ])
  })

  test('none where there is no template', () => {
    const {fences} = factsOf(fenced('## 2. Context and Motivation'), {kind: {name: 'note'}})
    expect(fences).toMatchObject([{hidden: []}])
    expect(fences[0]).not.toHaveProperty('section')
  })
})

describe('a fence', () => {
  const closed = (text: string) => factsOf(text).fences.map(fence => fence.closed)

  test.each([
    ['by as many signs', '```\nx\n```\n', true],
    ['by more of them', '```\nx\n`````  \n', true],
    ['in a quote', '> ```\n> x\n> ```\n', true],
    ['with nothing in it', '```\n```\n', true],
    ['not by fewer', '````\nx\n```\n', false],
    ['not by others', '```\nx\n~~~\n', false],
    ['not by signs with words', '```\nx\n``` y\n', false],
    ['not by signs behind words', '```\nx\ny ```\n', false],
    ['not by the end of the quote around it', '> ```\n> x\n\ny\n', false],
    ['not by a blank line of the quote', '> ```\n> x\n> \n', false],
  ])('is closed %s', (_name, text, expected) => {
    expect(closed(text)).toEqual([expected])
  })

  test('is not closed by signs that stand outside of the item around it', () => {
    expect(closed('- ```\n  x\n\n```\n')).toEqual([false, false])
  })

  test('begins with its line, without the space behind it', () => {
    const text = 'a\n\n  ```js  x  \n  y\n  ```\n'
    const [fence] = factsOf(text).fences
    expect(fence && at(text, fence.position)).toBe('```js  x')
    expect(fence).toMatchObject({info: 'js  x', language: 'js', length: 3})
  })
})

describe('ids of several patterns', () => {
  const source =
    "<!-- spec-template\nkind: note\nids: [{name: need, pattern: 'N-\\d+'}, {name: risk, pattern: 'R-\\d+'}]\n-->\n\n# [T]\n\n## A\n"
  const identifiers = (text: string) =>
    factsOf(text, {kind: {name: 'note', template: readTemplate(source)}}).identifiers

  test('stand in the order of the text', () => {
    const {definitions, uses} = identifiers('- R-1 a\n- N-1 b\n\nBy R-2, N-1 and R-1.\n')
    expect(definitions.map(({id}) => id)).toEqual(['R-1', 'N-1'])
    expect(uses.map(({id}) => id)).toEqual(['R-2', 'N-1', 'R-1'])
  })

  test('are defined by items and first cells that begin with them, not by numbers before them, headers or other cells', () => {
    const defined = (text: string) => identifiers(text).definitions.map(({id}) => id)
    expect(defined('# 1.2 N-1 a\n')).toEqual(['N-1'])
    expect(defined('- 1.2 N-1 a\n')).toEqual([])
    expect(defined('| N-1 | N-2 |\n| - | - |\n| **N-3** a | N-4 |\n| 1 N-5 | |\n')).toEqual(['N-3'])
    expect(defined(`# ${'a'.repeat(10)}\n\n- ${'*'.repeat(300)} N-1\n`)).toEqual([])
  })

  test('have no near ones where none is near, and no section before the first', () => {
    const {uses} = identifiers('- N-1 a\n\nBy N-2222222.\n')
    expect(Object.keys(uses[0] ?? {})).toEqual(['name', 'id', 'defined', 'position'])
  })
})
