import {firstFrom} from '../../text/index.js'
import type {Position} from '../types.js'
import type {SectionNode} from './sections.js'

/** The entries of a list in order of the document that lie in a section, its sub-sections included. */
export function within<Entry extends {position: Position}>(entries: readonly Entry[], section: SectionNode): Entry[] {
  const placeOf = (index: number) => entries[index]?.position.start.offset ?? 0
  return entries.slice(
    firstFrom(entries.length, placeOf, section.start),
    firstFrom(entries.length, placeOf, section.end),
  )
}
