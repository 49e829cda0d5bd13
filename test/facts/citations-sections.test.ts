import {describe, expect, test} from 'vitest'
import {sections, shown} from '../support/sections.js'

describe('the document is the one beside it', () => {
  test('whose labels in bold name what is shorter than a section', () => {
    expect(shown('[x](../research/x.md), section "Retry budget"')).toEqual([
      'section "Retry budget" → Retry budget research/x.md true',
    ])
    expect(shown('[b](b.md), section "Cold start"')).toEqual(['section "Cold start" → Cold start specs/b.md true'])
    expect(shown('[b](b.md), section "Warm start"')).toEqual(['section "Warm start" → Warm start specs/b.md false'])
  })

  test.each([
    ['[x](../research/x.md) §1.1', '§1.1 → 1.1 research/x.md true'],
    ['[x](../research/x.md), Section 1.1', 'Section 1.1 → 1.1 research/x.md true'],
    ['([x](../research/x.md)) — Sections 1–4', 'Sections 1–4 → 4 research/x.md false'],
    ['[x](../research/x.md) §1–1.1', '§1–1.1 → 1 research/x.md true'],
    ['[x](../research/x.md) §§ 1, 1.1 and 2', '§§ 1, 1.1 and 2 → 2 research/x.md false'],
    ['[x](../research/x.md), Sections 1, 1.1, and 8a', 'Sections 1, 1.1, and 8a → 1 research/x.md true'],
    ['[x](../research/x.md), Section 1, 9 of them', 'Section 1 → 1 research/x.md true'],
    ['Sections 1 and 4 of `research/x.md`', 'Sections 1 and 4 → 4 research/x.md false'],
    ['`research/x.md` Section 1', 'Section 1 → 1 research/x.md true'],
    ['research/x.md §8a', '§8a → 8a research/x.md true'],
    ['`x.md` §1', '§1 → 1 research/x.md true'],
    ['Section 1.1 of `research/x.md`', 'Section 1.1 → 1.1 research/x.md true'],
    ['Section "Data model" in [x](../research/x.md)', 'Section "Data model" → Data model research/x.md true'],
    ['Section “data `model`”', undefined],
    ['[research §1.1](../research/x.md)', '§1.1 → 1.1 research/x.md true'],
    ['[spec §4.1](b.md)', '§4.1 → 4.1 specs/b.md true'],
    ['[x](../research/x.md) §2', '§2 → 2 research/x.md false'],
    ['[x](../research/x.md) §3', '§3 → 3 research/x.md false'],
    ['[x](../research/x.md) §Costs', '§Costs → Costs research/x.md true'],
    ['[x](../research/x.md) §Cost', '§Cost → Cost research/x.md false'],
    ['[x](../research/x.md) §Phase 3', '§Phase 3 → Phase 3 research/x.md true'],
    [
      '[x](../research/x.md) Section "The tool() helper"',
      'Section "The tool() helper" → The tool() helper research/x.md true',
    ],
    ['[x](../research/x.md) §1.1.2', '§1.1.2 → 1.1.2 research/x.md ?'],
    ['[x](../research/plain.md) §3', '§3 → 3 research/plain.md ?'],
    ['[x](../research/gone.md) §3', '§3 → 3 ? ?'],
    ['As said [R1] §1.1.\n\n- [R1] `research/x.md`', '§1.1 → 1.1 research/x.md true'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected === undefined ? [] : [expected])
  })
})

describe('the document is the research', () => {
  const row = '| Status | Draft |\n| - | - |\n| Research | `research/x.md` |\n\n'
  test.each([
    'It grows (Research: Section 1.1).',
    'It grows (ref: research §1.1)',
    'It grows (research §1.1) and is cut.',
    'Research sections 1-1.1 tell.',
    'Section 1.1 of the research tells.',
    'Section "Growth" in the research document tells.',
    'It grows (from research, Section 1.1):',
    'This bridges the gap of the research (§1.1).',
    '**Research Reference:** Section 1.1 covers it.',
    '> **Research citation:** Section 1.1 covers it.',
  ])('that its row lists: %s', text => {
    const [found, ...others] = sections(`${row}${text}\n\n[y](../research/y.md)`)
    expect(others).toEqual([])
    expect(found).toMatchObject({kind: 'research', target: 'research/x.md', path: 'research/x.md', headingExists: true})
    expect(found).toMatchObject({resolvedFrom: 'context', exists: true})
  })

  test('that the row of the template lists, whatever its label', () => {
    const grounds = '[x](../research/x.md)'
    const text = `| Grounds | ${grounds} |\n| - | - |\n| Related research | [y](../research/y.md) |\n\nIt grows (research §1.1).`
    expect(sections(text, grounds)).toMatchObject([{path: 'research/x.md', headingExists: true}])
  })

  test('that the sentence cites, before the one that the row lists', () => {
    expect(shown(`${row}As [y](../research/y.md) tells (research §3).`)).toEqual(['§3 → 3 research/y.md true'])
  })

  test('that alone is cited', () => {
    expect(shown('See [y](../research/y.md).\n\nIt grows (research §3).')).toEqual(['§3 → 3 research/y.md true'])
  })

  test('among several is open', () => {
    const text = 'See [y](../research/y.md) and `research/x.md`.\n\nIt grows (research §3).'
    expect(shown(text)).toEqual(['§3 → 3 research/x.md|research/y.md ?'])
    expect(sections(text)[0]).not.toHaveProperty('path')
  })

  test('that nobody knows', () => {
    expect(shown('It grows (research §3).')).toEqual(['§3 → 3 ? ?'])
  })
})

