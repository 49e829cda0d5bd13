import {itemAt} from './item-at.js'

/** Index of the first item that does not lie before an offset, their places ascending; their number where all do. */
export function firstFrom<Item>(items: ArrayLike<Item>, placeOf: (item: Item) => number, offset: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (placeOf(itemAt(items, middle)) < offset) low = middle + 1
    else high = middle
  }
  return low
}
