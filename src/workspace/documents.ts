import {join} from 'node:path'
import {compareCodeUnits} from '../text/index.js'
import type {Folders, Walk} from './folders.js'
import {isNestedIn} from './homes.js'
import {staysInside} from './links.js'
import type {Looker} from './look.js'
import {isMarkdown} from './paths.js'

/** Markdown below some of the workspace's folders, relative to the root, sorted. What belongs to another workspace is left out. */
export function listerIn(
  {root, standing}: Pick<Looker, 'root' | 'standing'>,
  paths: readonly string[],
): () => Promise<readonly string[]> {
  let known: {walks: readonly (Walk | undefined)[]; documents: readonly string[]} | undefined
  // It reads the folder, with all the names in it, so it is asked once as long as nothing was forgotten.
  const nested = new WeakMap<object, boolean>()
  const isNested = async (folders: Folders, absolute: string): Promise<boolean> => {
    const listing = await folders.list(absolute)
    if (typeof listing !== 'object') return isNestedIn(root, absolute)
    const is = nested.get(listing) ?? isNestedIn(root, absolute)
    nested.set(listing, is)
    return is
  }
  const walkOf = async (folder: string): Promise<Walk | undefined> => {
    const place = await standing(folder)
    if (!place?.isHere) return undefined
    const {base, folders} = place.files
    const absolute = join(base, place.path)
    if (!(await staysInside(base, absolute))) return undefined
    return base === root && (await isNested(folders, absolute)) ? undefined : folders.walk(absolute)
  }
  return async () => {
    const walks = await Promise.all(paths.map(walkOf))
    if (known?.walks.every((walk, index) => walk === walks[index])) return known.documents
    const documents = new Set<string>()
    for (const [index, folder] of paths.entries()) {
      const files = walks[index]?.files.filter(isMarkdown) ?? []
      for (const file of files) documents.add(folder === '' ? file : `${folder}/${file}`)
    }
    known = {walks, documents: [...documents].sort(compareCodeUnits)}
    return known.documents
  }
}
