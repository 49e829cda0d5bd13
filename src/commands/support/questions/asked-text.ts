import {clipped, count, wrap} from '../../../reporters/index.js'
import {greatest, printable} from '../../../text/index.js'
import type {QuestionsPage} from './account-text.js'
import type {AskedDocument} from './asked.js'
import {fateWords, paintOf, questionWords} from './words.js'

/** One research document: each open question, and below it the specs with what became of it there. */
export function askedText({path, reason, questions}: AskedDocument, all: boolean, page: QuestionsPage): string {
  const {palette, columns, show} = page
  const heading = palette.strong(printable(show(path)))
  if (reason !== undefined)
    return `${heading}\n${wrap(`  not read: ${printable(reason)}`, columns, '  ').join('\n')}\n\n`
  if (questions.length === 0) return `${heading}\n  no open questions\n\n`
  const width = greatest(questions.map(({line}) => String(line).length))
  const lines = questions.flatMap(question => {
    const before = `  ${String(question.line).padStart(width)}  `
    const indent = ' '.repeat(before.length)
    const shown = all ? question.specs : question.specs.filter(({entry}) => entry.reason !== 'mentioned')
    const rest = question.specs.length - shown.length
    const specs = shown.flatMap(({path, entry}) =>
      wrap(`${indent}${entry.fate}: ${fateWords(entry, printable(show(path)))}`, columns, `${indent}  `).map(
        (line, index) => (index === 0 ? paintFirst(line, entry.fate, page) : palette.quiet(line)),
      ),
    )
    const others =
      rest > 0
        ? [
            `${indent}${palette.quiet(`not taken up by ${count(rest, 'spec')} that ${rest === 1 ? 'mentions' : 'mention'} the research`)}`,
          ]
        : []
    const none = question.specs.length === 0 ? [`${indent}${palette.quiet('no spec cites the research')}`] : []
    return [
      `${before}${clipped(questionWords(question), Math.max(20, columns - before.length))}`,
      ...specs,
      ...others,
      ...none,
    ]
  })
  return `${[heading, ...lines].join('\n')}\n\n`
}

function paintFirst(line: string, fate: Parameters<typeof paintOf>[0], {palette}: QuestionsPage): string {
  return line.replace(fate, paintOf(fate, palette)(fate))
}
