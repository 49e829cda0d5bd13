import type {Edit, Fix} from '../../fixes/index.js'
import {itemAt} from '../../text/index.js'
import type {Message} from '../types.js'

/** A fix that is to be applied, and the messages that it mends. */
export interface Patch {
  fix: Fix
  messages: Message[]
}

interface Stretch {
  start: number
  end: number
}

/**
 * The fixes that can be applied together: what is put in first, for it can make others needless, then in the order of the
 * messages. Of two that touch one place the first is taken, the other waits. Several messages may have one fix, and what one rule inserts at one place stands one after the other.
 */
export function patchesOf(messages: readonly Message[], unsafe: boolean): Patch[] {
  const taken = new Map<string, Patch>()
  for (const message of messages) {
    const {fix} = message
    if (!fix || fix.edits.length === 0 || !(fix.safe || unsafe)) continue
    const key = JSON.stringify(fix.edits)
    const same = isInsertion(fix) ? undefined : taken.get(key)
    if (same) same.messages.push(message)
    else if (![...taken.values()].some(other => clash(other, {fix, messages: [message]})))
      taken.set(isInsertion(fix) ? `${key} ${taken.size}` : key, {fix, messages: [message]})
  }
  return [...taken.values()].sort((a, b) => Number(isInsertion(b.fix)) - Number(isInsertion(a.fix)))
}

/** The edits of patches, in order, those at one place joined. */
export function editsOf(patches: readonly Patch[]): Edit[] {
  const edits = patches.flatMap(({fix}) => fix.edits)
  // Sorting keeps the order of those that begin at one place.
  edits.sort((a, b) => a.range.start.offset - b.range.start.offset)
  const joined: Edit[] = []
  for (const edit of edits) {
    const last = joined[joined.length - 1]
    const isSame =
      last !== undefined && isEmpty(stretchOf(last)) && isEmpty(stretchOf(edit)) && startOf(last) === startOf(edit)
    if (isSame) joined[joined.length - 1] = {range: edit.range, text: last.text + edit.text}
    else joined.push(edit)
  }
  return joined
}

/** The stretches that a fix changes: its edits, and what is read otherwise by them. */
export function stretchesOf({edits, region}: Fix): Stretch[] {
  return [...edits, ...(region ? [{range: region}] : [])].map(stretchOf)
}

function clash(one: Patch, other: Patch): boolean {
  const isSameRule = one.messages[0]?.ruleId === other.messages[0]?.ruleId
  // Both insert at one place: one after the other.
  if (isSameRule && isInsertion(one.fix) && isInsertion(other.fix)) {
    if (startOf(itemAt(one.fix.edits, 0)) === startOf(itemAt(other.fix.edits, 0))) return false
  }
  return stretchesOf(one.fix).some(a => stretchesOf(other.fix).some(b => overlap(a, b)))
}

function isInsertion({edits}: Fix): boolean {
  const [only, ...others] = edits
  return only !== undefined && others.length === 0 && isEmpty(stretchOf(only))
}

function overlap(a: Stretch, b: Stretch): boolean {
  // What is inserted at the edge of another stretch belongs to that.
  if (isEmpty(a) || isEmpty(b)) return a.start <= b.end && b.start <= a.end
  return a.start < b.end && b.start < a.end
}

function stretchOf({range}: Pick<Edit, 'range'>): Stretch {
  return {start: range.start.offset, end: range.end.offset}
}

function startOf({range}: Edit): number {
  return range.start.offset
}

function isEmpty({start, end}: Stretch): boolean {
  return start === end
}
