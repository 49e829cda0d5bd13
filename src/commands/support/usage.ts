// Not by the room's index, which loads what reads YAML.
import {nearest} from '../../text/nearest.js'

/** A command line, or a configuration, that cannot be followed: one line for the user, exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** The value if it is one of these; else a usage error with what was expected and a did-you-mean. */
export function oneOf<T extends string>(what: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find(name => name === value)
  if (found !== undefined) return found
  throw new UsageError(`Unknown ${what} "${value}", expected ${listed(allowed)}${didYouMean(value, allowed)}`)
}

/** `. Did you mean "x" or "y"?`, or nothing where no known word is near. */
export function didYouMean(word: string, known: Iterable<string>, show = (name: string) => `"${name}"`): string {
  const near = nearest(word, known)
  return near.length === 0 ? '' : `. Did you mean ${listed(near.map(show))}?`
}

/** "a, b or c" */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`
}
