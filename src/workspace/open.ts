import {todayOf} from './clock.js'
import {configOf, settingsOf} from './config/index.js'
import {ConfigError} from './error.js'
import {foldersOf} from './folders.js'
import {claimsOf, defaultSettings} from './kinds.js'
import {lookerOf} from './look.js'
import {once} from './once.js'
import {locate} from './paths.js'
import {findRoot, realFolder} from './root.js'
import {sourceOf} from './source.js'
import type {Workspace, WorkspaceOptions} from './types.js'

const MOST_BYTES = 2 * 1024 * 1024
const MOST_GIT_TIME = 10_000

/**
 * Opens the workspace that a folder belongs to. Nothing is read yet but the names in the folders on the way to the root, and
 * no process is started before `git()` is called.
 *
 * @throws WorkspaceError where the root is no folder or the date no day; ConfigError where its config cannot be used.
 * @example
 * import {openWorkspace} from 'specwright'
 *
 * const workspace = await openWorkspace({root: 'examples/reading-room', date: '2026-01-31'})
 * const {files} = await workspace.select([])
 * console.log(files[0].path, files[0].kind) // specs/2026-02-02-shared-calendar.md rfc
 */
export async function openWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const {env = process.env, limits = {}, staged = false} = options
  const cwd = realFolder(options.cwd ?? process.cwd(), 'working folder')
  const root = findRoot(cwd, options.root)
  const config = await configOf(root)
  if ('problems' in config) throw new ConfigError(config)
  const settings = config.length === 0 ? defaultSettings : settingsOf(config, root)
  const bytes = limits.bytes ?? MOST_BYTES
  const claims = once(() => claimsOf(settings))
  const git = once(async () => {
    // Not loaded before it is needed: most commands do without git.
    const {gitAccess} = await import('./git/access.js')
    return gitAccess({root, env, bytes, time: limits.gitTime ?? MOST_GIT_TIME})
  })
  const onDisk = sourceOf(root, options.overlay, bytes)
  const {source, folders} = staged
    ? await (await import('./staged.js')).stagedFiles(root, await (await git()).repository(), onDisk, bytes)
    : {source: onDisk, folders: foldersOf(onDisk.overlaid)}
  const identity = once(async () => (await git()).identity())
  const answer = once(async () => {
    const {historian} = await import('./history/index.js')
    return historian(await (await git()).repository(), {root, settings, folders, bytes: source.bytes, staged})
  })

  return {
    root,
    cwd,
    settings,
    staged,
    today: todayOf(options),
    git: identity,
    read: source.read,
    history: async questions => (await answer())(questions),
    close: async () => (await git()).close(),
    look: lookerOf({
      root,
      settings,
      folders,
      bytes: source.bytes,
      isIgnored: async path => (await git()).isIgnored(path),
    }),
    kindOf: async path => {
      const place = locate(root, path)?.path
      return place === undefined ? undefined : (await claims())(place).kind
    },
    select: async (args, wanted) => {
      const {select} = await import('./select.js')
      return select({root, cwd, settings, folders, overlaid: source.overlaid, claim: await claims()}, args, wanted)
    },
    ownersOf: async path => {
      const {ownersOf} = await import('./owners.js')
      return ownersOf(root, folders, source, path)
    },
    changes: async (revision, paths) => {
      const {changesSince} = await import('./changes/index.js')
      const repository = await (await git()).repository()
      return changesSince(revision, paths, {root, repository, source, folders})
    },
    replace: async (path, text, before) => {
      const {replaceFile} = await import('./replace.js')
      const replaced = await replaceFile({root, overlaid: source.overlaid}, path, text, before)
      folders.forget()
      return replaced
    },
    create: async (path, text, {executable = false} = {}) => {
      const {createFile} = await import('./create.js')
      const creation = await createFile({root, overlaid: source.overlaid, executable}, path, text)
      folders.forget()
      return creation
    },
  }
}
