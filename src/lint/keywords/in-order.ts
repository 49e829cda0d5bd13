import {itemAt} from '../../text/item-at.js'
import {valueAt} from '../../text/value-at.js'
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
 * `ordinal`) or in the order of the list. It finds the least set of sections that would have to move. Those of a section that
 * repeats may stand in any order among themselves.
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
    const tell = teller(placed, kept)
    for (const section of placed) {
      if (!kept.has(section)) yield tell(section)
    }
  },
}

// In the order of the text.
function placedSections(parameter: unknown, data: unknown): Placed[] {
  if (!isObject(data)) return []
  const placed: Placed[] = []
  for (const [id, section] of Object.entries(data)) {
    if (!isObject(section) || !isPosition(section.position)) continue
    const rank = Array.isArray(parameter) ? parameter.indexOf(section.claim ?? id) : section.ordinal
    if (typeof rank !== 'number' || rank < 0) continue
    placed.push({id, heading: String(section.heading ?? id), rank, offset: section.position.start.offset})
  }
  return placed.sort((a, b) => a.offset - b.offset)
}

interface Run {
  last: Placed
  length: number
  before: Run | undefined
}

// What is no part of a longest rising run is the least set that is out of order. Of runs of one length the one whose last members
// stand earliest in the template is kept, so the answer is one. For each rank the best run that ends there is all that a later
// section can go on from: there are few ranks, however many sections.
function longestRising(placed: readonly Placed[]): Set<Placed> {
  const byRank = new Map<number, Run>()
  let longest: Run | undefined
  for (const section of placed) {
    let before: Run | undefined
    for (const [rank, run] of byRank) if (rank <= section.rank && isBetter(run, before)) before = run
    const run = {last: section, length: (before?.length ?? 0) + 1, before}
    byRank.set(section.rank, run)
    if (isBetter(run, longest)) longest = run
  }
  const kept = new Set<Placed>()
  for (let run = longest; run; run = run.before) kept.add(run.last)
  return kept
}

function isBetter(run: Run, best: Run | undefined): boolean {
  if (best === undefined || run.length !== best.length) return run.length > (best?.length ?? 0)
  return run.last.rank < best.last.rank
}

/** Tells of a section what it should stand behind or before, and what it stands behind. */
function teller(placed: readonly Placed[], kept: ReadonlySet<Placed>): (section: Placed) => Finding {
  const lastOfRank = new Map<number, Placed>()
  const firstOfRank = new Map<number, Placed>()
  for (const section of placed) {
    if (!kept.has(section)) continue
    if (!firstOfRank.has(section.rank)) firstOfRank.set(section.rank, section)
    lastOfRank.set(section.rank, section)
  }
  const ranks = [...lastOfRank.keys()]
  const places = new Map(placed.map((section, index) => [section, index]))
  return section => {
    const before = lastOfRank.get(ranks.findLast(rank => rank < section.rank) ?? Number.NaN)
    const after = firstOfRank.get(ranks.find(rank => rank > section.rank) ?? Number.NaN)
    return finding(section, before, after, placed[valueAt(places, section) - 1])
  }
}

function finding(
  section: Placed,
  before: Placed | undefined,
  after: Placed | undefined,
  previous: Placed | undefined,
): Finding {
  // Were there neither, the section itself would be kept.
  const anchor = itemAt(
    [before, after].filter(each => each !== undefined),
    0,
  )
  return {
    path: `/${escapePointer(section.id)}`,
    expected: [`${before ? 'after' : 'before'} "${anchor.heading}"`],
    actual: previous ? `after "${previous.heading}"` : 'first',
    related: [{path: `/${escapePointer(anchor.id)}`, reason: `It belongs ${before ? 'after' : 'before'} this section`}],
  }
}
