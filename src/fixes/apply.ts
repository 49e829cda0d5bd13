import type {Edit} from './types.js'

/**
 * A text with edits applied, whatever their order. Only offsets count.
 * @throws RangeError where edits overlap, two insert at one place, or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => b.range.start.offset - a.range.start.offset)
  // Last to first. To put each into the whole text would take the text's length times their number.
  const parts: string[] = []
  let next = Number.POSITIVE_INFINITY
  for (const edit of sorted) {
    const [start, end] = [edit.range.start.offset, edit.range.end.offset]
    if (start < 0 || end < start || end > text.length) {
      throw new RangeError(`Unexpected edit of ${start} to ${end}, expected a place inside the text of ${text.length}`)
    }
    if (end > next || start === next) {
      throw new RangeError(`Unexpected edits of one place: ${start} to ${end}, and from ${next}`)
    }
    parts.push(text.slice(end, next), edit.text)
    next = start
  }
  parts.push(text.slice(0, next))
  return parts.reverse().join('')
}
