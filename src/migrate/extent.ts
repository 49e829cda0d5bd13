import type {RootContent} from 'mdast'
import type {Document} from '../facts/reading/document.js'
import {endOf, startOf} from '../facts/reading/positions.js'
import type {SectionNode} from '../facts/reading/sections.js'
import {itemAt} from '../text/index.js'

/** The blocks of a section, its heading first. The comments that say what the document was made from belong to no section. */
export function blocksIn({tree, madeFrom}: Document, {start, end}: SectionNode): RootContent[] {
  const marks = new Set<RootContent>(madeFrom.map(({node}) => node))
  return tree.children.filter(node => startOf(node) >= start && endOf(node) <= end && !marks.has(node))
}

/** Offsets of all that goes with some blocks, one at least: up to what stands behind them, or from what stands before where they are the last. */
export function stretchOf({tree}: Document, blocks: readonly RootContent[]): {start: number; end: number} {
  const start = startOf(itemAt(blocks, 0))
  const end = endOf(itemAt(blocks, blocks.length - 1))
  const next = tree.children.find(node => startOf(node) >= end)
  if (next) return {start, end: startOf(next)}
  const before = tree.children.findLast(node => endOf(node) <= start)
  return {start: before ? endOf(before) : start, end}
}
