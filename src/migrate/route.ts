import {pairsBetween, reversed, type Template, type VersionPairs} from '../template/index.js'
import {itemAt} from '../text/index.js'

/** One version on the way to another. */
export interface Leg {
  from: Template
  to: Template
  pairs: VersionPairs
}

/** The way from one version to another, through all between them that are known: forth, or back. */
export function routeBetween(versions: readonly Template[], from: Template, to: Template): Leg[] {
  const [start, end] = [versions.indexOf(from), versions.indexOf(to)]
  if (start < 0 || end < 0) return []
  const step = start < end ? 1 : -1
  const legs: Leg[] = []
  for (let at = start; at !== end; at += step) {
    const [one, other] = [itemAt(versions, at), itemAt(versions, at + step)]
    legs.push({from: one, to: other, pairs: step > 0 ? pairsBetween(one, other) : reversed(pairsBetween(other, one))})
  }
  return legs
}
