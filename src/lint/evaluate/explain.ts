import {itemAt} from '../../text/index.js'
import type {Severity} from '../types.js'
import type {Found} from './found.js'
import {compareFound} from './order.js'

const WEIGHT: Readonly<Record<Severity, number>> = {error: 2, warning: 1, info: 0}

/**
 * One cause, one message: what lies in the extent of a message whose rule explains it becomes a related place of that
 * message. Explanations go on: what an explained message explains belongs to the first cause too.
 * @param sorted in the order of messages
 */
export function explain(sorted: readonly Found[]): Found[] {
  const explainers = nearestExplainers(sorted)
  const kept: Found[] = []
  const taken = new Map<Found, Found[]>()
  for (const found of sorted) {
    const cause = firstCause(found, explainers)
    if (cause === found) kept.push(found)
    else addTo(taken, cause, found)
  }
  return kept.map(found => withTaken(found, taken.get(found) ?? []))
}

// For each message the first one that explains it. What is missing may be hidden anywhere in the stretch where it would
// stand; the rest goes through the text once, with the messages that reach so far, for there may be many.
function nearestExplainers(sorted: readonly Found[]): Map<Found, Found> {
  const starts = sorted.filter(isExplainer)
  starts.sort((a, b) => a.extent.start - b.extent.start || compareFound(a, b))
  const explainers = new Map<Found, Found>()
  for (const found of sorted) {
    const {gap} = found
    if (!gap) continue
    const reaches = ({extent}: Found): boolean => extent.start <= gap.end && extent.end >= gap.start
    const explainer = starts.find(other => reaches(other) && names(other, found) && explains(other, found))
    if (explainer) explainers.set(found, explainer)
  }
  const open = new Map<string, Reaching>()
  const byPlace = sorted.filter(found => found.gap === undefined)
  byPlace.sort((a, b) => a.message.range.start.offset - b.message.range.start.offset)
  let next = 0
  for (const found of byPlace) {
    const {start, end} = found.message.range
    for (let starting = starts[next]; starting && starting.extent.start <= start.offset; starting = starts[++next]) {
      for (const id of starting.rule.explains) {
        const reaching = open.get(id) ?? new Reaching()
        reaching.add(starting)
        open.set(id, reaching)
      }
    }
    for (const id of [found.rule.id, '*']) {
      const isCause = (other: Found) => end.offset <= other.extent.end && explains(other, found)
      const explainer = open.get(id)?.find(start.offset, isCause)
      if (explainer && !explainers.has(found)) explainers.set(found, explainer)
    }
  }
  return explainers
}

/** Messages in order of which those that end before the place that is asked for are passed over once and for all. */
class Reaching {
  readonly #all: Found[] = []
  /** For each the next one that may still reach so far. */
  readonly #next: number[] = []

  add(found: Found): void {
    this.#next.push(this.#all.length)
    this.#all.push(found)
  }

  /** Places must be asked for in their order. */
  find(offset: number, holds: (found: Found) => boolean): Found | undefined {
    for (let at = this.#from(0); ; at = this.#from(at + 1)) {
      const found = this.#all[at]
      if (found === undefined) return undefined
      if (found.extent.end < offset) this.#next[at] = at + 1
      else if (holds(found)) return found
    }
  }

  #from(at: number): number {
    let end = at
    for (let next = this.#next[end]; next !== undefined && next !== end; next = this.#next[end]) end = next
    for (let step = at; step !== end; ) {
      const next = itemAt(this.#next, step)
      this.#next[step] = end
      step = next
    }
    return end
  }
}

/** A message of a rule that explains others. */
type Explainer = Found & {rule: {explains: readonly string[]}}

function isExplainer(found: Found): found is Explainer {
  return found.rule.explains !== undefined
}

function names({rule}: Explainer, found: Found): boolean {
  return rule.explains.some(id => id === '*' || id === found.rule.id)
}

function explains(explainer: Found, found: Found): boolean {
  if (explainer === found) return false
  // "*" means all others.
  if (explainer.rule.id === found.rule.id && !explainer.rule.explains?.includes(found.rule.id)) return false
  // An error is never hidden behind something lesser.
  return found.message.severity !== 'error' || WEIGHT[explainer.message.severity] >= WEIGHT.error
}

// Rules can explain each other: of a circle its first message is the cause.
function firstCause(found: Found, explainers: ReadonlyMap<Found, Found>): Found {
  const way: Found[] = [found]
  for (let cause = explainers.get(found); cause; cause = explainers.get(cause)) {
    const seen = way.indexOf(cause)
    if (seen >= 0) return way.slice(seen).reduce((first, other) => (compareFound(other, first) < 0 ? other : first))
    way.push(cause)
  }
  return itemAt(way, way.length - 1)
}

function withTaken(found: Found, taken: readonly Found[]): Found {
  // Of a document that is read as what it may not be nothing else is sure.
  if (taken.length === 0 || found.readOtherwise) return found
  const places = taken.map(({message: {range, reason}}) => ({range, reason}))
  return {...found, message: {...found.message, related: [...(found.message.related ?? []), ...places]}}
}

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
