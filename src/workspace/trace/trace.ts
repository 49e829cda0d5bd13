import type {Dirent} from 'node:fs'
import {
  configsAnswer,
  fileAnswer,
  isStamped,
  type Look,
  namesAnswer,
  realAnswer,
  stampAt,
  typeAnswer,
  waysAnswer,
} from './looks.js'

interface Trace {
  looks: Map<string, Look>
  isWhole: boolean
}

// Of the process: it is the command line that asks for a trace, of all that its one run looks at.
let current: Trace | undefined

/**
 * Does something, and tells all that it looked at on the disk; undefined where not all can be told, or where something could not be
 * read: a trace holds what would be told again.
 */
export async function traced<T>(work: () => Promise<T>): Promise<{value: T; looks: readonly Look[] | undefined}> {
  const trace: Trace = {looks: new Map(), isWhole: true}
  const before = current
  current = trace
  try {
    const value = await work()
    return {value, looks: trace.isWhole ? [...trace.looks.values()] : undefined}
  } finally {
    current = before
  }
}

/** Whether somebody wants a trace: what is noted takes time to be found. */
export function isTraced(): boolean {
  return current !== undefined
}

/** Whether a trace has what was looked at there already: the first look is the one that tells. */
export function isNoted(kind: Look['kind'], path: string): boolean {
  return current?.looks.has(keyOf(kind, path)) === true
}

/** What cannot be looked at again was looked at: there is no trace then. */
export function noteMore(): void {
  if (current) current.isWhole = false
}

/** What stands at a path, links followed: a file, a folder, nothing. */
export function noteType(path: string): void {
  note('type', path, () => typeAnswer(path))
}

/** Where a path leads, without links. */
export function noteReal(path: string): void {
  note('real', path, () => realAnswer(path))
}

/** The bytes of a file, the first `length` where that is given; undefined: it is not there. */
export function noteFile(path: string, bytes: Uint8Array | undefined, length?: number): void {
  note('file', path, () => fileAnswer(bytes), length)
}

/** What a folder holds; undefined: it is not there. */
export function noteNames(path: string, entries: readonly Dirent[] | undefined): void {
  note('names', path, () => namesAnswer(entries))
}

/** What of a folder leads a search for workspaces, see `waysOf`; undefined: it is not there. */
export function noteWays(path: string, entries: readonly Dirent[] | undefined): void {
  note('ways', path, () => waysAnswer(entries))
}

/** Which configs a folder holds. */
export function noteConfigs(path: string, entries: readonly Dirent[]): void {
  note('configs', path, () => configsAnswer(entries))
}

function note(kind: Look['kind'], path: string, answer: () => string, length?: number): void {
  if (current === undefined) return
  const key = keyOf(kind, path, length)
  // What is looked at twice was told the same, or else it changes while the run goes on: the first look will tell.
  if (current.looks.has(key)) return
  // What has changed since it was read is young, and has no stamp.
  const stamp = isStamped(kind) ? stampAt(path) : undefined
  current.looks.set(key, {
    kind,
    path,
    answer: answer(),
    ...(length !== undefined && {length}),
    ...(stamp !== undefined && {stamp}),
  })
}

function keyOf(kind: Look['kind'], path: string, length?: number): string {
  return `${kind}\0${length ?? ''}\0${path}`
}
