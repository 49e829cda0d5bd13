import {describe, expect, test} from 'vitest'
import {sections, shown} from '../support/sections.js'

describe('a section of a document', () => {
  test('is one of a spec or of research, and of its path', () => {
    expect(sections('[x](../research/x.md) §1')[0]).toMatchObject({
      kind: 'research',
      target: '../research/x.md',
      document: true,
    })
    expect(sections('[b](b.md) §4.1')[0]).toMatchObject({
      kind: 'spec',
      target: 'b.md',
      resolvedFrom: 'context',
      exists: true,
    })
    expect(sections('[b](gone.md) §4.1')[0]).toMatchObject({kind: 'spec', target: 'gone.md'})
    expect(sections('See [y](../research/y.md) and `research/x.md`.\n\nIt grows (research §3).')[0]).toMatchObject({
      kind: 'research',
      target: '',
    })
  })

  test.each([
    ['Section 1 of the [x](../research/x.md)', 'Section 1 → 1 research/x.md true'],
    ['Section 1 from the research doc [x](../research/x.md)', 'Section 1 → 1 research/x.md true'],
    ['Section 1 (`research/x.md`)', 'Section 1 → 1 research/x.md true'],
    ['[x](../research/x.md) (see §1)', undefined],
    ['`research/x.md`:\n§1', '§1 → 1 research/x.md true'],
    ['[research Section 1](../research/x.md)', 'Section 1 → 1 research/x.md true'],
    ['`src/x.ts:3` §1', '§1 → 1 specs/a.md ?'],
    ['`research/x.md`\n\n§1 of it', undefined],
    ['Section 1 of\n\n`research/x.md`', undefined],
    [`Section 1 of ${'the '.repeat(80)}\`research/x.md\``, undefined],
    ['`research/x.md` and so on, §1', undefined],
    ['Section "Data model", in the `research/x.md`', undefined],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual(expected === undefined ? [] : [expected])
  })

  test('is open where the research that is listed is several, and figures are none of it', () => {
    expect(shown('- **Research:** `research/x.md`, `research/fig.png`\n\nIt grows (research §1.1).')).toEqual([
      '§1.1 → 1.1 research/x.md true',
    ])
    expect(shown('- **Research:** `research/x.md`\n- See `research/y.md`\n\nIt grows (research §1.1).')).toEqual([
      '§1.1 → 1.1 research/x.md true',
    ])
    expect(shown('- **Prior research:** `research/x.md`\n- See `research/y.md`\n\nIt grows (research §1.1).')).toEqual([
      '§1.1 → 1.1 research/x.md true',
    ])
    expect(shown('- See research of `research/x.md`\n- See `research/y.md`\n\nIt grows (research §1.1).')).toEqual([
      '§1.1 → 1.1 research/x.md|research/y.md ?',
    ])
  })
})

describe('a section of the document itself', () => {
  const own = '\n\n## 4. Goals\n\n### 4.1 One\n\n## A.1 Annex\n\n## 12. Twelve'

  test.each([
    ['See §A.1 here.', ['§A.1 → A.1 specs/a.md true']],
    ['See Section A.1 here.', ['Section A.1 → A.1 specs/a.md true']],
    ['See Section 12 here.', ['Section 12 → 12 specs/a.md true']],
    ['See Section 1 here.', []],
    ['See §4.9 here.', ['§4.9 → 4.9 specs/a.md false']],
    ['See §12.1 here.', ['§12.1 → 12.1 specs/a.md ?']],
    ['See §1 here.', ['§1 → 1 specs/a.md ?']],
    ['See §5.1 here.', ['§5.1 → 5.1 specs/a.md ?']],
    ['CommonMark §4.1 tells.', ['§4.1 → 4.1 specs/a.md ?']],
    ['By **JLS** §4.1 it is.', ['§4.1 → 4.1 specs/a.md ?']],
    ['By DESIGN.md §4.1 it is.', ['§4.1 → 4.1 specs/a.md ?']],
    ['By Foo 2.0, §4.1 it is.', ['§4.1 → 4.1 specs/a.md ?']],
    ['See §4.1 of the plan.', []],
    ['See §4.1 in it.', []],
    ['See §4.1 offers.', ['§4.1 → 4.1 specs/a.md true']],
    ['§4.1 tells.', []],
    ['§4.1', ['§4.1 → 4.1 specs/a.md true']],
    ['**§4.1** tells.', []],
    ['As `src/x.ts:3` says, Section 4.1 is it.', ['Section 4.1 → 4.1 specs/a.md true']],
  ])('%s', (text, expected) => {
    expect(shown(`${text}${own}`)).toEqual(expected)
  })

  test('is any where no heading has a number', () => {
    expect(shown('See §4.1 here.\n\n## Goals')).toEqual(['§4.1 → 4.1 specs/a.md ?'])
  })

  test('is none that an open fence hides, in small letters or not', () => {
    expect(shown('See §A.1 here.\n\n## 4. Goals\n\n```\n## A.1 Two\n')).toEqual([])
  })
})
