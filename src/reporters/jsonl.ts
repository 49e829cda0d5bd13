import type {FileReport} from '../lint/index.js'
import {jsonLine} from '../text/json.js'
import {fileData} from './data/file.js'
import {mendedFileData} from './data/mended.js'
import {SCHEMA_VERSION} from './json.js'
import type {ReportContext, Reporter} from './types.js'

/** As json, in lines that can be read one by one: the run, then of each file what became of it and its messages, then the summary. */
export const jsonl: Reporter = {
  name: 'jsonl',
  caption: 'as json, one value a line, see schema/report-line.schema.json',
  begins: /^\{"type":"run","schemaVersion":\d+,"tool":\{"name":"specwright"/,
  *report({summary, files, mended}, context) {
    const {name, version} = context.tool
    yield jsonLine({type: 'run', schemaVersion: SCHEMA_VERSION, tool: {name, version}})
    for (const file of files) yield linesOf(file, context)
    for (const file of mended?.files ?? []) yield jsonLine({type: 'mended', ...mendedFileData(file, context)})
    yield jsonLine({type: 'summary', ...summary})
  },
}

function linesOf(file: FileReport, context: ReportContext): string {
  const {messages, ...rest} = fileData(file, context)
  return [
    jsonLine({type: 'file', ...rest}),
    ...messages.map(message => jsonLine({type: 'message', path: rest.path, ...message})),
  ].join('')
}
