import type {FileReport, Message, Report, Severity} from '../../lint/index.js'
import {count} from '../../text/count.js'
import {markdownCode, markdownText} from '../../text/escape.js'
import {itemAt} from '../../text/index.js'
import type {ReportContext} from '../types.js'
import {adviceOf} from './advice.js'
import {isNotChecked, notCheckedReason} from './not-checked.js'
import {type Room, roomOf} from './room.js'
import {plainSummary} from './summary.js'

/** By this a bot finds its comment again, to write it anew. */
export const MARKER = '<!-- specwright -->'

const SEVERITIES = ['error', 'warning', 'info'] as const
const TABLE = '\n\n| Place | Message | Rule |\n| --- | --- | --- |\n'
// For the line that tells what was left out, and the line breaks between the parts.
const RESERVED = 300

/** A report as a page of Markdown of less than `length` UTF-16 units: the worst first, and what is left out is counted. */
export function markdownPage(report: Report, length: number, context: ReportContext): string {
  const room = roomOf(length - RESERVED)
  const lines = plainSummary(report, context)
  room.add(`${MARKER}\n### specwright\n\n`)
  for (const line of lines) room.add(`${/^ */.exec(line)}- ${markdownText(line.trim())}\n`)
  const left = [
    ...section(room, 'file that could not be checked', notCheckedRows(report.files, context)),
    ...SEVERITIES.flatMap(severity => section(room, severity, rowsOf(report.files, severity, context))),
  ]
  return left.length === 0 ? room.text() : `${room.text()}\nLeft out for want of room: ${left.join(', ')}.\n`
}

/** Writes a section with as many rows as there is room for, and tells how many are left. */
function section(room: Room, noun: string, rows: readonly string[]): string[] {
  if (rows.length === 0) return []
  const title = rows.length === 1 ? `1 ${noun}` : `${rows.length} ${noun.replace(/^(\w+)/, '$1s')}`
  const [first = '', ...rest] = rows
  let taken = 0
  if (room.add(`\n#### ${title}${TABLE}${first}`)) {
    taken = 1
    while (taken < rows.length && room.add(itemAt(rest, taken - 1))) taken++
  }
  return taken < rows.length ? [countOf(rows.length - taken, noun)] : []
}

function countOf(number: number, noun: string): string {
  return count(number, noun.replace(/ .*/, ''))
}

function notCheckedRows(files: readonly FileReport[], {fromTop}: ReportContext): string[] {
  return files
    .filter(isNotChecked)
    .map(file => row(markdownCode(fromTop(file.path)), markdownText(notCheckedReason(file)), ''))
}

function rowsOf(files: readonly FileReport[], severity: Severity, {fromTop}: ReportContext): string[] {
  return files.flatMap(({path, messages}) =>
    messages
      .filter(message => message.severity === severity)
      .map(message => {
        const place = `${fromTop(path)}:${message.range.start.line}`
        return row(markdownCode(place), adviceOf(message).map(markdownText).join('<br>'), ruleLink(message))
      }),
  )
}

function ruleLink({ruleId, url}: Message): string {
  const isSafe = url !== undefined && /^https?:\/\/[\w.~:/?#@!$&'*+,;=%-]+$/.test(url)
  return isSafe ? `[${markdownText(ruleId)}](${url})` : markdownCode(ruleId)
}

function row(...cells: string[]): string {
  return `| ${cells.join(' | ')} |\n`
}
