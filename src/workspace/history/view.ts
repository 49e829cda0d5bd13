import {join} from 'node:path'
import {entryAt} from '../entry.js'
import type {Folders} from '../folders.js'
import {blobId} from '../git/blob-id.js'
import type {Content, Objects} from '../git/objects.js'
import type {Bytes} from '../read.js'
import type {Unsearchable} from './names.js'
import type {Snapshot} from './snapshot.js'
import {type Spot, spotAt} from './spot.js'

/** One state of all files. Paths are from the top of the repository. */
export interface View {
  at(path: string): Promise<Spot>
  /** Files whose path ends with "/" and this one, sorted. */
  endingWith(path: string): Promise<readonly string[] | Unsearchable>
  /** A content by its version; undefined: not in this clone. */
  content(version: string): Promise<Content | undefined>
}

export function snapshotView(snapshot: Snapshot, objects: Objects): View {
  return {
    at: path => spotAt(snapshot, path),
    endingWith: path => snapshot.names.endingWith(snapshot.root, path),
    content: objects.blob,
  }
}

export interface WorkTree {
  /** The top, absolute. */
  top: string
  folders: Folders
  /** A file by its absolute path. */
  bytes(path: string): Promise<Bytes>
  /** Of how many hexadecimal digits the repository's names of contents are. */
  digits: number
  /** Names that are worth a look: the index'. */
  index?(): Promise<View>
}

/** The files as they stand in the work tree, with unsaved text over them. */
export function workTreeView({top, folders, bytes, digits, index}: WorkTree): View {
  const at = async (path: string): Promise<Spot> => {
    const type = await entryAt(top, folders, path)
    if (type === 'outside') return {type: 'unknown', why: 'link'}
    if (type === 'unreadable') return {type: 'unknown', why: 'unreadable'}
    if (type !== 'file') return {type}
    const read = await bytes(join(top, path))
    // What cannot be read is there all the same; no other content is equal to it.
    const version = read.ok ? blobId(read.bytes, digits) : `${OWN}${path}`
    return {type, version, real: path}
  }
  const spots = new Map<string, Promise<Spot>>()
  const paths = new Map<string, string>()
  const remember = async (path: string) => {
    const spot = await at(path)
    if (spot.type === 'file') paths.set(spot.version, path)
    return spot
  }
  return {
    at: path => {
      const spot = spots.get(path) ?? remember(path)
      spots.set(path, spot)
      return spot
    },
    endingWith: async path => {
      const listed = (await (await index?.())?.endingWith(path)) ?? []
      if (typeof listed === 'string') return listed
      const there: string[] = []
      for (const file of listed) if ((await entryAt(top, folders, file)) === 'file') there.push(file)
      return there
    },
    content: async version => {
      const path = paths.get(version)
      if (path === undefined || version.startsWith(OWN)) return {}
      const read = await bytes(join(top, path))
      return read.ok ? {bytes: read.bytes} : {}
    },
  }
}

const OWN = 'worktree:'
