import {isAbsolute, relative, resolve} from 'node:path'
import {configOf, settingsOf} from './config/index.js'
import {ConfigError} from './error.js'
import type {Family} from './family.js'
import {folderIn} from './foreign.js'
import {standingIn} from './grounds.js'
import {claimsOf, defaultSettings, isResearchOutside} from './kinds.js'
import {lessons} from './lessons.js'
import {lookerOf} from './look.js'
import {once} from './once.js'
import {liesIn, locate, type Place, placeAt, shown, withSlashes} from './paths.js'
import {storeOf} from './store/index.js'
import type {Home, Reading, Workspace} from './types.js'

/** Opens the workspace of a root. */
export async function workspaceAt(root: string, family: Family): Promise<Workspace> {
  const {cwd, today, staged} = family
  const reach = family.reachOf(root)
  const config = await configOf(root, reach)
  if ('problems' in config) throw new ConfigError(config)
  const settings = config.length === 0 ? defaultSettings : settingsOf(config, root)
  const claims = once(() => claimsOf(settings))
  const tree = await family.tree(root)
  const {folders, bytes, source} = tree
  const git = () => family.git(root)
  const standing = standingIn(
    {
      own: tree,
      disk: family.disk(root),
      outside: family.disk,
      ...(reach !== root && {around: {base: reach, files: () => family.tree(reach)}}),
    },
    settings,
  )
  const answer = once(async () => {
    const {historian} = await import('./history/index.js')
    return historian(await (await git()).repository(), {root, settings, folders, bytes, staged})
  })
  const isHeld = ({path, absolute}: Place) =>
    path === undefined
      ? isResearchOutside(withSlashes(relative(root, absolute)), settings)
      : [...settings.specs, ...settings.research].some(each => liesIn(path, each))
  const homeOf: Workspace['homeOf'] = async path => {
    const ours: Home = {workspace, path, outward: each => each}
    const place = locate(root, path)
    if (place === undefined) return ours
    const home = family.homeOf(place.absolute)
    // What lies in our folders is ours, unless it has a config of its own, whatever repository it lies in.
    if (home.root === root || (!home.isConfigured && isHeld(place))) return ours
    const other = await family.at(home.root)
    return {
      workspace: other,
      path: shown(placeAt(home.root, home.file)),
      outward: each => outwardOf(root, reach, resolve(home.root, each)),
    }
  }
  const discover = async (folder: string) => {
    const {nestedIn} = await import('./nested.js')
    return nestedIn({root, ignore: settings.ignore, folders, git}, folder)
  }
  const nested = once(() => discover(''))

  const known = lessons()

  const workspace: Workspace = {
    root,
    cwd,
    settings,
    staged,
    today,
    store: storeOf(family.cache, family.env, root),
    lessons: known,
    homeOf,
    nested,
    git: once(async () => (await git()).identity()),
    read: async (path): Promise<Reading> => {
      // An absolute path that lies elsewhere: only the user can have named it.
      const isElsewhere = isAbsolute(path) && locate(root, path)?.path === undefined
      const stand = isElsewhere ? undefined : await standing(path)
      return stand?.isHere ? stand.files.read(stand.path) : source.read(path)
    },
    history: async questions => (await answer())(questions),
    close: family.close,
    look: lookerOf({
      root,
      lessons: known,
      settings,
      standing,
      isIgnored: async path => (await git()).isIgnored(path),
      folderElsewhere: async path => folderIn(await homeOf(path), workspace),
    }),
    kindOf: async path => {
      const home = await homeOf(path)
      if (home.workspace !== workspace) return home.workspace.kindOf(home.path)
      const place = locate(root, path)?.path
      return place === undefined ? undefined : (await claims())(place).kind
    },
    select: async (args, wanted) => {
      const {select} = await import('./select.js')
      const selector = {
        root,
        cwd,
        settings,
        folders,
        overlaid: source.overlaid,
        claim: await claims(),
        // It takes a process.
        discover: (folder: string) => (folder === '' ? nested() : discover(folder)),
        workspace,
      }
      return select(selector, args, wanted)
    },
    ownersOf: async path => {
      const {ownersOf} = await import('./owners.js')
      const place = locate(root, path)
      if (place?.path === undefined) return []
      const trees = [await family.tree(root), ...(reach === root ? [] : [await family.tree(reach)])]
      return ownersOf(trees, place.absolute, /[/\\]$/.test(path))
    },
    changes: async (revision, paths) => {
      const {changesSince} = await import('./changes/index.js')
      const repository = await (await git()).repository()
      return changesSince(revision, paths, {root, repository, source, folders})
    },
    replace: async (path, text, before) => {
      const {replaceFile} = await import('./replace.js')
      const replaced = await replaceFile({root, overlaid: source.overlaid}, path, text, before)
      family.forget()
      return replaced
    },
    move: async (from, to, options) => {
      const {relocate} = await import('./relocate.js')
      const repository = await (await git()).repository()
      const moved = await relocate({root, overlaid: source.overlaid, repository}, from, to, options)
      family.forget()
      return moved
    },
    create: async (path, text, {executable = false} = {}) => {
      const {createFile} = await import('./create.js')
      const creation = await createFile({root, overlaid: source.overlaid, executable}, path, text)
      family.forget()
      return creation
    },
  }
  return workspace
}

// In reach, a document elsewhere is one that a link can lead to.
function outwardOf(root: string, reach: string, absolute: string): string {
  const place = placeAt(root, absolute)
  if (place.path !== undefined) return place.path
  return locate(reach, absolute)?.path === undefined ? shown(place) : withSlashes(relative(root, absolute))
}
