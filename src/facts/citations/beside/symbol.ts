import type {Scene} from '../scene.js'
import {sentenceAround} from '../sentences.js'
import {isFileName} from '../source-names.js'
import type {CitationDraft, Words} from '../types.js'
import {isPlanBefore} from './plans.js'

// "`parseTasks()` (", "`parseTasks` at ": a name in a code span, and what joins it to the citation behind it.
const BEFORE =
  /`([^`\n]{2,120})`(?:\*\*|__|[*_])?\s*(\((?:see |at |in |cf\. |now |currently )?|(?:is |are )?(?:defined |declared |implemented |exported |located |found )?(?:at|in) |@ ?|[—–] ?)(?:\*\*|__|[*_])?$/
// Joins that say where a thing is, whatever the sentence is about: a bracket, "is defined in". In a plan "at" and the like tell
// where to put what is not there yet: "call `save()` at".
const SURE = /^(?:\(|is |are )/
// Behind a dash stands where the name is only if nothing else is said of the place: "as `save` — `src/x.ts:3` does the same".
const DASH = /^[—–]/
const ENDS = /^(?:\*\*|__|[*_])?(?:[.,;:!?)|\]]|\s*[\n|(—–-]|\s*$)/
// "| `parseTasks` | ": the cell before, where it holds nothing else.
const CELL = /\|[ \t]*(?:\*\*|__|[*_])?`([^`\n]{2,120})`(?:\*\*|__|[*_])?[ \t]*\|[ \t]*(?:\*\*|__|[*_])?$/
// "(`parseTasks`)", " — `parseTasks()`" behind the citation.
const BEHIND = /^\s*(?:\(`([^`\n]{2,120})`\)|[—–]\s*`([^`\n]{2,120})`)/
// What stands on with a further name or citation ties none of them for sure.
const MORE_BEFORE = /(?:`|\))(?:\*\*|__|[*_])?\s*(?:,|;|\/|\+|&|and|or|then|→|->)\s*(?:\*\*|__|[*_])?$/
// "`one` (`src/x.ts:3`), ": but not behind a bracket that closes a citation of its own.
const PAIR_BEFORE =
  /(?::L?\d[\dL,–\- ]{0,60}`|#L\d[\dLC-]{0,40}\))\)(?:\*\*|__|[*_])?\s*(?:,|;|\/|\+|&|and|or|then|→|->|\s){1,8}(?:\*\*|__|[*_])?$/
const MORE_BEHIND = /^(?:\*\*|__|[*_])?\s*(?:,|;|\/|\+|&|and |or |→|->)\s*(?:(?:and|or)\s+)?(?:\*\*|__|[*_])?[`[\d:L]/

// "foo", "Class.method()", "run(a, b)", "list<T>"; the last name is the one that must stand there.
const NAME =
  /^(?:new )?(?:[\p{L}_$][\p{L}\p{N}_$]*(?:\.|::|#|->))*([\p{L}_$][\p{L}\p{N}_$]*)(?:<[^<>]*>)?(?:\([^()]*\))?$/u
const NO_NAMES = new Set(
  'any async await boolean class const default enum export extends false function if import interface let never none null number object private public return static string struct this true type undefined unknown var void while'.split(
    ' ',
  ),
)

/** The identifier that a sentence ties to a citation of lines: right before it, or right behind. */
export function symbolBeside({source, context}: Scene, {position}: CitationDraft): Words | undefined {
  const [start, end] = [position.start.offset, position.end.offset]
  const behind = source.slice(end, end + 160)
  const before = source.slice(Math.max(0, start - 200), start)
  const joined = BEFORE.exec(before) ?? CELL.exec(before)
  if (joined !== null && !MORE_BEHIND.test(behind) && !isOneOfMany(before.slice(0, joined.index))) {
    const [, written = '', join = '('] = joined
    const at = start - before.length + before.indexOf('`', joined.index)
    const isTied = SURE.test(join) || !(isPlanBefore(source, at) || (DASH.test(join) && !ENDS.test(behind)))
    return isTied ? wordsAt(written, at + 1) : undefined
  }
  const following = BEHIND.exec(behind)
  const text = following?.[1] ?? following?.[2]
  if (following === null || text === undefined || MORE_BEHIND.test(behind.slice(following[0].length))) return undefined
  if (following[2] !== undefined && isPlanBefore(source, start)) return undefined
  return wordsAt(text, end + following[0].indexOf(text))

  function wordsAt(written: string, at: number): Words | undefined {
    const name = nameIn(written)
    if (name === undefined) return undefined
    const position = {start: context.lines.pointAt(at), end: context.lines.pointAt(at + written.length)}
    const others = namesBefore(source, at).filter(other => other !== name)
    return {text: name, position, ...(others.length > 0 && {others})}
  }
}

const MOST_OTHERS = 8

/** Names in code spans of the sentence up to a place, behind the last citation of lines: they have none of their own. */
function namesBefore(source: string, at: number): string[] {
  const {from} = sentenceAround(source, {from: at, to: at}, {from: 0, to: source.length})
  const before = source.slice(from, at - 1)
  const cited = [...before.matchAll(/[:#]L?\d[\dL,–\- ]{0,60}[`)]/g)].at(-1)
  const spans = before.slice(cited === undefined ? 0 : cited.index + cited[0].length).matchAll(/`([^`\n]{2,120})`/g)
  return [...new Set([...spans].flatMap(([, written = '']) => nameIn(written) ?? []))].slice(0, MOST_OTHERS)
}

function isOneOfMany(before: string): boolean {
  return MORE_BEFORE.test(before) && !PAIR_BEFORE.test(before)
}

// "stream.agent.start" is the name of an event, which code holds as a whole, and its last word is anywhere.
const EVENT = /^[a-z][a-z0-9_-]*(?:\.[a-z][a-z0-9_-]*)+$/
// Modules such as `fs` and `os`, and single letters.
const SHORT = /^[a-z]{1,2}$/

function nameIn(written: string): string | undefined {
  const name = EVENT.test(written.trim()) ? written.trim() : NAME.exec(written.trim())?.[1]
  if (name === undefined || name.length < 2 || SHORT.test(name) || NO_NAMES.has(name.toLowerCase())) return undefined
  // "config.ts" is a file, "abc1234" a commit.
  if (isFileName(written) || /^(?=[a-f]*\d)[0-9a-f]{7,40}$/.test(written)) return undefined
  return name
}
