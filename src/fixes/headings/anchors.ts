import type {Facts} from '../../facts/types.js'
import {headingsOf, parse} from '../../markdown/index.js'
import {itemAt} from '../../text/index.js'
import {applyEdits} from '../apply.js'
import {rangesOf} from '../places.js'
import type {Edit} from '../types.js'
import {type Anchored, anchorPlace, isOwnAnchor} from './anchor-place.js'

/** Edits of links of the document to its own headings whose anchors other edits change. */
export function anchorEdits(edits: readonly Edit[], {citations, path}: Facts, text: string): Edit[] {
  // Most documents have no such links, and parsing twice takes a while.
  const own = citations.filter((citation): citation is Anchored => isOwnAnchor(citation, {path}))
  if (own.length === 0) return []
  const [before, after] = [headingsOf(parse(text)), headingsOf(parse(applyEdits(text, edits)))]
  if (before.length !== after.length) return []
  const changed = new Map<string, string>()
  before.forEach(({anchor}, index) => {
    const now = itemAt(after, index).anchor
    if (now !== anchor) changed.set(anchor, now)
  })
  const range = rangesOf(text)
  const found = new Map<number, Edit>()
  for (const citation of own) {
    const now = changed.get(citation.anchor.toLowerCase())
    if (now === undefined) continue
    const place = anchorPlace(citation, text)
    // Many labels share one definition.
    if (place) found.set(place[0], {range: range(...place), text: now})
  }
  return [...found.values()]
}
