import {configsIn} from './config/index.js'
import {decode, tooLarge} from './decode.js'
import {WorkspaceError} from './error.js'
import {type EntryType, type Folders, foldersOf, type Listing} from './folders.js'
import type {TreeEntry} from './git/parse.js'
import type {Repository} from './git/repository.js'
import type {Index} from './git/staged.js'
import {below} from './history/find.js'
import {isMarkdown, locate} from './paths.js'
import type {Bytes} from './read.js'
import type {Source} from './source.js'
import type {Note} from './types.js'

/** The files of a workspace as git's index has them: what the next commit will hold. Unsaved text stands over them too. */
export async function stagedFiles(
  root: string,
  repository: Repository | Note,
  source: Source,
  limit: number,
): Promise<{folders: Folders; source: Source}> {
  if ('code' in repository) throw new WorkspaceError(`There is no index to read from. ${repository.text}`)
  const index = await repository.index()
  if (index.outcome !== 'ok') throw new WorkspaceError('git could not list its index')
  const {prefix, objects} = repository
  const inIndex = (absolute: string): string | undefined => {
    const path = locate(root, absolute)?.path
    return path === undefined ? undefined : below(prefix, path)
  }
  const bytes = async (path: string): Promise<Bytes> => {
    const place = locate(root, path)
    if (place?.path === undefined || source.overlaid.has(place.absolute)) return source.bytes(path)
    const entry = entryIn(index, below(prefix, place.path))
    // A schema or a setting of one's own need not be staged to be used.
    if (entry === undefined && !isMarkdown(path)) return source.bytes(path)
    if (entry?.kind === 'folder') return {ok: false, code: 'folder', reason: 'Unexpected folder, expected a file'}
    if (entry?.kind !== 'file') return {ok: false, code: 'missing', reason: 'The file is not in the index'}
    const content = await objects.blob(entry.id)
    if (content === undefined)
      return {ok: false, code: 'unreadable', reason: 'The file is in the index, and not in this clone'}
    return content.bytes ? {ok: true, bytes: content.bytes} : tooLarge(limit)
  }
  return {
    folders: foldersOf(
      source.overlaid,
      async (folder, extra) => listingIn(index, inIndex(folder), extra),
      // A config need not be staged to be used.
      folder => configsIn(folder).length > 0,
    ),
    source: {
      bytes,
      beginning: bytes,
      read: async path => {
        const place = locate(root, path)
        if (place !== undefined && source.overlaid.has(place.absolute)) return source.read(path)
        const read = await bytes(path)
        return read.ok ? decode(read.bytes) : read
      },
      overlaid: source.overlaid,
      overlay: source.overlay,
    },
  }
}

function listingIn({trees}: Index, path: string | undefined, extra: Listing | undefined): Listing | 'missing' {
  const tree = path === undefined ? undefined : trees.get(path)
  if (tree === undefined) return extra ?? 'missing'
  const listing = new Map<string, EntryType>([...tree].map(([name, {kind}]) => [name, TYPES[kind]] as const))
  for (const [name, type] of extra ?? []) listing.set(name, type)
  return listing
}

const TYPES: Readonly<Record<TreeEntry['kind'], EntryType>> = {
  file: 'file',
  folder: 'folder',
  link: 'link',
  submodule: 'other',
}

function entryIn({trees}: Index, path: string): TreeEntry | undefined {
  const end = path.lastIndexOf('/')
  return trees.get(end < 0 ? '' : path.slice(0, end))?.get(path.slice(end + 1))
}
