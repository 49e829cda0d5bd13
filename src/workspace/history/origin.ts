import {resolve} from 'node:path'
import {itemAt} from '../../text/index.js'
import {blobId} from '../git/blob-id.js'
import {type Change, isKept, type Kept, type Removal} from '../git/log.js'
import * as notes from '../git/notes.js'
import {utf8} from '../git/parse.js'
import {locate} from '../paths.js'
import type {FormerVersion, Note} from '../types.js'
import {kinOf} from './kin.js'
import {lackingIn} from './lacking.js'
import {linesBefore, splitLines} from './lines.js'
import type {Changes, Past} from './past.js'
import {versionsOf} from './versions.js'

/** A commit that brought something in. Without `commit`: it lies where this clone's history does not reach. */
export interface Bringing {
  commit?: string
  /** The commit before it, where there is one. */
  parent?: string
  gap?: Note
}

/** Where a document, and each of its lines, came from. */
export interface Origin {
  /** Whether HEAD has the document. */
  committed: boolean
  /** Absent where nothing tells. */
  introduced?: Bringing
  /** "uncommitted": HEAD has no such line. Undefined: nothing tells, as for what a merge brought. */
  line(line: number): Promise<Bringing | 'uncommitted' | undefined>
  /** Its versions, newest first; `problem`: why older ones are not known. */
  versions(): Promise<{versions: FormerVersion[]; problem?: Note}>
}

const UNCOMMITTED: Origin = {
  committed: false,
  line: async () => 'uncommitted',
  versions: async () => ({versions: []}),
}

export async function originOf(past: Past, root: string, path: string, text: string): Promise<Origin> {
  const place = locate(past.top, resolve(root, path))?.path
  const head = await past.current()
  const spot = place === undefined ? undefined : await head?.at(place)
  if (spot?.type !== 'file') return UNCOMMITTED
  const {problem, ...changes} = await past.changesFor(spot.real)
  if (problem)
    return {
      committed: true,
      introduced: {gap: problem},
      line: async () => ({gap: problem}),
      versions: async () => ({versions: [], problem}),
    }
  const chain = await chainOf(past, changes, spot.real, spot.version)
  const first = chain.at(-1)
  let lines: Promise<Lines> | undefined
  return {
    committed: true,
    ...(first && {introduced: bringing(past, changes, first)}),
    line: async line => {
      lines ??= linesOf(past, changes, chain, {head: spot.version, text})
      return (await lines)[line - 1]
    },
    versions: () => versionsOf(past, changes, chain),
  }
}

/**
 * A document's versions, newest first, renames followed backwards: each the one that the version after it was made from, as
 * far as contents tell; where a merge came between, the next one of the log.
 */
async function chainOf(past: Past, changes: Changes, path: string, version: string): Promise<Kept[]> {
  const chain: Kept[] = []
  let wanted: string | undefined = version
  for (let [name, order] = [path, -1]; wanted !== undefined; ) {
    const later: Kept[] = (changes.byPath.get(name) ?? []).filter(isKept).filter(change => change.order > order)
    const change: Kept | undefined = later.find(({after}) => after === wanted) ?? later[0]
    if (!change) break
    // What was deleted and brought back is as old as it was before.
    const lost: Change | undefined =
      change.before === undefined
        ? changes.byPath.get(name)?.find(older => older.order > change.order && older.after === undefined)
        : undefined
    const isNew = change.before === undefined && lost === undefined && change.from === undefined
    const kin: Removal | undefined = isNew
      ? await kinOf(change, changes.removed.get(change.commit) ?? [], past.objects)
      : undefined
    const before: string | undefined = change.before ?? (lost ?? kin)?.before
    chain.push({...change, ...(before !== undefined && {before})})
    wanted = before
    name = change.from ?? kin?.path ?? name
    order = (lost ?? change).order
  }
  return chain
}

function bringing({isShallow, boundary}: Past, {commits}: Changes, {commit}: Change): Bringing {
  // Where a shallow clone's history ends, a commit seems to add all that is there.
  if (isShallow && boundary.has(commit)) return {gap: notes.shallow}
  const parent = commits.get(commit)?.first
  return {commit, ...(parent !== undefined && {parent})}
}

type Lines = (Bringing | 'uncommitted' | undefined)[]

/** By index, for every line of the text. */
async function linesOf(
  past: Past,
  changes: Changes,
  chain: readonly Kept[],
  {head, text}: {head: string; text: string},
): Promise<Lines> {
  const asked = splitLines(text)
  const origins: Lines = asked.map(() => undefined)
  // Of each line whose origin is still open: where it stands in the version that is looked at.
  let open = new Map(asked.map((_, line) => [line, line]))
  let current: readonly string[] = asked
  /** Goes on to an older version; what is not in it has its origin. */
  const step = async (version: string | undefined, origin: Lines[number]): Promise<boolean> => {
    const older = version === undefined ? [] : await linesIn(past, version)
    if (!older) {
      for (const line of open.keys()) origins[line] = {gap: lackingIn(past)}
      return false
    }
    const before = linesBefore(current, older)
    const next = new Map<number, number>()
    for (const [line, at] of open) {
      const old = itemAt(before, at)
      if (old < 0) origins[line] = origin
      else next.set(line, old)
    }
    open = next
    current = older
    return open.size > 0
  }

  const isSaved = blobId(Buffer.from(text), head.length) === head
  if (!isSaved && !(await step(head, 'uncommitted'))) return origins
  let version = head
  for (const [index, change] of chain.entries()) {
    const {after, before = ''} = change
    // A merge stands between: what only it has, or its other parents, has no known origin.
    if (after !== version && !(await step(after, undefined))) return origins
    const isLast = index === chain.length - 1
    // The oldest version brought in all that is still open, even where nothing older can be read.
    if (!(await step(isLast ? undefined : before, bringing(past, changes, change)))) return origins
    version = before
  }
  return origins
}

async function linesIn(past: Past, version: string): Promise<string[] | undefined> {
  const content = await past.objects.blob(version)
  if (!content) return undefined
  return splitLines((content.bytes && utf8(content.bytes)) ?? '')
}
