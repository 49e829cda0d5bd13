import {type Folders, foldersOf} from './folders.js'
import type {GitAccess} from './git/access.js'
import type {Environment} from './git/invocation.js'
import type {Files} from './grounds.js'
import {type HomePlace, homesOf} from './homes.js'
import {locate} from './paths.js'
import {findGit} from './root.js'
import {type Source, sourceOf} from './source.js'
import type {Workspace, WorkspaceOptions} from './types.js'
import {workspaceAt} from './workspace-at.js'

/** What workspaces are opened with, all those of one run alike. */
export interface FamilySettings {
  /** Root of the one that was asked for. */
  root: string
  /** Whether it was named: nothing outside of it is looked at then. */
  isFixed: boolean
  cwd: string
  env: Environment
  /** Whether git's index stands for the work tree. */
  staged: boolean
  overlay: WorkspaceOptions['overlay']
  bytes: number
  time: number
  today: string
  /** Whether what takes long to make is kept for the next run. */
  cache: boolean
}

/** Files with how they are looked for. */
export interface Tree extends Files {
  source: Source
}

/** The workspaces that a run meets: the one that was asked for, and those of the nearest configs of the files it comes to. */
export interface Family extends FamilySettings {
  /** The workspace of a root, opened when it is asked for. */
  at(root: string): Promise<Workspace>
  /** Where a file, absolute, belongs. */
  homeOf(file: string): HomePlace
  /** git for a root: those in one repository share its processes. */
  git(root: string): Promise<GitAccess>
  /** How far citations of a workspace may go: to the top of its repository, never out of a root that was named. */
  reachOf(root: string): string
  /** Files below a folder as this run takes them, from the disk or from git's index. */
  tree(base: string): Promise<Tree>
  /** The same from the disk. */
  disk(base: string): Tree
  /** Forgets what was seen of folders. */
  forget(): void
  close(): Promise<void>
}

export function familyOf(settings: FamilySettings): Family {
  const {root, isFixed, env, staged, bytes, time} = settings
  const workspaces = new Map<string, Promise<Workspace>>()
  const gits = new Map<string, Promise<GitAccess>>()
  const tops = new Map<string, string>()
  const trees = new Map<string, Promise<Tree>>()
  const written = sourceOf(root, settings.overlay, bytes)
  const onDisk = foldersOf(written.overlaid)
  const seen: Folders[] = [onDisk]
  // By absolute paths: what is relative is so to the root that was asked for.
  const overlay = written.overlay

  const gitOf = (folder: string): Promise<GitAccess> => {
    // Asked for each path that is cited: each time all folders up to the top, or to the root of the disk, would be looked into.
    const top = tops.get(folder) ?? findGit(folder)?.top ?? folder
    tops.set(folder, top)
    // Not loaded before it is needed: most commands do without git.
    const opened =
      gits.get(top) ?? import('./git/access.js').then(({gitAccess}) => gitAccess({root: folder, env, bytes, time}))
    gits.set(top, opened)
    return opened.then(access => access.at(folder))
  }
  const disk = (base: string): Tree => {
    const source = sourceOf(base, overlay, bytes)
    return {base, folders: onDisk, bytes: source.bytes, beginning: source.beginning, read: source.read, source}
  }
  const inIndex = async (base: string): Promise<Tree> => {
    const {stagedFiles} = await import('./staged.js')
    const files = await stagedFiles(base, await (await gitOf(base)).repository(), disk(base).source, bytes)
    seen.push(files.folders)
    const {bytes: raw, beginning, read} = files.source
    return {base, folders: files.folders, bytes: raw, beginning, read, source: files.source}
  }
  const family: Family = {
    ...settings,
    at: folder => {
      const workspace = workspaces.get(folder) ?? workspaceAt(folder, family)
      workspaces.set(folder, workspace)
      return workspace
    },
    homeOf: homesOf(root, isFixed),
    git: gitOf,
    reachOf: folder => {
      if (isFixed) return root
      const top = findGit(folder)?.top
      if (top !== undefined && locate(top, folder)?.path !== undefined) return top
      return locate(root, folder)?.path === undefined ? folder : root
    },
    tree: base => {
      const tree = trees.get(base) ?? (staged ? inIndex(base) : Promise.resolve(disk(base)))
      trees.set(base, tree)
      return tree
    },
    disk,
    forget: () => {
      for (const folders of seen) folders.forget()
      tops.clear()
    },
    close: async () => {
      for (const access of gits.values()) await (await access).close()
    },
  }
  return family
}
