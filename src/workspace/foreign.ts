import {liesIn} from './paths.js'
import type {Foreign, Home, Workspace} from './types.js'

/** What a document is by the folders of the workspace that it belongs to; undefined where that is this one, or in none of them. */
export function folderIn({workspace, path}: Home, own: Workspace): Foreign | undefined {
  if (workspace === own) return undefined
  const depth = (folders: readonly string[]) =>
    Math.max(-1, ...folders.filter(folder => liesIn(path, folder)).map(folder => folder.length))
  const [research, specs] = [depth(workspace.settings.research), depth(workspace.settings.specs)]
  if (research < 0 && specs < 0) return undefined
  return research >= specs ? 'research' : 'spec'
}
