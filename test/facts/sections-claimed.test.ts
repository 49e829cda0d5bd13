import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Facts, Section} from '../../src/facts/index.js'
import {readTemplate} from '../../src/template/index.js'
import {at, factsOf, sectionOf} from './support.js'

function factsBy(template: string, text: string): Facts {
  return factsOf(text, {kind: {name: 'note', template: readTemplate(template)}})
}

/** Paths of all sections in the order of the tree, with what claims them and which one of a repeat they are. */
function tree(sections: Facts['sections'], around = ''): string[] {
  return Object.entries(sections).flatMap(([id, {claim = '-', repeat, sections: inner}]) => [
    [`${around}${id}`, claim, ...(repeat === undefined ? [] : [repeat])].join(' '),
    ...tree(inner, `${around}${id}/`),
  ])
}

const OPTIONS = [
  '# [Title]',
  '',
  '## Options',
  '',
  '### Option …',
  '',
  '<!-- section',
  'repeat: true',
  '-->',
  '',
  '#### Costs',
  '',
  '## Choice',
  '',
].join('\n')

describe('a section that repeats', () => {
  const text =
    '# A\n\n## Options\n\n### Option B\n\n#### Costs\n\n### Other\n\n### Option C\n\n### Option 2\n\n## End\n'
  const facts = factsBy(OPTIONS, text)

  test('has an id for each heading, in their order', () => {
    expect(tree(facts.sections)).toEqual([
      'options options',
      'options/option option 1',
      'options/option/costs costs',
      'options/other -',
      'options/option-2 option 2',
      'options/option-3 option 3',
      'end -',
    ])
    expect(sectionOf(facts, 'options/option-3')).toMatchObject({heading: 'Option 2', ordinal: 1})
    expect(facts.outline.map(({section}) => section)).toContain('options/option-2')
  })

  test('is counted, and so are those that are missing', () => {
    expect(facts.counts).toEqual({options: 1, choice: 0})
    expect(sectionOf(facts, 'options').counts).toEqual({option: 3})
    expect(sectionOf(facts, 'options/option-2').counts).toEqual({costs: 0})
    expect(sectionOf(facts, 'options/other').counts).toBeUndefined()
    expect(sectionOf(facts, 'options/option/costs').counts).toBeUndefined()
    expect(factsOf('# A\n', {kind: {name: 'research'}}).counts).toEqual({})
  })

  test('has its id to itself', () => {
    expect(tree(factsBy(OPTIONS, '## Options\n\n### Option\n\n### Option 2\n\n### Option-2\n').sections)).toEqual([
      'options options',
      'options/own-option -',
      'options/option option 1',
      'options/own-option-2 -',
    ])
  })
})

test('a hole that looks like HTML is one in a new document too', () => {
  const facts = factsBy('## Option <name>\n\n## Costs<br>\n', '## Option <name>\n\n## Costs<br>\n\n## Own <T>\n')
  expect(facts.outline.map(({text, section}) => [text, section])).toEqual([
    ['Option <name>', 'option'],
    ['Costs', 'costs'],
    ['Own <T>', 'own-t'],
  ])
})

describe('sections at any level', () => {
  const template = '<!-- spec-template\nlevels: any\n-->\n\n# T\n\n## A\n\n### B\n\n## C\n'

  test('stand where the template has them, with what is below them', () => {
    const facts = factsBy(
      template,
      '# T\n\n## Own\n\n### A\n\n#### Part\n\n##### B\n\none\n\n### C\n\n#### More\n\n## D\n',
    )
    expect(tree(facts.sections)).toEqual(['own -', 'a a', 'a/part -', 'a/b b', 'c c', 'c/more -', 'd -'])
    expect(facts.outline.map(({section}) => section)).toEqual([
      undefined,
      'own',
      'a',
      'a/part',
      'a/b',
      'c',
      'c/more',
      'd',
    ])
    expect(sectionOf(facts, 'own').words).toBe(1)
    expect(sectionOf(facts, 'a').words).toBe(1)
  })

  test('their extent goes by the levels of headings', () => {
    const text = '# T\n\n## A\n\n### C\n\nx\n\n## D\n'
    const {position, end} = sectionOf(factsBy(template, text), 'c')
    expect(at(text, {start: position.start, end})).toBe('### C\n\nx')
  })
})

