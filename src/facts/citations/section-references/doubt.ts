import type {Scene} from '../scene.js'
import {ownNumbersOf} from './own-numbers.js'
import type {Written} from './written.js'

// "CommonMark §6.2", "HTTP/1.1 § 5.3", "**JLS** §15.7", "DESIGN.md §9", "ISO 8601, §4.1".
const NAME =
  /(?:^|[\s(*_`"])([\p{Lu}][\p{L}\p{N}.+#/:&-]{0,40}|[\w-]{1,60}\.(?:md|markdown|txt|rst|adoc|html?|pdf))[*_`")]{0,3}(?:[ ,]{1,2}#?v?\d[\d.:a-z]{0,12}){0,3}[\s,*_`)(]{0,4}$/u
// Words that begin a sentence, and name nothing.
const COMMON = new Set(
  'a also and as both but by cf compare for from here if in it more note of on or our per see sections section so such the these this to under unlike we where while with'.split(
    ' ',
  ),
)

/**
 * Whether "§4.1" may be a section of something else: a name stands right before it, or the document numbers its headings and has
 * no section 4.
 */
export function isDoubtful(scene: Scene, {from, heading, passage}: Written): boolean {
  const before = scene.source.slice(Math.max(passage.block.from, from - 120), from)
  const name = NAME.exec(before)?.[1]
  if (name !== undefined && !COMMON.has(name.toLowerCase())) return true
  const top = /^(?:[A-Za-z]\.)?\d+/.exec(heading)?.[0].toLowerCase()
  if (top === undefined) return false
  const {headings} = ownNumbersOf(scene)
  return headings.size > 0 && ![...headings].some(number => number === top || number.startsWith(`${top}.`))
}
