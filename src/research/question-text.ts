import type {PhrasingContent} from 'mdast'
import {endOf, lineOf, startOf} from '../markdown/index.js'
import {itemAt} from '../text/index.js'

// "Q1:", "**Q1:**", "**Q1**.", "Question 2 -", "3.", a box that is none, such as "[]".
const LABEL =
  /^(?:\[ ?\]\s+)?(?:(\*\*|__)(?:Q\d+|Question(?: \d+)?)\s*[:.)–—-]?\1\s*[:.)–—-]?\s*|(\*\*|__)?(?:Q\d+\s*[:.)–—-]|Question(?: \d+)?\s*:|\d+(?:\.\d+)*[.)])\s+)?/i

/** The Markdown of some words as written, without box, number and a label such as "Q1:" before them. */
export function withoutLabel(
  words: readonly PhrasingContent[],
  source: string,
): {text: string; offset: number; line: number} {
  const [first, last] = [itemAt(words, 0), itemAt(words, words.length - 1)]
  const from = startOf(first)
  const whole = source.slice(from, endOf(last))
  const [label = '', , openStrong = ''] = LABEL.exec(whole) as RegExpExecArray
  const isAll = whole.slice(label.length).trim() === ''
  // Of "**Q1: Which one?**" the strong words stay strong.
  const text = isAll ? whole : `${openStrong}${whole.slice(label.length)}`
  const before = whole.length - text.length
  // A box may stand on a line of its own.
  const ends = whole.slice(0, before).match(/\r\n|\r|\n/g)?.length ?? 0
  return {text: text.trim(), offset: from + before, line: lineOf(first) + ends}
}
