import * as notes from '../git/notes.js'
import type {Note, ResearchQuestion, ResearchSighting} from '../types.js'
import {type FoundFile, find} from './find.js'
import type {Past} from './past.js'
import {noteFor, type Scene} from './sight.js'
import type {View} from './view.js'

// What lies further back is not searched for: a commit takes a question of its own.
const MOST_COMMITS = 50_000

/** What is known of a research document's commit, and of the files that the document speaks of. */
export async function sightResearch(
  past: Past,
  scene: Scene,
  {commit: name, paths}: ResearchQuestion,
  {gap, unknown}: {gap: (note: Note) => void; unknown: (name: string) => void},
): Promise<ResearchSighting> {
  const known = await knownAs(past, name)
  if (!known) {
    unknown(name)
    return {}
  }
  const {commit, view} = known
  const reachable = await isReachable(past, commit, gap)
  const files = new Map<string, FoundFile>()
  for (const path of new Set(paths)) {
    const {outcome, file, why} = await find(view, past.prefix, {paths: [path]})
    if (outcome === 'unknown') gap(noteFor(why, scene))
    if (file) files.set(file.real, file)
  }
  const anchor = reachable === false ? await anchorOf(past, [...files.values()]) : undefined
  const counts = {files: files.size, changed: 0, gone: 0, renamed: 0}
  for (const file of files.values()) {
    const now = await scene.now(file)
    if (!now) counts.gone++
    else if (now.by === 'rename') counts.renamed++
    else if (now.version !== file.version) counts.changed++
  }
  return {
    commit,
    ...(reachable !== undefined && {reachable}),
    ...(anchor !== undefined && {anchor}),
    ...(past.head !== undefined && counts),
  }
}

async function knownAs(past: Past, name: string): Promise<{commit: string; view: View} | undefined> {
  const commit = await past.objects.resolve(name)
  if (commit === undefined) return undefined
  const view = await past.viewOf(commit)
  return view && {commit, view}
}

async function isReachable(past: Past, commit: string, gap: (note: Note) => void): Promise<boolean | undefined> {
  if (past.head === undefined) return false
  const {commits, problem} = await past.log()
  if (commits.has(commit)) return true
  const reason = problem ?? (past.isShallow ? notes.shallow : undefined)
  if (!reason) return false
  gap(reason)
  return undefined
}

/** The oldest commit of HEAD's first-parent line that has the files with the same content. */
async function anchorOf(past: Past, files: readonly FoundFile[]): Promise<string | undefined> {
  if (files.length === 0) return undefined
  const line = (await past.line()).slice(0, MOST_COMMITS)
  for (const {id, commit} of line.reverse()) if (await hasAll(past.viewOfTree(commit.tree), files)) return id
  return undefined
}

async function hasAll(view: View, files: readonly FoundFile[]): Promise<boolean> {
  for (const {path, version} of files) {
    const spot = await view.at(path)
    if (spot.type !== 'file' || spot.version !== version) return false
  }
  return true
}
