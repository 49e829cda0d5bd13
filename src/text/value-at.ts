/**
 * The value of a key that a map must hold, as `itemAt` gives an item of a list.
 *
 * @throws RangeError where the map does not hold the key
 * @example valueAt(new Map([['a', 1]]), 'a') // 1
 */
export function valueAt<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new RangeError(`No value of ${String(key)} in a map of ${map.size}`)
  return value
}
