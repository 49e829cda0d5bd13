/** Remembers what was used last, up to a sum of costs. What costs more than all of it is not kept. */
export interface Cache<T> {
  get(key: string): T | undefined
  set(key: string, value: T, cost: number): void
}

export function cacheOf<T>(most: number): Cache<T> {
  // A map keeps the order of insertion: what is used moves to the end, and what stands first is the oldest.
  const entries = new Map<string, {value: T; cost: number}>()
  let sum = 0
  const drop = (key: string) => {
    sum -= entries.get(key)?.cost ?? 0
    entries.delete(key)
  }
  return {
    get: key => {
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      entries.set(key, entry)
      return entry.value
    },
    set: (key, value, cost) => {
      drop(key)
      if (cost > most) return
      entries.set(key, {value, cost})
      sum += cost
      for (const oldest of entries.keys()) {
        if (sum <= most) return
        drop(oldest)
      }
    },
  }
}
