import type {Block} from '../../markdown/index.js'
import {firstFrom, itemAt} from '../../text/index.js'
import type {Document} from '../reading/document.js'
import {startOf} from '../reading/positions.js'
import type {SectionFact} from './types.js'

/** A fact that adds up what the blocks of a section count for. */
export function sumWithin(count: (block: Block, document: Document) => number): SectionFact<number> {
  return document => {
    // What all blocks before one add up to, so that each section is one subtraction.
    const before = [0]
    const starts: number[] = []
    for (const block of document.blocks) {
      before.push(itemAt(before, before.length - 1) + count(block, document))
      starts.push(startOf(block.node))
    }
    const sumBefore = (offset: number) =>
      itemAt(
        before,
        firstFrom(starts, start => start, offset),
      )
    return section => sumBefore(section.end) - sumBefore(section.start)
  }
}
