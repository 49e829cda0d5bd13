import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {LimitError, linesOf} from '../../src/markdown/index.js'
import {at, factsOf} from './support.js'

const LINES = [
  '# A Technical Design Document / RFC',
  '',
  '| Document Metadata | Details |',
  '| --- | --- |',
  '| Author(s) | Ada, Bo |',
  '| Status | Draft (é) |',
  '| Created / Last Updated | 2026-01-02 / 2026-02-30 |',
  '| Team / Owner |  |',
  '',
  '## 1. Executive Summary',
  '',
  'One 🎉 two [a](b.md) and `research/c.md:1-2` [R1].',
  '',
  '- [ ] task\ttabbed',
  '  - TBD',
  '',
  '> **Example:** x',
  '',
  '| a | b |',
  '| - |',
  '',
  '```md',
  '```js',
  '## 2. Context and Motivation',
]

/** What stands at every position of the facts, by the way to it. */
function slices(value: unknown, text: string, way = ''): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  const found: Record<string, string> = {}
  for (const [key, inner] of Object.entries(value)) {
    if (isPosition(inner)) found[`${way}/${key}`] = at(text, inner).replace(/\r\n?/g, '\n')
    Object.assign(found, slices(inner, text, `${way}/${key}`))
  }
  return found
}

function isPosition(value: unknown): value is {
  start: {offset: number; line: number; column: number}
  end: {offset: number; line: number; column: number}
} {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value
}

describe('positions', () => {
  const plain = `${LINES.join('\n')}\n`
  const expected = slices(factsOf(plain), plain)

  test.each([
    ['CRLF', LINES.join('\r\n'), ''],
    ['CR', LINES.join('\r'), ''],
    ['a byte order mark', LINES.join('\n'), '\uFEFF'],
    ['CRLF and a byte order mark', LINES.join('\r\n'), '\uFEFF'],
  ])('with %s say the same', (_name, body, mark) => {
    const text = mark + body
    const bare = LINES.join('\n')
    expect(slices(factsOf(text), text)).toEqual(slices(factsOf(bare), bare))
  })

  test('are of the places where things stand', () => {
    expect(expected).toMatchObject({
      '/title/position': '# A Technical Design Document / RFC',
      '/metadata/author/names/1/position': 'Bo',
      '/metadata/dates/updated/position': '2026-02-30',
      '/metadata/owner/position': '  ',
      '/sections/executive-summary/tasks/0/position': '- [ ] task\ttabbed',
      '/unset/0/position': 'TBD',
      '/residue/0/position': '> **Example:** x',
      '/tableLookalikes/0/position': '| a | b |',
      '/fences/0/position': '```md',
      '/fences/0/nested/0/position': '```js',
    })
  })

  test('have lines and columns that agree with their offsets, a byte order mark counting for nothing', () => {
    for (const text of [plain, `\uFEFF${LINES.join('\r\n')}`, '\uFEFF# A']) {
      const lines = linesOf(text)
      const check = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return
        if (isPosition(value)) {
          for (const point of [value.start, value.end]) expect(point).toEqual(lines.pointAt(point.offset))
        } else Object.values(value).forEach(check)
      }
      check(factsOf(text))
    }
    expect(factsOf('\uFEFF# A').title?.position.start).toEqual({line: 1, column: 1, offset: 1})
  })
})

describe('any text', () => {
  const bits = [
    '#',
    '##',
    '###',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '>',
    '- ',
    '1. ',
    '[ ] ',
    '|',
    '---',
    '```',
    '~~~',
    'js',
    'TBD',
    '**',
    '`',
    '[a](b)',
    '[R1]',
    '[^1]',
    '<!--',
    '-->',
    '<b>',
    '2026-01-02',
    'Status',
    'Summary',
    '\uFEFF',
    '\u0000',
    '🎉',
    '\ud800',
    'a',
    '\\',
    '&amp;',
    '![',
  ]
  const text = fc.oneof(
    fc.array(fc.constantFrom(...bits), {maxLength: 60}).map(parts => parts.join('')),
    fc.array(fc.constantFrom(...LINES, ...bits), {maxLength: 25}).map(parts => parts.join('\n')),
    fc.string({unit: 'binary', maxLength: 80}),
  )

  test('has facts, whose positions lie in it and run forward', () => {
    fc.assert(
      fc.property(text, source => {
        const check = (value: unknown): void => {
          if (typeof value !== 'object' || value === null) return
          if (isPosition(value)) {
            expect(value.start.offset).toBeGreaterThanOrEqual(0)
            expect(value.start.offset).toBeLessThanOrEqual(value.end.offset)
            expect(value.end.offset).toBeLessThanOrEqual(source.length)
          } else Object.values(value).forEach(check)
        }
        check(factsOf(source))
      }),
      {numRuns: 400},
    )
  })

  test('that is too deep or too large is refused, not read', () => {
    for (const source of [
      '> '.repeat(5_000),
      `${'- '.repeat(5_000)}x`,
      'word '.repeat(2_000_000),
      `${'*'.repeat(20_000)}a`,
    ]) {
      expect(() => factsOf(source)).toThrow(LimitError)
    }
  })
})
