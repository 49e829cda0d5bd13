import type {FileReport, Unchecked} from '../lint/index.js'
import {printable} from '../text/printable.js'
import {messageBlocks} from './screen/message.js'
import {paragraph} from './screen/paragraph.js'
import {safe, sheetOf} from './screen/sheet.js'
import {summaryLines} from './screen/summary.js'
import {wrap} from './screen/wrap.js'
import type {ReportContext, Reporter} from './types.js'

/** For people: every message with its source lines, then what the run comes to. */
export const text: Reporter = {
  name: 'text',
  caption: 'for people',
  begins:
    /^(?:(?:error|warning|info)\[.|not checked: |Nothing to check \(|\d+ files? (?:checked|could not be checked))/,
  *report(report, context) {
    for (const file of report.files) for (const lines of fileBlocks(file, context)) yield `${paragraph(lines)}\n`
    yield paragraph(summaryLines(report, context))
  },
}

function fileBlocks(file: FileReport, context: ReportContext): string[][] {
  const sheet = sheetOf(file.path, context)
  const blocks = messageBlocks(file.messages, sheet)
  return file.status === 'not-checked' ? [notCheckedLines(file, context), ...blocks] : blocks
}

function notCheckedLines({path, reason}: Unchecked, {columns, palette, show}: ReportContext): string[] {
  const [first = '', ...rest] = wrap(`not checked: ${safe(reason)}`, columns, '  ')
  const label = 'not checked'
  return [
    palette.error(label) + palette.strong(first.slice(label.length)),
    ...rest.map(palette.strong),
    `  ${palette.quiet('┌─')} ${printable(show(path))}`,
  ]
}
