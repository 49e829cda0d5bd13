import type {FileReport, Message} from '../lint/index.js'
import {noCommand, xmlText} from '../text/escape.js'
import {itemAt} from '../text/index.js'
import {safe} from './screen/sheet.js'
import type {ReportContext, Reporter} from './types.js'
import {adviceOf} from './words/advice.js'
import {NOT_CHECKED, ofUnchecked} from './words/not-checked.js'

/** One test of a suite; without an outcome it has passed. */
interface Case {
  name: string
  line?: number
  outcome?: 'failure' | 'error' | 'skipped'
  type?: string
  message?: string
  /** What a person reads: behind an outcome in it, else as the test's output. */
  lines?: string[]
}

/** For every CI that shows tests: a suite for each file, a test for each message. What does not fail the run is no failure. */
export const junit: Reporter = {
  name: 'junit',
  caption: 'test results in XML: a suite for each file',
  begins: /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="specwright"/,
  *report({files}, context) {
    const suites = files.map(file => ({file, cases: casesOf(file, context)}))
    const all = suites.flatMap(({cases}) => cases)
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes({name: 'specwright', ...totals(all)})}>\n`
    for (const {file, cases} of suites) yield suiteXml(file, cases, context)
    yield '</testsuites>\n'
  },
}

function casesOf(file: FileReport, context: ReportContext): Case[] {
  const names = new Map<string, number>()
  const messages = file.messages.map((message): Case => {
    const name = `${message.ruleId}: ${safe(message.reason)}`
    const times = (names.get(name) ?? 0) + 1
    names.set(name, times)
    return caseOf(message, times === 1 ? name : `${name} (${times})`, context)
  })
  const skipped = file.skipped.map(
    ({check, reason}): Case => ({name: `skipped: ${safe(check)}`, outcome: 'skipped', message: safe(reason)}),
  )
  const unread = ofUnchecked(
    file,
    (message): Case => ({name: NOT_CHECKED, outcome: 'error', type: NOT_CHECKED, message}),
  )
  const cases = [...unread, ...messages, ...skipped]
  return messages.length + unread.length === 0 ? [{name: 'no problems'}, ...cases] : cases
}

function caseOf(message: Message, name: string, {fails}: ReportContext): Case {
  const {line, column} = message.range.start
  const advice = adviceOf(message)
  const lines = [...advice, `${message.severity} ${message.ruleId} at ${line}:${column}`, message.url ?? ''].filter(
    words => words !== '',
  )
  const outcome = {outcome: 'failure', type: message.severity, message: itemAt(advice, 0)} as const
  return {name, line, lines, ...(fails(message.severity) && outcome)}
}

function totals(cases: readonly Case[]): {tests: number; failures: number; errors: number} {
  const number = (outcome: Case['outcome']) => cases.filter(each => each.outcome === outcome).length
  return {tests: cases.length, failures: number('failure'), errors: number('error')}
}

function suiteXml(file: FileReport, cases: readonly Case[], {fromTop}: ReportContext): string {
  const path = fromTop(file.path)
  const skipped = cases.filter(({outcome}) => outcome === 'skipped').length
  const properties = propertiesXml({excepted: file.excepted, baselined: file.baselined})
  const tests = cases.map(each => caseXml(each, path)).join('')
  return `  <testsuite ${attributes({name: path, ...totals(cases), skipped})}>\n${properties}${tests}  </testsuite>\n`
}

function propertiesXml(values: Record<string, number | undefined>): string {
  const lines = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`      <property ${attributes({name, value})}/>\n`],
  )
  return lines.length === 0 ? '' : `    <properties>\n${lines.join('')}    </properties>\n`
}

function caseXml({name, line, outcome, type, message, lines = []}: Case, path: string): string {
  const head = `    <testcase ${attributes({name, classname: path, file: path, line})}`
  const words = lines.map(noCommand).map(xmlText).join('\n')
  if (outcome === undefined && words === '') return `${head}/>\n`
  const tag = outcome ?? 'system-out'
  const open = `${tag}${outcome === undefined ? '' : ` ${attributes({message, type})}`}`
  return `${head}>\n      ${words === '' ? `<${open}/>` : `<${open}>${words}</${tag}>`}\n    </testcase>\n`
}

function attributes(values: Record<string, string | number | undefined>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${xmlText(String(value))}"`]))
    .join(' ')
}
