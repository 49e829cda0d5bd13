import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {claimSections, readTemplate, splitNumber, TemplateError} from '../../src/template/index.js'

const section = (heading: string, ...settings: string[]) =>
  `${heading}\n${settings.length > 0 ? `\n<!-- section\n${settings.join('\n')}\n-->\n` : ''}`

/** What claims the headings, which are written as in Markdown, by these of a template: paths, with the number of a repeat. */
function claims(template: string, ...headings: string[]): string[] {
  const list = headings.map(heading => {
    const [signs = '', ...words] = heading.split(' ')
    return {level: signs.length, title: splitNumber(words.join(' ')).title}
  })
  const found = claimSections(readTemplate(template).sections, list)
  return list.map((_, index) => {
    const claim = found.get(index)
    return claim ? [claim.section.path, ...(claim.repeat === undefined ? [] : [claim.repeat])].join(' ') : '-'
  })
}

describe('a hole in a heading', () => {
  test.each(['Option …', 'Option ...', 'Option [name]', 'Option {name of it}', 'Option <name>', 'Option **[name]**'])(
    '%s stands for any words, and is none of the id',
    heading => {
      expect(claims(`## ${heading}\n`, '## Options', '## Option ', '## 2. OPTION  b: c')).toEqual(['-', '-', 'option'])
    },
  )

  test.each([
    ['## User Story … - … (Priority: …)', '## User Story 1 - Book a seat (Priority: P1)', true],
    ['## User Story … - … (Priority: …)', '## User Story 12', true],
    ['## User Story … - … (Priority: …)', '## User Stories', false],
    ['## [A]: [b] and [c]', '## x: and and y', true],
    ['## [A]: [b] and [c]', '## x: y', false],
    ['## a[b]a', '## aa', false],
    ['## a[b]a', '## a a', false],
    ['## a[b]a', '## aaa', true],
    ['## Why …?', '## Why not?', true],
    ['## Why …?', '## Why not', false],
    ['## [a] [b]', '## one', true],
    ['## Of code `a…`', '## of code abc', true],
  ])('%s fits on %s: %s', (template, heading, fits) => {
    expect(claims(`${template}\n`, heading)[0] !== '-').toBe(fits)
  })

  test.each([
    ['## Array\\[]', 'array'],
    ['## One [link](x)', 'one-link'],
    ['## Line<br>break', 'line-break'],
    ['## A <!-- optional -->', 'a'],
    ['## A [ ]', 'a'],
  ])('%s is none', (template, id) => {
    expect(readTemplate(`${template}\n`).sections[0]?.id).toBe(id)
    expect(claims(`${template}\n`, '## Array of b', '## One thing', '## Line of break', '## A b')).toEqual(
      Array(4).fill('-'),
    )
  })

  test('claims one heading, after every title without holes, and before looser ones', () => {
    const template = '## Option …\n\n## Option B\n\n## Aliased\n\n<!-- section\naliases: ["Way …"]\n-->\n'
    expect(claims(template, '## Option B', '## Option C', '## Option D', '## Way out', '## Way in')).toEqual([
      'option-b',
      'option',
      '-',
      'aliased',
      '-',
    ])
    expect(claims('## User Story … - …\n\n## User …\n', '## User Guide', '## User Story 2')).toEqual([
      'user',
      'user-story',
    ])
  })

  test('is the form’s own where nobody has filled it in', () => {
    const template = '## [option x]\n\n## … option …\n'
    expect(claims(template, '## … option …', '## [option x]')).toEqual(['option', 'option-x'])
  })

  test('that is all there is claims last', () => {
    const template = '## {title}\n\n## Context\n\n<!-- section\naliases: [Ground]\n-->\n'
    expect(claims(template, '## Ground', '## What else', '## More')).toEqual(['context', 'title', '-'])
  })

  test('is told in ids where nothing else is', () => {
    const ids = (source: string) => readTemplate(source).sections.map(({id}) => id)
    expect(ids('## {title of option 1}\n\n## {title of other option}\n')).toEqual([
      'title-of-option-1',
      'title-of-other-option',
    ])
    expect(ids('## Option [A]\n\n## Option [B]\n')).toEqual(['option-a', 'option-b'])
    expect(ids('## User Story 1 - [Brief Title] (Priority: P1)\n')).toEqual(['user-story-1'])
    expect(() => ids('## …\n')).toThrow('The section "…" needs an id, for its title has no letters')
  })

  test('a title may have one before or behind its name', () => {
    const names = (title: string) => {
      const {titlePrefix, titleSuffix} = readTemplate(`# ${title}\n\n## A\n`)
      return [titlePrefix, titleSuffix]
    }
    expect(names('Feature Specification: [FEATURE NAME]')).toEqual(['Feature Specification: ', ''])
    expect(names('{title}')).toEqual(['', ''])
    expect(names('RFC <name> (draft)')).toEqual(['RFC ', '(draft)'])
    expect(names('ADR-{number}: {title}')).toEqual(['', ''])
  })
})

