import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Facts} from '../../src/facts/index.js'
import {readTemplate, TemplateError} from '../../src/template/index.js'
import {at, factsOf} from './support.js'

const FORM = '# [Title]\n\n## Requirements\n\n### Functional\n\n## Notes\n'

function kindOf(header: string) {
  return {name: 'note', template: readTemplate(`<!-- spec-template\n${header}\n-->\n\n${FORM}`)}
}

describe('marks', () => {
  const kind = kindOf("marks:\n  - {name: open, pattern: '\\[OPEN: [^\\]]*\\]'}\n  - {name: who, pattern: '@\\w+'}")
  const marks = (text: string) =>
    factsOf(text, {kind}).marks.map(({name, text: words, section, position}) => [
      name,
      words,
      section,
      at(text, position),
    ])

  test('are found anywhere in the text, in its order', () => {
    const text =
      '# A [OPEN: x]\n\n## Notes\n\nOne @ada [OPEN: two\nlines] and **[OPEN: *three*]**.\n\n| [OPEN: a\\|b] |\n| - |\n| @b |\n'
    expect(marks(text)).toEqual([
      ['open', '[OPEN: x]', undefined, '[OPEN: x]'],
      ['who', '@ada', 'notes', '@ada'],
      ['open', '[OPEN: two lines]', 'notes', '[OPEN: two\nlines]'],
      ['open', '[OPEN: *three*]', 'notes', '[OPEN: *three*]'],
      ['open', '[OPEN: a|b]', 'notes', '[OPEN: a\\|b]'],
      ['who', '@b', 'notes', '@b'],
    ])
  })

  test('also where they are escaped, as a program writes them', () => {
    expect(marks('One \\[OPEN: a\\_b\\] \\@c\\\\@d\n')).toEqual([
      ['open', '[OPEN: a_b]', undefined, '[OPEN: a\\_b\\]'],
      ['who', '@c', undefined, '@c'],
      ['who', '@d', undefined, '@d'],
    ])
  })

  test.each([
    ['in a fence', '```\n[OPEN: x]\n```\n'],
    ['in indented code', '    [OPEN: x]\n'],
    ['in a code span', '`[OPEN: x]`\n'],
    ['in a comment', '<!-- [OPEN: x] -->\n\none <!-- @ada --> two\n'],
    ['in an address', '[one](x@ada.md) <https://a@ada.org> ![@ada](@ada) www.example.org/@ada\n\n[a]: @ada\n'],
    ['across paragraphs', '[OPEN: x\n\ny]\n'],
  ])('not %s', (_name, text) => expect(marks(text)).toEqual([]))

  test('in frontmatter, and in a document with a byte order mark and Windows’ line ends', () => {
    const text = '\uFEFF---\r\nby: "@ada \\[OPEN: x]"\r\n---\r\n\r\n@b\r\n'
    expect(marks(text).map(([, , , words]) => words)).toEqual(['@ada', '[OPEN: x]', '@b'])
  })
})

