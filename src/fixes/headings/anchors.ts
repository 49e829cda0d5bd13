import type {Facts} from '../../facts/types.js'
import {headingsOf, parse} from '../../markdown/index.js'
import {applyEdits} from '../apply.js'
import {rangesOf} from '../places.js'
import type {Edit} from '../types.js'

/** Edits of links of the document to its own headings whose anchors other edits change. */
export function anchorEdits(edits: readonly Edit[], {citations}: Facts, text: string): Edit[] {
  // Most documents have no such links, and parsing twice takes a while.
  if (!citations.some(({kind, anchor}) => kind === 'self' && anchor !== undefined)) return []
  const [before, after] = [headingsOf(parse(text)), headingsOf(parse(applyEdits(text, edits)))]
  if (before.length !== after.length) return []
  const changed = new Map<string, string>()
  before.forEach(({anchor}, index) => {
    const now = after[index]?.anchor
    if (now !== undefined && now !== anchor) changed.set(anchor, now)
  })
  const range = rangesOf(text)
  const found = new Map<number, Edit>()
  for (const {kind, anchor, targetPosition} of citations) {
    const now = anchor === undefined ? undefined : changed.get(anchor.toLowerCase())
    if (kind !== 'self' || anchor === undefined || now === undefined || !targetPosition) continue
    const {start, end} = targetPosition
    const at = text.slice(start.offset, end.offset).indexOf(`#${anchor}`)
    if (at < 0) continue
    const from = start.offset + at + 1
    // Many labels share one definition.
    found.set(from, {range: range(from, from + anchor.length), text: now})
  }
  return [...found.values()]
}
