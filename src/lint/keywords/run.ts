import type {Failure} from '../types.js'
import {keywords} from './index.js'

/**
 * What compiled schemas call for each keyword of ours: its findings as ajv's errors. Compiled code names this function
 * as a free identifier, so the same wrapper serves an ajv at run time and validators written to a file.
 */
export function runKeyword(
  name: string,
  parameter: unknown,
  data: unknown,
  instancePath: string,
  schemaPath: string,
): Failure[] {
  const failures: Failure[] = []
  for (const finding of keywords[name]?.find(parameter, data) ?? []) {
    const {path = '', ...params} = finding
    failures.push({instancePath: instancePath + path, schemaPath, keyword: name, params: {...params, at: instancePath}})
  }
  return failures
}
