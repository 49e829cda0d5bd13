import {itemAt, withoutClosingRun} from '../text/index.js'
import {roleOf} from './question-sections.js'

const HEADING = /^[ >]{0,6}(#{1,6})(?:[ \t]+(.*))?$/s
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?:`{3,}|~{3,})/
// Comments and raw text may hold what looks like a heading, over many lines.
const RAW = /<!--|-->|<\/?(?:pre|script|style|textarea)\b/i
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/

/**
 * The text with all lines blanked that bear neither on its headings nor on its questions: frontmatter, headings, fences, raw
 * HTML and sections of questions stay where they are, so lines keep their numbers. Parsing takes a fraction of the time.
 *
 * @param questionsOnly Of sections of questions alone, with raw HTML, which may hide them.
 */
export function skeletonOf(text: string, questionsOnly = false): string {
  // A line that ends with CR alone, and a blanked one below it that ends with LF, would be one.
  if (/\r(?!\n)/.test(text)) return text
  const lines = text.split('\n')
  const content = lines.map(line => (line.endsWith('\r') ? line.slice(0, -1) : line))
  const kept = new Set(questionsOnly ? [] : frontmatterLines(content))
  let inFence = false
  // Level of the section of questions that stands open; 7 for none.
  let questions = 7
  let underlined = -1
  for (const [index, written] of content.entries()) {
    // The parser takes a mark at the beginning for no sign of the text.
    const line = index === 0 ? written.replace(/^\uFEFF/, '') : written
    const fence = FENCE.test(line)
    const heading = inFence ? null : HEADING.exec(line)
    if (heading) {
      const [, signs = '', words = ''] = heading
      if (signs.length <= questions)
        questions = roleOf(withoutClosingRun(words).replace(/[*_`]/g, '')) ? signs.length : 7
    }
    const inCode = inFence || fence
    if (fence) inFence = !inFence
    // Without its fence a line of code would hide what follows.
    if (questions < 7 || (RAW.test(line) && !(questionsOnly && inCode))) kept.add(index)
    else if (questionsOnly) continue
    else if (fence || HEADING.test(line)) kept.add(index)
    else if (UNDERLINE.test(line)) {
      keepParagraph(content, index, underlined, kept)
      underlined = index
    }
  }
  return lines.map((line, index) => (kept.has(index) ? line : line.slice(content[index]?.length))).join('\n')
}

function* frontmatterLines(lines: readonly string[]): Generator<number> {
  if (!/^\uFEFF?---[ \t]*$/.test(itemAt(lines, 0))) return
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line))
  // One that was begun and not ended shows in its first lines.
  for (let index = 0; index <= (end < 0 ? 1 : end); index++) yield index
}

// Text above an underline is a heading. What is above the underline before has been kept already: one after the other would have
// all of them looked at again and again.
function keepParagraph(lines: readonly string[], underline: number, before: number, kept: Set<number>): void {
  for (let index = underline; index > before && lines[index]?.trim() !== ''; index--) kept.add(index)
}
