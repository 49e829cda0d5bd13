import {posix} from 'node:path'
import {isNowhere} from '../paths.js'
import type {CodeFile, Sighting} from '../types.js'
import type {Spot, Why} from './spot.js'
import type {View} from './view.js'

/** What one view has of what was asked for. */
export interface Finding {
  outcome: Sighting['outcome']
  file?: FoundFile
  candidates?: readonly string[]
  /** unknown only. */
  why?: Why
}

/** A file that was found. Paths are from the top. */
export interface FoundFile {
  path: string
  /** Without links. */
  real: string
  by: CodeFile['by']
  version: string
}

const MOST_CANDIDATES = 10

/** Paths relative to the root, best first; `likely` ones are only guesses. */
export interface Sought {
  paths: readonly string[]
  likely?: readonly string[]
  /** Whether to tell of a file at a path all that fit besides. */
  all?: boolean
}

/**
 * Where a view has a file or folder: at one of the paths, from the root and then from the top; at a likely one; else as the only file whose path ends with one of them.
 */
export async function find(view: View, prefix: string, {paths, likely = [], all = false}: Sought): Promise<Finding> {
  const exact = await findExact(view, placesOf(prefix, paths))
  const hit = exact && exact.outcome !== 'unknown' ? exact : await findExact(view, placesOf(prefix, likely))
  if (hit && hit.outcome !== 'unknown') {
    // "package.json" may be the one at the root, or the one in the package that the text is about.
    const {candidates} = all && hit.outcome === 'found' ? ((await findBySuffix(view, paths)) ?? {}) : {}
    return {...hit, ...(candidates && {candidates})}
  }
  const other = await findBySuffix(view, [...paths, ...likely])
  if (other?.outcome === 'found') return other
  const isOutside = paths.every(path => placeOf(prefix, path) === undefined)
  return exact ?? hit ?? other ?? (isOutside ? {outcome: 'unknown', why: 'outside'} : {outcome: 'missing'})
}

/** Where relative paths may lead, from the top. */
export function placesOf(prefix: string, paths: readonly string[]): string[] {
  const fromRoot = paths.map(path => placeOf(prefix, path))
  const fromTop = prefix === '' ? [] : paths.map(path => placeOf('', path))
  return [...fromRoot, ...fromTop].filter(place => place !== undefined)
}

async function findExact(
  view: View,
  paths: readonly string[],
  by: FoundFile['by'] = 'path',
): Promise<Finding | undefined> {
  let unknown: Finding | undefined
  for (const path of new Set(paths)) {
    const spot = await view.at(path)
    if (spot.type === 'folder') return {outcome: 'folder'}
    if (spot.type === 'file') return {outcome: 'found', file: fileOf(spot, path, by)}
    if (spot.type === 'unknown') unknown ??= {outcome: 'unknown', why: spot.why}
  }
  return unknown
}

async function findBySuffix(view: View, paths: readonly string[]): Promise<Finding | undefined> {
  let several: Finding | undefined
  for (const path of paths) {
    const end = path.replace(/^(?:\.{1,2}\/)+/, '').replace(/\/+$/, '')
    if (end === '') continue
    const files = await view.endingWith(end)
    if (typeof files === 'string') return {outcome: 'unknown', why: files}
    const [only, another] = files
    if (only === undefined) continue
    if (another !== undefined) {
      several ??= {outcome: 'ambiguous', candidates: files.slice(0, MOST_CANDIDATES)}
      continue
    }
    return findExact(view, [only], 'suffix')
  }
  return several
}

/** The first of these paths, which are from the top, at which a file stands: names that a file had, or was given. */
export async function findRenamed(view: View, paths: readonly string[]): Promise<FoundFile | undefined> {
  for (const path of paths) {
    const spot = await view.at(path)
    if (spot.type === 'file') return fileOf(spot, path, 'rename')
  }
  return undefined
}

function fileOf(spot: Spot & {type: 'file'}, path: string, by: FoundFile['by']): FoundFile {
  return {path: path.replace(/\/+$/, ''), real: spot.real, by, version: spot.version}
}

/** A path that is relative to the root, and does not leave it, from the top. */
export function below(prefix: string, path: string): string {
  return prefix === '' ? path : path === '' ? prefix : `${prefix}/${path}`
}

/** Where a path that is relative to the root leads, from the top; undefined: out of the repository. */
function placeOf(prefix: string, path: string): string | undefined {
  if (isNowhere(path)) return undefined
  const joined = posix.join(prefix, path)
  if (joined === '..' || joined.startsWith('../')) return undefined
  return joined === '.' ? '' : joined
}
