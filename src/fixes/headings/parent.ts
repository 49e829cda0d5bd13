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

/** Offsets of the headings that sections of the template claim. */
export function claimedOffsets(sections: Readonly<Record<string, Section>>): number[] {
  return Object.values(sections).flatMap(({ordinal, position, sections: below}) => [
    ...(ordinal === undefined ? [] : [position.start.offset]),
    ...claimedOffsets(below),
  ])
}

/** Whether a document has neither metadata nor any section of its template: it is none of its kind. */
export function isForeign({metadata, sections}: Facts): boolean {
  return Object.keys(metadata).length === 0 && claimedOffsets(sections).length === 0
}
