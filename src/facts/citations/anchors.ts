import {decodePercent, nearest} from '../../text/index.js'
import {once} from '../reading/once.js'

/** The anchors of a document, made ready to be asked for. */
export interface Anchors {
  has(anchor: string): boolean
  /** Anchors that may be meant, nearest first, three at the most. `thorough`: look for misspelt ones, too. */
  near(anchor: string, thorough: boolean): string[]
}

/** Those of a list, built once. */
export const anchorsIn = once((list: readonly string[]): Anchors => {
  // The widest-spread forge finds an anchor in any case (others do not), so case alone is no defect.
  const lower = new Set(list.map(anchor => anchor.toLowerCase()))
  let index: ReturnType<typeof indexOf> | undefined
  return {
    has: anchor => {
      const wanted = bareAnchor(anchor)
      // Browsers know the top of a page without an anchor for it.
      return wanted === '' || wanted === 'top' || lower.has(wanted) || lower.has(anchor.toLowerCase())
    },
    near: (anchor, thorough) => {
      const wanted = bareAnchor(anchor)
      index ??= indexOf(list)
      const unnumbered = index.byWords.get(withoutNumber(wanted)) ?? []
      const longer = wanted.length < 4 ? [] : (index.byBeginning.get(wanted) ?? [])
      const alike = thorough ? nearest(wanted, list) : []
      return [...new Set([...unnumbered, ...longer, ...alike])].slice(0, MOST)
    },
  }
})

// No more are told.
const MOST = 3
// Nobody means the first words of what is longer.
const LONGEST_BEGINNING = 200

/** The first anchors of a list by their words, as `hasWords` reads them, and by what stands before each of their hyphens. */
function indexOf(list: readonly string[]) {
  const byWords = new Map<string, string[]>()
  const byBeginning = new Map<string, string[]>()
  const add = (index: Map<string, string[]>, key: string, anchor: string): void => {
    const found = index.get(key)
    if (found === undefined) index.set(key, [anchor])
    else if (found.length < MOST && !found.includes(anchor)) found.push(anchor)
  }
  for (const anchor of list) {
    const own = withoutNumber(anchor)
    add(byWords, own, anchor)
    add(byWords, own.replace(/-\d+$/, ''), anchor)
    for (let at = anchor.indexOf('-'); at >= 0 && at <= LONGEST_BEGINNING; at = anchor.indexOf('-', at + 1))
      add(byBeginning, anchor.slice(0, at), anchor)
  }
  return {byWords, byBeginning}
}

/** An anchor as a browser reads it: decoded, without a text directive, and without the prefixes that forges put before. */
export function bareAnchor(anchor: string): string {
  return decodePercent(anchor.replace(/:~:.*$/s, ''))
    .toLowerCase()
    .replace(/^(?:user-content|markdown-header)-/, '')
}

/**
 * The anchor of a heading's words: "41-data-model" and "4-1-data-model" are those of "4.1 Data model"; two hyphens stand where a
 * sign was dropped.
 */
export function withoutNumber(anchor: string): string {
  return anchor.replace(/^\d+(?:-\d+)*-+/, '').replace(/-{2,}/g, '-')
}

/** Whether an anchor is that of a heading of these words, be it the first of them or, with a number at its end, a later one. */
export function hasWords(anchor: string, words: string): boolean {
  const own = withoutNumber(anchor)
  return own === words || own.replace(/-\d+$/, '') === words
}
