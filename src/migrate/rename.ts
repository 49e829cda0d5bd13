import {positionOf} from '../facts/reading/positions.js'
import type {SectionNode} from '../facts/reading/sections.js'
import type {Edit, Range} from '../fixes/index.js'
import {editAt, rangesOf} from '../fixes/places.js'
import type {SectionPair} from '../template/index.js'
import {claimedBy, type Draft} from './draft.js'
import {newTitle} from './titles.js'
import type {PartChange} from './types.js'

/** Edits of the headings that the other version calls otherwise. The number of a heading stays. */
export function renamedHeadings(
  draft: Draft,
  pairs: readonly SectionPair[],
): {
  edits: Edit[]
  /** Headings that are read otherwise as a whole. */
  regions: Range[]
  parts: PartChange[]
} {
  const range = rangesOf(draft.text)
  const edits: Edit[] = []
  const regions: Range[] = []
  const parts: PartChange[] = []
  const visit = ({older, newer, pairs: below}: SectionPair): void => {
    if (!older || !newer) return
    for (const node of newer.deprecated === undefined ? claimedBy(draft, older) : []) {
      const name = node.entry.text
      const title = newTitle(node, older, newer)
      if (title === undefined) continue
      const isElsewhere = older.level !== newer.level && !newer.anyLevel
      if (title === null || isElsewhere) {
        const reason = isElsewhere
          ? 'it is of another level there'
          : 'its heading cannot be told apart from words of the author’s'
        parts.push({change: 'kept', part: 'section', name, to: newer.heading, reason})
        continue
      }
      const place = titlePlace(node, draft.text)
      edits.push(editAt(range, ...place, title))
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
  return {edits, regions, parts}
}

/** Where the title of a heading stands, its number aside: as written, else all of its content behind the number. */
function titlePlace({entry: {node, number, title}}: SectionNode, text: string): [start: number, end: number] {
  const [first, last] = [node.children[0], node.children[node.children.length - 1]]
  const start = first?.position?.start.offset ?? 0
  const end = last?.position?.end.offset ?? start
  const source = text.slice(start, end)
  const at = source.lastIndexOf(title)
  if (at >= 0 && title !== '') return [start + at, start + at + title.length]
  const before = number === undefined ? '' : (/^[*_]{0,3}[\d.]+[*_]{0,3}\s+/.exec(source)?.[0] ?? '')
  return [start + before.length, end]
}
