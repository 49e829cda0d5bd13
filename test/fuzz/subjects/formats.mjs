import {summarize} from '../../../dist/lint/index.js'
import {plainPalette, reporters} from '../../../dist/reporters/index.js'
import {invalidReport, named, outcomeOf, stackTraces, unescaped} from '../oracles/index.mjs'

/** What is wrong with a document's report in any of the formats. */
export async function formatFaults(file, text) {
  const report = {summary: summarize([file]), files: [file], notes: []}
  const context = {
    columns: 80,
    palette: plainPalette,
    show: path => path,
    source: path => (path === file.path ? text : undefined),
    elapsed: 0,
    tool: {name: 'specwright', version: '0.0.0'},
    fromTop: path => path,
    rules: [],
    fails: severity => severity === 'error',
  }
  const faults = []
  for (const {name, report: print} of reporters) {
    const printed = await outcomeOf(`format ${name}`, () => [...print(report, context)].join(''))
    faults.push(...printed.faults)
    if (printed.value === undefined) continue
    faults.push(
      ...named(
        'unescaped',
        unescaped(printed.value, {commands: name === 'github'}).map(each => `${name}: ${each}`),
      ),
    )
    faults.push(...named('stack-trace', stackTraces(printed.value)))
    if (name === 'json') faults.push(...named('invalid-report', invalidReport(printed.value)))
  }
  return faults
}
