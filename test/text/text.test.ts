import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {noCommand} from '../../src/text/escape.js'
import {
  compareCodeUnits,
  daysBetween,
  distance,
  isCalendarDate,
  jsonText,
  nearest,
  printable,
  slug,
} from '../../src/text/index.js'

describe('dates', () => {
  test('the calendar', () => {
    for (const day of ['2026-01-31', '2024-02-29', '2000-02-29', '2026-12-31']) expect(isCalendarDate(day)).toBe(true)
    for (const day of [
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-01-00',
      '2026-1-1',
      ' 2026-01-01',
    ]) {
      expect(isCalendarDate(day)).toBe(false)
    }
  })

  test('days between agree with the clock of the platform', () => {
    const date = fc.date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('2199-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [from, to] = [a.toISOString().slice(0, 10), b.toISOString().slice(0, 10)]
        expect(daysBetween(from, to)).toBe(Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))
      }),
    )
  })
})

describe('near words', () => {
  test('swaps, case and slips', () => {
    expect(distance('abcd', 'acbd')).toBe(1)
    expect(distance('', 'abc')).toBe(3)
    expect(nearest('Aproved', ['Approved', 'Rejected', 'Implemented'])).toEqual(['Approved'])
    expect(nearest('APPROVED', ['Approved'])).toEqual(['Approved'])
    expect(nearest('x', ['completely different'])).toEqual([])
  })

  // The whole matrix, without a limit.
  const plainDistance = (a: string, b: string): number => {
    const rows = Array.from({length: a.length + 1}, (_, i) => Array.from({length: b.length + 1}, (_, j) => i + j))
    const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
    for (let i = 1; i <= a.length; i++)
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1] ? 0 : 1
        const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
        const ways = [
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + same,
          ...(swapped ? [at(i - 2, j - 2) + 1] : []),
        ]
        rows[i]?.splice(j, 1, Math.min(...ways))
      }
    return at(a.length, b.length)
  }

  test('what words begin and end with alike changes nothing', () => {
    expect(plainDistance('abcd', 'acbd')).toBe(1)
    const word = fc.string({unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9})
    fc.assert(fc.property(word, word, (a, b) => distance(a, b) === plainDistance(a, b)))
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        const [found, expected] = [distance(a, b, limit), plainDistance(a, b)]
        expect(found <= limit ? found : 'more').toBe(expected <= limit ? expected : 'more')
      }),
    )
  })

  test('ties go by code units, whatever the order of the known words', () => {
    expect(nearest('cat', ['hat', 'bat', 'rat', 'mat'])).toEqual(['bat', 'hat', 'mat'])
  })
})

test('slugs hold letters, digits and hyphens only', () => {
  expect(slug('4.1 System & Architecture!')).toBe('4-1-system-architecture')
  expect(slug('Über-Straße 2026')).toBe('über-straße-2026')
  expect(slug('🎉🎉')).toBe('')
  fc.assert(fc.property(fc.string({unit: 'grapheme'}), text => /^[\p{L}\p{N}-]*$/u.test(slug(text))))
})

test('nothing that moves a cursor or turns a line survives printing', () => {
  expect(printable('a\u001b[31m\nb\u202ec\u200b')).toBe('a\\u{1b}[31m\\u{a}b\\u{202e}c\\u{200b}')
  fc.assert(
    fc.property(
      fc.string({unit: 'binary'}),
      text => !/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u.test(printable(text)),
    ),
  )
})

test('nothing is an order to a CI runner', () => {
  expect(printable('x ##[error]y ##vso[task.complete]z ##teamcity[a]')).toBe(
    'x ##\\u{5b}error]y ##vso\\u{5b}task.complete]z ##teamcity\\u{5b}a]',
  )
  expect(printable('# [1] ## [x] #[y]')).toBe('# [1] ## [x] #[y]')
  const text = '##[error] ##vso[x]'
  expect(jsonText([text])).toBe('[\n  "##\\u005berror] ##vso\\u005bx]"\n]\n')
  expect(JSON.parse(jsonText([text]))).toEqual([text])
  expect(noCommand('  ::error::x')).toBe('  \\u{3a}:error::x')
  expect(noCommand('x ::error::x')).toBe('x ::error::x')
})

test('order is that of code units', () => {
  expect(['ä', 'z', 'Z', 'a'].sort(compareCodeUnits)).toEqual(['Z', 'a', 'z', 'ä'])
})
