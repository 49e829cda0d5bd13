import {endOf} from '../facts/reading/positions.js'
import {sectionText} from '../fixes/headings/form-text.js'
import type {Edit} from '../fixes/index.js'
import {editAt, rangesOf} from '../fixes/places.js'
import type {SectionPair, Template} from '../template/index.js'
import {itemAt, lineEnding} from '../text/index.js'
import {hasForm, hasGuidance, isBare} from './bare.js'
import {isCited} from './cited.js'
import {claimedBy, type Draft, edited, movedOver} from './draft.js'
import {blocksIn} from './extent.js'
import type {CitedFrom, PartChange} from './types.js'

/** A section that gets the form of the other version, by where its heading stood. */
export interface Renewal {
  start: number
  pair: SectionPair & Required<Pick<SectionPair, 'older' | 'newer'>>
}

/** The sections that hold nothing but their form, which is another one in the other version. `draft`: read by the old version. */
export function renewalsIn(
  draft: Draft,
  pairs: readonly SectionPair[],
  {from, to, cited}: {from: Template; to: Template; cited: CitedFrom},
): Renewal[] {
  const visit = (pair: SectionPair): Renewal[] => {
    const {older, newer} = pair
    if (!older || !newer || newer.deprecated !== undefined) return []
    const nodes = claimedBy(draft, older)
    const manner = {by: 0, bodyOnly: true}
    const isOther = sectionText(older, from, manner) !== sectionText(newer, to, manner)
    const fresh = nodes.filter(
      node =>
        isOther &&
        hasForm(draft.document, node) &&
        isBare(draft.document, node, from) &&
        !isCited(draft, node, cited, false),
    )
    // One whose parts are all there goes on as it is: what is put in anew could only be more.
    if (fresh.length > 0) return fresh.map(({start}) => ({start, pair: {...pair, older, newer}}))
    return pair.pairs.flatMap(visit)
  }
  return pairs.flatMap(visit)
}

/** Puts the form of the new version in the place of the old one. `draft`: read by the new version. */
export function renewed(
  draft: Draft,
  renewals: readonly Renewal[],
  {to, moves}: {to: Template; moves: Draft['moves']},
): {draft: Draft; parts: PartChange[]} {
  let current = draft
  const parts: PartChange[] = []
  for (const {start, pair} of renewals) {
    const {newer} = pair
    const at = movedOver([...moves, ...current.moves.slice(draft.moves.length)], start)
    const node = claimedBy(current, newer).find(each => each.start === at)
    if (!node) continue
    const {document, text} = current
    const blocks = blocksIn(document, node)
    const [heading, last] = [itemAt(blocks, 0), itemAt(blocks, blocks.length - 1)]
    const eol = lineEnding(text)
    const {number} = node.entry
    const form = sectionText(newer, to, {
      by: node.entry.level - newer.level,
      bodyOnly: true,
      guidance: hasGuidance(document, node) ? 'comment' : 'none',
      ...(number !== undefined && {number}),
    })
    const lines = form.trim().split('\n').join(eol)
    const edit: Edit = editAt(rangesOf(text), endOf(heading), endOf(last), lines === '' ? '' : `${eol}${eol}${lines}`)
    const next = text.slice(endOf(heading), endOf(last)) === edit.text ? undefined : edited(current, [edit])
    if (!next) continue
    current = next
    parts.push({change: 'renewed', part: 'section', name: node.entry.text})
  }
  return {draft: current, parts}
}
