import {sentenceAround} from '../sentences.js'

const anyOf = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])(?:${words})(?![\\p{L}\\p{M}\\p{N}_])`, 'u')

// What speaks of something that is not there yet: "Add `load` in", "must call `save()` at", "a new `Reader` in". Only the plain
// form of a verb asks for it; "adds", "added" and "adding" tell what is.
const NEW = anyOf(
  'add|append|attach|call|copy|create|declare|define|emit|expose|export|implement|import|include|inject|insert|introduce|invoke|make|move|need|needs|new|pass|place|prepend|propose|proposed|put|register|rename|replace|reuse|should|swap|use|want|wants|wire|would|wrap|write',
)
// What changes something that is there, into something that is not: "change `a` to `b` in".
const CHANGE = anyOf(
  'adjust|change|convert|delete|drop|extend|extract|fix|inline|migrate|modify|refactor|remove|rewrite|split|switch|turn|update',
)
const INTO = anyOf('by|for|into|instead|through|to|using|via|with')

// What code is called that shall stand there.
const SHALL = anyOf(
  'after|becomes?|changed|changes|desired|edit|edited|extended|improved|instead|modified|revised|rewritten|suggested|target|then|updated',
)

/** Whether the words of a sentence before a place speak of a plan, in which a name may be one that the code does not have yet. */
export function isPlanBefore(source: string, at: number): boolean {
  const words = wordsBefore(source, at)
  if (NEW.test(words)) return true
  const change = CHANGE.exec(words)
  return change !== null && INTO.test(words.slice(change.index))
}

/** Whether they ask for a change at all: what is shown there may be how the code shall read. */
export function isChangeBefore(source: string, at: number): boolean {
  const words = wordsBefore(source, at)
  return NEW.test(words) || CHANGE.test(words) || SHALL.test(words)
}

// Names of code speak of themselves only. In small letters, for V8 takes long to make ready what shall find letters of both cases.
function wordsBefore(source: string, at: number): string {
  const {from} = sentenceAround(source, {from: at, to: at}, {from: 0, to: source.length})
  return source
    .slice(from, at)
    .replace(/`[^`\n]{0,300}`/g, '` `')
    .toLowerCase()
}
