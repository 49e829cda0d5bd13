import {once} from '../facts/reading/once.js'

const members = once((list: readonly object[]): ReadonlySet<unknown> => new Set(list))

/** What a list has as this very item. It is asked for each finding: to go through the list would take the square of their number. */
export function itemIn<Item extends object>(list: readonly Item[], item: unknown): Item | undefined {
  return members(list).has(item) ? (item as Item) : undefined
}
