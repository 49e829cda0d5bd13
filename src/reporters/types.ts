import type {Report} from '../lint/index.js'
import type {Palette} from './screen/palette.js'

/** What a reporter needs to know beside the report. Plain data and pure functions: it looks at nothing itself. */
export interface ReportContext {
  /** Columns to write in. */
  columns: number
  /** The colours, or none. */
  palette: Palette
  /** A path of the report as its reader expects it: relative to the working folder, with "/". */
  show(path: string): string
  /** The text behind a path of the report; undefined where it is not at hand, so that no lines are shown. */
  source(path: string): string | undefined
  /** Milliseconds that the check took. */
  elapsed: number
  tool: {name: string; version: string}
}

/** A report in one format. */
export interface Reporter {
  name: string
  caption: string
  /**
   * All that goes to standard output, ending with a line break. It comes in parts, about one for each file, so that a long report
   * does not stand in memory a second time, as text.
   */
  report(report: Report, context: ReportContext): Iterable<string>
}
