import {afterEach, describe, expect, test} from 'vitest'
import {isDearForNative} from '../../src/markdown/engines/effort/native.js'
import {LimitError, parse, parseWithin, useEngine} from '../../src/markdown/index.js'
import {hasNative, testNative} from '../support/engines.js'

afterEach(() => useEngine(undefined))

test.each([
  ['nested images', `${'!['.repeat(3_000)}x${'](u)'.repeat(3_000)}`, 'links and images that nest 3000 deep'],
  ['underlined headings', 'a\n===\n'.repeat(5_000), '5000 underlined headings'],
  ['quotes that end', '> a\n\n'.repeat(5_000), '5000 quotes, lists and footnotes that end'],
  ['instructions', `a ${'<?'.repeat(20_000)}`, '20000 comments and instructions in one paragraph'],
  ['quotes in one another', `${'>'.repeat(99)}a\n`.repeat(5_000), '494901 levels of quotes and lists, line by line'],
  [
    'lists in one another',
    Array.from({length: 8_000}, (_, line) => `${'  '.repeat(line % 60)}- a\n`).join(''),
    '235620 levels of quotes and lists, line by line',
  ],
  ['words', 'word '.repeat(400_000), '1 lines'],
  ['headings', '## a\n\n'.repeat(50_000), '50000 paragraphs, headings and rows'],
  // Beside a document that cites it, such a one would take more than the five seconds that they may.
  ['questions', '- Which way?\n'.repeat(13_000), '13001 quotes, items and footnotes'],
  ['emphasis', 'a* '.repeat(20_000), '20000 marks of emphasis in one paragraph'],
  ['brackets', ']'.repeat(40_000), '40000 brackets that close in one paragraph'],
])('%s are refused where the reference would read them, and else answered', (_name, text, what) => {
  useEngine('remark')
  expect(() => parseWithin(text)).toThrow(LimitError)
  expect(() => parseWithin(text)).toThrow(`the engine remark would take too long for its ${what}`)
  if (!hasNative) return
  useEngine('satteri')
  expect(parse(`${text}\n\n# End\n`).type).toBe('root')
})

describe('what nests deeper than the native engine has stack for', () => {
  const nest = (open: string, close: string, depth: number) => `${open.repeat(depth)}x${close.repeat(depth)}\n`

  testNative.each([
    ['images', nest('![', '](u)', 300_000)],
    ['links', nest('[', '](u)', 300_000)],
    ['strong words', nest('**a ', ' b**', 200_000)],
    ['emphasis', nest('_a ', ' b_', 200_000)],
    ['words struck through', nest('~~a ', ' b~~', 200_000)],
    ['emphasis without ends', nest(' *a', '', 200_000)],
    ['emphasis without ends, a line each', nest('*a\r\n', '', 200_000)],
  ])('%s are refused', (_name, text) => {
    useEngine('satteri')
    expect(() => parseWithin(text, {bytes: 3_000_000})).toThrow(LimitError)
  })

  test.each([
    ['tasks', '- [ ] a\n'.repeat(25_000)],
    ['items that begin with stars', '* a\n'.repeat(25_000)],
    ['strong words', '**a** b *c* ~~d~~\n'.repeat(10_000)],
    ['names with underscores', 'a_b_c _d_ __e__\n'.repeat(10_000)],
    ['brackets that close', '[a] b] c]\n'.repeat(10_000)],
    ['brackets that never close', '[x '.repeat(100_000)],
    ['a list of terms', '- **Term**: its meaning\n'.repeat(14_000)],
    ['a table of terms', '| **Term**: one | ~/path |\n'.repeat(10_000)],
    ['paragraphs that end with CR and LF', '**Term**: its meaning\r\n\r\n'.repeat(14_000)],
    ['paragraphs parted by spaces', '**a\n \t\n'.repeat(14_000)],
    ['names with stars in them', 'a*b*c**d**e '.repeat(14_000)],
    ['marks at words', '*a'.repeat(200_000)],
    ['nested images', nest('![', '](u)', 15_000)],
  ])('%s do not nest', (_name, text) => {
    expect(isDearForNative(text)).toBe(false)
  })
})

