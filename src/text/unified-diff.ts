const CONTEXT = 3
// Where more lines than this differ, the whole is told as replaced: finding the least difference would take too long.
const MOST_DIFFERENT = 2000

/**
 * What turns one text into another, as `git apply` and `patch` take it, with three lines of context. "" where they are the same.
 * Lines end with LF, as those two read them; what stands before it, a CR too, is part of the line.
 */
export function unifiedDiff(path: string, before: string, after: string, newPath = path): string {
  if (before === after) return ''
  const [old, now] = [linesOf(before), linesOf(after)]
  const hunks = hunksOf(changesBetween(old, now))
  const body = hunks.map(hunk => hunkText(hunk, old, now))
  return [`--- ${nameOf(`a/${path}`)}\n+++ ${nameOf(`b/${newPath}`)}\n`, ...body].join('')
}

/**
 * The same in git's own form, with a header that tells of a new name. With such a one, a file of which nothing else changes has
 * a diff, too.
 */
export function gitDiff({path, newPath = path, before, after}: Rename): string {
  const head = `diff --git ${quoted(`a/${path}`)} ${quoted(`b/${newPath}`)}\n`
  if (path === newPath) return before === after ? '' : head + unifiedDiff(path, before, after)
  const names = `rename from ${quoted(path)}\nrename to ${quoted(newPath)}\n`
  const similarity = before === after ? 'similarity index 100%\n' : ''
  return head + similarity + names + unifiedDiff(path, before, after, newPath)
}

interface Rename {
  path: string
  /** Where it is afterwards; by default where it was. */
  newPath?: string
  before: string
  after: string
}

/** Lines of the old text in whose place lines of the new one stand. */
interface Change {
  from: number
  to: number
  newFrom: number
  newTo: number
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

// A name with a blank ends at a tab; one with signs that would end the line is quoted as git does.
function nameOf(path: string): string {
  const name = quoted(path)
  if (name !== path) return name
  return path.includes(' ') ? `${path}\t` : path
}

function quoted(path: string): string {
  return /[\p{Cc}"\\]/u.test(path) ? JSON.stringify(path) : path
}

function hunksOf(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = []
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1)
    if (last && change.from - last.to <= 2 * CONTEXT) hunks.at(-1)?.push(change)
    else hunks.push([change])
  }
  return hunks
}

function hunkText(hunk: readonly Change[], old: readonly string[], now: readonly string[]): string {
  const [first, last] = [hunk[0], hunk.at(-1)]
  if (!first || !last) return ''
  const start = Math.max(0, first.from - CONTEXT)
  const end = Math.min(old.length, last.to + CONTEXT)
  const newStart = first.newFrom - (first.from - start)
  const newEnd = last.newTo + (end - last.to)
  const lines: string[] = []
  let at = start
  for (const {from, to, newFrom, newTo} of hunk) {
    for (const line of old.slice(at, from)) lines.push(` ${line}`)
    for (const line of old.slice(from, to)) lines.push(`-${line}`)
    for (const line of now.slice(newFrom, newTo)) lines.push(`+${line}`)
    at = to
  }
  for (const line of old.slice(at, end)) lines.push(` ${line}`)
  const head = `@@ -${rangeText(start, end - start)} +${rangeText(newStart, newEnd - newStart)} @@\n`
  return head + lines.map(line => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join('')
}

function rangeText(start: number, length: number): string {
  return `${length === 0 ? start : start + 1}${length === 1 ? '' : `,${length}`}`
}

function changesBetween(old: readonly string[], now: readonly string[]): Change[] {
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++
  const [middle, newMiddle] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)]
  return shortest(middle, newMiddle).map(({from, to, newFrom, newTo}) => ({
    from: from + head,
    to: to + head,
    newFrom: newFrom + head,
    newTo: newTo + head,
  }))
}

// Myers' algorithm: the furthest reaching paths of each number of differences, followed back.
function shortest(old: readonly string[], now: readonly string[]): Change[] {
  const whole: Change[] = [{from: 0, to: old.length, newFrom: 0, newTo: now.length}]
  const reached = new Map<number, number>([[1, 0]])
  const history: Map<number, number>[] = []
  for (let count = 0; count <= Math.min(old.length + now.length, MOST_DIFFERENT); count++) {
    history.push(new Map(reached))
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      let x = isDown(diagonal, count, reached) ? (reached.get(diagonal + 1) ?? 0) : (reached.get(diagonal - 1) ?? 0) + 1
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++
      reached.set(diagonal, x)
      if (x >= old.length && x - diagonal >= now.length) return followed(history, old.length, now.length)
    }
  }
  return whole
}

function isDown(diagonal: number, count: number, reached: ReadonlyMap<number, number>): boolean {
  if (diagonal === -count) return true
  return diagonal !== count && (reached.get(diagonal - 1) ?? 0) < (reached.get(diagonal + 1) ?? 0)
}

function followed(history: readonly ReadonlyMap<number, number>[], oldEnd: number, newEnd: number): Change[] {
  const changes: Change[] = []
  let [x, y] = [oldEnd, newEnd]
  for (let count = history.length - 1; count > 0; count--) {
    const reached = history[count] ?? new Map<number, number>()
    const diagonal = x - y
    const down = isDown(diagonal, count, reached)
    const from = reached.get(down ? diagonal + 1 : diagonal - 1) ?? 0
    const newFrom = from - (down ? diagonal + 1 : diagonal - 1)
    const step = {from, to: down ? from : from + 1, newFrom, newTo: down ? newFrom + 1 : newFrom}
    const next = changes[0]
    if (next && next.from === step.to && next.newFrom === step.newTo) changes[0] = {...next, from, newFrom}
    else changes.unshift(step)
    ;[x, y] = [from, newFrom]
  }
  return changes
}