describe('placeholder patterns', () => {
  const kind = kindOf(
    "placeholders:\n  - say something here\n  - {pattern: '\\[[^\\]]+\\]'}\n  - {pattern: '<[a-z ]+>'}\nmarks: [{name: open, pattern: '\\[OPEN: [^\\]]*\\]'}]",
  )
  const residue = (text: string) =>
    factsOf(text, {kind}).residue.map(({source, text: words, position}) => [source, words, at(text, position)])

  test('are residue wherever they stand, once', () => {
    const text =
      '# A [NAME]\n\nsay something here\n\n[Describe it]\n\n- [one]\n- As a <user of it> I [do [x]\n\n> [quoted]\n\n## [Notes]\n'
    expect(residue(text)).toEqual([
      ['placeholder', '[NAME]', '[NAME]'],
      ['placeholder', 'say something here', 'say something here'],
      ['placeholder', '[Describe it]', '[Describe it]'],
      ['placeholder', '[one]', '[one]'],
      ['placeholder', '<user of it>', '<user of it>'],
      ['placeholder', '[do [x]', '[do [x]'],
      ['placeholder', '[quoted]', '[quoted]'],
      ['placeholder', '[Notes]', '[Notes]'],
    ])
  })

  test('no link, box, footnote, code or mark is one', () => {
    const text = '[a](b.md) [c][d] [d] ![e](f.png)[^1]\n\n- [ ] g\n- [x] h `[i]`\n\n[OPEN: j]\n\n[d]: k.md\n[^1]: l\n'
    expect(residue(text)).toEqual([])
  })

  test('a text that is nothing else is no content', () => {
    const content = (body: string) => factsOf(`# A\n\n## Notes\n\n${body}\n`, {kind}).sections.notes?.content
    expect(content('[Describe it]')).toBe(0)
    expect(content('Of [somebody]')).toBe(1)
    expect(content('`[Describe it]`')).toBe(1)
  })
})

describe('ids', () => {
  const ids = (header: string, text: string): {definitions: unknown[]; uses: unknown[]; facts: Facts} => {
    const facts = factsOf(text, {kind: kindOf(`ids:\n  - {name: requirement, ${header}}`)})
    const {definitions, uses} = facts.identifiers
    return {
      facts,
      definitions: definitions.map(({id, uses: count, section, position}) =>
        [id, count, section, at(text, position)].join(' '),
      ),
      uses: uses.map(({id, defined, near, section}) => [id, defined, section, ...(near ?? [])].join(' ')),
    }
  }
  const FR = "pattern: 'FR-\\d{3}'"

  test('are defined where an item, a heading or a row begins with them, marks aside, and used elsewhere', () => {
    const text = [
      '# FR-000',
      '',
      '## 1. FR-001: one',
      '',
      '- **FR-002**: two, as FR-001 and `FR-001`',
      '- [ ] [FR-003](#x) three',
      '- `FR-004` four',
      '- <a id="e"></a>_FR-005_ five',
      '- As FR-005',
      '  1. FR\\-006',
      '',
      'FR-002 says.',
      '',
      '| Id | What |',
      '| - | - |',
      '| **FR-007** | as FR-009 |',
      '| FR-008 | |',
      '',
      '```',
      '- FR-010',
      '```',
      '',
    ].join('\n')
    const {definitions, uses} = ids(FR, text)
    expect(definitions).toEqual([
      'FR-000 0  FR-000',
      'FR-001 2 fr-001-one FR-001',
      'FR-002 1 fr-001-one FR-002',
      'FR-003 0 fr-001-one FR-003',
      'FR-004 0 fr-001-one FR-004',
      'FR-005 1 fr-001-one FR-005',
      'FR-006 0 fr-001-one FR\\-006',
      'FR-007 0 fr-001-one FR-007',
      'FR-008 0 fr-001-one FR-008',
    ])
    expect(uses).toEqual([
      'FR-001 true fr-001-one',
      'FR-001 true fr-001-one',
      'FR-005 true fr-001-one',
      'FR-002 true fr-001-one',
      'FR-009 false fr-001-one FR-000 FR-001 FR-002',
    ])
  })

  test('the text is that of the item without its sub-items, of the heading, or of the row', () => {
    const {facts} = ids(FR, '- **FR-001**: one\n  - more\n\n## FR-002 two\n\n| a | b |\n| - | - |\n| FR-003 | c |\n')
    expect(facts.identifiers.definitions.map(({text}) => text)).toEqual(['FR-001: one', 'FR-002 two', 'FR-003 c'])
  })

  test('are not defined by an item or a heading that begins with no words of its own', () => {
    expect(ids(FR, '- > FR-001 quoted\n- - FR-002\n-\n').definitions).toEqual(['FR-002 0  FR-002'])
    expect(ids(FR, '##\nFR-001\n').definitions).toEqual([])
  })

  test('are whole words', () => {
    expect(ids(FR, '- FR-0012\n- XFR-001\n- X-FR-001\n- FR-001a\n- FR-001: x\n- FR-001-x\n').definitions).toEqual([
      'FR-001 0  FR-001',
      'FR-001 0  FR-001',
    ])
  })

  test('are defined in the section that the template names, and used in others', () => {
    const text =
      '## Requirements\n\n- FR-001\n\n### Functional\n\n#### More\n\n- FR-002\n\n## Notes\n\n- FR-002\n- FR-003\n'
    const {definitions, uses} = ids(`${FR}, section: requirements/functional`, text)
    expect(definitions).toEqual(['FR-002 1 requirements/functional/more FR-002'])
    expect(uses).toEqual(['FR-001 false requirements FR-002', 'FR-002 true notes', 'FR-003 false notes FR-002'])
  })

  test('defined twice are two definitions', () => {
    expect(ids(FR, '- FR-001\n- FR-001\n\nFR-001\n').definitions).toEqual(['FR-001 1  FR-001', 'FR-001 1  FR-001'])
  })

  test('in great numbers come to an end', () => {
    const items = Array.from({length: 10_000}, (_, n) => `- FR-${n}: as FR-${n + 20_000}`).join('\n')
    expect(ids("pattern: 'FR-\\d+'", items).uses).toHaveLength(10_000)
  })
})

