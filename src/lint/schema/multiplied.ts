import {calledInPlace} from './cycles.js'

// Each is looked at for each fact, and may fail: many more would stand for hours of work, and fill the memory with failures.
const MOST_CHECKS = 10_000

/**
 * Definitions by which one and the same data would be held against too many others: each that calls the next one twice doubles what
 * there is to do, and twenty such lines are a million checks. Of those that call each other the first that is too many.
 */
export function multipliedDefinitions(definitions: ReadonlyMap<string, unknown>): string[] {
  const counts = new Map<string, number>()
  const countOf = (name: string): number => {
    const known = counts.get(name)
    if (known !== undefined) return known
    // Circles are reported as such.
    counts.set(name, 0)
    const called = calledInPlace(definitions.get(name))
    const count = called.reduce((sum, next) => sum + 1 + countOf(next), 0)
    counts.set(name, count)
    return count
  }
  return [...definitions.keys()].filter(
    name =>
      countOf(name) > MOST_CHECKS && calledInPlace(definitions.get(name)).every(next => countOf(next) <= MOST_CHECKS),
  )
}
