import {lstat, realpath, stat} from 'node:fs/promises'
import {basename, dirname, join, resolve} from 'node:path'
import {isAbsence} from './error.js'
import {compile, scan} from './globs.js'
import {staysInside} from './links.js'
import {isMarkdown, liesIn, locate, type Place, shown, withSlashes} from './paths.js'
import type {Gathering} from './selection.js'
import {quoted, suggestion} from './suggest.js'
import {notListed, type Selecting, selectForeign, selectGoverned} from './take.js'

/** Takes what one argument names: a file, a folder's documents, or what a glob matches that no shell has expanded. */
export async function selectArgument(selecting: Selecting, argument: string, found: Gathering): Promise<void> {
  // On Windows a backslash separates, in globs too; elsewhere it is a letter of a name, or escapes a glob's sign.
  const typed = withSlashes(argument)
  const place = typed === '' ? undefined : await placeOf(selecting, typed)
  if (!place) return found.problem(`Unexpected argument ${quoted(argument)}, expected a file, a folder or a glob`)
  const type = selecting.overlaid.has(place.absolute) ? 'file' : await typeAt(place.absolute)
  if (type === 'folder') return selectFolder(selecting, place, typed, found)
  if (type === 'missing') return selectGlob(selecting, typed, found)
  const {kind} = place.path === undefined ? {} : selecting.claim(place.path)
  found.add({path: shown(place), named: true, ...(kind !== undefined && {kind})})
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
  let count = ruled.length > 0 ? 0 : await selectForeign(selecting, absolute, found)
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
  const {root, cwd, folders, claim} = selecting
  const base = resolve(cwd, glob.base)
  if (!(await staysInside(root, base)))
    return found.problem(`${quoted(typed)} begins at a link that leaves the workspace`)
  const fits = await compile([glob.pattern]).catch(() => () => false)
  const {files, passed, unreadable} = await folders.walk(base)
  for (const child of passed.filter(path => isMarkdown(path) && fits(path))) {
    const place = locate(root, join(base, child))
    if (place) found.addPassed(shown(place))
  }
  const closed = unreadable.filter(child => child === '' || glob.pattern.includes('**'))
  for (const child of closed) found.problem(notListed(root, join(base, child)))
  let count = 0
  for (const file of files) {
    const place = locate(root, join(base, file))
    if (!place || !isMarkdown(file) || !fits(file)) continue
    const {kind} = place.path === undefined ? {} : claim(place.path)
    found.add({path: shown(place), named: false, ...(kind !== undefined && {kind})})
    count++
  }
  if (count === 0) found.problem(`${quoted(typed)} matches no Markdown file${await suggestion(selecting, typed)}`)
}
