import type {FixMaker} from './types.js'
import {isObject, isRange} from './values.js'

/** A link that resolves from the root only is written as seen from the document's folder; anchor and lines stay. */
export const relativeLink: FixMaker = (item, facts) => {
  if (!isObject(item) || item.resolvedFrom !== 'root') return undefined
  const {target, path, targetPosition: range} = item
  if (typeof target !== 'string' || typeof path !== 'string' || !isRange(range)) return undefined
  const {line, column, offset} = range.start
  if (offset + target.length > range.end.offset) return undefined
  const text = encodeTarget(relativePath(facts.path, path))
  const end = {line, column: column + target.length, offset: offset + target.length}
  return {title: `Link to "${text}"`, edits: [{range: {start: range.start, end}, text}]}
}

/** The path of `to` as seen from the folder of the file `from`; both relative to one root, with "/". */
export function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1)
  const target = to.split('/')
  let shared = 0
  while (shared < folders.length && shared < target.length - 1 && folders[shared] === target[shared]) shared++
  const up = folders.slice(shared).map(() => '..')
  const path = [...up, ...target.slice(shared)].join('/')
  // "a:b.md" alone would be read as an address.
  return up.length === 0 && /^[^/]*:/.test(path) ? `./${path}` : path
}

// What would end a link's target, or be read as part of an address.
function encodeTarget(path: string): string {
  return path.replace(/[\s%#?<>()\\\p{Cc}]/gu, sign => {
    const encoded = encodeURIComponent(sign)
    return encoded === sign ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}` : encoded
  })
}