describe('what a template may say of patterns', () => {
  const error = (header: string): string => {
    try {
      kindOf(header)
      return 'read'
    } catch (thrown) {
      if (thrown instanceof TemplateError) return `${thrown.line}: ${thrown.message}`
      throw thrown
    }
  }
  test.each([
    ["marks:\n  - {name: a, pattern: '['}", /^3: Unexpected pattern "\[", expected a regular expression \(.+\)$/],
    [
      "kind: x\nmarks: [{name: a, pattern: 'x*'}]",
      '3: Unexpected pattern "x*", expected one that does not match the empty text',
    ],
    [
      "marks: [{name: a, pattern: '(x+)y\\1'}]",
      '2: Unexpected pattern "(x+)y\\1", expected none that refers back to a group ("\\1" at 6): it could take for ever on some texts',
    ],
    [
      "placeholders: [{pattern: '(?:[a-z]{1,999}){9,99}'}]",
      '2: Unexpected pattern "(?:[a-z]{1,999}){9,99}", expected one of at most 10000 steps (the repetition at 9 comes to more)',
    ],
    ['placeholders: [{patern: x}]', '2: Unexpected "patern", did you mean "pattern"?'],
    ['marks: [x]', '2: Unexpected item of "marks", expected "name", "pattern"'],
    ['ids: [{name: A b, pattern: x}]', '2: Unexpected id "A b", expected letters, digits and hyphens in lower case'],
    ['ids: [{name: a, pattern: x}, {name: a, pattern: y}]', '2: Unexpected second "a" in "ids"'],
    [
      'ids: [{name: a, pattern: x, section: notse}]',
      '2: Unexpected section "notse" of the ids "a", did you mean "notes"?',
    ],
    ['ids: [{name: a}]', '2: Unexpected value of "pattern", expected a text'],
    ['mark: []', '2: Unexpected "mark", did you mean "marks"?'],
  ])('%s', (header, message) => {
    if (typeof message === 'string') expect(error(header)).toBe(message)
    else expect(error(header)).toMatch(message)
  })

  test.each([
    '\\[(?:a+|b) [^\\]()*]*\\]',
    '(?:\\d+\\.){2}\\d+',
    '(?<n>a+)-b?',
    '[(+*)]+x',
    '\\(+a\\)+',
    '(?=a)a+(?:b)+',
    '(?:a|aa)!',
    'A-\\d(?:, (?:F|G)-\\d)*',
    '(?:x|y|\u{e9})+!',
    '(?:\\(|\\)){2}',
    'a{2,3}',
  ])('%s may be looked for', pattern => expect(error(`marks: [{name: a, pattern: '${pattern}'}]`)).toBe('read'))
})

