import {formatPatch, OMIT_HEADERS, structuredPatch} from 'diff/lib/patch/create.js'
import {itemAt} from '../../text/index.js'

const CONTEXT = 3
// Where more lines than this differ, the whole is told as replaced: finding the least difference would take too long.
const MOST_DIFFERENT = 2000

/**
 * What turns one text into another, as `git apply` and `patch` take it, with three lines of context. "" where they are the same.
 * Lines end with LF, as those two read them; what stands before it, a CR too, is part of the line.
 */
export function unifiedDiff(path: string, before: string, after: string, newPath = path): string {
  if (before === after) return ''
  return `--- ${nameOf(`a/${path}`)}\n+++ ${nameOf(`b/${newPath}`)}\n${hunksText(before, after)}`
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

// A name with a blank ends at a tab; one with signs that would end the line is quoted as git does.
function nameOf(path: string): string {
  const name = quoted(path)
  if (name !== path) return name
  return path.includes(' ') ? `${path}\t` : path
}

function quoted(path: string): string {
  return /[\p{Cc}"\\]/u.test(path) ? JSON.stringify(path) : path
}

function hunksText(before: string, after: string): string {
  const limits = {context: CONTEXT, maxEditLength: MOST_DIFFERENT}
  const patch = structuredPatch('', '', before, after, undefined, undefined, limits)
  return formatPatch(patch ?? replacement(before, after), OMIT_HEADERS)
}

function replacement(before: string, after: string): ReturnType<typeof structuredPatch> {
  const [removal, addition] = [structuredPatch('', '', before, ''), structuredPatch('', '', '', after)]
  // Texts of which neither is empty have one hunk each.
  const [removed, added] = [itemAt(removal.hunks, 0), itemAt(addition.hunks, 0)]
  const hunk = {
    oldStart: 1,
    oldLines: removed.oldLines,
    newStart: 1,
    newLines: added.newLines,
    lines: [...removed.lines, ...added.lines],
  }
  return {...removal, hunks: [hunk]}
}
