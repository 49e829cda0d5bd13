import {describe, expect, test} from 'vitest'
import {random} from '../../bench/random.mjs'
import {checkLimits, LimitError, parse, parseWithin} from '../../src/markdown/index.js'
import {nestsDeeper} from '../../src/markdown/nesting.js'
import {mayNestDeeper} from '../../src/markdown/nesting-quick.js'
import {testNative} from '../support/engines.js'

const DEEP = 'its quotes and lists nest deeper than 100 levels'

/** Containers in one another, as the parser sees them. */
function depth(text: string): number {
  const of = (node: {type: string; children?: unknown[]}): number => {
    const below = (node.children ?? []).map(child => of(child as {type: string}))
    return Math.max(0, ...below) + (['blockquote', 'listItem', 'footnoteDefinition'].includes(node.type) ? 1 : 0)
  }
  return of(parse(text))
}

describe('size', () => {
  test('ten megabytes are refused', () => {
    expect(checkLimits('word '.repeat(2_000_000))).toBe('it is larger than 2 MiB')
  })

  test('bytes count, not characters', () => {
    expect(checkLimits('é'.repeat(600), {bytes: 1_000})).toBe('it is larger than 1000 bytes')
    expect(checkLimits('e'.repeat(1_000), {bytes: 1_000})).toBeUndefined()
    expect(checkLimits('e'.repeat(1_001), {bytes: 1_000})).toBe('it is larger than 1000 bytes')
  })
})

test.each([1, 2, 5, 12])('the quick look passes over nothing that nests deeper than %i', limit => {
  const marks = ['> ', '>', '- ', '* ', '1. ', '10) ', '[^a]: ', '  ', '    ', '\t', ' ', '-\t', '']
  const next = random(limit)
  const pick = (count: number): number => Math.floor(next() * count)
  let [deep, passed] = [0, 0]
  for (let run = 0; run < 2000; run++) {
    const line = () => Array.from({length: pick(2 * limit + 4)}, () => marks[pick(marks.length)]).join('')
    const text = Array.from({length: 1 + pick(4)}, () => `${line()}a`).join('\n')
    const isDeep = nestsDeeper(text, limit)
    if (mayNestDeeper(text, limit)) deep += isDeep ? 1 : 0
    else {
      passed++
      expect(isDeep, JSON.stringify(text)).toBe(false)
    }
  }
  expect(Math.min(deep, passed)).toBeGreaterThan(50)
})

describe('nodes', () => {
  const items = '-\n'.repeat(130_000)

  // The reference takes nothing that large: it is too dear for it by then.
  testNative('a tree of more than 250,000 is refused', () => {
    const reason = 'it has more than 250000 nodes (blocks, links, stretches of words between marks)'
    expect(() => parseWithin(`${items}- `.repeat(2))).toThrow(reason)
    expect(parseWithin(items).children).toHaveLength(1)
  })

  test('the caller may lower it', () => {
    expect(() => parseWithin('a *b* c\n', {nodes: 5})).toThrow('it has more than 5 nodes')
    // Root, paragraph, three parts of it, and the words in the emphasis.
    expect(parseWithin('a *b* c\n', {nodes: 6}).children).toHaveLength(1)
  })

  testNative('the caller may raise it, and raises it with the size', () => {
    expect(parseWithin(items.repeat(2), {bytes: 4 * 1024 * 1024}).children).toHaveLength(1)
    expect(parseWithin(items.repeat(2), {nodes: 300_000}).children).toHaveLength(1)
  })
})