describe('any text', () => {
  const kind = kindOf(
    "ids:\n  - {name: id, pattern: 'a+', section: notes}\n  - {name: other, pattern: '[b-c]'}\nmarks: [{name: m, pattern: '\\[[^\\]]*\\]'}]\nplaceholders: [{pattern: '<[^>]*>'}, {pattern: '\\{.*\\}'}]",
  )
  const signs = fc.string({
    unit: fc.constantFrom(
      'a',
      'b',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '{',
      '}',
      '\\',
      '`',
      '*',
      '_',
      '|',
      '-',
      '#',
      '!',
      '^',
      ':',
      ' ',
      '\n',
      '\n\n',
      '\r\n',
      '&amp;',
      '🎉',
      '## Notes\n',
      '<!--',
      '-->',
    ),
    maxLength: 60,
  })

  test('has marks, residue and ids only where they stand', () => {
    fc.assert(
      fc.property(signs, text => {
        const {marks, residue, identifiers} = factsOf(text, {kind})
        const told = [...marks, ...residue, ...identifiers.definitions, ...identifiers.uses]
        for (const {position} of told) {
          expect(position.start.offset).toBeGreaterThanOrEqual(0)
          expect(position.end.offset).toBeGreaterThan(position.start.offset)
          expect(position.end.offset).toBeLessThanOrEqual(text.length)
        }
        for (const {id, position} of [...identifiers.definitions, ...identifiers.uses])
          expect(at(text, position).replace(/\\/g, '')).toBe(id)
        for (const mark of marks) expect(at(text, mark.position)).toMatch(/^\[[\s\S]*\]$/)
      }),
      {numRuns: 500},
    )
  })

  test('of great length comes to an end, whatever a pattern is after', () => {
    const open = kindOf("marks: [{name: m, pattern: '\\[x[^\\]]*\\]'}]")
    expect(factsOf(`# A\n\n${'[x '.repeat(40_000)}\n`, {kind: open}).marks).toEqual([])
  })

  test.each(['(?:x+y?)+z', '((a|b*)c){2,}d', '(?:a|aa)+!', '(\\w|\\d)+!', '(?:(?:x|[xy])z?)*!', '(.*a){12}!'])(
    'comes to an end, though %s would take JavaScript for ever',
    pattern => {
      const kind = kindOf(`marks: [{name: m, pattern: '${pattern}'}]\nplaceholders: [{pattern: '${pattern}'}]`)
      for (const pump of ['a', 'x', 'xy', 'bc', '1'])
        expect(factsOf(`# A\n\n${pump.repeat(900)}?\n`, {kind}).marks).toEqual([])
    },
  )

  test.each(['(?=🎉)', '(?=🎉)x?', '(?:)(?=[^x])'])('comes to an end where %s finds places without words', pattern => {
    const kind = kindOf(`marks: [{name: m, pattern: '${pattern}'}]`)
    expect(factsOf('# A\n\nsee 🎉🎉 here\n', {kind}).marks).toEqual([])
  })

  test('finds what lies across lines, whatever ends them', () => {
    const kind = kindOf("marks: [{name: m, pattern: '\\[x[^\\]]*\\]'}]")
    for (const ending of ['\n', '\r\n', '\r']) {
      const text = ['# A', '', 'a [x b', 'c] d', '', 'e [x f', '', 'g] h', ''].join(ending)
      expect(factsOf(text, {kind}).marks.map(({text: found}) => found)).toEqual(['[x b c]'])
    }
  })

  test('finds what lies across the stretches in which it is searched', () => {
    const mark = kindOf("marks: [{name: m, pattern: '\\[x[^\\]]*\\]'}]")
    const text = 'word [x marks this place] '.repeat(2000)
    expect(factsOf(`${text}\n`, {kind: mark}).marks).toHaveLength(2000)
  })
})
