// Engines cut strings of fewer units out as copies.
const LEAST_SLICE = 13

/**
 * The same text, cut loose from the one that it was cut out of: engines keep all of a document for the sake of a name that was taken
 * from it. For what outlives the document.
 */
export function ownText(text: string): string {
  // Joined, and cut from what was joined: there is no plainer way to have it copied.
  return text.length < LEAST_SLICE ? text : ` ${text}`.slice(1)
}

/** Plain data with texts of its own, see `ownText`. What is neither array nor plain object is taken as it is. */
export function owned<Data>(data: Data): Data {
  return owner()(data)
}

/**
 * Gives plain data texts of their own, as `owned` does, and the same text but once for all that it is given: many documents are told
 * the same.
 */
export function owner(): <Data>(data: Data) => Data {
  const texts = new Map<string, string>()
  const textOf = (text: string): string => {
    const own = texts.get(text) ?? ownText(text)
    texts.set(own, own)
    return own
  }
  const copyOf = (data: unknown): unknown => {
    if (typeof data === 'string') return textOf(data)
    if (Array.isArray(data)) return data.map(copyOf)
    if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype) return data
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, copyOf(value)]))
  }
  return data => copyOf(data) as typeof data
}
