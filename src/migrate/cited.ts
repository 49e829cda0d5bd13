import type {SectionNode} from '../facts/reading/sections.js'
import {headingsOf} from '../markdown/index.js'
import type {Draft} from './draft.js'
import {blocksIn} from './extent.js'
import type {CitedFrom} from './types.js'

/**
 * Whether anything outside of a section leads to it, or into it: a link of the document itself or of another one, or words such as
 * "see 8.1". `ownHeading`: its own heading counts too; else only those below it.
 */
export function isCited(draft: Draft, section: SectionNode, cited: CitedFrom, ownHeading: boolean): boolean {
  const {document, facts} = draft
  const blocks = new Set(blocksIn(document, section))
  const headings = headingsOf(document.tree).filter(
    ({node}) => blocks.has(node) && (ownHeading || node !== section.entry.node),
  )
  const anchors = new Set(headings.map(({anchor}) => anchor.toLowerCase()))
  if ([...anchors].some(anchor => cited.anchors.has(anchor))) return true
  const names = new Set(
    [section, ...below(section)]
      .filter(each => ownHeading || each !== section)
      .flatMap(({entry: {number, title}}) => [...(number === undefined ? [] : [number]), title.toLowerCase()]),
  )
  return facts.citations.some(({kind, anchor, heading, text, position: {start}}) => {
    if (kind !== 'self' || (start.offset >= section.start && start.offset < section.end)) return false
    return (
      (anchor !== undefined && anchors.has(anchor.toLowerCase())) ||
      // Words may name several: "Sections 8.1 and 8.3".
      (heading !== undefined &&
        [heading, ...(text.match(/\d+(?:\.\d+)*/g) ?? [])].some(each => names.has(each.toLowerCase())))
    )
  })
}

function below({sections}: SectionNode): SectionNode[] {
  return sections.flatMap(section => [section, ...below(section)])
}
