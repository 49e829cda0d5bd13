import {compareCodeUnits, leavesRoot} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import {pathAt, placeOf} from './route.js'

/** A Markdown file of the repository. */
export interface Page {
  place: string
  /** Relative to the root of the outermost workspace. */
  path: string
  /** Whether it is a document of a workspace that may be written; others are only looked at. */
  isOurs: boolean
}

/**
 * All Markdown files below the outermost workspace: the documents of it and of those in it, which the folders and globs of their
 * kinds reach, and the other pages. With them documents in folders outside that are only read.
 */
export async function gathered(outermost: Workspace, workspaces: readonly Workspace[], named: string): Promise<Page[]> {
  const {root} = outermost
  const ours = new Set<string>([named])
  const all = new Set<string>([named])
  for (const workspace of workspaces) {
    const {specs, research} = await workspace.look([])
    const {files} = await workspace.select([], {research: true, alone: true, idle: false})
    for (const path of [...specs, ...research, ...files.map(file => file.path)]) {
      const place = placeOf(workspace.root, path)
      all.add(place)
      if (!isOutside(path, workspace) && !leavesRoot(pathAt(root, place))) ours.add(place)
    }
  }
  const {files} = await outermost.select([`${globOf(root)}/**/*.{md,markdown}`], {research: true})
  for (const {path} of files) all.add(placeOf(root, path))
  const pages = [...all].map(place => ({place, path: pathAt(root, place), isOurs: ours.has(place)}))
  return pages.sort((a, b) => compareCodeUnits(a.path, b.path))
}

// The config says of these folders that they are only read.
function isOutside(path: string, {settings: {outside}}: Workspace): boolean {
  return outside.some(folder => path.startsWith(`${folder.replace(/\/+$/, '')}/`))
}

/** A folder as the beginning of a glob. */
export function globOf(folder: string): string {
  return folder
    .replaceAll('\\', '/')
    .replace(/\/+$/, '')
    .replace(/[[\](){}!*?+@|]/g, '\\$&')
}
