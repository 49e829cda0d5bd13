// More at once gain nothing (Node's pool has four threads) and could use up the file handles that a process may hold.
const AT_ONCE = 16

/** Does something with every item, a few at a time; results in the items' order. */
export async function mapLimited<T, R>(items: Iterable<T>, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const entries = Array.from(items).entries()
  const worker = async () => {
    for (const [index, item] of entries) results[index] = await work(item)
  }
  await Promise.all(Array.from({length: AT_ONCE}, worker))
  return results
}
