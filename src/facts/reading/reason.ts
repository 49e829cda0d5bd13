import {isUnset} from './standing.js'

const WAIVER = /^(?:N\/A|Not applicable|None)(?:\s*[:.](?=\s)|\s+-(?=\s)|\s*[–—]|,?\s+(?=because\b))\s*(.*)$/i

/** The words in "N/A: it stores nothing." that tell why there is nothing; undefined where none do. */
export function reasonOf(text: string): string | undefined {
  const reason = WAIVER.exec(text)?.[1]
  return reason !== undefined && /[\p{L}\p{N}]/u.test(reason) && !isUnset(reason) ? reason : undefined
}
