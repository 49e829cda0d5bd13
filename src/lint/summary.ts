import {type BaselineReport, countOf} from './baseline/index.js'
import type {FileReport, Severity, Summary} from './types.js'

/** Counts over the files of a run. */
export function summarize(
  files: readonly FileReport[],
  {unclaimed = 0, stale = []}: {unclaimed?: number; stale?: BaselineReport['stale']} = {},
): Summary {
  const count = (severity: Severity): number =>
    files.reduce((sum, file) => sum + file.messages.filter(message => message.severity === severity).length, 0)
  return {
    files: files.length,
    clean: files.filter(file => file.status === 'checked' && file.messages.length === 0).length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    notChecked: files.filter(file => file.status === 'not-checked').length,
    skippedChecks: files.reduce((sum, file) => sum + file.skipped.length, 0),
    excepted: files.reduce((sum, file) => sum + (file.excepted ?? 0), 0),
    baselined: files.reduce((sum, file) => sum + (file.baselined ?? 0), 0),
    stale: stale.reduce((sum, {entries}) => sum + countOf(entries), 0),
    unclaimed,
  }
}
