import type {FileReport, Message} from '../../lint/index.js'
import type {ReportContext} from '../types.js'

/** An entry of schema/report.schema.json. */
export interface FileData {
  path: string
  kind: string
  status: FileReport['status']
  reason: string | undefined
  messages: object[]
  skipped: FileReport['skipped']
}

/** What became of a file, as schema/report.schema.json has it. */
export function fileData(
  {path, kind, status, reason, messages, skipped}: FileReport,
  context: ReportContext,
): FileData {
  return {
    path: context.show(path),
    kind,
    status,
    reason,
    messages: messages.map(message => messageData(message, context)),
    skipped: skipped.map(({check, reason}) => ({check, reason})),
  }
}

/** A message, likewise. What is undefined is left out of the text. */
function messageData(message: Message, {show}: ReportContext): object {
  const {ruleId, severity, reason, range, expected, actual, help, suggestions, related, url, fix} = message
  return {
    ruleId,
    severity,
    reason,
    range: rangeData(range),
    expected,
    actual,
    help,
    suggestions,
    related: related?.map(place => ({
      path: place.path === undefined ? undefined : show(place.path),
      range: rangeData(place.range),
      reason: place.reason,
    })),
    url,
    fix: fix && {
      title: fix.title,
      safe: fix.safe,
      region: fix.region && rangeData(fix.region),
      edits: fix.edits.map(edit => ({range: rangeData(edit.range), text: edit.text})),
    },
    schemaPath: message.schemaPath,
    fingerprint: message.fingerprint,
  }
}

/** A range, likewise. */
export function rangeData({start, end}: Message['range']): object {
  return {
    start: {line: start.line, column: start.column, offset: start.offset},
    end: {line: end.line, column: end.column, offset: end.offset},
  }
}
