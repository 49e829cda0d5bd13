/** Lines of a text, without what ends them: a work tree may have other line endings than the store. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/)
}

// Texts that differ in more lines than this are no versions of each other that a comparison could tell more of.
const MOST_EDITS = 2000

/** For each line of the newer text, by index, the line of the older one that it was; -1 where it is new. */
export async function linesBefore(newer: readonly string[], older: readonly string[]): Promise<Int32Array> {
  const before = new Int32Array(newer.length).fill(-1)
  const most = Math.min(newer.length, older.length)
  let head = 0
  while (head < most && newer[head] === older[head]) before[head] = head++
  let tail = 0
  while (tail < most - head && newer.at(-1 - tail) === older.at(-1 - tail)) {
    tail++
    before[newer.length - tail] = older.length - tail
  }
  const [from, to] = [older.slice(head, older.length - tail), newer.slice(head, newer.length - tail)]
  if (from.length > 0 && to.length > 0) await compare(from, to, head, before)
  return before
}

async function compare(older: string[], newer: string[], head: number, before: Int32Array): Promise<void> {
  const {diffArrays} = await import('diff')
  const changes = diffArrays(older, newer, {maxEditLength: MOST_EDITS})
  if (!changes) return compareLoosely(older, newer, head, before)
  let [from, to] = [head, head]
  for (const {added, removed, count = 0} of changes) {
    if (!added && !removed) for (let index = 0; index < count; index++) before[to + index] = from + index
    if (!added) from += count
    if (!removed) to += count
  }
}

// A line is an old one where the older text has it anywhere.
function compareLoosely(older: string[], newer: string[], head: number, before: Int32Array): void {
  const first = new Map<string, number>()
  for (const [index, line] of older.entries()) if (!first.has(line)) first.set(line, index)
  for (const [index, line] of newer.entries()) before[head + index] = head + (first.get(line) ?? -1 - head)
}
