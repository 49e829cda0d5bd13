import {LimitError} from '../markdown/index.js'
import {itemAt, rethrowUnless} from '../text/index.js'
import type {Home, Workspace} from '../workspace/index.js'
import {gathered, type Page} from './gather.js'
import {mayName} from './names.js'
import {rewritten} from './rewrite.js'
import {pathAt, placeOf, type Route} from './route.js'
import type {Left, Rewrite} from './types.js'
import {type Scenery, sceneryOf} from './world.js'

/** A file that a move changes. */
export interface MovedFile {
  /** Relative to the root of the outermost workspace, before the move. */
  path: string
  before: string
  /** The same as before where only its name changes. */
  after: string
  rewrites: readonly Rewrite[]
}

/** Places of a file that keep naming the old path. */
export interface LeftIn {
  path: string
  places: readonly Left[]
}

/** What a move would do. Paths are relative to the root of the outermost workspace. */
export interface MovePlan {
  from: string
  to: string
  /** What is moved. */
  moved: MovedFile
  /** Files that cite it, by path. */
  citing: readonly MovedFile[]
  left: readonly LeftIn[]
  /** Files that could not be looked at. */
  unread: readonly {path: string; reason: string}[]
  /** Number of documents that were looked at. */
  documents: number
}

/** What is to be moved cannot be read; the message says why. */
export class UnreadError extends Error {
  override name = 'UnreadError'
}

/**
 * Plans to move a document and to write every citation of it anew; nothing is written.
 *
 * @param outermost the workspace in which all others of the repository lie
 * @param from relative to its root, as `to`
 * @throws UnreadError where what is moved cannot be read
 */
export async function plannedMove(outermost: Workspace, from: string, to: string): Promise<MovePlan> {
  const route: Route = {from: placeOf(outermost.root, from), to: placeOf(outermost.root, to)}
  const pages = await gathered(outermost, await workspacesIn(outermost), route.from)
  const scenery = sceneryOf(
    route,
    pages.map(({place}) => place),
  )
  const isAsked = mayName([from, to])
  const unread: {path: string; reason: string}[] = []
  const left: LeftIn[] = []
  const files: MovedFile[] = []
  for (const page of pages) {
    const home = await outermost.homeOf(page.path)
    const reading = await home.workspace.read(home.path)
    if (!reading.ok) {
      if (page.isOurs) unread.push({path: page.path, reason: reading.reason})
      continue
    }
    const {text} = reading
    if (page.place !== route.from && !isAsked(text)) continue
    const found = await rewrittenAt(text, {page, home, outermost, route, scenery})
    if ('reason' in found) {
      unread.push({path: page.path, reason: found.reason})
      continue
    }
    const places = page.isOurs ? found.left : [...found.left, ...untouched(found.rewrites)]
    if (places.length > 0) left.push({path: page.path, places: places.sort((a, b) => a.line - b.line)})
    const isChanged = found.text !== text || page.place === route.from
    if (page.isOurs && isChanged)
      files.push({path: page.path, before: text, after: found.text, rewrites: found.rewrites})
  }
  const moved = files.find(({path}) => path === from)
  if (!moved) {
    // It is looked at in any case, and what cannot be read is among these.
    const {reason} = itemAt(
      unread,
      unread.findIndex(({path}) => path === from),
    )
    throw new UnreadError(reason)
  }
  const citing = files.filter(file => file !== moved)
  const others = unread.filter(({path}) => path !== from)
  return {from, to, moved, citing, left, unread: others, documents: pages.filter(({isOurs}) => isOurs).length}
}

/** The outermost workspace, and all that lie in it. */
async function workspacesIn(outermost: Workspace): Promise<Workspace[]> {
  const found = new Set([outermost])
  for (const root of await outermost.nested()) found.add((await outermost.homeOf(`${root}/-`)).workspace)
  return [...found]
}

interface Asked {
  page: Page
  home: Home
  outermost: Workspace
  route: Route
  scenery: Scenery
}

async function rewrittenAt(text: string, {page, home, outermost, route, scenery}: Asked) {
  const {workspace, path} = home
  const isMoved = page.place === route.from
  const later = isMoved ? (await outermost.homeOf(pathAt(outermost.root, route.to))).workspace : workspace
  try {
    return await rewritten({text, path, workspace, later}, route, scenery)
  } catch (error) {
    rethrowUnless(error, LimitError)
    return {reason: error.message}
  }
}

// A page that is none of ours stays as it is: what would be written there is told.
function untouched(rewrites: readonly Rewrite[]): Left[] {
  return rewrites.map(({edit, written}) => ({line: edit.range.start.line, text: written, reason: 'elsewhere'}))
}
