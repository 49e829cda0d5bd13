import type {MendedFile, Message, Report} from '../../lint/index.js'
import type {ReportContext} from '../types.js'
import {rangeData} from './file.js'

/** What a run mended, as schema/report.schema.json has it. */
export function mendedData({dryRun, found, files}: NonNullable<Report['mended']>, context: ReportContext): object {
  const sum = (of: (file: MendedFile) => number) => files.reduce((total, file) => total + of(file), 0)
  return {
    dryRun,
    found,
    mended: sum(file => (file.written ? file.mended.length : 0)),
    withdrawn: sum(file => file.withdrawn.length),
    files: files.map(file => mendedFileData(file, context)),
  }
}

/** Likewise of one file. */
export function mendedFileData({path, written, reason, mended, withdrawn}: MendedFile, {show}: ReportContext): object {
  return {path: show(path), written, reason, mended: mended.map(messageData), withdrawn: withdrawn.map(messageData)}
}

function messageData({ruleId, severity, reason, range, fix}: Message): object {
  return {ruleId, severity, reason, range: rangeData(range), title: fix?.title, safe: fix?.safe}
}
