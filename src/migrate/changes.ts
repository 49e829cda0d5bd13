import {headingsOf, startOf} from '../markdown/index.js'
import {type Draft, movedOver} from './draft.js'
import {htmlLinks} from './html-links.js'
import type {AnchorChange, HeadingChange, LeftReference, Migrated} from './types.js'

/** How many links of a document to its own anchors lead nowhere. */
export function deadLinks({facts}: Draft): number {
  return facts.citations.filter(({kind, anchorExists}) => kind === 'self' && anchorExists === false).length
}

/** What may be cited of a document and is called otherwise now, and what cites it in words. */
export function changesBetween(before: Draft, after: Draft): Pick<Migrated, 'anchors' | 'headings' | 'left'> {
  const headings = headingsBetween(before, after)
  const anchors = anchorsBetween(before, after)
  return {anchors, headings, left: [...leftIn(before, after, headings), ...htmlLinks(after, anchors)]}
}

function anchorsBetween(before: Draft, after: Draft): AnchorChange[] {
  const now = new Map(headingsOf(after.document.tree).map(({node, anchor}) => [node.position?.start.offset, anchor]))
  return headingsOf(before.document.tree).flatMap(({node, anchor}): AnchorChange[] => {
    const to = now.get(movedOver(after.moves, startOf(node)))
    return to === undefined || to === anchor ? [] : [{from: anchor, to}]
  })
}

function headingsBetween(before: Draft, after: Draft): HeadingChange[] {
  const now = new Map(after.facts.outline.map(heading => [heading.position.start.offset, heading]))
  return before.facts.outline.flatMap(({position, number, title}): HeadingChange[] => {
    const heading = now.get(movedOver(after.moves, position.start.offset) ?? -1)
    if (!heading) return []
    return [
      {from: number, to: heading.number},
      {from: title, to: heading.title},
    ].flatMap(({from, to}) => (from === undefined || to === undefined || from === to ? [] : [{from, to}]))
  })
}

// What led nowhere before is no matter of this.
function leftIn(before: Draft, after: Draft, headings: readonly HeadingChange[]): LeftReference[] {
  const dead = ({facts}: Draft) =>
    facts.citations.filter(({kind, headingExists}) => kind === 'self' && headingExists === false)
  const known = new Set(dead(before).map(({position}) => movedOver(after.moves, position.start.offset)))
  return dead(after)
    .filter(({position}) => !known.has(position.start.offset))
    .map(({position, text, heading}) => {
      const to = headings.find(({from}) => from.toLowerCase() === heading?.toLowerCase())?.to
      return {line: position.start.line, text, ...(to !== undefined && {to})}
    })
}
