import type {FileReport, Message, Report, Severity, Unchecked} from '../lint/index.js'
import {count} from '../text/count.js'
import {commandMessage, commandProperty, noCommand} from '../text/escape.js'
import type {ReportContext, Reporter} from './types.js'
import {adviceOf} from './words/advice.js'
import {isNotChecked, notCheckedReason} from './words/not-checked.js'
import {inclusive} from './words/range.js'
import {plainSummary} from './words/summary.js'

const COMMANDS = {error: 'error', warning: 'warning', info: 'notice'} as const satisfies Record<Severity, string>
const SEVERITIES = ['error', 'warning', 'info'] as const

// Of each kind GitHub makes so many annotations in one step; the rest stands in the log alone.
const MOST_SHOWN = 10

/** For GitHub Actions: workflow commands, which become annotations. The worst come first, for only some are shown. */
export const github: Reporter = {
  name: 'github',
  caption: 'annotations of GitHub Actions, with a step summary',
  begins: /^(?:::(?:error|warning|notice) |(?:Nothing to check|\d+ files? (?:checked|could not be checked)))/,
  *report(report, context) {
    for (const file of report.files.filter(isNotChecked)) yield notCheckedCommand(file, context)
    for (const severity of SEVERITIES) {
      // A notice of its own, and first: it must be among those that are shown.
      if (severity === 'info') yield* hiddenNotice(report)
      for (const file of report.files) yield commandsOf(file, severity, context)
    }
    yield `${plainSummary(report, context).map(noCommand).join('\n')}\n`
  },
}

function commandsOf({path, messages}: FileReport, severity: Severity, context: ReportContext): string {
  return messages
    .filter(message => message.severity === severity)
    .map(message => command(severity, {file: context.fromTop(path), ...placeOf(message)}, linesOf(message)))
    .join('')
}

function notCheckedCommand(file: Unchecked, {fromTop}: ReportContext): string {
  return command('error', {file: fromTop(file.path), title: 'not checked'}, [notCheckedReason(file)])
}

function linesOf(message: Message): string[] {
  return [...adviceOf(message), ...(message.url === undefined ? [] : [`See ${message.url}`])]
}

// Columns count only where they are of one line.
function placeOf({range, ruleId}: Message): Record<string, string | number> {
  const {line, column, endLine, endColumn} = inclusive(range)
  const columns = endLine === line && endColumn !== undefined ? {col: column, endColumn} : {}
  return {line, endLine, ...columns, title: ruleId}
}

function* hiddenNotice({files}: Report): Generator<string> {
  const messages = files.flatMap(file => file.messages)
  const number = (severity: Severity) => messages.filter(message => message.severity === severity).length
  const infos = number('info')
  const over = (made: number) => Math.max(0, made - MOST_SHOWN)
  const hidden = {
    error: over(number('error') + files.filter(isNotChecked).length),
    warning: over(number('warning')),
    info: over(infos),
  }
  if (hidden.error + hidden.warning + hidden.info === 0) return
  // The notice takes the place of another.
  if (infos >= MOST_SHOWN) hidden.info++
  const words = SEVERITIES.filter(severity => hidden[severity] > 0).map(severity => count(hidden[severity], severity))
  yield command('info', {title: 'specwright'}, [
    `GitHub shows ten annotations of a kind. In the log and in the step summary only: ${words.join(', ')}.`,
  ])
}

function command(severity: Severity, properties: Record<string, string | number>, lines: readonly string[]): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${commandProperty(String(value))}`)
  return `::${COMMANDS[severity]} ${list.join(',')}::${commandMessage(lines)}\n`
}
