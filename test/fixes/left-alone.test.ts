import {afterEach, describe, expect, test} from 'vitest'
import type {Citation, Facts, Heading} from '../../src/facts/types.js'
import {anchorPlace} from '../../src/fixes/headings/anchor-place.js'
import {anchorEdits} from '../../src/fixes/headings/anchors.js'
import {renumbered} from '../../src/fixes/headings/renumbered.js'
import {applyEdits, type FixContext, fixes, fixFor, type MissingSection} from '../../src/fixes/index.js'
import {rewritten} from '../../src/fixes/rewrite.js'
import {fixKinds, wordsOfFixes} from '../../src/fixes/words.js'
import {linesOf, useEngine} from '../../src/markdown/index.js'
import {flatSections, readTemplate} from '../../src/template/index.js'
import {factsOf} from '../facts/support.js'
import {factsWith} from '../lint/support.js'

afterEach(() => useEngine(undefined))

const context = (text: string, more: Partial<FixContext> = {}): FixContext => ({facts: factsWith(), text, ...more})

/** Where a part stands in a text. */
function rangeOf(text: string, part: string) {
  const lines = linesOf(text)
  const start = text.indexOf(part)
  return {start: lines.pointAt(start), end: lines.pointAt(start + part.length)}
}

describe('a fix of what it does not know', () => {
  const names = Object.keys(fixKinds) as (keyof typeof fixKinds)[]
  test.each(names)('%s is none', name => {
    const range = rangeOf('some text', 'text')
    const items = [undefined, null, 'text', {}, {short: true}, {current: false}, {checked: false}, {position: range}]
    for (const item of items) expect(fixes[name](item, context('some text'))).toBeUndefined()
  })

  const text = 'Draft'
  const range = rangeOf(text, text)
  const status = {short: true, name: 'Draft (WIP)', value: text, position: range}
  const list = {current: false, expected: 'a', content: range}
  test.each([
    ['a status without its full name', 'full-status', {...status, name: undefined}],
    ['a status without a value', 'full-status', {...status, value: ['D', 'r', 'a', 'f', 't']}],
    ['a status without a place', 'full-status', {...status, position: undefined}],
    ['a status whose place has no offsets', 'full-status', {...status, position: {start: {line: 1}, end: {line: 1}}}],
    ['a list without what it should be', 'whole-list', {...list, expected: undefined}],
    ['a list without a place', 'whole-list', {...list, content: undefined}],
    ['a list that is as it should be', 'whole-list', {...list, current: true}],
  ] as const)('is none: %s', (_, name, item) => {
    expect(fixes[name](item, context(text))).toBeUndefined()
  })
  test('is one where all is told', () => {
    expect(fixes['full-status'](status, context(text))).toBeDefined()
    expect(fixes['whole-list'](list, context(text))).toBeDefined()
  })

  test('is none where its name is one of another version', () => {
    const item = {current: false, expected: 'a', content: rangeOf('x', 'x')}
    expect(fixFor(['of-tomorrow'], item, context('x'))).toBeUndefined()
    expect(fixFor(['of-tomorrow', 'whole-list'], item, context('x'))).toMatchObject({edits: [{text: 'a'}], safe: true})
    expect(wordsOfFixes(['of-tomorrow', 'whole-list']).map(({name}) => name)).toEqual(['whole-list'])
  })

  test('is none for a question whose first words are no paragraph', () => {
    const text = '- [ ] # Which?\n\n  Resolved: none\n'
    const item = {checked: false, position: rangeOf(text, text.trimEnd())}
    expect(fixFor(['ticked-question'], item, context(text))).toBeUndefined()
  })

  test('is no end before a heading that would be code without the fence, too', () => {
    const text = '# A\n\n   ```\n     ## 3. Goals and Non-Goals\n'
    const facts = factsOf(text)
    const [fence] = facts.fences
    expect(fence).toMatchObject({hidden: ['3. Goals and Non-Goals'], closed: false})
    expect(fixFor(['closing-fence'], fence, {facts, text})).toMatchObject({
      title: 'Close the block at the end of the document',
      edits: [{text: '\n   ```'}],
    })
  })

  test('is none for a question that, read by itself, is a heading', () => {
    // In the list around it the signs below go on with its words.
    const text = '- a\n  - [ ] Resolved: b\n  ===\n'
    const item = {checked: false, position: rangeOf(text, '- [ ] Resolved: b\n  ===')}
    expect(fixFor(['ticked-question'], item, context(text))).toBeUndefined()
  })

  test('is none where it would have to read what must not be read', () => {
    useEngine('remark')
    const text = `- [ ] Resolved: ${'a* '.repeat(20_000)}\n`
    const item = {checked: false, position: rangeOf(text, text.trimEnd())}
    expect(fixFor(['ticked-question'], item, context(text))).toBeUndefined()
    const short = '- [ ] Resolved: a\n'
    const other = {checked: false, position: rangeOf(short, short.trimEnd())}
    expect(fixFor(['ticked-question'], other, context(short))?.edits).toMatchObject([{text: 'x'}])
  })
})

