import {isAbsolute} from 'node:path'
import {decode, tooLarge} from './decode.js'
import {locate} from './paths.js'
import {type Bytes, readBeginning, readBytes} from './read.js'
import type {Reading, WorkspaceOptions} from './types.js'

/** Files of the disk, with unsaved text over them. */
export interface Source {
  bytes(path: string): Promise<Bytes>
  /** The first bytes of a file that a walk has listed, `length` of them or all that there are. */
  beginning(path: string, length: number): Promise<Bytes>
  read(path: string): Promise<Reading>
  /** Absolute paths that unsaved text stands over. */
  overlaid: ReadonlySet<string>
  /** Unsaved text by absolute path. */
  overlay: ReadonlyMap<string, string>
}

export function sourceOf(root: string, given: WorkspaceOptions['overlay'], limit: number): Source {
  const overlay = new Map<string, string>()
  for (const [path, text] of given ?? []) {
    const place = locate(root, path)
    if (place) overlay.set(place.absolute, text)
  }

  const find = async (path: string): Promise<Bytes & {text?: string}> => {
    const place = locate(root, path)
    if (place === undefined) return {ok: false, code: 'missing', reason: 'Unexpected NUL in the path'}
    if (place.path === undefined && !isAbsolute(path))
      return {ok: false, code: 'outside', reason: 'The path leaves the workspace'}
    const text = overlay.get(place.absolute)
    if (text === undefined) return readBytes(root, place, limit)
    const bytes = Buffer.from(text)
    return bytes.length > limit ? tooLarge(limit, bytes.length) : {ok: true, bytes, text}
  }

  return {
    bytes: find,
    beginning: async (path, length) => {
      const place = locate(root, path)
      if (place?.path === undefined || overlay.has(place.absolute)) return find(path)
      return readBeginning(root, place, length, limit)
    },
    read: async path => {
      const found = await find(path)
      if (!found.ok) return found
      // Unsaved text is given back as it is: half of a surrogate pair, which an editor may hold, has no bytes.
      return found.text === undefined ? decode(found.bytes) : {ok: true, text: found.text, bytes: found.bytes.length}
    },
    overlaid: new Set(overlay.keys()),
    overlay,
  }
}
