import type {Report} from '../../lint/index.js'
import {plainPalette} from '../screen/palette.js'
import {summaryLines} from '../screen/summary.js'
import type {ReportContext} from '../types.js'

/** What a run comes to, in lines of any length that are the same each time: no colours, no time. */
export function plainSummary(report: Report, {show}: Pick<ReportContext, 'show'>): string[] {
  return summaryLines(report, {columns: Number.POSITIVE_INFINITY, palette: plainPalette, show})
}
