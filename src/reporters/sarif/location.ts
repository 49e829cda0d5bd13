import type {Range} from '../../fixes/index.js'
import {pathUri} from '../../text/escape.js'
import type {ReportContext} from '../types.js'

/** Stands for the top level of the repository, wherever it was checked out. */
export const ROOT = '%SRCROOT%'

export function physicalLocation(path: string, range: Range | undefined, context: ReportContext): object {
  const region = range && {region: regionOf(range)}
  return {physicalLocation: {artifactLocation: artifactLocation(path, context), ...region}}
}

export function artifactLocation(path: string, {fromTop}: ReportContext): object {
  const uri = pathUri(fromTop(path))
  return uri.startsWith('file:') ? {uri} : {uri, uriBaseId: ROOT}
}

/** The end is the place behind it, as in SARIF. */
export function regionOf({start, end}: Range): object {
  return {startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column}
}
