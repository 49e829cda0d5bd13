import {basename, dirname, join, relative, resolve} from 'node:path'
import {INDEX} from '../listing/index.js'
import {compareCodeUnits} from '../text/index.js'
import {selectBelow} from './below.js'
import {isAbsence, WorkspaceError} from './error.js'
import type {Folders, Walk} from './folders.js'
import {compile, scan} from './globs.js'
import {type Claim, isResearchOutside, RESEARCH} from './kinds.js'
import {staysInside} from './links.js'
import {isListingPage} from './pages.js'
import {isMarkdown, liesIn, locate, type Place, placeAt, shown, withSlashes} from './paths.js'
import type {Gathering} from './selection.js'
import {quoted, suggestion} from './suggest.js'
import {notListed, pathOf, type Selecting, selectForeign, selectGoverned, severalWords} from './take.js'
import {lstat, realpath, stat} from './trace/disk.js'
import type {Selection} from './types.js'

/** Takes what one argument names: a file, a folder's documents, or what a glob matches that no shell has expanded. */
export async function selectArgument(selecting: Selecting, argument: string, found: Gathering): Promise<void> {
  // On Windows a backslash separates, in globs too; elsewhere it is a letter of a name, or escapes a glob's sign.
  const typed = withSlashes(argument)
  const place = typed === '' ? undefined : await placeOf(selecting, typed)
  if (!place) return found.problem(`Unexpected argument ${quoted(argument)}, expected a file, a folder or a glob`)
  const type = selecting.overlaid.has(place.absolute) ? 'file' : await typeAt(place.absolute)
  if (type === 'missing') return selectGlob(selecting, typed, found)
  // What belongs to another workspace is selected there.
  const home = await selecting.workspace.homeOf(type === 'folder' ? join(place.absolute, '-') : place.absolute)
  if (home.workspace.root !== selecting.root) {
    const {research, pages} = selecting
    const theirs = await home.workspace.select([argument], {research, pages})
    return found.include(theirs, home.outward, home.outward(''))
  }
  if (type === 'folder') return selectFolder(selecting, place, typed, found)
  await take(selecting, place, found)
}

/** Takes a file of the workspace, or one that lies elsewhere. */
async function take(selecting: Selecting, place: Place, found: Gathering, named = true): Promise<void> {
  const path = nameOf(selecting, place)
  const {kind, several} = place.path === undefined ? claimOutside(path, selecting) : selecting.claim(place.path)
  if (several) found.problem(severalWords(path, several, selecting))
  const isPage = kind === undefined && place.path !== undefined && (await isListingPage(selecting, path))
  found.add({path, named, ...(kind !== undefined && {kind}), ...(isPage && {kind: INDEX})})
}

function claimOutside(path: string, {settings}: Selecting): Partial<Claim> {
  return isResearchOutside(path, settings) ? {kind: RESEARCH} : {}
}

// What lies in a folder outside that the config lets in is of the workspace, by a path that begins with "../".
function nameOf({root, settings}: Selecting, place: Place): string {
  if (place.path !== undefined || settings.outside.length === 0) return shown(place)
  const path = withSlashes(relative(root, place.absolute))
  return isResearchOutside(path, settings) ? path : shown(place)
}

// By the real folder where the letters lead elsewhere: a working folder reached through a link is inside all the same.
async function placeOf({root, cwd}: Selecting, typed: string): Promise<Place | undefined> {
  const place = locate(root, resolve(cwd, typed))
  if (!place || place.path !== undefined) return place
  const folder = await realpath(dirname(place.absolute)).catch(() => undefined)
  const real = folder === undefined ? undefined : locate(root, join(folder, basename(place.absolute)))
  return real?.path === undefined ? place : real
}

