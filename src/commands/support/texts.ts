import {readFileSync, statSync} from 'node:fs'
import {digest} from '../../text/index.js'

/** Texts of documents that a run has read, by absolute path: reports show lines of them. */
export interface Texts {
  add(path: string, text: string): void
  /** Undefined where it was not read, or something else stands there by now. */
  get(path: string): string | undefined
}

// Signs. Most runs stay below, and to read one again takes less than a hundredth of what it took to check it.
const MOST_KEPT = 1024 * 1024

/**
 * Keeps texts, the last that were read; those before are known by a digest, and read from the disk again where a report asks for
 * them: all of ten thousand would take hundreds of megabytes. `isOnDisk`: whether a text stands there, and not in an index or an editor.
 */
export function textsRead(isOnDisk: (path: string) => boolean, most = MOST_KEPT): Texts {
  const kept = new Map<string, string>()
  const known = new Map<string, string>()
  let size = 0
  return {
    add: (path, text) => {
      size += text.length - (kept.get(path)?.length ?? 0)
      kept.delete(path)
      known.delete(path)
      kept.set(path, text)
      for (const [oldest, its] of kept) {
        if (size <= most) break
        if (oldest === path || !isOnDisk(oldest)) continue
        kept.delete(oldest)
        known.set(oldest, digest(its))
        size -= its.length
      }
    },
    get: path => {
      const text = kept.get(path)
      const before = known.get(path)
      if (text !== undefined || before === undefined) return text
      const now = readAgain(path)
      return now !== undefined && digest(now) === before ? now : undefined
    },
  }
}

function readAgain(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined
  } catch {
    return undefined
  }
}
