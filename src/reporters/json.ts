import type {BaselineReport} from '../lint/index.js'
import {jsonItem, jsonText} from '../text/json.js'
import {fileData} from './data/file.js'
import {mendedData} from './data/mended.js'
import type {ReportContext, Reporter} from './types.js'

/** Of schema/report.schema.json. */
export const SCHEMA_VERSION = 1

/** For other tools: the contract of schema/report.schema.json. Keys always stand in the same order. */
export const json: Reporter = {
  name: 'json',
  caption: 'for other tools, see schema/report.schema.json',
  begins: /^\{\n {2}"schemaVersion": \d+,\n {2}"tool": \{\n {4}"name": "specwright",[\s\S]*"summary": \{/,
  *report({summary, files, baseline, mended}, context) {
    const {errors, warnings, infos, notChecked, skippedChecks, excepted, baselined, stale, unclaimed} = summary
    const head = jsonText({
      schemaVersion: SCHEMA_VERSION,
      tool: {name: context.tool.name, version: context.tool.version},
      summary: {
        files: summary.files,
        clean: summary.clean,
        errors,
        warnings,
        infos,
        notChecked,
        skippedChecks,
        unclaimed,
        excepted,
        baselined,
        stale,
      },
      baseline: baseline && baselineData(baseline, context),
      mended: mended && mendedData(mended, context),
    })
    // The list of files is put before the brace that closes the whole.
    yield `${head.replace(/\n\}\n$/, '')},\n  "files": [`
    for (const [index, file] of files.entries())
      yield `${index === 0 ? '' : ','}\n${jsonItem(fileData(file, context), 2)}`
    yield `${files.length === 0 ? '' : '\n  '}]\n}\n`
  },
}

function baselineData({stale, renamed}: BaselineReport, {show}: ReportContext): object {
  return {
    stale: stale.map(({path, entries}) => ({
      path: show(path),
      entries: entries.map(({count, rule, section, text}) => ({count, rule, section, text})),
    })),
    renamed: renamed.map(({from, to}) => ({from: show(from), to: show(to)})),
  }
}