describe('comments', () => {
  const hostile = 'a* '.repeat(20_000)
  const isRefused = (text: string): boolean => {
    useEngine('remark')
    try {
      parseWithin(text)
      return false
    } catch (error) {
      if (error instanceof LimitError) return true
      throw error
    }
  }

  test.each([
    ['in one line', '<!-- a '.repeat(20_000)],
    ['in lines', '<!-- a\n'.repeat(20_000)],
    ['each ended', '<!-- a -->\n'.repeat(5_000)],
    ['with what would be dear', `# A\n\n<!-- \n${hostile}\n\n${hostile}-->\n\n<!--${hostile}-->\n`],
  ])('%s are read', (_name, text) => {
    expect(isRefused(text)).toBe(false)
  })

  test.each([
    ['behind one', `<!-- a -->\n${hostile}`],
    ['behind an empty one', `<!-->\n${hostile}`],
    ['behind one without words', `<!--->\n${hostile}`],
    ['in a fence', `\`\`\`\n<!--\n\`\`\`\n\n${hostile}`],
    ['in a fence in a list', `- ~~~~\n\n<!--\n\n${hostile}`],
    ['in a script', `<script>\n\n<!--\n</script>\n\n${hostile}`],
    ['in an instruction', `a\n\n<?\n\n<!--\n?>\n\n${hostile}`],
    ['in a declaration', `<!A\n\n<!--\n>\n\n${hostile}`],
    ['in CDATA', `<![CDATA[\n\n<!--\n]]>\n\n${hostile}`],
    ['in other HTML', `<div>\n<!--\n\n${hostile}`],
    ['in frontmatter', `---\n\n<!--\n---\n\n${hostile}`],
    ['in an indented line', `- a\n\n  <!--\n\n${hostile}`],
    ['in a quote', `> <!--\n\n${hostile}`],
  ])('what is dear is refused %s', (_name, text) => {
    expect(isRefused(text)).toBe(true)
  })
})

test('who raises the limit of the size raises this one', () => {
  useEngine('remark')
  const text = '> a\n\n'.repeat(3_300)
  expect(() => parseWithin(text)).toThrow(LimitError)
  expect(parseWithin(text, {bytes: 8 * 1024 * 1024}).children.length).toBeGreaterThan(3_000)
})

test.each([
  ['a long table', `| a | b |\n| - | - |\n${'| **a** | *b* `c` |\n'.repeat(3_000)}`],
  ['a long list', '- **a** [b](c)\n'.repeat(3_000)],
  ['much prose', 'Some *words* and `code`, with [links](a.md) among them.\n\n'.repeat(2_000)],
  ['one long word', 'x'.repeat(2_000_000)],
  ['rules', '---\n\n'.repeat(3_000)],
])('%s is read by the reference', (_name, text) => {
  useEngine('remark')
  expect(parseWithin(text).type).toBe('root')
})

test('what nests deeper than the reference can go is refused, however large a document may be', () => {
  useEngine('remark')
  expect(() => parse(`${'>'.repeat(1_500)} a`, Number.MAX_SAFE_INTEGER)).toThrow(
    'the engine remark would take too long for its more than 1000 quotes and lists in one another',
  )
})

testNative('references to signs without end are left to the reference', () => {
  const text = `${'&amp;'.repeat(5_000)}\n`
  const read = (name: 'satteri' | 'remark') => {
    useEngine(name)
    return parse(text)
  }
  const tree = read('satteri')
  expect(tree.children).toMatchObject([{type: 'paragraph', children: [{type: 'text', value: '&'.repeat(5_000)}]}])
  expect(tree).toEqual(read('remark'))
})

test('a paragraph that is too dear for the native engine is found wherever it stands', () => {
  const dear = '&'.repeat(4_001)
  for (const text of [dear, `a\n\n${dear}`, `${dear}\n\nb\n`, `a\n\n${dear}\n\n\nb\n`, `a\r\n\r\n${dear}\r\n\r\nb`])
    expect(isDearForNative(text)).toBe(true)
  expect(isDearForNative(`${'&'.repeat(4_000)}\n\n${'&'.repeat(4_000)}\n`)).toBe(false)
})

test('quotes in one another are refused in time that grows with their number, where more of them are let in', () => {
  const limits = {depth: 100_000}
  for (const text of ['> '.repeat(50_000), '>'.repeat(300_000), '- '.repeat(50_000)])
    expect(() => parseWithin(`${text}a\n`, limits)).toThrow('its quotes and lists nest deeper than 1000 levels')
})

test('a line of many marks is too dear for it where a sign in that line takes two bytes', () => {
  const marks = '['.repeat(24_000)
  for (const text of [
    `§${marks}`,
    `${marks}§`,
    `a\n\n${marks} §\n\nb`,
    `§\n\n${`${'['.repeat(12_000)}§\n\n`.repeat(4)}`,
  ])
    expect(isDearForNative(text)).toBe(true)
  for (const text of [
    marks,
    `§\n${marks}`,
    `§${'['.repeat(12_000)}`,
    `§ ${'w'.repeat(100_000)}`,
    '§[a\n'.repeat(20_000),
  ])
    expect(isDearForNative(text)).toBe(false)
})
