import type {Edit} from '../fixes/index.js'
import {rangesOf} from '../fixes/places.js'
import type {SectionPair, Template, TemplateSection} from '../template/index.js'
import {isBare} from './bare.js'
import {isCited} from './cited.js'
import {claimedBy, type Draft, edited, movedOver} from './draft.js'
import {blocksIn, stretchOf} from './extent.js'
import type {CitedFrom, PartChange} from './types.js'

/**
 * Takes out the sections that the other version has no more, where they hold nothing but the form and nothing leads to them; others
 * stay as they are. `draft`: read by the version that it is made from.
 */
export function withoutDropped(
  draft: Draft,
  pairs: readonly SectionPair[],
  {from: template, cited}: {from: Template; cited: CitedFrom},
): {draft: Draft; parts: PartChange[]} {
  const parts: PartChange[] = []
  let current = draft
  for (const {form, instead} of droppedIn(pairs)) {
    for (const {start, entry} of claimedBy(draft, form)) {
      const name = entry.text
      const kept = (reason: string): PartChange => ({
        change: 'kept',
        part: 'section',
        name,
        ...(instead && {to: instead.heading}),
        reason,
      })
      const at = movedOver(current.moves.slice(draft.moves.length), start)
      const node = claimedBy(current, form).find(each => each.start === at)
      if (!node || !isBare(current.document, node, template)) parts.push(kept('it holds words of the author’s'))
      else if (isCited(current, node, cited, true)) parts.push(kept('something cites it'))
      else {
        const {start: from, end: to} = stretchOf(current.document, blocksIn(current.document, node))
        const edit: Edit = {range: rangesOf(current.text)(from, to), text: ''}
        const next = edited(current, [edit])
        parts.push(
          next ? {change: 'removed', part: 'section', name} : kept('what stands around it would be read otherwise'),
        )
        current = next ?? current
      }
    }
  }
  return {draft: current, parts}
}

interface Dropped {
  form: TemplateSection
  /** What takes its place. */
  instead?: TemplateSection
}

function droppedIn(pairs: readonly SectionPair[]): Dropped[] {
  const all = newerIn(pairs)
  const visit = ({older, newer, pairs: below}: SectionPair): Dropped[] => {
    if (older === undefined) return []
    if (newer === undefined) return [{form: older}]
    // What was given up before is no news.
    if (newer.deprecated === undefined || older.deprecated !== undefined) return below.flatMap(visit)
    const instead = all.find(({path}) => path === newer.deprecated)
    return [{form: older, ...(instead && {instead})}]
  }
  return pairs.flatMap(visit)
}

function newerIn(pairs: readonly SectionPair[]): TemplateSection[] {
  return pairs.flatMap(({newer, pairs: below}) => [...(newer ? [newer] : []), ...newerIn(below)])
}
