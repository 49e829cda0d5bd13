import type {FileReport, Message} from '../lint/index.js'
import {noCommand} from '../text/escape.js'
import {printable} from '../text/printable.js'
import {safe} from './screen/sheet.js'
import type {ReportContext, Reporter} from './types.js'
import {isNotChecked, NOT_CHECKED} from './words/not-checked.js'

/** For grep, editors and problem matchers. Where there is nothing to tell, it is empty. */
export const compact: Reporter = {
  name: 'compact',
  caption: 'one line a message, for grep and editors',
  begins: /^.+:\d+:\d+: (?:error|warning|info) .*: /,
  *report({files}, context) {
    for (const file of files) {
      const lines = linesOf(file, context)
      if (lines.length > 0) yield `${lines.map(noCommand).join('\n')}\n`
    }
  },
}

function linesOf(file: FileReport, context: ReportContext): string[] {
  const path = printable(context.show(file.path))
  const unread = isNotChecked(file) ? [`${path}:1:1: error ${NOT_CHECKED}: ${safe(file.reason)}`] : []
  return [...unread, ...file.messages.map(message => `${path}${lineOf(message)}`)]
}

function lineOf({range, severity, ruleId, reason}: Message): string {
  return `:${range.start.line}:${range.start.column}: ${severity} ${printable(ruleId)}: ${safe(reason)}`
}
