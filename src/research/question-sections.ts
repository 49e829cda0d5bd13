import {endsAsking} from './asks.js'
import {withoutNumber} from './options.js'

/** Whether the questions below a heading are open or resolved; undefined where it holds none. */
export type SectionRole = 'open' | 'resolved' | undefined

// After the words may stand a remark, "(Remaining)", or what else the section holds, "and Recommendations".
const END = String.raw`(?:$| *[(:/&,–—]| -| (?:and|for|to)\b)`

const OPEN = [
  RegExp(`^(?:open|unresolved|remaining|outstanding|unanswered|pending) (?:[\\w-]+ )?questions?${END}`, 'i'),
  RegExp(`^(?:further|follow-?up) questions${END}`, 'i'),
  // "Research Question" and "Question Flow" are one question that was asked, and a thing of that name.
  /^questions(?:$| (?:for|to)\b)/i,
  /^(?:open|unresolved) (?:issues|points|items)(?:$| *[(/&])/i,
  /^(?:known )?unknowns$/i,
]

const RESOLVED = [
  RegExp(`^(?:resolved|answered|closed|settled) (?:[\\w-]+ )?questions${END}`, 'i'),
  /^questions (?:resolved|answered|closed)(?:$| *[(:–—]| -)/i,
]

const QUESTION = [
  /^(?:Q\d+|Question(?: \d+)?) *(?:$|[:.)–—-])/i,
  /^(?:should|how|what|which|why|when|where|who|whether|is|are|do|does|did|can|could|will|would|must|may|has|have)\b/i,
]

const RESOLVED_GROUP = /^(?:resolved|answered|closed|settled|decided)\b/i

// Parts of a section of questions that hold none.
const ASIDE =
  /^(?:recommend|next|action|reference|related|summary|conclusion|note|source|appendix|background|context|answer|decision)/i

// "Risks and Open Questions (Remaining)": what ends with a bracket has its beginning anywhere behind the words.
function endsOpen(title: string): boolean {
  return title.endsWith(')') ? /\bopen questions \(/i.test(title) : /\bopen questions$/i.test(title)
}

// Emoji and other signs before the words are ornament.
function titleOf(heading: string): string {
  return withoutNumber(heading.replace(/^[^\p{L}\p{N}]+/u, ''))
}

/** The role of a heading outside any section of questions. */
export function roleOf(heading: string): SectionRole {
  const title = titleOf(heading)
  if (RESOLVED.some(pattern => pattern.test(title))) return 'resolved'
  return endsOpen(title) || OPEN.some(pattern => pattern.test(title)) ? 'open' : undefined
}

/** The role of a heading inside a section of questions: a group of them, a question itself, or something else. */
export function innerRoleOf(heading: string, outer: 'open' | 'resolved'): SectionRole | 'question' {
  const title = titleOf(heading)
  const role = roleOf(heading)
  if (role) return role
  if (endsAsking(title) || QUESTION.some(pattern => pattern.test(title))) return 'question'
  if (RESOLVED_GROUP.test(title)) return 'resolved'
  return ASIDE.test(title) ? undefined : outer
}
