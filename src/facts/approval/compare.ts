import {titleKey} from '../../template/index.js'
import type {Document} from '../reading/document.js'
import {positionOf} from '../reading/positions.js'
import type {ApprovalChange, Position} from '../types.js'
import {type Content, contentsOf} from './contents.js'

/** The sections that say something else than they said then, in the document's order, those that are gone where they stood. */
export function changesBetween(then: Document, now: Document): ApprovalChange[] {
  const [before, after] = [contentsOf(then), contentsOf(now)]
  const added = [...after.values()].filter(({node}) => !before.has(node.path))
  const removed = [...before.values()].filter(({node}) => !after.has(node.path))
  // A section of the author's own that got another title or place says what it said.
  const moves = movesOf(removed, added)
  const changes: ApprovalChange[] = []
  for (const content of after.values()) {
    const {node} = content
    const was = before.get(node.path) ?? moves.get(content)
    const change = was === undefined ? 'added' : isSame(was, content) ? undefined : 'changed'
    // A heading alone says nothing.
    if (change === undefined || (change === 'added' && content.lines.length === 0)) continue
    changes.push(told(content, change, positionOf(node.entry.node)))
  }
  const moved = new Set(moves.values())
  for (const content of removed) {
    if (moved.has(content) || content.lines.length === 0) continue
    changes.push(told(content, 'removed', placeOf(content, then, now)))
  }
  return changes.sort((a, b) => a.position.start.offset - b.position.start.offset)
}

function told({node}: Content, change: ApprovalChange['change'], position: Position): ApprovalChange {
  return {section: node.path, heading: node.entry.text, change, position}
}

function isSame(a: Content, b: Content): boolean {
  return a.lines.length === b.lines.length && a.lines.every((line, index) => line === b.lines[index])
}

function movesOf(removed: readonly Content[], added: readonly Content[]): Map<Content, Content> {
  const moves = new Map<Content, Content>()
  const left = new Set(removed)
  const match = (fits: (was: Content, is: Content) => boolean): void => {
    for (const is of added) {
      if (moves.has(is)) continue
      const was = [...left].find(each => fits(each, is))
      if (!was) continue
      moves.set(is, was)
      left.delete(was)
    }
  }
  match((was, is) => was.lines.length > 0 && isSame(was, is))
  match((was, is) => titleKey(was.node.entry.title) === titleKey(is.node.entry.title))
  return moves
}

// What is gone has no place: the heading before it that is still there, else the title.
function placeOf({node}: Content, then: Document, now: Document): Position {
  const before = then.sections.byHeading.filter(each => each !== undefined && each.start < node.start)
  const paths = new Map(now.sections.byHeading.flatMap(each => (each ? [[each.path, each] as const] : [])))
  const near = before.reverse().flatMap(each => (each && paths.get(each.path)) ?? [])[0]
  const heading = near?.entry.node ?? now.outline[0]?.node ?? now.tree
  return positionOf(heading)
}
