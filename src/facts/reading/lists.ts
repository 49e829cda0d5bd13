import type {Position} from '../types.js'
import type {SectionNode} from './sections.js'

/** Index of the first of `count` places, which ascend, that does not lie before an offset. */
export function firstFrom(count: number, placeOf: (index: number) => number, offset: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (placeOf(middle) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The entries of a list in order of the document that lie in a section, its sub-sections included. */
export function within<Entry extends {position: Position}>(entries: readonly Entry[], section: SectionNode): Entry[] {
  const placeOf = (index: number) => entries[index]?.position.start.offset ?? 0
  return entries.slice(
    firstFrom(entries.length, placeOf, section.start),
    firstFrom(entries.length, placeOf, section.end),
  )
}
