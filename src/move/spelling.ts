import {type Address, type AddressForm, isLink} from '../facts/citations/addresses.js'
import {encodePath, folderOf, joinPath, nameOf, percentEncoded, relativePath} from '../text/index.js'
import type {Hit} from './world.js'

/** Where a path is written, and where it is to lead. */
export interface Spot {
  /** By which of its readings it leads to the file now. */
  from: Hit['from'] | undefined
  /** The document before the move, and after it; relative to the root. */
  document: {before: string; after: string}
  /** What is cited, after the move. */
  path: string
}

/** How a path may be written in a place, best first: as the old one was, then in the other ways that its form has. */
export function spellings({form, written, candidates, path: old}: Address, spot: Spot): string[] {
  const {from, document, path} = spot
  const near = relativePath(document.after, path)
  // "./" says nothing, but it is what its author wrote: it stays, and a move back gives the same text again.
  const relative = old.startsWith('./') && !near.startsWith('./') ? `./${near}` : near
  const dotted = /^\.{1,2}\//.test(near) ? near : `./${near}`
  const isInside = !path.startsWith('../')
  const rooted = isInside ? [path] : []
  const absolute = isInside ? [`/${path}`] : []
  const isRooted = from === 'root' || (from === 'file' && candidates.length === 1 && !old.startsWith('.'))
  const others = [relative]
  const wanted = old.startsWith('/')
    ? [absolute, others]
    : from === 'name'
      ? [[nameOf(path)], rooted, others]
      : from === 'short'
        ? [[shortened(old, path)], rooted, others]
        : isRooted && (from === 'root' || !isLink(form))
          ? [rooted, others]
          : [roundabout(old, spot), others, [dotted], isLink(form) ? absolute : rooted]
  const end = old.endsWith('/') ? '/' : ''
  return [...new Set(wanted.flat())].map(each => encoded(each + end, form, written))
}

// As many steps of the path as were written.
function shortened(old: string, path: string): string {
  return path.split('/').slice(-old.split('/').length).join('/')
}

/** A path that climbs higher than it must, "../specs/b.md" in a spec: by way of the same folder again. */
function roundabout(old: string, {document, path}: Spot): string[] {
  const climb = /^(?:\.\.\/)+/.exec(old)?.[0]
  if (climb === undefined || old === relativePath(document.before, joinPath(folderOf(document.before), old))) return []
  const top = joinPath(folderOf(document.before), climb)
  if (top !== '' && !path.startsWith(`${top}/`)) return []
  const way = relativePath(document.after, top === '' ? '-' : `${top}/-`)
  return [`${way.slice(0, -1)}${top === '' ? path : path.slice(top.length + 1)}`]
}

// A code span and plain text hold a path as it is; an address of a link is encoded, and as far as the old one was.
function encoded(path: string, form: AddressForm, written: string): string {
  if (form === 'frontmatter' || form === 'code-span') return path
  if (form === 'bare-path' || form === 'words')
    return written.includes('\\') ? path.replace(/[*_`[\]~]/g, '\\$&') : path
  if (/%[89A-F][0-9A-F]/i.test(written)) return path.split('/').map(encodeURIComponent).join('/')
  // Within angle brackets spaces stand as they are.
  if (/\s/.test(written)) return path.replace(/[%#?<>\\\n\r]/g, percentEncoded)
  return encodePath(path)
}
