import {resolve} from 'node:path'
import type {Report} from '../../lint/index.js'
import {type Reporter, reporters} from '../../reporters/index.js'
import {itemAt, printable, rethrowUnless} from '../../text/index.js'
import {type Output, openOutput, type Workspace, WorkspaceError, writeOutput} from '../../workspace/index.js'
import type {Context} from '../types.js'
import {asUsage} from './as-usage.js'
import {oneOf, UsageError} from './usage.js'
import {pathOf} from './workspace.js'

export const FORMATS = reporters.map(({name}) => name)

export const OUTPUT = {
  type: 'list',
  value: 'FORMAT=FILE',
  describe: 'Write a report to a file, too, whatever is printed. An earlier one is replaced. May be given again',
} as const

// Names by which every run finds its settings.
const SETTINGS = [
  [/(?:^|[\\/])spec\.config\.(?:json|ya?ml)$/, 'config'],
  [/(?:^|[\\/])spec\.baseline\.json$/, 'baseline'],
] as const

/** A report that is to be written to a file. */
export interface Target extends Output {
  reporter: Reporter
  /** The file as the user named it. */
  typed: string
}

export function reporterNamed(name: string): Reporter {
  return itemAt(reporters, FORMATS.indexOf(oneOf('format', name, FORMATS)))
}

/** The files that `--output` names. Whatever keeps one from being written is a usage error, before anything is checked. */
export async function targetsOf(values: readonly string[], {cwd}: Pick<Context, 'cwd'>): Promise<Target[]> {
  const targets: Target[] = []
  for (const value of values) {
    const [, name, typed] = /^([^=]*)=(.+)$/s.exec(value) ?? []
    if (name === undefined || typed === undefined)
      throw new UsageError(`Unexpected value "${value}" of --output, expected a format and a file: sarif=report.sarif`)
    const reporter = reporterNamed(name)
    if (typed === '-') throw new UsageError(`Unexpected "-" in --output, expected a file; --format ${name} prints it`)
    if (typed.endsWith('/')) throw new UsageError(`Unexpected "${typed}" in --output, expected a file`)
    const output = await asUsage(openOutput(resolve(cwd, typed), reporter.begins))
    const taken = SETTINGS.find(([names]) => names.test(typed))
    if (taken)
      throw new UsageError(
        `Unexpected output "${typed}", expected another name: the next run would take it for its ${taken[1]}`,
      )
    const other = targets.find(({identity}) => identity === output.identity)
    if (other) throw new UsageError(`Unexpected "${typed}" for two outputs, expected a file for each`)
    targets.push({...output, reporter, typed})
  }
  return targets
}

/** A report must not become a document of the next run. */
export async function refuseDocuments(targets: readonly Target[], workspace: Workspace): Promise<void> {
  for (const {path, typed} of targets) {
    const kind = await workspace.kindOf(pathOf(workspace, path))
    if (kind === undefined) continue
    throw new UsageError(`Unexpected output "${typed}", expected another place: there it is a document of kind ${kind}`)
  }
}

/** Writes every report that can be written; tells of those that cannot, and whether there was none. */
export async function writeTargets(
  targets: readonly Target[],
  text: (reporter: Reporter) => Iterable<string>,
  {
    report,
    source,
    workspace,
    context,
  }: {report: Report; source(path: string): string | undefined; workspace: Workspace; context: Context},
): Promise<boolean> {
  let all = true
  for (const target of targets) {
    try {
      const path = pathOf(workspace, target.path)
      // What stood on standard input may bear this name, too.
      if (source(path) !== undefined || report.files.some(file => file.path === path))
        throw new WorkspaceError(`"${printable(target.typed)}" cannot be written: this run has read it`)
      await writeOutput(target, Array.from(text(target.reporter)).join(''))
    } catch (error) {
      rethrowUnless(error, WorkspaceError)
      context.note(`spec: ${error.message}`)
      all = false
    }
  }
  return all
}
