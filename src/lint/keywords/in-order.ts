import {escapePointer, isObject, isPosition, isStrings} from '../data.js'
import type {Finding, Keyword} from './types.js'

interface Placed {
  id: string
  heading: string
  rank: number
  offset: number
}

/**
 * `inOrder: true | [id, …]`, on a map of sections: those that the template claims stand in its order (`true`: by their
 * `ordinal`) or in the order of the list. It finds the least set of sections that would have to move.
 */
export const inOrder: Keyword = {
  name: 'inOrder',
  type: 'object',
  parameter: 'true or a list of ids',
  accepts: parameter => parameter === true || (isStrings(parameter) && parameter.length > 1),
  yields: ['expected', 'actual'],
  *find(parameter, data) {
    const placed = placedSections(parameter, data)
    const kept = longestRising(placed)
    for (const section of placed) {
      if (!kept.has(section)) yield finding(section, placed, kept)
    }
  },
}

// In the order of the text.
function placedSections(parameter: unknown, data: unknown): Placed[] {
  if (!isObject(data)) return []
  const placed: Placed[] = []
  for (const [id, section] of Object.entries(data)) {
    if (!isObject(section) || !isPosition(section.position)) continue
    const rank = Array.isArray(parameter) ? parameter.indexOf(id) : section.ordinal
    if (typeof rank !== 'number' || rank < 0) continue
    placed.push({id, heading: String(section.heading ?? id), rank, offset: section.position.start.offset})
  }
  return placed.sort((a, b) => a.offset - b.offset)
}

// What is no part of a longest rising run is the least set that is out of order. Few sections: the square is cheap.
// Of runs of one length the one whose last members stand earliest in the template is kept, so the answer is one.
function longestRising(placed: readonly Placed[]): Set<Placed> {
  const runs: Placed[][] = []
  let longest: Placed[] = []
  for (const section of placed) {
    const before = runs
      .filter(run => (run.at(-1)?.rank ?? 0) < section.rank)
      .reduce<Placed[]>((best, run) => (isBetter(run, best) ? run : best), [])
    const run = [...before, section]
    runs.push(run)
    if (isBetter(run, longest)) longest = run
  }
  return new Set(longest)
}

function isBetter(run: readonly Placed[], best: readonly Placed[]): boolean {
  if (run.length !== best.length) return run.length > best.length
  return (run.at(-1)?.rank ?? 0) < (best.at(-1)?.rank ?? 0)
}

function finding(section: Placed, placed: readonly Placed[], kept: ReadonlySet<Placed>): Finding {
  const fixed = placed.filter(other => kept.has(other))
  const before = fixed.filter(other => other.rank < section.rank).at(-1)
  const after = fixed.find(other => other.rank > section.rank)
  const previous = placed[placed.indexOf(section) - 1]
  const anchor = before ?? after
  return {
    path: `/${escapePointer(section.id)}`,
    expected: anchor ? [`${before ? 'after' : 'before'} "${anchor.heading}"`] : [],
    actual: previous ? `after "${previous.heading}"` : 'first',
    related: anchor
      ? [{path: `/${escapePointer(anchor.id)}`, reason: `It belongs ${before ? 'after' : 'before'} this section`}]
      : [],
  }
}
