import type {Baseline, BaselineEntry, BaselineSource, Report} from '../../lint/index.js'
import {printable} from '../../text/index.js'
import type {Home, Workspace} from '../../workspace/index.js'
import type {Context, Values} from '../types.js'
import {type BaselineFile, readBaselineFile, writeBaselineFile} from './baseline-file.js'
import {UsageError} from './usage.js'
import {pathOf} from './workspace.js'

/** What the command line says of the baseline. */
export const BASELINE_OPTIONS = {
  baseline: {
    type: 'string',
    value: 'FILE',
    describe:
      'Leave out the messages that this file freezes. By default spec.baseline.json of the root, where it is there',
  },
  'no-baseline': {type: 'boolean', describe: 'Leave nothing out for a baseline'},
  'update-baseline': {type: 'boolean', describe: 'Freeze all messages there are: write them to the baseline'},
  'prune-baseline': {type: 'boolean', describe: 'Remove from the baseline what is there no more; add nothing'},
} as const

const DEFAULT = 'spec.baseline.json'

type Given = Values<typeof BASELINE_OPTIONS>

/** The baselines of a run. */
export interface BaselineInUse {
  /** For `lintFiles`. */
  options: {baseline?: BaselineSource; freeze?: boolean}
  /** Writes the baselines, where that is asked for, and tells of it. Returns the report as it is then. */
  settle(report: Report): Promise<Report>
}

/**
 * The baseline that the command line names, else the workspace's own, and with it those of the other workspaces that the run
 * comes to: each counts for the documents of its own.
 * @param clashing options that were given and do not go with writing a baseline, such as "--staged"
 * @throws UsageError where one cannot be used; of another workspace's, when the run asks for it
 */
export async function baselineOf(
  given: Given,
  clashing: readonly (string | false | undefined)[],
  workspace: Workspace,
  context: Context,
): Promise<BaselineInUse> {
  const writes = checkOptions(given, clashing)
  if (given['no-baseline']) return {options: {}, settle: async report => report}
  const freeze = given['update-baseline']
  const named = pathOf(workspace, given.baseline ?? `${workspace.root}/${DEFAULT}`)
  if (freeze) await refuseDocument(named, given.baseline, workspace)
  const own = await readBaselineFile(workspace, named, context)
  // One that is named and not there is a typing error, unless it is to be made.
  if (own.text === undefined && given.baseline !== undefined && !freeze) throw missing(own)
  const files = new Map([[workspace.root, own]])
  const baseline: BaselineSource = async homes => {
    const parts: Baseline[] = [await ownPart(own, path => path, context)]
    for (const {workspace: other, outward} of homes) {
      if (files.has(other.root)) continue
      const file = await readBaselineFile(other, DEFAULT, context)
      if (file.absolute === own.absolute)
        throw new UsageError(
          `Unexpected --baseline "${own.shown}", expected one of this workspace: it counts by itself for that in "${printable(outward(''))}"`,
        )
      files.set(other.root, file)
      parts.push(await ownPart(file, outward, context))
    }
    if (!freeze && [...files.values()].every(({text}) => text === undefined)) {
      if (given['prune-baseline']) throw missing(own)
      return undefined
    }
    return new Map(parts.flatMap(part => [...part]))
  }
  return {
    options: {baseline, freeze},
    settle: async report => {
      if (!writes || report.baseline === undefined) return report
      const nexts = await split(report.baseline.next, workspace)
      const touched = [...files].filter(
        // Nobody needs a file that freezes nothing, but who asked for one.
        ([root, {text}]) => text !== undefined || nexts.has(root) || files.size === 1,
      )
      // A run that did not find what it was asked to look at knows too little.
      if (report.problems !== undefined) {
        for (const [, {shown}] of touched) context.note(`note: The baseline "${shown}" was left as it is`)
        return report
      }
      for (const [root, file] of touched) await writeBaselineFile(file, nexts.get(root) ?? new Map(), context)
      return {...report, summary: {...report.summary, stale: 0}, baseline: {...report.baseline, stale: []}}
    },
  }
}

function missing({shown}: BaselineFile): UsageError {
  return new UsageError(`The baseline "${shown}" does not exist; --update-baseline writes it`)
}

/** A baseline must not become a document of the next run. */
async function refuseDocument(path: string, typed: string | undefined, workspace: Workspace): Promise<void> {
  const kind = await workspace.kindOf(path)
  if (kind !== undefined)
    throw new UsageError(
      `Unexpected baseline "${typed}", expected another place: there it is a document of kind ${kind}`,
    )
}

/** Whether the baseline is to be written. */
function checkOptions(given: Given, clashing: readonly (string | false | undefined)[]): boolean {
  const writing = (['update-baseline', 'prune-baseline'] as const).filter(name => given[name]).map(name => `--${name}`)
  const [first, second] = writing
  if (given['no-baseline'] && given.baseline !== undefined)
    throw new UsageError('Unexpected --baseline with --no-baseline, expected one of them')
  if (first === undefined) return false
  const clash = [second, given['no-baseline'] && '--no-baseline', ...clashing].find(name => name)
  if (clash) throw new UsageError(`Unexpected ${clash} with ${first}, expected one of them`)
  return true
}

/** What a baseline says of its own workspace's documents, by paths of the one that was asked. */
async function ownPart(file: BaselineFile, outward: Home['outward'], context: Context): Promise<Baseline> {
  const own = new Map<string, readonly BaselineEntry[]>()
  const others: string[] = []
  for (const [path, entries] of file.baseline) {
    const {root} = (await file.workspace.homeOf(path)).workspace
    if (root === file.workspace.root) own.set(outward(path), entries)
    else others.push(path)
  }
  const [first] = others
  if (first !== undefined) {
    const more = others.length === 1 ? '' : ` and ${others.length - 1} more`
    context.note(
      `note: The baseline "${file.shown}" does not count for "${printable(first)}"${more}: a workspace of its own, with a baseline of its own`,
    )
  }
  return own
}

/** A run's baseline by the roots of the workspaces that its documents belong to, with paths of those. */
async function split(
  next: Baseline,
  workspace: Workspace,
): Promise<Map<string, Map<string, readonly BaselineEntry[]>>> {
  const parts = new Map<string, Map<string, readonly BaselineEntry[]>>()
  for (const [path, entries] of next) {
    const home = await workspace.homeOf(path)
    const part = parts.get(home.workspace.root) ?? new Map<string, readonly BaselineEntry[]>()
    parts.set(home.workspace.root, part.set(home.path, entries))
  }
  return parts
}
