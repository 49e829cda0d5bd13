import type {Change} from '../git/log.js'

/** Renames in HEAD's history. Paths are from the top. */
export interface Renames {
  /** Names that the file at a path was given later, nearest first. */
  after(path: string): string[]
  /** Names that it ever had, or was given, nearest first. */
  all(path: string): string[]
}

// Chains of renames are short; what is longer has no end.
const MOST_NAMES = 50

export function renamesOf(changes: readonly Change[]): Renames {
  const to = new Map<string, Change[]>()
  /** By a name those that it was given after. */
  const from = new Map<string, string[]>()
  for (const change of changes) {
    if (change.from === undefined) continue
    to.set(change.from, [...(to.get(change.from) ?? []), change])
    from.set(change.path, [...(from.get(change.path) ?? []), change.from])
  }
  return {
    after: path => {
      // Only a later rename goes on from where one led. The newest first: it is the likeliest to be still there.
      const names = new Map([[path, Number.POSITIVE_INFINITY]])
      for (const [name, order] of names) {
        for (const change of to.get(name) ?? [])
          if (change.order < order && !names.has(change.path) && names.size <= MOST_NAMES)
            names.set(change.path, change.order)
      }
      names.delete(path)
      return [...names.keys()]
    },
    all: path => {
      const names = new Set([path])
      for (const name of names) {
        const near = [...(to.get(name) ?? []).map(change => change.path), ...(from.get(name) ?? [])]
        for (const other of near) if (names.size <= MOST_NAMES) names.add(other)
      }
      names.delete(path)
      return [...names]
    },
  }
}
