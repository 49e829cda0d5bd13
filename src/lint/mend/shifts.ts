import type {Shift} from '../../markdown/index.js'
import {editsOf, type Patch, stretchesOf} from './patches.js'

/** A stretch of the text that patches change. */
export interface Changed extends Shift {
  /** Whether it is read otherwise as a whole, so that other messages may come to stand in it. */
  uncovered: boolean
}

/** The stretches that patches change, in order, those that touch joined, with their places in the new text. */
export function changedBy(patches: readonly Patch[]): Changed[] {
  const parts = patches.flatMap(({fix}) =>
    stretchesOf(fix).map(stretch => ({...stretch, uncovered: fix.region !== undefined})),
  )
  parts.sort((a, b) => a.start - b.start || a.end - b.end)
  const joined: {start: number; end: number; uncovered: boolean}[] = []
  for (const part of parts) {
    const last = joined[joined.length - 1]
    if (last && part.start <= last.end) {
      last.end = Math.max(last.end, part.end)
      last.uncovered ||= part.uncovered
    } else joined.push({...part})
  }
  const edits = editsOf(patches)
  let [next, delta] = [0, 0]
  return joined.map(({start, end, uncovered}) => {
    const newStart = start + delta
    for (let edit = edits[next]; edit && edit.range.start.offset <= end; edit = edits[++next])
      delta += edit.text.length - (edit.range.end.offset - edit.range.start.offset)
    return {start, end, uncovered, newStart, newEnd: end + delta}
  })
}
