import type {Kept, Removal} from '../git/log.js'
import type {Objects} from '../git/objects.js'
import {utf8} from '../git/parse.js'
import {splitLines} from './lines.js'

// A commit that renames hundreds of files is rare; that many are held against one new file at the most.
const MOST_COMPARED = 100
// git's own measure of what is still the same file.
const LEAST_ALIKE = 0.5

/**
 * The file that a commit removed and that a file which it added was made from, by their content: what git's search for renames
 * would find, were all contents here. In a partial clone it cannot be asked, for a missing one would end it.
 */
export async function kinOf(added: Kept, removed: readonly Removal[], objects: Objects): Promise<Removal | undefined> {
  const wanted = await linesIn(objects, added.after)
  if (wanted === undefined || wanted.length === 0) return undefined
  const nearFirst = [...removed].sort((a, b) => closeness(b.path, added.path) - closeness(a.path, added.path))
  for (const change of nearFirst.slice(0, MOST_COMPARED)) {
    const lines = await linesIn(objects, change.before)
    if (lines && alike(lines, wanted) >= LEAST_ALIKE) return change
  }
  return undefined
}

// How much of the ends of two paths is the same: a date is put before a name, or a folder changed.
function closeness(a: string, b: string): number {
  let same = 0
  while (same < a.length && same < b.length && a.at(-1 - same) === b.at(-1 - same)) same++
  return same
}

function alike(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const line of a) counts.set(line, (counts.get(line) ?? 0) + 1)
  let shared = 0
  let all = 0
  for (const line of b) {
    all += line.length + 1
    const left = counts.get(line) ?? 0
    if (left === 0) continue
    counts.set(line, left - 1)
    shared += line.length + 1
  }
  const other = a.reduce((sum, line) => sum + line.length + 1, 0)
  return shared / Math.max(all, other, 1)
}

async function linesIn(objects: Objects, version: string): Promise<string[] | undefined> {
  const content = await objects.blob(version)
  const text = content?.bytes && utf8(content.bytes)
  return text === undefined ? undefined : splitLines(text)
}
