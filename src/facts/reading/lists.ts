import {firstFrom} from '../../text/index.js'
import type {Position} from '../types.js'
import type {SectionNode} from './sections.js'

/** The entries of a list in order of the document that lie in a section, its sub-sections included. */
export function within<Entry extends {position: Position}>(entries: readonly Entry[], section: SectionNode): Entry[] {
  const placeOf = (entry: Entry) => entry.position.start.offset
  return entries.slice(firstFrom(entries, placeOf, section.start), firstFrom(entries, placeOf, section.end))
}