describe('sections at level 1', () => {
  const template =
    '<!-- spec-template\nmetadata: {source: list, rows: [{id: title, label: Name}]}\n-->\n\n- Name: x\n\n# A\n\n## B\n\n# C\n'

  test('are sections, and so are the author’s own behind the first of them; what stands before is a title', () => {
    const facts = factsBy(template, '# T\n\n## Own\n\n# A\n\n## B\n\n# More\n\n# C\n')
    expect(tree(facts.sections)).toEqual(['own -', 'a a', 'a/b b', 'more -', 'c c'])
    expect(facts.titles.map(({text}) => text)).toEqual(['T'])
    expect(facts.title?.text).toBe('T')
  })

  test('without a title the row names the document', () => {
    const text = '- Name: `tidy` exports\n\n# A\n\nx\n\n# C\n'
    const facts = factsBy(template, text)
    expect(facts.titles).toEqual([])
    expect(facts.title).toMatchObject({text: 'tidy exports', name: 'tidy exports', ordinal: 1})
    expect(at(text, facts.position)).toBe('`tidy` exports')
    expect(factsBy(template, '- Name:\n\n# A\n').title).toBeUndefined()
    expect(factsBy('# T\n\n## A\n', '---\ntitle: x\n---\n\n## A\n').title).toBeUndefined()
  })

  test('a title is none of their text', () => {
    const facts = factsBy(`${template}`, '# A\n\nx\n\n# C\n')
    expect(facts.residue).toEqual([])
    expect(sectionOf(facts, 'a').content).toBe(1)
  })
})

test('a name is the title without what the template has around it', () => {
  const name = (text: string) => factsBy('# Feature Specification: [NAME]\n\n## A\n', text).title?.name
  expect(name('# Feature specification: Book a seat')).toBe('Book a seat')
  expect(name('# Book a seat')).toBe('Book a seat')
  expect(name('# Feature Specification:')).toBe('Feature Specification:')
})

test('ten thousand headings of a section that repeats are claimed in time that grows with them', () => {
  const headings = (count: number) => `# A\n\n## Options\n\n${'### Option x\n\n#### Costs\n\n'.repeat(count)}`
  const facts = factsBy(OPTIONS, headings(5000))
  expect(sectionOf(facts, 'options').counts).toEqual({option: 5000})
  expect(sectionOf(facts, 'options/option-5000').sections.costs?.claim).toBe('costs')
})

describe('any text as template and document', () => {
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom(
        '# A',
        '# B',
        '## A',
        '## Option [x]',
        '### {y}',
        '### A …',
        '<!-- section\nrepeat: true\n-->',
        '<!-- section\nlevel: any\naliases: ["… b"]\n-->',
        '<!-- spec-template\nlevels: any\nmetadata: {source: [frontmatter, list, lines], rows: []}\n-->',
        '- Status: Draft | Done',
        '**Status**: x  \nCreated: y\\',
        '| A | B |\n| - | - |\n| Status | x |',
        '---\nstatus: {a | b}\n---',
        '> **Status**: x',
        'TBD',
        '***A: b***: `c`',
      ),
      fc.string({
        unit: fc.constantFrom('a', '*', ':', ' ', '\n', '-', '#', '[', ']', '\\', '`', '<', '>', '&', '|', '\r'),
      }),
    ),
    {maxLength: 8},
  )
  const places = (value: unknown): {start: number; end: number}[] => {
    if (typeof value !== 'object' || value === null) return []
    const {start, end} = value as {start?: {offset?: number}; end?: {offset?: number}}
    const own =
      typeof start?.offset === 'number' && typeof end?.offset === 'number'
        ? [{start: start.offset, end: end.offset}]
        : []
    return [...own, ...Object.values(value).flatMap(places)]
  }
  const count = (sections: Facts['sections'] | Section['sections']): number =>
    Object.values(sections).reduce((sum, section) => sum + 1 + count(section.sections), 0)

  test('neither crashes nor has places outside the text, and each heading opens one section or is a title', () => {
    fc.assert(
      fc.property(lines, lines, (form, written) => {
        let template: ReturnType<typeof readTemplate>
        try {
          template = readTemplate(form.join('\n\n'))
        } catch (error) {
          expect((error as Error).name).toBe('TemplateError')
          return
        }
        const text = written.join('\n\n')
        const facts = factsOf(text, {kind: {name: 'note', template}})
        for (const {start, end} of places(facts)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
        expect(count(facts.sections) + facts.titles.length).toBe(facts.outline.length)
      }),
      {numRuns: 500},
    )
  })
})
