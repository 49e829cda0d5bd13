import {firstFrom} from '../../../text/index.js'
import type {CitationDraft} from '../types.js'

/** Citations by the places where they stand. */
export interface Places {
  /** The citation that begins at an offset. */
  at(offset: number): CitationDraft | undefined
  /** The citation within a stretch that a label there means: the first of research or a spec, else the first. */
  within(from: number, to: number): CitationDraft | undefined
}

export function placesOf(drafts: readonly CitationDraft[]): Places {
  const sorted = [...drafts].sort((a, b) => a.position.start.offset - b.position.start.offset)
  const byStart = new Map(sorted.map(draft => [draft.position.start.offset, draft]))
  return {
    at: offset => byStart.get(offset),
    within: (from, to) => {
      let at = firstFrom(sorted, ({position}) => position.start.offset, from)
      const first = sorted[at]
      for (let draft = first; draft !== undefined && draft.position.end.offset <= to; draft = sorted[++at])
        if (draft.kind === 'research' || draft.kind === 'spec') return draft
      return first !== undefined && first.position.end.offset <= to ? first : undefined
    },
  }
}
