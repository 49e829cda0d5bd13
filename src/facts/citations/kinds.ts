import {isDocument} from '../../text/index.js'
import type {Folders} from '../context.js'

/**
 * What a path, relative to the root and normalised, is by the folder that it lies in; undefined elsewhere.
 * The innermost of the configured folders counts. Files of any kind are research in a folder of research (a figure, a list
 * of measurements), but only documents are specs: a path in a spec is often one of source code, written from the root.
 */
export function kindOf(path: string, folders: Folders): 'research' | 'spec' | undefined {
  const research = depth(path, folders.research)
  const spec = depth(path, folders.specs)
  if (research < 0 && spec < 0) return undefined
  if (!isDocument(path) && (research < spec || research === 0)) return undefined
  return research >= spec ? 'research' : 'spec'
}

/** What a path names as it is written, however it would resolve: "../../research/x.md" names research from everywhere. */
export function namedKind(path: string, folders: Folders): 'research' | 'spec' | undefined {
  return kindOf(path.replace(/^\/+|^(?:\.{1,2}\/)+/, ''), folders)
}

// Length of the longest folder that holds the path, -1 for none; a folder does not hold itself.
function depth(path: string, folders: readonly string[]): number {
  let longest = -1
  for (const written of folders) {
    const folder = written.replace(/\/+$/, '')
    const holds = folder === '' || (path.startsWith(`${folder}/`) && path.length > folder.length + 1)
    if (holds) longest = Math.max(longest, folder.length)
  }
  return longest
}
