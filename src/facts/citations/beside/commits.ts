import type {Scene} from '../scene.js'
import {sentenceAround} from '../sentences.js'
import type {CitationDraft} from '../types.js'

// "at `abc1234`", "@ abc1234", "(commit abc1234)", "as of abc1234". A hash has letters and digits both: "at 1234567" is a number.
const NAMED =
  /(?:\b(?:at|commits?|as of|rev(?:ision)?|sha)|@)[ \t]*:?\s*(?:commit\s+)?`?(?=[0-9]*[a-f])(?=[a-f]*[0-9])([0-9a-f]{7,40})(?![0-9a-z])/gi

/** Commits that the sentence of a citation names. One that is not meant for it does no harm: it is one more way to be right. */
export function commitsBeside({source}: Scene, {position}: CitationDraft): string[] {
  const slice = {from: position.start.offset, to: position.end.offset}
  const {from, to} = sentenceAround(source, slice, {from: 0, to: source.length})
  const text = source.slice(from, to)
  if (!/[0-9a-f]{7}/i.test(text)) return []
  return [...text.matchAll(NAMED)].map(match => (match[1] ?? '').toLowerCase())
}
