/** Neighbours of a list that have the same key, together. No group is empty. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  const groups: [T, ...T[]][] = []
  let last: string | undefined
  for (const item of items) {
    const key = keyOf(item)
    const group = groups[groups.length - 1]
    if (group && key === last) group.push(item)
    else groups.push([item])
    last = key
  }
  return groups
}
