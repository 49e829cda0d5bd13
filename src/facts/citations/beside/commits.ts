import type {Scene} from '../scene.js'
import {sentenceAround} from '../sentences.js'
import type {CitationDraft} from '../types.js'

// Seven to forty hexadecimal digits that are no part of a longer word, address or number.
const HEX = '([0-9a-f]{7,40})(?![0-9a-z_])(?![.,]\\d)'
// With letters and digits both it hardly can be a word or a number.
const MIXED = `(?=[0-9]{0,39}[a-f])(?=[a-f]{0,39}[0-9])${HEX}`

const NAMED = [
  // "commit abc1234", "as of 1234567", "@ deadbee", "at commit `1234567`": what the word says is enough.
  RegExp(String.raw`(?:\b(?:commits?|as of|rev(?:ision)?|sha)|@)[ \t]*:?\s{0,4}(?:commit\s{1,4})?\`?${HEX}`, 'gi'),
  // "at `1234567`", but "at 1234567 bytes".
  RegExp(String.raw`\bat\s{1,4}(?:\`${HEX}\`|${MIXED})`, 'gi'),
  // "`abc1234`", wherever in the sentence.
  RegExp(String.raw`(?<!\`)\`${MIXED}\`(?!\`)`, 'gi'),
]
// Right behind the citation: " at 1234567", " (`1234567`)", " (abc1234)".
const BEHIND = RegExp(
  String.raw`^[)\]*_]{0,4}\s{1,4}(?:at\s{1,4}(?:commit\s{1,4})?${HEX}|[([](?:at\s{1,4})?(?:\`${HEX}\`|${MIXED})[)\]])`,
  'i',
)

/** Commits that the sentence of a citation names. One that is not meant for it does no harm: it is one more way to be right. */
export function commitsBeside({source}: Scene, {position}: CitationDraft): string[] {
  const slice = {from: position.start.offset, to: position.end.offset}
  const {from, to} = sentenceAround(source, slice, {from: 0, to: source.length})
  const text = source.slice(from, to)
  if (!/[0-9a-f]{7}/i.test(text)) return []
  const matches = [BEHIND.exec(source.slice(slice.to, to)), ...NAMED.flatMap(named => [...text.matchAll(named)])]
  return matches.flatMap(
    match =>
      match
        ?.slice(1)
        .find(hash => hash !== undefined)
        ?.toLowerCase() ?? [],
  )
}
