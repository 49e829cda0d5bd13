import {itemAt} from '../text/index.js'

/** A heading of a document, as far as claiming goes. */
export interface ClaimableHeading {
  level: number
  /** Without its number. */
  title: string
}

/** Headings that stand in none of the others, nor in a known one. */
export function apart(
  found: readonly number[],
  known: readonly number[],
  headings: readonly ClaimableHeading[],
): readonly number[] {
  const isKnown = new Set(known)
  let until = 0
  return [...known, ...found]
    .sort((a, b) => a - b)
    .filter(index => {
      const isApart = index >= until
      if (isApart || isKnown.has(index)) until = Math.max(until, endOf(headings, index, headings.length))
      return isApart && !isKnown.has(index)
    })
}

/** Headings that stand under no other one of the ground but a title. */
export function directChildren(
  headings: readonly ClaimableHeading[],
  {from, to}: {from: number; to: number},
  title: number,
): Set<number> {
  const found = new Set<number>()
  let level = Number.POSITIVE_INFINITY
  for (let index = from; index < to; index++) {
    const own = itemAt(headings, index).level
    if (index === title || own > level) continue
    level = own
    found.add(index)
  }
  return found
}

/** Index behind the last heading below the one at `index`. */
export function endOf(headings: readonly ClaimableHeading[], index: number, to: number): number {
  const {level} = itemAt(headings, index)
  for (let next = index + 1; next < to; next++) {
    if (itemAt(headings, next).level <= level) return next
  }
  return to
}
