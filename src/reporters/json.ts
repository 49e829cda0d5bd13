import type {BaselineReport, FileReport, Message} from '../lint/index.js'
import {jsonItem, jsonText} from '../text/json.js'
import type {ReportContext, Reporter} from './types.js'

const SCHEMA_VERSION = 1

/** For other tools: the contract of schema/report.schema.json. Keys always stand in the same order. */
export const json: Reporter = {
  name: 'json',
  caption: 'for other tools, see schema/report.schema.json',
  *report({summary, files, baseline}, context) {
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

function fileData({path, kind, status, reason, messages, skipped}: FileReport, context: ReportContext): object {
  return {
    path: context.show(path),
    kind,
    status,
    reason,
    messages: messages.map(message => messageData(message, context)),
    skipped: skipped.map(({check, reason}) => ({check, reason})),
  }
}

// What is undefined is left out of the text.
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
      edits: fix.edits.map(edit => ({range: rangeData(edit.range), text: edit.text})),
    },
    schemaPath: message.schemaPath,
    fingerprint: message.fingerprint,
  }
}

function rangeData({start, end}: Message['range']): object {
  return {
    start: {line: start.line, column: start.column, offset: start.offset},
    end: {line: end.line, column: end.column, offset: end.offset},
  }
}
