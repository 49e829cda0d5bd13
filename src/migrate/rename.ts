import {positionOf} from '../facts/reading/positions.js'
import type {SectionNode} from '../facts/reading/sections.js'
import type {Edit, Range} from '../fixes/index.js'
import {editAt, rangesOf} from '../fixes/places.js'
import {endOf, startOf} from '../markdown/index.js'
import {type SectionPair, titleKey} from '../template/index.js'
import {firstMatch, itemAt} from '../text/index.js'
import {claimedBy, type Draft} from './draft.js'
import {newTitle, titleSource} from './titles.js'
import type {PartChange} from './types.js'

/** A heading and the title that it gets. */
export interface Renaming {
  node: SectionNode
  title: string
}

/** Edits of the headings that the other version calls otherwise. The number of a heading stays. */
export function renamedHeadings(
  draft: Draft,
  pairs: readonly SectionPair[],
): {
  edits: Edit[]
  /** Headings that are read otherwise as a whole. */
  regions: Range[]
  renamings: Renaming[]
  parts: PartChange[]
} {
  const range = rangesOf(draft.text)
  const edits: Edit[] = []
  const regions: Range[] = []
  const renamings: Renaming[] = []
  const parts: PartChange[] = []
  const visit = ({older, newer, pairs: below}: SectionPair): void => {
    if (!older || !newer) return
    for (const node of newer.deprecated === undefined ? claimedBy(draft, older) : []) {
      const name = node.entry.text
      const outcome = outcomeOf(node, {older, newer}, draft)
      if (outcome === undefined) continue
      if ('reason' in outcome) {
        parts.push({change: 'kept', part: 'section', name, to: newer.heading, ...outcome})
        continue
      }
      const {title} = outcome
      renamings.push({node, title})
      const place = titlePlace(node, draft.text)
      edits.push(editAt(range, ...place, titleSource(title)))
      // Emphasis within a title goes with its words.
      if (draft.text.slice(...place) !== node.entry.title) regions.push(positionOf(node.entry.node))
      parts.push({
        change: 'renamed',
        part: 'section',
        name,
        to: `${name.slice(0, name.length - node.entry.title.length)}${title}`,
      })
    }
    below.forEach(visit)
  }
  pairs.forEach(visit)
  return {edits, regions, renamings, parts}
}

/** The title that a heading gets, or why it stays though the other version has another one; undefined where it may stay. */
function outcomeOf(
  node: SectionNode,
  {older, newer}: Required<Pick<SectionPair, 'older' | 'newer'>>,
  draft: Draft,
): {title: string} | {reason: string} | undefined {
  const title = newTitle(node, older, newer)
  if (title === undefined) return undefined
  if (older.level !== newer.level && !newer.anyLevel) return {reason: 'it is of another level there'}
  if (title === null) return {reason: 'its heading cannot be told apart from words of the author’s'}
  return isTaken(title, node, draft) ? {reason: 'another one is called so already'} : {title}
}

// One of the author's own beside it: two of one title would be an error, and which is meant the author knows.
function isTaken(title: string, node: SectionNode, {document: {sections}}: Draft): boolean {
  return sections.byHeading.some(
    other =>
      other !== undefined &&
      other !== node &&
      other.claim === undefined &&
      other.parent === node.parent &&
      titleKey(other.entry.title) === titleKey(title),
  )
}

/** Where the title of a heading stands, its number aside: as written, else all of its content behind the number. */
function titlePlace({entry: {node, number, title}}: SectionNode, text: string): [start: number, end: number] {
  const start = startOf(itemAt(node.children, 0))
  const end = endOf(itemAt(node.children, node.children.length - 1))
  const source = text.slice(start, end)
  const at = source.lastIndexOf(title)
  if (at >= 0 && title !== '') return [start + at, start + at + title.length]
  const before = number === undefined ? '' : firstMatch(/^[*_]{0,3}[\d.]+[*_]{0,3}\s+/, source)
  return [start + before.length, end]
}
