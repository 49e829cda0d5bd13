import {movedBy} from '../../markdown/index.js'
import {valueAt} from '../../text/index.js'
import {likeness} from '../evaluate/index.js'
import type {Message} from '../types.js'
import type {Patch} from './patches.js'
import type {Changed} from './shifts.js'

/** What patches do to a text. */
export interface Change {
  patches: readonly Patch[]
  changed: readonly Changed[]
  /** Offset in the new text up to which messages speak of the document as a whole. */
  whole: number
}

/** Whether the messages of patches are gone: of equal ones as many less are left as were mended. */
export function areGone({patches}: Change, before: readonly Message[], after: readonly Message[]): boolean {
  const like = ({ruleId, accused}: Message) => likeness(ruleId, accused)
  const [were, are] = [countsOf(before.map(like)), countsOf(after.map(like))]
  const mended = countsOf(patches.flatMap(({messages}) => messages.map(like)))
  return [...mended].every(([key, number]) => (are.get(key) ?? 0) <= valueAt(were, key) - number)
}

/**
 * Whether messages have come that have no business to: each that is there must have been there, by its rule and place, and not be
 * one that was mended. Others may stand in what a fix uncovers, or where a mended message told of them before; and where a fix
 * uncovers something, they may speak of the document as a whole.
 */
export function haveCome(
  {patches, changed, whole}: Change,
  before: readonly Message[],
  after: readonly Message[],
): boolean {
  const mended = new Set(patches.flatMap(({messages}) => messages))
  const told = new Set(
    [...mended]
      .flatMap(({related = []}) => related)
      .flatMap(({path, range}) => (path === undefined ? [movedBy(changed, range.start.offset)] : [])),
  )
  const uncovers = changed.some(({uncovered}) => uncovered)
  const old = before
    .filter(message => !mended.has(message))
    .map(({ruleId, range}) => {
      const {offset} = range.start
      const at = changed.findIndex(({start, end}) => start <= offset && offset <= end)
      return `${ruleId} ${at < 0 ? movedBy(changed, offset) : `in ${at}`}`
    })
  const now = after.flatMap(({ruleId, range}) => {
    const {offset} = range.start
    if (told.has(offset) || (uncovers && offset < whole)) return []
    const at = changed.findIndex(({newStart, newEnd}) => newStart <= offset && offset <= newEnd)
    if (at < 0) return [`${ruleId} ${offset}`]
    return changed[at]?.uncovered ? [] : [`${ruleId} in ${at}`]
  })
  const were = countsOf(old)
  return [...countsOf(now)].some(([key, number]) => number > (were.get(key) ?? 0))
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
