import {join, relative, resolve} from 'node:path'
import type {Folders} from './folders.js'
import {type Claim, isIndexPage, isResearchOutside, RESEARCH} from './kinds.js'
import {staysInside} from './links.js'
import {takePage} from './pages.js'
import {isMarkdown, placeAt, shown, withSlashes} from './paths.js'
import type {Gathering} from './selection.js'
import {quoted} from './suggest.js'
import type {Origin, Settings, Workspace} from './types.js'

export interface Selector {
  root: string
  cwd: string
  settings: Settings
  folders: Folders
  /** Absolute paths of the overlay. */
  overlaid: ReadonlySet<string>
  claim(path: string): Claim
  /** Roots of workspaces in a folder, see `nestedIn`. */
  discover(folder: string): Promise<readonly string[]>
  /** The workspace itself. */
  workspace: Pick<Workspace, 'homeOf' | 'read'>
}

/** A selector at work. */
export interface Selecting extends Selector {
  /** Folders of the workspace, relative to the root, in which the kinds' globs rule. */
  governed: readonly string[]
  /** Whether research was asked for. */
  research: boolean
  /** Whether pages that list specs were asked for. */
  pages: boolean
}

/** Takes what the kinds claim in a folder of the workspace, and counts what none does. Returns how many were taken. */
export async function selectGoverned(selecting: Selecting, folder: string, found: Gathering): Promise<number> {
  const {root, claim, research} = selecting
  if (!(await staysInside(root, folder))) {
    found.problem(`${quoted(pathOf(root, folder))} is a link that leaves the workspace`)
    return 0
  }
  let count = 0
  for (const path of await markdownIn(selecting, folder, found)) {
    const {kind, ignored, isOff, several} = claim(path)
    if (several) found.problem(severalWords(path, several, selecting))
    if (kind === undefined && !ignored) found.addUnclaimed(path)
    if (kind === undefined && !isOff) await takePage(selecting, path, found)
    if (kind === undefined || (kind === RESEARCH && !research)) continue
    found.add({path, kind, named: false})
    count++
  }
  return count
}

/** What is said of a file that kinds of the config quarrel over, with the lines that claim it. */
export function severalWords(
  path: string,
  kinds: readonly string[],
  {root, settings: {origins}}: Pick<Selecting, 'root' | 'settings'>,
): string {
  const claims = kinds.map(kind => `${kind}${placeWords(origins.get(`kinds/${kind}/files`), root)}`)
  return `${quoted(path)} is claimed by several kinds of the config: ${claims.join(', ')}`
}

/** " (spec.config.yaml:3)", as seen from the root: a config may build on others of the same name. */
export function placeWords(origin: Origin | undefined, root: string): string {
  return origin ? ` (${withSlashes(relative(root, origin.path))}:${origin.range.start.line})` : ''
}

/** Takes every document in a folder that the kinds' globs do not rule. Returns how many were taken. */
export async function selectForeign(
  selecting: Selecting,
  folder: string,
  found: Gathering,
  nameOf: (absolute: string) => string = absolute => pathOf(selecting.root, absolute),
): Promise<number> {
  const names = (await markdownIn(selecting, folder, found)).filter(path => !isIndexPage(path))
  const paths = names.map(path => nameOf(resolve(selecting.root, path)))
  for (const path of paths)
    found.add({path, named: false, ...(isResearchOutside(path, selecting.settings) && {kind: RESEARCH})})
  return paths.length
}

async function markdownIn({root, folders}: Selecting, folder: string, found: Gathering): Promise<string[]> {
  const {files, passed, unreadable} = await folders.walk(folder)
  for (const child of passed.filter(isMarkdown)) found.addPassed(pathOf(root, join(folder, child)))
  for (const child of unreadable) found.problem(notListed(root, join(folder, child)))
  return files.filter(isMarkdown).map(child => pathOf(root, join(folder, child)))
}

/** What is said of a folder whose documents cannot be known: they would go unchecked unseen. */
export function notListed(root: string, folder: string): string {
  return `No permission to list the folder ${quoted(pathOf(root, folder) || '.')}`
}

export function pathOf(root: string, absolute: string): string {
  return shown(placeAt(root, absolute))
}
