import type {Nodes, PhrasingContent} from 'mdast'
import {plain} from '../markdown/index.js'

// "Resolved:", "**RESOLVED (2026-03-29).**", "✅ Answered"; not "Resolved paths: should they …" or "Partly resolved".
const WORD = '(?:largely |fully )?(?:resolved|answered|decided|settled|closed)'
const BEGINS = RegExp(
  String.raw`^[\s[(]*(?:[✅✔☑]\uFE0F?\s*)?${WORD}(?:$|\s*[:.,;)\]–—-]|\s+(?:by|in|on|with|\()|\s*\()`,
  'iu',
)
const TICK = /^\s*[✅✔☑]/u
/** Sub-items and paragraphs that settle the question above them. */
const ANSWER = /^(?:resolution|resolved|answer(?:ed)?|decision|decided)(?:\s*\([^)]*\))?\s*[:–—-]/i
/** Sub-items that tell what the author would do, or did: no part of the question. */
const ADVICE =
  /^(?:recommendation|recommended|proposed|proposal|suggestion|suggested|note|resolution|resolved|answer(?:ed)?|decision|decided|current(?:ly)?)(?:\s*\([^)]*\))?\s*[:–—-]/i

/** Whether the words of a question say that it is settled: struck through, ticked, or marked as such in bold or up front. */
export function readsResolved(words: readonly PhrasingContent[]): boolean {
  if (beginsStruck(words)) return true
  const text = plain(words)
  if (TICK.test(text) || BEGINS.test(text)) return true
  return words.some(node => node.type === 'strong' && BEGINS.test(plain(node)))
}

export function isAnswer(node: Nodes): boolean {
  return ANSWER.test(plain(node))
}

export function isAdvice(node: Nodes): boolean {
  return ADVICE.test(plain(node))
}

// "~~Old question~~ answer", "**~~Topic~~**: …"
function beginsStruck(words: readonly PhrasingContent[]): boolean {
  const first = words.find(node => node.type !== 'text' || node.value.trim() !== '')
  if (first?.type === 'delete') return true
  return (first?.type === 'strong' || first?.type === 'emphasis') && beginsStruck(first.children)
}
