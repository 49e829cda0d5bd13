import {describe, expect, test} from 'vitest'
import {LimitError} from '../../../src/text/limit-error.js'
import {PatternError, patternOf, patternProblem} from '../../../src/text/patterns/index.js'
import {LinearPattern} from '../../../src/text/patterns/linear.js'
import {readPattern} from '../../../src/text/patterns/read.js'
import {EVIL} from './evil.mjs'
import {ORDINARY} from './ordinary.js'

describe('evil patterns', () => {
  test('there are sixty', () => {
    expect(new Set(EVIL.map(({pattern}) => pattern)).size).toBeGreaterThanOrEqual(60)
  })

  test.each(EVIL.map(({pattern, attack}) => [pattern, attack]))('%s', (pattern, attack) => {
    const problem = patternProblem(pattern)
    if (problem !== undefined) {
      expect(problem).toMatch(
        /^expected (?:none that refers back to a group \(.* at \d+\)|one of at most 10000 steps \(.* at \d+ )/,
      )
      return
    }
    const made = patternOf(pattern)
    // A plain one would be left to the engine that is slow.
    expect(made).toBeInstanceOf(LinearPattern)
    expect(made.test(attack)).toBe(false)
    expect((made as LinearPattern).steps).toBeLessThan(3_000 * attack.length)
  })

  test('the steps grow as the text does', () => {
    const stepsOf = (pattern: string, text: string): number => {
      const made = patternOf(pattern)
      made.test(text)
      return (made as LinearPattern).steps
    }
    for (const pattern of ['(a+)+$', 'a*a*a*b', '^(.*a){12}b', '(?<=a.*)b', '(?=(?:a*)*b)', '^(?!(?:a|a)*$)']) {
      const [small, large] = [stepsOf(pattern, `${'a'.repeat(1_000)}!`), stepsOf(pattern, `${'a'.repeat(10_000)}!`)]
      expect(large, pattern).toBeLessThan(11 * small)
    }
  })
})

describe('ordinary patterns', () => {
  test('there are sixty', () => {
    expect(new Set(ORDINARY.map(([pattern]) => pattern)).size).toBeGreaterThanOrEqual(60)
  })

  test.each(ORDINARY)('%s is looked for', (pattern, fits, other) => {
    expect(patternProblem(pattern)).toBeUndefined()
    expect(patternOf(pattern).test(fits)).toBe(true)
    expect(patternOf(pattern).test(other)).toBe(false)
    expect(new RegExp(pattern, 'u').test(fits)).toBe(true)
    expect(new RegExp(pattern, 'u').test(other)).toBe(false)
  })
})

describe('a pattern that is not looked for says why, and where', () => {
  test.each([
    ['(a)b\\1', 'expected none that refers back to a group ("\\1" at 5): it could take for ever on some texts'],
    ['(?<n>a)\\k<n>', 'expected none that refers back to a group ("\\k" at 8): it could take for ever on some texts'],
    ['b(a{1,99}){1,999}', 'expected one of at most 10000 steps (the repetition at 4 comes to more)'],
    ['a{20000}', 'expected one of at most 10000 steps (the repetition at 2 comes to more)'],
    [`${'('.repeat(101)}a${')'.repeat(101)}`, 'expected groups of at most 100 levels (the next begins at 101)'],
    ['(', 'expected a regular expression (Unterminated group)'],
    ['a**', 'expected a regular expression (Nothing to repeat)'],
  ])('%s', (pattern, problem) => {
    expect(patternProblem(pattern)).toBe(problem)
    expect(() => patternOf(pattern)).toThrow(PatternError)
  })

  test('an immense one is refused, not run into the ground', () => {
    expect(patternProblem('a'.repeat(100_000))).toBe('expected one of at most 10000 steps')
    expect(patternProblem('('.repeat(100_000))).toMatch(/^expected a regular expression/)
    expect(patternProblem(`${'(?:'.repeat(50)}a${'){9}'.repeat(50)}`)).toMatch(/^expected one of at most 10000 steps/)
  })
})

describe('a text that is too long for a pattern', () => {
  test('is an error of the limits', () => {
    expect(() => patternOf('(?:ab*)*c').test('a'.repeat(40_000_000))).toThrow(LimitError)
  })

  test('is one of the limits, too, where it would take too many steps', () => {
    expect(() => patternOf('(?:a*)*a{9000}b').test('a'.repeat(20_000))).toThrow(LimitError)
  })
})

test('matches follow one another as those of a regular expression do', () => {
  const pattern = patternOf('[A-Z]+-\\d+', 'gu')
  const text = 'A-1 and BC-22, then D-'
  expect(pattern.exec(text)).toMatchObject({0: 'A-1', index: 0})
  expect(pattern.lastIndex).toBe(3)
  expect(pattern.exec(text)).toMatchObject({0: 'BC-22', index: 8})
  expect(pattern.exec(text)).toBeNull()
  expect(pattern.lastIndex).toBe(0)
  expect(String(pattern)).toBe('/[A-Z]+-\\d+/gu')
})

test('what has no signs may be repeated', () => {
  for (const pattern of ['(?:){3}(?:a+)+$', '(?:){2,5}(?:a+)+$']) {
    expect(patternOf(pattern)).toBeInstanceOf(LinearPattern)
    expect([patternOf(pattern).test('caa'), patternOf(pattern).test('aac')]).toEqual([true, false])
  }
})

test('one that was not looked for yet took no steps', () => {
  expect((patternOf('(?:a+)+$') as LinearPattern).steps).toBe(0)
})

// Newer engines take flags within a pattern, older ones refuse it before it is read.
test('flags within a pattern are refused', () => {
  expect(() => readPattern('a(?i:b)')).toThrow(new PatternError('expected one without flags of its own ("(?i" at 2)'))
})

test('more patterns than are remembered serve as before', () => {
  const patterns = Array.from({length: 1_100}, (_, number) => `^(?:${number})$`)
  for (const pattern of [...patterns, ...patterns]) expect(patternOf(pattern).test(pattern.slice(4, -2))).toBe(true)
})
