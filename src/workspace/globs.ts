import {clipped, LimitError, rethrowUnless} from '../text/index.js'
import {WorkspaceError} from './error.js'

type Fits = (path: string) => boolean

// JavaScript's own engine goes every way through a glob: with more parts that fit in several ways than these it may take for ever.
const MOST_LOOSE = 2
const LOOSE = /\*+|\{/g
// A group, or a class, may be repeated: a "+" behind it is handed through as the regular expression's own.
const GROUPED = /[()[\]]/
// What is looked for in linear time takes as many steps as a glob has signs, at each sign of a path.
const LONGEST = 1000

/**
 * Whether a path, with "/", fits one of the globs. Hidden names fit only where the glob names their dot.
 *
 * @throws WorkspaceError (a rejected promise, or where a path is tried) where a glob cannot be looked for.
 */
export async function compile(globs: readonly string[]): Promise<Fits> {
  if (globs.length === 0) return () => false
  const picomatch = await load()
  // Names may hold line breaks: "s" lets "**" cross them. Paths have "/" here on every system.
  const options = {windows: false, flags: 's'}
  const plain = globs.filter(glob => !isLoose(glob))
  const loose = globs.filter(isLoose)
  const linear = await Promise.all(loose.map(glob => linearly(glob, () => picomatch.makeRe(glob, options))))
  const fits = plain.length === 0 ? () => false : picomatch(plain, options)
  return linear.length === 0 ? fits : path => fits(path) || linear.some(each => each(path))
}

function isLoose(glob: string): boolean {
  return GROUPED.test(glob) || (glob.match(LOOSE)?.length ?? 0) > MOST_LOOSE
}

/** A glob's own regular expression, looked for in time that grows with the path alone. */
async function linearly(glob: string, expression: () => RegExp): Promise<Fits> {
  if (glob.length > LONGEST) throw refused(glob, `it has more than ${LONGEST} signs`)
  const {patternOf, PatternError} = await import('../text/patterns/index.js')
  try {
    const pattern = patternOf(strict(expression().source))
    return path => {
      try {
        return path === glob || pattern.test(path)
      } catch (error) {
        rethrowUnless(error, LimitError)
        throw refused(glob, error.message)
      }
    }
  } catch (error) {
    rethrowUnless(error, PatternError)
    throw refused(glob, error.message)
  }
}

/**
 * A regular expression of the flag "s" as one of the flag "u": there a dot takes no line break, and only signs with a meaning may be
 * escaped. What refers back to a group, which no glob means, is a sign like any other.
 */
function strict(source: string): string {
  let isClass = false
  return source.replace(/\\([\s\S])|[[\].]/g, (text, escaped?: string) => {
    if (escaped !== undefined)
      return /[tnrvfdDwWsSbB^$\\.*+?()[\]{}|/-]/.test(escaped) ? hyphen(text, isClass) : escaped
    if (text === '.') return isClass ? text : '[\\s\\S]'
    isClass = text === '['
    return text
  })
}

// In a class alone it may be escaped.
function hyphen(text: string, isClass: boolean): string {
  return text === '\\-' && !isClass ? '-' : text
}

function refused(glob: string, why: string): WorkspaceError {
  return new WorkspaceError(`The glob "${clipped(glob, 80)}" cannot be looked for: ${why}`)
}

export interface Glob {
  /** The folder that it begins in, relative, as it is written. */
  base: string
  /** The rest, to be held against paths relative to that folder. */
  pattern: string
}

const ESCAPED = /\\([()[\]{}!*+?@|])/g

/** A glob taken apart; undefined for a path without any of a glob's signs. */
export async function scan(text: string): Promise<Glob | undefined> {
  const {base, glob, isGlob} = (await load()).scan(text)
  return isGlob ? {base: base.replace(ESCAPED, '$1'), pattern: glob} : undefined
}

// Not loaded before it is needed: a command on named files does without.
async function load() {
  return (await import('picomatch')).default
}
