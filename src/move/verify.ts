import type {Document} from '../facts/reading/document.js'
import type {Edit} from '../fixes/index.js'
import {type Shift, sameOutside} from '../markdown/index.js'

/** Whether a document is, but for these edits, what it was: parsed again, all else stands at its place and says the same. */
export function isSameBut(edits: readonly Edit[], before: Document, after: Document): boolean {
  return sameOutside(before.tree, after.tree, shiftsOf(edits))
}

function shiftsOf(edits: readonly Edit[]): Shift[] {
  let delta = 0
  const sorted = [...edits].sort((a, b) => a.range.start.offset - b.range.start.offset)
  return sorted.map(({range, text}) => {
    const [start, end] = [range.start.offset, range.end.offset]
    const newStart = start + delta
    delta += text.length - (end - start)
    return {start, end, newStart, newEnd: end + delta}
  })
}