describe('depth', () => {
  test.each([
    ['quotes', '> '.repeat(5_000)],
    ['quotes without spaces', '>'.repeat(5_000)],
    ['quotes behind a mark', `\uFEFF${'> '.repeat(5_000)}`],
    ['lists', '- '.repeat(5_000)],
    ['numbered lists', '1. '.repeat(5_000)],
    ['lists in quotes', '> - '.repeat(2_500)],
    ['footnotes', '[^a]: '.repeat(3_000)],
    ['lists line by line', Array.from({length: 200}, (_, level) => `${'  '.repeat(level)}- a`).join('\n')],
    ['lists line by line, with tabs', Array.from({length: 200}, (_, level) => `${'\t'.repeat(level)}- a`).join('\r\n')],
  ])('5,000 %s are refused', (_name, text) => {
    expect(checkLimits(`${text}deep\n\n# A\n`)).toBe(DEEP)
    expect(() => parseWithin(`${text}deep\n`)).toThrow(LimitError)
  })

  test.each([
    ['quotes', (n: number) => `${'> '.repeat(n)}a`],
    ['lists', (n: number) => `${'- '.repeat(n)}a`],
    ['wide numbers', (n: number) => `${'1000. '.repeat(n)}a`],
    ['lists line by line', (n: number) => Array.from({length: n}, (_, level) => `${'  '.repeat(level)}- a`).join('\n')],
    [
      'ordered lists line by line',
      (n: number) => Array.from({length: n}, (_, level) => `${'   '.repeat(level)}1. a`).join('\n'),
    ],
    ['quotes with lists', (n: number) => `${'> 1. '.repeat(n / 2)}a\n${'>    '.repeat(n / 2)}b`],
    ['lazy paragraphs', (n: number) => `${'> '.repeat(n)}a\nb\n${'> '.repeat(n)}c`],
    [
      'items with blank lines between',
      (n: number) => Array.from({length: n}, (_, level) => `${'  '.repeat(level)}- a\n\n`).join('\n'),
    ],
  ])('%s count as the parser counts them', (_name, make) => {
    const text = make(12)
    const levels = depth(text)
    expect(levels).toBe(12)
    expect(checkLimits(text, {depth: levels})).toBeUndefined()
    expect(checkLimits(text, {depth: levels - 1})).toContain(`deeper than ${levels - 1} levels`)
  })

  test.each([
    ['a rule of stars', '* '.repeat(3_000)],
    ['a long rule', '-'.repeat(5_000)],
    ['a rule of 5,000 stars', '*'.repeat(5_000)],
    ['arrows in a fence', `\`\`\`\n${'> '.repeat(3_000)}\n\`\`\``],
    ['code in a fence in a list', `- a\n  ~~~~\n  ${'- '.repeat(3_000)}x\n  ~~~\n  ${'> '.repeat(300)}x\n  ~~~~`],
    ['indented code', `a\n\n${' '.repeat(4)}${'> '.repeat(3_000)}`],
    ['words far to the right', Array.from({length: 300}, (_, n) => `${' '.repeat(n)}word`).join('\n')],
    ['a long list', '- a\n'.repeat(5_000)],
    ['many quotes', '> a\n\n'.repeat(5_000)],
  ])('%s is not deep', (_name, text) => {
    expect(checkLimits(text)).toBeUndefined()
  })

  test('a fence ends with the item it stands in', () => {
    expect(checkLimits(`- \`\`\`\n  code\n\n${'> '.repeat(200)}x`)).toBe(DEEP)
  })
})

describe('emphasis', () => {
  test('long runs are refused, for the parser does not end', () => {
    const reason = 'it has more than 1000 "*" in a row'
    expect(checkLimits(`${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`)).toBe(reason)
    expect(checkLimits(`a\n${'*'.repeat(1_001)} b\n`)).toBe(reason)
  })

  test('emphasis in emphasis in emphasis is refused once it is seen', () => {
    const nested = `${'*a _b '.repeat(600)}${'b_ a*'.repeat(600)}`
    expect(() => parseWithin(nested)).toThrow('its emphasis and links nest too deep')
  })

  test('a thousand brackets are read', () => {
    expect(parseWithin(`${'['.repeat(1000)}x${']'.repeat(1000)}`).children).toHaveLength(1)
  })
})
