// What the native engine takes for each of these grows with the square of their number in one paragraph.
const MARKS = /&|:\/\//g
const MOST_MARKS = 4_000
// Fewer signs cannot hold as many.
const SHORTEST = 2 * MOST_MARKS

/** Whether the native engine could take long for a text: for references to signs, or for addresses, without end. */
export function isDearForNative(text: string): boolean {
  if (text.length < SHORTEST) return false
  for (let from = 0; from < text.length; ) {
    const gap = text.indexOf('\n\n', from)
    const end = gap < 0 ? text.length : gap
    if (end - from >= SHORTEST && (text.slice(from, end).match(MARKS)?.length ?? 0) > MOST_MARKS) return true
    from = end + 2
  }
  return false
}
