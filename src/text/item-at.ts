/**
 * The item at an index that must lie in the list: a mistake is told, where `items[index] ?? ''` would go on with something else.
 *
 * @throws RangeError where there is none.
 */
export function itemAt<Item>(items: ArrayLike<Item>, index: number): Item {
  const item = items[index]
  if (item === undefined) throw new RangeError(`No item ${index} in a list of ${items.length}`)
  return item
}