// A file that cannot be looked at, and a link that leads nowhere, stay in the selection: reading them tells what is wrong.
async function typeAt(path: string): Promise<'file' | 'folder' | 'missing'> {
  try {
    const stats = await lstat(path)
    const target = stats.isSymbolicLink() ? await stat(path).catch(() => stats) : stats
    return target.isDirectory() ? 'folder' : 'file'
  } catch (error) {
    return isAbsence(error) ? 'missing' : 'file'
  }
}

async function selectFolder(selecting: Selecting, place: Place, typed: string, found: Gathering): Promise<void> {
  const {root, governed, settings} = selecting
  const {path, absolute} = place
  if (!(await staysInside(root, absolute))) return found.problem(`${quoted(typed)} is a link that leaves the workspace`)
  const ruled = path === undefined ? [] : ruledIn(governed, path)
  const inResearch = path !== undefined && settings.research.some(folder => liesIn(path, folder))
  const asked = {...selecting, research: selecting.research || inResearch}
  const own = settings.outside.length > 0 ? (each: string) => nameOf(selecting, {absolute: each}) : undefined
  let count = 0
  if (ruled.length === 0) count += await selectForeign(selecting, absolute, found, own)
  if (path !== undefined) count += await selectBelow(selecting, path, found)
  for (const folder of ruled) count += await selectGoverned(asked, join(root, folder), found)
  if (count === 0) found.problem(`No documents to check in ${quoted(typed)}`)
}

// A folder that lies in one of the workspace's, or those that lie in it: "spec lint ." is no call to check every README.
function ruledIn(governed: readonly string[], path: string): readonly string[] {
  return governed.some(folder => liesIn(path, folder)) ? [path] : governed.filter(folder => liesIn(folder, path))
}

async function selectGlob(selecting: Selecting, typed: string, found: Gathering): Promise<void> {
  const glob = await scan(typed)
  if (!glob) return found.problem(`${quoted(typed)} does not exist${await suggestion(selecting, typed)}`)
  const {root, cwd, folders} = selecting
  const base = resolve(cwd, glob.base)
  if (!(await staysInside(root, base)))
    return found.problem(`${quoted(typed)} begins at a link that leaves the workspace`)
  const fits = await compile([glob.pattern]).catch((error: unknown) => {
    if (error instanceof WorkspaceError) found.problem(error.message)
    return error instanceof WorkspaceError ? undefined : () => false
  })
  if (fits === undefined) return
  const {files, passed, unreadable} = await wholeWalk(folders, base)
  for (const child of passed.filter(path => isMarkdown(path) && fits(path)))
    found.addPassed(pathOf(root, join(base, child)))
  const closed = unreadable.filter(child => child === '' || glob.pattern.includes('**'))
  for (const child of closed) found.problem(notListed(root, join(base, child)))
  let count = 0
  for (const file of files.filter(path => isMarkdown(path) && fits(path))) {
    const place = placeAt(root, join(base, file))
    count++
    const home = await selecting.workspace.homeOf(place.absolute)
    if (home.workspace.root === root) await take(selecting, place, found, false)
    else found.include(unnamed(await home.workspace.select([place.absolute])), home.outward, home.outward(''))
  }
  if (count === 0) found.problem(`${quoted(typed)} matches no Markdown file${await suggestion(selecting, typed)}`)
}

function unnamed(selection: Selection): Selection {
  return {...selection, files: selection.files.map(file => ({...file, named: false}))}
}

/** A walk that goes into other workspaces: a glob names files, whosever they are. */
async function wholeWalk(folders: Folders, base: string): Promise<Walk> {
  const whole = await folders.walk(base)
  const walks = await Promise.all(
    whole.nested.map(async folder => ({folder, walk: await wholeWalk(folders, join(base, folder))})),
  )
  if (walks.length === 0) return whole
  const below = (key: 'files' | 'passed' | 'unreadable') =>
    [...whole[key], ...walks.flatMap(({folder, walk}) => walk[key].map(path => `${folder}/${path}`))].sort(
      compareCodeUnits,
    )
  return {...whole, files: below('files'), passed: below('passed'), unreadable: below('unreadable')}
}