describe('a section that repeats', () => {
  const options = `## Options\n\n${section('### Option …', 'repeat: true', 'aliases: ["Weg …"]')}\n#### Costs\n\n### Choice\n`

  test('claims every heading that fits below its parent, in the order of the document', () => {
    expect(
      claims(
        options,
        '## Options',
        '### Weg 1',
        '### Option 2',
        '#### Costs',
        '### Other',
        '### Option 3',
        '#### Costs',
        '## Option 4',
      ),
    ).toEqual([
      'options',
      'options/option 1',
      'options/option 2',
      'options/option/costs',
      '-',
      'options/option 3',
      'options/option/costs',
      '-',
    ])
  })

  test('that is nothing but a hole claims whatever its siblings leave', () => {
    const template = `## Options\n\n${section('### {title}', 'repeat: true')}\n### Choice\n`
    expect(claims(template, '## Options', '### A', '### Choice', '### B', '## C')).toEqual([
      'options',
      'options/title 1',
      'options/choice',
      'options/title 2',
      '-',
    ])
  })

  test('is not looked for in itself', () => {
    const template = `## Options\n\n${section('### Option …', 'repeat: true', 'level: any')}`
    expect(claims(template, '## Options', '### Option A', '#### Option A, cheaper', '#### x', '#### Option B')).toEqual(
      ['options', 'options/option 1', '-', '-', '-'],
    )
    expect(claims(template, '## Options', '#### Option A', '### Option B', '#### Option C')).toEqual([
      'options',
      'options/option 1',
      'options/option 2',
      '-',
    ])
  })

  test('leaves nothing to a later sibling of the same title, nor does an optional one', () => {
    for (const [setting, word] of [
      ['repeat: true', 'repeated'],
      ['optional: true', 'optional'],
    ] as const) {
      const second = section('## Notes', 'id: more')
      expect(() => readTemplate(`${section('## NOTES', 'id: notes', setting)}\n${second}`)).toThrow(
        `Unexpected second section "Notes": its heading would be taken for that of the ${word} one before it`,
      )
      expect(readTemplate(`${section('## Notes', 'id: notes')}\n${second}`).sections).toHaveLength(2)
    }
  })

  test('leaves its siblings the ids of its headings', () => {
    expect(() => readTemplate(`${section('## Option …', 'repeat: true')}\n## Option 2\n`)).toThrow(TemplateError)
    expect(() => readTemplate(`${section('## Option …', 'repeat: true')}\n## Option 2\n`)).toThrow(
      'Unexpected id "option-2" of the section "Option 2", which the second of the repeated "option" would have',
    )
    expect(readTemplate(`${section('## Option …', 'repeat: true')}\n## Option B\n`).sections).toHaveLength(2)
  })
})

