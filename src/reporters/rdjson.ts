import type {Fix, Range} from '../fixes/index.js'
import type {FileReport, Message} from '../lint/index.js'
import {inertText} from '../text/escape.js'
import {itemAt} from '../text/index.js'
import {jsonItem, jsonText} from '../text/json.js'
import {byteRanges} from './data/bytes.js'
import type {ReportContext, Reporter} from './types.js'
import {adviceOf} from './words/advice.js'
import {NOT_CHECKED, ofUnchecked} from './words/not-checked.js'

/** For reviewdog: diagnostics with columns in bytes, fixes as suggestions. */
export const rdjson: Reporter = {
  name: 'rdjson',
  caption: 'diagnostics for reviewdog, with suggestions',
  begins: /^\{\n {2}"source": \{\n {4}"name": "specwright"\n {2}\},\n {2}"diagnostics": \[/,
  *report({files}, context) {
    const head = jsonText({source: {name: context.tool.name}})
    let isFirst = true
    yield `${head.replace(/\n\}\n$/, '')},\n  "diagnostics": [`
    for (const file of files) {
      const diagnostics = diagnosticsOf(file, context)
      if (diagnostics.length === 0) continue
      yield `${isFirst ? '' : ','}\n${diagnostics.map(diagnostic => jsonItem(diagnostic, 2)).join(',\n')}`
      isFirst = false
    }
    yield isFirst ? ']\n}\n' : '\n  ]\n}\n'
  },
}

function diagnosticsOf(file: FileReport, context: ReportContext): object[] {
  const path = context.show(file.path)
  const text = context.source(file.path)
  const bytes = byteRanges(text)
  const unread = ofUnchecked(file, words => ({
    message: inertText(words),
    location: {path},
    severity: 'ERROR',
    code: {value: NOT_CHECKED},
  }))
  const diagnosticOf = (message: Message) => {
    const {range, severity, ruleId, url, fix} = message
    const edit = fix && text !== undefined ? oneEdit(fix, text) : undefined
    return {
      message: adviceOf(message).map(inertText).join('\n'),
      location: {path, range: bytes(range)},
      severity: severity.toUpperCase(),
      code: {value: ruleId, url},
      suggestions: edit && [{range: bytes(edit.range), text: edit.text}],
    }
  }
  return [...unread, ...file.messages.map(diagnosticOf)]
}

// Several suggestions would be choices: all edits of a fix are one, with the text between them.
function oneEdit({edits}: Fix, text: string): {range: Range; text: string} {
  const sorted = edits.toSorted((a, b) => a.range.start.offset - b.range.start.offset)
  const [first, last] = [itemAt(sorted, 0), itemAt(sorted, sorted.length - 1)]
  let made = ''
  let at = first.range.start.offset
  for (const {range, text: put} of sorted) {
    made += text.slice(at, range.start.offset) + put
    at = range.end.offset
  }
  return {range: {start: first.range.start, end: last.range.end}, text: made}
}