describe('bars', () => {
  const fixOf = (text: string, row: string, cells: number, columns: number) =>
    fixes['escaped-bars']({header: cells, delimiter: columns, position: rangeOf(text, row)}, context(text))

  test('of a header row change all that they make a table of: here the whole text', () => {
    const text = '| a | `b | c` |\n| - | - |\n| x | y |'
    const made = fixOf(text, '| a | `b | c` |', 3, 2)
    expect(made?.region).toEqual(rangeOf(text, text))
    expect(applyEdits(text, made?.edits ?? [])).toBe(text.replace('b |', 'b \\|'))
  })

  test('stand in no code where a backtick means itself, or no other one follows', () => {
    const row = '| \\` | `a | b` | `` |'
    expect(applyEdits(row, fixOf(row, row, 4, 3)?.edits ?? [])).toBe('| \\` | `a \\| b` | `` |')
  })
})

describe('anchors', () => {
  const citation = (text: string, anchor: string): Citation & {anchor: string} =>
    ({anchor, position: rangeOf(text, text)}) as Citation & {anchor: string}

  test('are found in the whole of a citation whose target has no place of its own', () => {
    expect(anchorPlace(citation('[a](#b)', 'b'), '[a](#b)')).toEqual([5, 6])
  })

  test('that are written in another way are not found', () => {
    expect(anchorPlace(citation('[a](#%C3%A9)', 'é'), '[a](#%C3%A9)')).toBeUndefined()
  })

  test('do not follow where edits make other headings', () => {
    const text = '# A\n\n[b](#b)\n\n# B\n'
    const [own] = [{...citation('[b](#b)', 'b'), kind: 'self'} as Citation]
    const facts = factsWith({citations: [{...own, position: rangeOf(text, '[b](#b)')} as Citation]})
    expect(anchorEdits([{range: rangeOf(text, '# B'), text: 'B'}], facts, text)).toEqual([])
    expect(anchorEdits([{range: rangeOf(text, '# A'), text: '# A\n\n# C'}], facts, text)).toEqual([])
    expect(anchorEdits([{range: rangeOf(text, '# B'), text: '# C'}], facts, text)).toMatchObject([{text: 'c'}])
  })

  test('of headings that edits do not change stay', () => {
    const text = '# A\n\n[b](#b)\n\n# B\n'
    const own = {...citation('[b](#b)', 'b'), kind: 'self', position: rangeOf(text, '[b](#b)')} as Citation
    const facts = factsWith({citations: [own]})
    expect(anchorEdits([{range: rangeOf(text, '# A'), text: '# C'}], facts, text)).toEqual([])
  })
})

describe('lines of a citation', () => {
  const lines = (text: string, target: string) =>
    rewritten({text, target, position: rangeOf(text, text)} as Citation, 'a.md:9')

  test('are written anew where they stand together', () => {
    expect(lines('`a.md:3`', 'a.md')?.edits).toMatchObject([{range: rangeOf('`a.md:3`', 'a.md:3'), text: 'a.md:9'}])
    expect(lines('a.md:3', 'a.md')?.edits).toMatchObject([{range: rangeOf('a.md:3', 'a.md:3'), text: 'a.md:9'}])
  })

  test('are written anew without the blank behind them', () => {
    const text = '`a.md:3 `'
    expect(lines(text, 'a.md')?.edits).toMatchObject([{range: rangeOf(text, 'a.md:3')}])
  })

  test.each([
    ['that only holds the digits of theirs', '[part 12](a.md#L2)'],
    ['of which theirs only hold the digit', '[part 1](a.md#L12)'],
  ])('are written anew behind words with a number %s', (_, text) => {
    expect(lines(text, 'a.md')).toBeDefined()
  })

  test.each([
    ['the path is written in another way', '[x](a%20b.md#L3)', 'a b.md'],
    ['they do not follow the path', '[line 3](a.md "t")', 'a.md'],
    ['words before it are of another line', '[a\nb](a.md#L3)', 'a.md'],
    ['the path is another one altogether', 'lib.ts:3', 'main.ts'],
    ['a link tells them, too', '[x:3](a.md#L3)', 'a.md'],
    ['a link tells other lines', '[x:4](a.md#L3)', 'a.md'],
    ['a link tells other lines as addresses do', '[x#L4](a.md#L3)', 'a.md'],
    ['a link tells one of them', '[part 3](a.md#L3-L5)', 'a.md'],
    ['a link tells their number, too', '[line 3](a.md#L3)', 'a.md'],
  ])('are left alone where %s', (_, text, target) => {
    expect(lines(text, target)).toBeUndefined()
  })
})

