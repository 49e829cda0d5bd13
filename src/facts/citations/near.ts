import {encodePath, folderOf, itemAt, nameOf, nearest, relativePath, valueAt} from '../../text/index.js'
import {kindOf} from './kinds.js'
import type {Names} from './names.js'
import type {CitationContext, CitationDraft} from './types.js'

// Many folders have one: a name that tells nothing of what was moved.
const COMMON = /^(?:readme|_?index)\.\w+$/i

/** Documents with the file name of a target that is not where it was looked for; nobody who cites himself means that. */
export function movedTo(
  {target, kind, tried}: Pick<CitationDraft, 'target' | 'kind'> & {tried: readonly string[]},
  names: Names,
  {path: own}: CitationContext,
): string[] {
  const name = nameOf(itemAt(tried, tried.length - 1))
  if (COMMON.test(name)) return []
  const found = names.named(name).filter(path => !tried.includes(path) && path !== own)
  // Elsewhere in the repository another file may bear that name: only one in a folder of the same name is meant.
  const folder = kind === 'code' ? nameOf(folderOf(target)) : ''
  return /^\.{0,2}$/.test(folder) ? found : found.filter(path => nameOf(folderOf(path)) === folder)
}

/**
 * Documents that may be meant, nearest first, three at the most, as they are written in this place. `thorough`: those with
 * misspelt names, too.
 */
export function nearOnes(
  draft: CitationDraft,
  context: CitationContext,
  names: Names,
  {tried, moved, thorough}: {tried: readonly string[]; moved: readonly string[]; thorough: boolean},
): string[] {
  const path = itemAt(tried, tried.length - 1)
  const fits = (other: string): boolean =>
    !tried.includes(other) && other !== context.path && kindOf(other, context.folders) === draft.kind
  const alike = new Map((thorough ? names.like(path).filter(fits) : []).map(other => [nameOf(other), other]))
  const best = nearest(nameOf(path), alike.keys()).map(name => valueAt(alike, name))
  const found = new Set([...moved, ...names.onTopic(path).filter(fits).slice(0, 3), ...best])
  return [...found].slice(0, 3).map(other => asWritten(other, draft, context))
}

/** A path, relative to the root, as the form of a citation has it written. */
export function asWritten(path: string, {form}: CitationDraft, context: CitationContext): string {
  return form === 'code-span' || form === 'bare-path' ? path : encodePath(relativePath(context.path, path))
}