describe('the document itself', () => {
  test.each([
    ['See §4.1.\n\n## 4.1 Goals', '§4.1 → 4.1 specs/a.md true'],
    ['It grows (§4.2).\n\n## 4.1 Goals', '§4.2 → 4.2 specs/a.md false'],
    ['It grows, per `src/x.ts:3` (§4.1).\n\n## 4.1 Goals', '§4.1 → 4.1 specs/a.md true'],
    ['| a |\n| - |\n| §4.1 |\n\n## 4.1 Goals', '§4.1 → 4.1 specs/a.md true'],
    ['So says the standard. It grows (§4.1).\n\n## 4.1 Goals', '§4.1 → 4.1 specs/a.md true'],
    ['So says the standard.) “Growth” is ours, e.g. §4.1.\n\n## 4.1 Goals', '§4.1 → 4.1 specs/a.md true'],
    ['See Section 4.1.\n\n## 4. Goals\n\n### 4.1 One', 'Section 4.1 → 4.1 specs/a.md true'],
    ['It grows (Section 4.2).\n\n## 4. Goals\n\n### 4.1 One', 'Section 4.2 → 4.2 specs/a.md false'],
    ['See Sections 4.1 and 4.2.\n\n## 4. Goals\n\n### 4.1 One', 'Sections 4.1 and 4.2 → 4.2 specs/a.md false'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected])
    expect(sections(text)[0]).toMatchObject({kind: 'self', target: ''})
  })
})

test.each([
  'As RFC 7231 §4 says, and ISO 8601 §3.',
  'GDPR §17 and the parent spec §4.',
  'By 17 U.S.C. § 107 we may. The HTTP spec, cf. §7.2, says so; by the standard (esp. §5.3) too.',
  'As in the GDPR, Art. §5.4. The standard of Doe et al. (§6) is one.',
  '[RFC 7231 §4](https://example.org) and [RFC](https://example.org) §4',
  'As [y](https://example.org) says, it grows (§4).',
  'See Section 4.',
  'This section 4 times, sections of it, § alone.',
  '- §5.1 Another document’s title',
  '`research §3` and `§4`',
  '```\nresearch §3\n```',
  'By the license, Section 4.2.\n\n## 4. Goals\n\n### 4.1 One',
  'The RFC says so. It grows (Section 4.2).\n\n## 4. Goals\n\n### 4.1 One',
  'See [y](https://example.org). It grows (Section 4.2).\n\n## 4. Goals\n\n### 4.1 One',
  '| a | b |\n| - | - |\n| The RFC | Section 4.2 |\n\n## 4. Goals\n\n### 4.1 One',
  'It grows (Section 5.2).\n\n## 4. Goals\n\n### 4.1 One',
  'See Section 4.2 and §4.2.\n\n## 4. Goals\n\n### 4.1 One\n\n```\n### 4.2 Two\n```',
  'Section 3 of the TUI spec, **Research Reference:** Section "Events" in the TUI spec',
])('no section is cited: %s', text => {
  expect(sections(`${text}\n`)).toEqual([])
})

test('a heading that may be meant', () => {
  expect(sections('[x](../research/x.md) §1.2')[0]).toMatchObject({headingNear: ['1.1 Growth']})
  expect(sections('[x](../research/x.md) §Groth')[0]).toMatchObject({headingNear: ['1.1 Growth']})
})

test.each(['§1 ', 'Section 1 ', '§"a', 'research §1.1. ', '[x](../research/x.md) §1 ', '§1.1.1', 'Section "'])(
  'hostile numbers of %j take little time',
  piece => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    expect(sections(text).length).toBeLessThan(50_000)
  },
)

describe('“§” behind a name may be the section of what bears it', () => {
  const own = '\n\n## 1. One\n\n## 4. Four\n\n### 4.1 Goals\n'

  test.each([
    'By CommonMark §4.2 it is.',
    'HTTP/1.1 § 4.3 says so.',
    'As TLS 1.3 §4.2 has it.',
    '**JLS** §4.7 forbids it.',
    'See DESIGN.md §4.9.',
    'PCI DSS §4.4 asks for it.',
    'It is so (BGB § 823).',
  ])('%s', text => {
    expect(sections(text + own).map(({headingExists}) => headingExists)).toEqual([undefined])
  })

  test.each([
    ['See §4.1.', true],
    ['As said in §4.1, it grows.', true],
    ['It grows (§4.2).', false],
    ['Per §4.2 it grows.', false],
  ])('not in %s', (text, exists) => {
    expect(sections(text + own).map(({headingExists}) => headingExists)).toEqual([exists])
  })

  test('nor of a document that has no section of that number at all', () => {
    expect(sections(`It grows (§7.2).${own}`).map(({headingExists}) => headingExists)).toEqual([undefined])
  })
})
