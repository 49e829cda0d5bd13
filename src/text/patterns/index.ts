import {reasonOf, rethrowUnless} from '../errors.js'
import {LinearPattern} from './linear.js'
import {isPlain} from './plain.js'
import {type Program, programOf} from './program.js'
import {readPattern} from './read.js'
import {PatternError} from './tree.js'
import type {Pattern} from './types.js'

export {PatternError} from './tree.js'
export type {Match, Pattern} from './types.js'

/**
 * A pattern of a user's, as a regular expression with the flag "u", and "g" where it is asked for. It matches what JavaScript's
 * own matches, in time that grows with the text alone.
 *
 * @throws PatternError where it is no regular expression, or cannot be looked for in such time; looking for it, LimitError on a
 * text that is too long for it.
 * @example
 * patternOf('(a+)+$').test('a'.repeat(100_000) + '!') // false, and at once
 */
export function patternOf(source: string, flags: 'u' | 'gu' = 'u'): Pattern {
  const native = nativeOf(source, flags)
  const program = programFor(source)
  return program === undefined ? native : new LinearPattern(source, flags, program)
}

/** Why a pattern cannot be looked for, in words that follow "Unexpected pattern …, "; undefined where it can. */
export function patternProblem(source: string): string | undefined {
  try {
    patternOf(source)
    return undefined
  } catch (error) {
    rethrowUnless(error, PatternError)
    return error.message
  }
}

// Each document is searched for the same few patterns.
const programs = new Map<string, Program | undefined>()
const MOST_KEPT = 1000

/** The program that looks for a pattern; undefined where JavaScript's own engine has but little to do. */
function programFor(source: string): Program | undefined {
  if (programs.has(source)) return programs.get(source)
  const tree = readPattern(source)
  const program = isPlain(tree) ? undefined : programOf(tree)
  if (programs.size >= MOST_KEPT) programs.clear()
  programs.set(source, program)
  return program
}

function nativeOf(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags)
  } catch (error) {
    const reason = reasonOf(error).replace(/^.*: /s, '')
    throw new PatternError(`expected a regular expression (${reason})`)
  }
}
