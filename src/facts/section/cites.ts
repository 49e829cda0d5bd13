import {within} from '../reading/lists.js'
import type {SectionNode} from '../reading/sections.js'
import type {Citation, Cites} from '../types.js'

/** Number of citations by kind; anchors of the document itself count for nothing. */
export function cites(citations: readonly Citation[], section: SectionNode): Cites {
  const counts = {research: 0, spec: 0, code: 0, url: 0}
  for (const {kind} of within(citations, section)) if (kind !== 'self') counts[kind]++
  return counts
}
