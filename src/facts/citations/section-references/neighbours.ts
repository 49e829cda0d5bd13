import {firstFrom, itemAt} from '../../../text/index.js'
import type {Slice} from '../slice.js'
import type {CitationDraft} from '../types.js'

/** Citations by the places where they stand, sought from a place between them. */
export interface Neighbours {
  /** The last one that ends at or before an offset. */
  before(offset: number): CitationDraft | undefined
  /** The first one that begins at or behind an offset. */
  behind(offset: number): CitationDraft | undefined
  /** Those that lie within a stretch. */
  within(stretch: Slice): CitationDraft[]
  /** The link among whose words a stretch lies. */
  around(stretch: Slice): CitationDraft | undefined
}

export function neighboursOf(drafts: readonly CitationDraft[]): Neighbours {
  const sorted = [...drafts].sort((a, b) => a.position.start.offset - b.position.start.offset)
  /** Index of the first that begins at or behind an offset. */
  const indexFrom = (offset: number): number => firstFrom(sorted, ({position}) => position.start.offset, offset)
  /** The nearest of the few that begin before an offset for which something holds: citations nest, but hardly deep. */
  const nearestBefore = (offset: number, holds: (end: number) => boolean): CitationDraft | undefined => {
    const last = indexFrom(offset) - 1
    for (let index = last; index >= 0 && index > last - 4; index--) {
      const draft = itemAt(sorted, index)
      if (holds(draft.position.end.offset)) return draft
    }
    return undefined
  }
  return {
    before: offset => nearestBefore(offset, end => end <= offset),
    behind: offset => sorted[indexFrom(offset)],
    within: ({from, to}) =>
      sorted.slice(indexFrom(from), indexFrom(to)).filter(draft => draft.position.end.offset <= to),
    around: ({from, to}) => nearestBefore(from, end => end >= to),
  }
}
