import {itemAt} from '../../../text/index.js'
import {type LineMap, lineMap, splitLines} from '../../../text/line-map.js'
import type {Drift, LineRange} from '../../types.js'

/** A file as it was when it was cited, or as HEAD has it. Equal versions have equal contents. */
export interface Then {
  version: string
  text: string | undefined
  path: string
}

/** Two texts held against each other: many citations may speak of the same file. */
interface Pair {
  old: readonly string[]
  fresh: readonly string[]
  mapped: LineMap
}

/** Pairs that were compared before, by their versions. */
export type Compared = Map<string, Pair>

/**
 * What became of cited lines, or of a whole file where none are cited. `now` is undefined where HEAD has the file no more.
 * Undefined: the texts are not known.
 */
export function driftOf(
  then: Then,
  now: Then | undefined,
  cited: readonly LineRange[] | undefined,
  compared: Compared = new Map(),
): Omit<Drift, 'same'> | undefined {
  if (now === undefined) return {state: 'deleted'}
  const renamed = now.path !== then.path
  const path = renamed ? {path: now.path} : {}
  if (now.version === then.version)
    return {state: renamed ? 'renamed' : 'unchanged', ...path, ...(cited && {lines: [...cited]})}
  // Who cites a file means whatever it holds.
  if (cited === undefined) return {state: renamed ? 'renamed' : 'unchanged', ...path}
  const pair = pairOf(then, now, compared)
  if (pair === undefined) return undefined
  const places = cited.map(range => placeOf(range, pair))
  const lines = places.flatMap(place => (place.lines === undefined ? [] : [place.lines]))
  const at = lines.length === cited.length ? {lines} : {}
  if (places.some(place => !place.same)) return {state: 'changed', ...path, ...at}
  const stay = cited.every(({from, to}, index) => lines[index]?.from === from && lines[index]?.to === to)
  if (renamed) return {state: 'renamed', ...path, ...at}
  return {state: stay ? 'unchanged' : 'moved', ...at}
}

function pairOf(then: Then, now: Then, compared: Compared): Pair | undefined {
  if (then.text === undefined || now.text === undefined) return undefined
  const key = `${then.version} ${now.version}`
  const known = compared.get(key)
  if (known !== undefined) return known
  const [old, fresh] = [splitLines(then.text), splitLines(now.text)]
  const pair = {old, fresh, mapped: lineMap(old, fresh)}
  compared.set(key, pair)
  return pair
}

interface Place {
  same: boolean
  lines?: LineRange
}

function placeOf({from, to}: LineRange, {old, fresh, mapped}: Pair): Place {
  const [start, end] = [mapped(from), mapped(to)]
  if (start !== undefined && end !== undefined && end >= start) {
    const same = end - start === to - from && sameLines(old, from, fresh, start, to - from + 1)
    return {same, lines: {from: start, to: end}}
  }
  // Cut out and put in elsewhere: a comparison sees only that the lines are gone.
  const found = onlyPlace(old.slice(from - 1, to), fresh)
  return found === undefined ? {same: false} : {same: true, lines: {from: found, to: found + to - from}}
}

function sameLines(old: readonly string[], from: number, fresh: readonly string[], start: number, count: number) {
  for (let step = 0; step < count; step++) if (old[from - 1 + step] !== fresh[start - 1 + step]) return false
  return true
}

// A line such as "}" stands in many places: words that tell the lines apart must be among them.
function onlyPlace(wanted: readonly string[], fresh: readonly string[]): number | undefined {
  if (wanted.length === 0 || wanted.join('').replace(/[^\p{L}\p{N}]/gu, '').length < 8) return undefined
  let found: number | undefined
  const first = itemAt(wanted, 0)
  for (let at = fresh.indexOf(first); at >= 0; at = fresh.indexOf(first, at + 1)) {
    if (at + wanted.length > fresh.length || wanted.some((line, step) => fresh[at + step] !== line)) continue
    if (found !== undefined) return undefined
    found = at + 1
  }
  return found
}
