/**
 * Does work on items, as many at once as `width` says, and gives what comes of each in their order. One that `waits` is begun when
 * all before it are done, and were taken. Whoever stops early, or is told of one that failed, goes on when all that was begun
 * has ended.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  {width, waits}: {width: number; waits(item: Item): boolean},
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = []
  let next = 0
  const mayBegin = (): boolean => {
    const item = items[next]
    return item !== undefined && begun.length < width && (begun.length === 0 || !waits(item))
  }
  try {
    for (;;) {
      while (mayBegin()) {
        const result = work(items[next++] as Item)
        // One that fails is told when its turn comes, and not at all where one before it has failed.
        result.catch(() => undefined)
        begun.push(result)
      }
      const first = begun.shift()
      if (first === undefined) return
      yield await first
    }
  } finally {
    // Whoever asked for no more may close what the rest still works with.
    await Promise.allSettled(begun)
  }
}
