import type {Report, Setting, Severity} from '../lint/index.js'
import type {Palette} from './screen/palette.js'

/** What is printed on a screen needs to know. Plain data and pure functions: a reporter looks at nothing itself. */
export interface ScreenContext {
  /** Columns to write in. */
  columns: number
  /** The colours, or none. */
  palette: Palette
  /** A text that leads to an address where it is clicked; absent where the terminal has no such thing. */
  link?(text: string, url: string): string
  /** A path of the report as its reader expects it: relative to the working folder, with "/". */
  show(path: string): string
  /** The text behind a path of the report; undefined where it is not at hand, so that no lines are shown. */
  source(path: string): string | undefined
  /** Milliseconds that the check took. */
  elapsed: number
  tool: {name: string; version: string}
}

/** What a reporter needs to know beside the report. */
export interface ReportContext extends ScreenContext {
  /** A path of the report as the service that hosts the repository knows it: from git's top level, with "/"; absolute where it lies elsewhere. */
  fromTop(path: string): string
  /** Every rule in force, each once. */
  rules: readonly RuleData[]
  /** Whether a message of this severity fails the run. */
  fails(severity: Severity): boolean
}

/** What a format can tell of a rule. */
export interface RuleData {
  id: string
  title: string
  description: string
  /** What to do when it is broken. */
  help?: string
  /** What it has unless the document's status or the settings say otherwise. */
  severity: Setting
  /** Its page in the documentation. */
  url?: string
}

/** A report in one format. */
export interface Reporter {
  name: string
  caption: string
  /** How every report of this format that is not empty begins: by this a file is known as an earlier one, and may be replaced. */
  begins: RegExp
  /** Whether it tells of all rules: to have them takes a moment. */
  needsRules?: true
  /**
   * All that goes to standard output, ending with a line break. It comes in parts, about one for each file, so that a long report
   * does not stand in memory a second time, as text.
   */
  report(report: Report, context: ReportContext): Iterable<string>
}
