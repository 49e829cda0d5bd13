import type {FileReport, Message, Severity} from '../lint/index.js'
import {digest} from '../text/digest.js'
import {jsonItem} from '../text/json.js'
import type {ReportContext, Reporter} from './types.js'
import {adviceOf} from './words/advice.js'
import {NOT_CHECKED, ofUnchecked} from './words/not-checked.js'
import {inclusive} from './words/range.js'

const SEVERITIES = {error: 'major', warning: 'minor', info: 'info'} as const satisfies Record<Severity, string>

/** For GitLab's widget in merge requests: a Code Quality report, in which a message keeps its fingerprint when lines shift. */
export const gitlab: Reporter = {
  name: 'gitlab',
  caption: 'Code Quality report of GitLab',
  begins: /^\[(?:\]|\n {2}\{\n {4}"description": ".*",\n {4}"check_name": ")/,
  *report({files}, context) {
    let isFirst = true
    yield '['
    for (const file of files) {
      const issues = issuesOf(file, context)
      if (issues.length === 0) continue
      yield `${isFirst ? '' : ','}\n${issues.map(issue => jsonItem(issue, 1)).join(',\n')}`
      isFirst = false
    }
    yield isFirst ? ']\n' : '\n]\n'
  },
}

function issuesOf(file: FileReport, {fromTop}: ReportContext): object[] {
  const path = fromTop(file.path)
  const unread = ofUnchecked(file, description => ({
    description,
    check_name: NOT_CHECKED,
    fingerprint: digest(JSON.stringify([path, NOT_CHECKED])),
    severity: 'blocker',
    location: {path, lines: {begin: 1}},
  }))
  return [...unread, ...file.messages.map(message => issueOf(message, path))]
}

// A message is unique in its file only: the path makes it unique in the report.
function issueOf(message: Message, path: string): object {
  const {line, endLine} = inclusive(message.range)
  return {
    description: adviceOf(message).join('\n'),
    check_name: message.ruleId,
    fingerprint: digest(JSON.stringify([path, message.fingerprint])),
    severity: SEVERITIES[message.severity],
    location: {path, lines: {begin: line, end: endLine}},
  }
}