describe('levels', () => {
  test('of a section are its own, unless it says any', () => {
    const template = `${section('## A', 'level: any')}\n### B\n\n## C\n`
    expect(claims(template, '# X', '### A', '#### B', '### B', '### C')).toEqual(['-', 'a', '-', '-', '-'])
    expect(claims(template, '# X', '#### A', '##### B', '## C')).toEqual(['-', 'a', '-', 'c'])
    expect(claims(template, '# A')).toEqual(['-'])
  })

  test('may be any for all, and fixed for some', () => {
    const template = `<!-- spec-template\nlevels: any\n-->\n\n# T\n\n## A\n\n### B\n\n${section('## C', 'level: fixed')}`
    expect(claims(template, '# T', '### A', '#### x', '##### B', '### C')).toEqual(['-', 'a', '-', 'a/b', '-'])
  })

  test('of several headings that fit equally the highest is meant', () => {
    const template = '<!-- spec-template\nlevels: any\n-->\n\n## A\n\n## B\n'
    expect(claims(template, '## A', '#### B', '### B', '## B')).toEqual(['a', '-', '-', 'b'])
  })

  test('the only heading of level 1 is a title', () => {
    const template = '<!-- spec-template\nlevels: any\n-->\n\n## A\n\n## B\n'
    expect(claims(template, '# A', '## B')).toEqual(['-', 'b'])
    expect(claims(template, '# T', '# A', '# B')).toEqual(['-', 'a', 'b'])
  })

  test('what is nothing but a hole takes no parts of its siblings', () => {
    const template = `<!-- spec-template\nlevels: any\n-->\n\n## Options\n\n${section('### {title}', 'repeat: true')}`
    expect(claims(template, '## Options', '#### A', '##### x', '### B', '#### y', '### C')).toEqual([
      'options',
      'options/title 1',
      '-',
      'options/title 2',
      '-',
      'options/title 3',
    ])
  })

  test('a part of a section is its own, rather than something of any level that is like it', () => {
    const template = `<!-- spec-template\nlevels: any\n-->\n\n${section('## Costs', 'optional: true')}\n## Options\n\n### Costs: all\n`
    expect(claims(template, '## Options', '### Costs: all')).toEqual(['options', 'options/costs'])
    expect(claims(template, '## Options', '### Costs: all', '## Costs: more')).toEqual([
      'options',
      'options/costs',
      'costs',
    ])
  })

  test('a hole stands below a title too', () => {
    const template = '<!-- spec-template\nlevels: any\n-->\n\n## {topic}\n'
    expect(claims(template, '# T', '## A', '### B')).toEqual(['-', 'topic', '-'])
  })

  test('are 1 where several headings of a template have it: then it has no title', () => {
    const {title, sections} = readTemplate('- Name: x\n\n# A\n\n## B\n\n# C\n')
    expect(title).toBe('')
    expect(sections.map(({path, level, sections: inner}) => [path, level, inner.map(({path}) => path)])).toEqual([
      ['a', 1, ['a/b']],
      ['c', 1, []],
    ])
    expect(() => readTemplate('### X\n\n# A\n\n# B\n')).toThrow(
      'Unexpected heading "X" of level 3 outside a section of level 1',
    )
  })

  test('have two names', () => {
    expect(() => readTemplate('<!-- spec-template\nlevels: all\n-->\n\n## A\n')).toThrow(
      'Unexpected "all", expected one of "any", "fixed"',
    )
    expect(() => readTemplate(section('## A', 'level: fxed'))).toThrow('Unexpected "fxed", did you mean "fixed"?')
  })
})

describe('any words', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', 'B', ' ', '…', '.', '[', ']', '{', '}', '<', '>', '(', ':', '-', '1'),
  })

  test('as headings of templates and documents: no crash, and each heading is claimed once at the most', () => {
    fc.assert(
      fc.property(
        fc.array(words, {maxLength: 4}),
        fc.array(words, {maxLength: 12}),
        fc.boolean(),
        (forms, titles, any) => {
          const source = `<!-- spec-template\nlevels: ${any ? 'any' : 'fixed'}\n-->\n\n## Start\n\n${forms
            .map((form, index) =>
              section(`${'#'.repeat(2 + (index % 2))} ${form}`, `id: s${index}`, `repeat: ${index % 2 === 1}`),
            )
            .join('\n')}`
          let sections: ReturnType<typeof readTemplate>['sections']
          try {
            sections = readTemplate(source).sections
          } catch (error) {
            expect(error).toBeInstanceOf(TemplateError)
            return
          }
          const headings = titles.map((title, index) => ({level: 1 + (index % 4), title}))
          const found = claimSections(sections, headings)
          for (const [index, {parent, section: claimed, repeat}] of found) {
            expect(index).toBeLessThan(headings.length)
            expect(parent).toBeLessThan(index)
            expect(repeat === undefined).toBe(claimed.repeat !== true)
          }
          const single = [...found.values()].filter(({repeat}) => repeat === undefined)
          expect(new Set(single.map(({parent, section: {path}}) => `${parent} ${path}`)).size).toBe(single.length)
        },
      ),
      {numRuns: 300},
    )
  })
})

test('a title without words does not fit where words must stand before a hole', () => {
  expect(claims('## … because …\n', '##', '## Chosen because it is small')).toEqual(['-', 'because'])
})
