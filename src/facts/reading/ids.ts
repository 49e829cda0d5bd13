/** Gives ids: the wanted one, or the first of `id-2`, `id-3` … that is free; it is taken then. */
export function idsBeside(reserved: Iterable<string>): (wanted: string) => string {
  const taken = new Set(reserved)
  // Where the search went on last time: a thousand headings of one title must not be compared with one another.
  const next = new Map<string, number>()
  return wanted => {
    let id = wanted
    let number = next.get(wanted) ?? 2
    for (; taken.has(id); number++) id = `${wanted}-${number}`
    next.set(wanted, number)
    taken.add(id)
    return id
  }
}

/** An object for ids that a document makes up: without a prototype, "__proto__" is a key like any other. */
export function emptyMap<Value>(): {[id: string]: Value} {
  return Object.create(null)
}
