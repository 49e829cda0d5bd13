import type {Facts, Section} from '../../facts/types.js'

/** The section of a document that ids lead to, from the outermost; undefined for none of them. */
export function sectionAt({sections}: Facts, ids: readonly string[]): Section | undefined {
  let found: Section | undefined
  let below: Readonly<Record<string, Section>> = sections
  for (const id of ids) {
    found = Object.hasOwn(below, id) ? below[id] : undefined
    below = found?.sections ?? {}
  }
  return found
}

const known = new WeakMap<Facts['sections'], ReadonlySet<number>>()

/** Offsets of the headings that sections of the template claim: gathered once, for each message may ask. */
export function claimedOffsets(sections: Facts['sections']): ReadonlySet<number> {
  const offsets = known.get(sections) ?? new Set(offsetsIn(sections))
  known.set(sections, offsets)
  return offsets
}

function* offsetsIn(sections: Facts['sections']): Generator<number> {
  for (const {ordinal, position, sections: below} of Object.values(sections)) {
    if (ordinal !== undefined) yield position.start.offset
    yield* offsetsIn(below)
  }
}

/** Whether a document has neither metadata nor any section of its template: it is none of its kind. */
export function isForeign({metadata, sections}: Facts): boolean {
  return Object.keys(metadata).length === 0 && claimedOffsets(sections).size === 0
}
