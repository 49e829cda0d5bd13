import {chmodSync} from 'node:fs'
import {openWorkspace, type Workspace, type WorkspaceOptions} from '../../src/workspace/index.js'
import {folder} from '../support/folders.js'

/** The workspace of a folder, whatever this machine's configuration of git is. */
export function open(root: string, options: WorkspaceOptions = {}): Promise<Workspace> {
  return from(root, {root, ...options})
}

/** The one that is found from a working folder. */
export function from(cwd: string, options: WorkspaceOptions = {}): Promise<Workspace> {
  return openWorkspace({cwd, env: cleanEnvironment(), date: '2026-01-31', ...options})
}

/** The workspace of a temporary folder with these files. */
export function workspace(files: Record<string, string | Uint8Array> = {}, options: WorkspaceOptions = {}) {
  return open(folder(files), options)
}

/** PATH, and a home without a configuration of git. */
export function cleanEnvironment(home = folder()): Record<string, string | undefined> {
  return {PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: home, USERPROFILE: home}
}

/** A temporary folder that every user may enter. */
export function openFolder(files: Record<string, string | Uint8Array> = {}): string {
  const root = folder(files)
  chmodSync(root, 0o755)
  return root
}
