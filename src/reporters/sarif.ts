import {jsonItem, jsonText} from '../text/json.js'
import {invocationData, NOTIFICATIONS} from './sarif/invocation.js'
import {ROOT} from './sarif/location.js'
import {resultData} from './sarif/result.js'
import {ruleData} from './sarif/rule.js'
import type {Reporter} from './types.js'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** For code scanning services: SARIF 2.1.0, with every rule, fixes, fingerprints, and what was not checked. */
export const sarif: Reporter = {
  name: 'sarif',
  caption: 'SARIF 2.1.0 for code scanning',
  begins: /^\{\n {2}"\$schema": "[^"]*sarif[^"]*",[\s\S]*"driver": \{\n {10}"name": "specwright"/,
  needsRules: true,
  *report(report, context) {
    const {excepted, baselined, stale, unclaimed} = report.summary
    const run = {
      tool: {
        driver: {
          name: context.tool.name,
          version: context.tool.version,
          semanticVersion: context.tool.version,
          rules: context.rules.map(ruleData),
          notifications: NOTIFICATIONS,
        },
      },
      invocations: [invocationData(report, context)],
      originalUriBaseIds: {[ROOT]: {description: {text: 'The top level of the repository'}}},
      columnKind: 'utf16CodeUnits',
      newlineSequences: ['\r\n', '\n', '\r'],
      properties: {excepted, baselined, stale, unclaimed},
    }
    const rules = new Map(context.rules.map(({id}, index) => [id, index]))
    const head = jsonText({$schema: SCHEMA, version: '2.1.0'}).replace(/\n\}\n$/, '')
    yield `${head},\n  "runs": [\n${jsonItem(run, 2).replace(/\n {4}\}$/, '')},\n      "results": [`
    let isFirst = true
    for (const {path, messages} of report.files) {
      if (messages.length === 0) continue
      const results = messages.map(message => jsonItem(resultData(message, path, rules, context), 4))
      yield `${isFirst ? '' : ','}\n${results.join(',\n')}`
      isFirst = false
    }
    yield `${isFirst ? '' : '\n      '}]\n    }\n  ]\n}\n`
  },
}
