import {decodePercent, folderOf, isDocument, joinPath, leavesRoot} from '../text/index.js'
import type {Entry} from '../workspace/index.js'

/** A path as it is written in a document, with what follows it. */
export interface Address {
  /** Without anchor and lines; "" for an anchor of the document itself. */
  path: string
  anchor?: string
  /** The last of the cited lines. */
  lastLine?: number
}

const LINES = /^(.*[^:/]):L?\d+(?:[-–]L?(\d+))?(?:,[\d,\s–-]*)?$/s

export function addressOf(written: string): Address {
  const hash = written.indexOf('#')
  const before = hash < 0 ? written : written.slice(0, hash)
  const anchor = hash < 0 ? '' : written.slice(hash + 1)
  const lines = LINES.exec(before.replace(/\?.*$/s, ''))
  const path = decodePercent(lines?.[1] ?? before.replace(/\?.*$/s, ''))
  const numbers = (anchor === '' ? written.slice((lines?.[1] ?? written).length) : inAnchor(anchor)).match(/\d+/g) ?? []
  const lastLine = Math.max(0, ...numbers.map(Number))
  return {path, ...(anchor !== '' && {anchor}), ...(lastLine > 0 && {lastLine})}
}

/** Where a path may lead, relative to the root: from the document's folder, then from the root. */
export function candidatesOf(path: string, document: string): string[] {
  if (path === '') return [document]
  const root = joinPath('', path)
  const all = path.startsWith('/') ? [root] : [joinPath(folderOf(document), path), root]
  return [...new Set(all)].filter(candidate => candidate !== '' && !leavesRoot(candidate))
}

/** Whether what stands at a path has the anchor and lines of an address. Of anything but Markdown nobody knows anchors. */
export function hasPlace(path: string, entry: Entry, {anchor, lastLine}: Address): boolean {
  if (entry.type !== 'file') return false
  if (lastLine !== undefined) return !isDocument(path) || lastLine <= (entry.lines ?? 0)
  if (anchor === undefined || !isDocument(path)) return true
  return entry.anchors?.includes(decodePercent(anchor)) === true || entry.anchors?.includes(anchor) === true
}

function inAnchor(anchor: string): string {
  return /^L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$/.test(anchor) ? anchor.replace(/C\d+/g, '') : ''
}