describe('a missing section', () => {
  const template = readTemplate('# T\n\n## 8 Plan\n\n### 8.1 First\n\n### 7.1 Other\n')
  const form = (path: string) => {
    const found = flatSections(template.sections).find(section => section.path === path)
    if (!found) throw new Error(`no section ${path}`)
    return found
  }
  const at = {line: 1, column: 1, offset: 0}
  const metadata = {status: {label: 'Status', value: 'Open'}} as unknown as Facts['metadata']
  const inserted = (text: string, missing: Partial<MissingSection>, sections = {}) =>
    fixes['inserted-section'](undefined, {
      ...context(text),
      facts: factsWith({metadata, sections}),
      template,
      missing: {at, parents: [], ...missing} as MissingSection,
    })
  const plan = (level: number) => ({plan: {id: 'plan', level, sections: {}, position: rangeOf('x', 'x')}})

  test('is put in with a blank line before it, be there a line end or none', () => {
    for (const text of ['# T\n\nText.\n', '# T\n\nText.']) {
      const made = inserted(text, {form: form('plan'), at: linesOf(text).pointAt(text.length)})
      expect(applyEdits(text, made?.edits ?? [])).toMatch(
        /^# T\n\nText\.\n\n## (?:8\.? )?Plan\n\n### (?:8\.1 )?First\n/,
      )
    }
  })

  test('is put in at the end without blank lines behind it', () => {
    const text = '# T\n\nText.\n'
    const made = inserted(text, {form: form('plan/first'), at: linesOf(text).pointAt(text.length)})
    expect(applyEdits(text, made?.edits ?? [])).toBe('# T\n\nText.\n\n### First\n')
  })

  test('is put in with the blank lines that a document ends with behind it', () => {
    const text = '# T\n\nText.\n\n\n'
    const made = inserted(text, {form: form('plan/first'), at: linesOf(text).pointAt(text.length - 1)})
    expect(applyEdits(text, made?.edits ?? [])).toBe('# T\n\nText.\n\n### First\n\n\n')
  })

  test('is not put in where no template says how', () => {
    const missing = {form: form('plan'), parents: [], at} as MissingSection
    const made = fixes['inserted-section'](undefined, {...context('# T\n'), facts: factsWith({metadata}), missing})
    expect(made).toBeUndefined()
  })

  test('is put in before another one with a blank line on both sides', () => {
    const text = '# T\nText.\n## 9 End\n'
    const made = inserted(text, {form: form('plan/first'), at: linesOf(text).pointAt(text.indexOf('## 9'))})
    expect(applyEdits(text, made?.edits ?? [])).toMatch(/^# T\nText\.\n\n### First\n\n## 9 End\n$/)
  })

  test('is not put below one that is not there, nor deeper than headings go', () => {
    expect(inserted('# T\n', {form: form('plan/first'), parents: ['plan']})).toBeUndefined()
    expect(inserted('# T\n', {form: form('plan/first'), parents: ['plan']}, plan(6))).toBeUndefined()
    expect(inserted('# T\n', {form: form('plan/first'), parents: ['plan']}, plan(5))).toBeDefined()
  })

  test('that gets another number takes its parts with it, but for those that count otherwise', () => {
    const made = inserted('# T\n', {form: form('plan'), number: '9'})
    expect(made?.edits[0]?.text).toMatch(/^## 9\. Plan\n\n### 9\.1 First\n\n### Other\n/)
  })

  test('may be meant by a heading of which nothing more is known', () => {
    const text = '## Plann\n\nText.\n'
    const heading = {level: 2, title: 'Plann', position: rangeOf(text, '## Plann'), parent: -1} as Heading
    const missing = {form: form('plan'), parents: [], at} as MissingSection
    const made = fixes['renamed-heading'](undefined, {
      ...context(text),
      facts: factsWith({outline: [heading]}),
      missing,
    })
    expect(applyEdits(text, made?.edits ?? [])).toBe('## Plan\n\nText.\n')
    expect(made?.region).toEqual(rangeOf(text, '## Plann'))
  })
})

test('a year before a title is no number of a section', () => {
  const heading = (number: string, title: string) =>
    ({level: 2, number, title, text: `${number} ${title}`, id: title, parent: -1}) as unknown as Heading
  expect([...renumbered([heading('2024', 'in review'), heading('1', 'a'), heading('3', 'b')])]).toEqual([[2, '2']])
})
