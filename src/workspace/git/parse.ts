import {itemAt} from '../../text/index.js'
/** What a tree holds under one name. */
export interface TreeEntry {
  kind: 'file' | 'folder' | 'link' | 'submodule'
  id: string
}

/** A folder's entries by name, case-exactly, in git's order. */
export type Tree = ReadonlyMap<string, TreeEntry>

export interface Commit {
  id: string
  tree: string
  /** As the commit names them, whether this clone has them or not. */
  parents: readonly string[]
}

/** A tree object's entries. A name that is no UTF-8 cannot be written in a document, and is left out. */
export function parseTree(bytes: Buffer, idBytes: number): Tree {
  const tree = new Map<string, TreeEntry>()
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at)
    const end = bytes.indexOf(0, space)
    if (space < 0 || end < 0) break
    const name = utf8(bytes.subarray(space + 1, end))
    const id = bytes.toString('hex', end + 1, end + 1 + idBytes)
    if (name !== undefined) tree.set(name, {kind: kindOf(bytes.toString('latin1', at, space)), id})
    at = end + 1 + idBytes
  }
  return tree
}

/** By git's mode in octal digits. */
export function kindOf(mode: string): TreeEntry['kind'] {
  if (/^0?40000$/.test(mode)) return 'folder'
  return mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file'
}

export function parseCommit(id: string, bytes: Buffer): Commit | undefined {
  const [head = ''] = bytes.toString('latin1').split('\n\n', 1)
  const tree = /^tree ([0-9a-f]{40,64})$/m.exec(head)?.[1]
  if (tree === undefined) return undefined
  return {id, tree, parents: [...head.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(match => itemAt(match, 1))}
}

const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})

/** Bytes as text, or undefined where they are no UTF-8. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
