import type {Home} from '../workspace/index.js'
import type {LintFilesOptions, Progress} from './lint-files.js'
import {mendDocument} from './mend/document.js'
import {readSelected} from './read-selected.js'
import {outwardReport, rulingsOf} from './rulings.js'
import type {FileReport, Message, Severity} from './types.js'

export interface FixFilesOptions extends LintFilesOptions {
  workspace: Home['workspace']
  /** Fixes that need a look, too. */
  unsafe?: boolean
  /** Only messages of these severities. */
  only?: readonly Severity[]
  onProgress?: (progress: Progress) => void
}

/** A file whose text can be mended. */
export interface FixedFile {
  /** As in the report. */
  path: string
  /** Where it is written, and under which name. */
  home: Home
  /** The text that was read. */
  before: string
  after: string
  mended: Message[]
  withdrawn: Message[]
}

/**
 * Mends files that were checked: of the messages in their reports those that have a fix. What a baseline or an exception takes
 * away is in no report, and is not mended. Nothing is written. Files in which no message has a fix that is asked for are left out.
 */
export async function fixFiles(reports: readonly FileReport[], options: FixFilesOptions): Promise<FixedFile[]> {
  const {workspace, unsafe = false, only, limits, schema} = options
  const files = reports
    .filter(({messages}) =>
      messages.some(({fix, severity}) => isAsked(fix, unsafe) && (only?.includes(severity) ?? true)),
    )
    .map(report => ({report, selected: {path: report.path, kind: report.kind, named: true}}))
  const rulingOf = await rulingsOf(
    workspace,
    files.map(({selected}) => selected),
    options,
  )
  const fixed: FixedFile[] = []
  for (const [done, {report, selected}] of files.entries()) {
    const {path} = report
    options.onProgress?.({done, total: files.length, path})
    const {home, kinds, severities} = rulingOf(selected)
    const reading = await readSelected({...selected, path: home.path}, {...options, workspace: home.workspace}, kinds)
    // It can have gone since; the report that follows tells of it.
    if (!reading.ok) continue
    const {text, kind} = reading
    const subject = {text, path: home.path, kind, workspace: home.workspace, limits, severities}
    const reported = (report.baselined ?? 0) > 0 ? report.messages : undefined
    const mending = await mendDocument(subject, {unsafe, severities: only, reported})
    if (!mending) continue
    const outward = (messages: Message[]) => outwardReport({...report, messages}, home, schema?.path).messages
    const [mended, withdrawn] = [outward(mending.mended), outward(mending.withdrawn)]
    fixed.push({path, home, before: text, after: mending.text, mended, withdrawn})
  }
  options.onProgress?.({done: files.length, total: files.length})
  return fixed
}

function isAsked(fix: Message['fix'], unsafe: boolean): boolean {
  return fix !== undefined && (fix.safe || unsafe)
}
