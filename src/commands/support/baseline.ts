import {type Baseline, type BaselineReport, baselineText, countOf, type Report, readBaseline} from '../../lint/index.js'
import {count} from '../../reporters/index.js'
import {printable} from '../../text/index.js'
import type {Workspace} from '../../workspace/index.js'
import type {Context, Values} from '../types.js'
import {problemsText} from './problems.js'
import {UsageError} from './usage.js'
import {pathOf, shownFrom} from './workspace.js'

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

/** The baseline of a run. */
export interface BaselineInUse {
  /** For `lintFiles`. */
  options: {baseline?: Baseline; freeze?: boolean}
  /** Writes the baseline, where that is asked for, and tells of it. Returns the report as it is then. */
  settle(report: Report): Promise<Report>
}

/**
 * Reads the baseline that the command line names, else the workspace's own.
 * @param clashing options that were given and do not go with writing a baseline, such as "--staged"
 * @throws UsageError where it cannot be used
 */
export async function baselineOf(
  given: Given,
  clashing: readonly (string | false | undefined)[],
  workspace: Workspace,
  context: Context,
): Promise<BaselineInUse> {
  const writes = checkOptions(given, clashing)
  if (given['no-baseline']) return {options: {}, settle: async report => report}
  const path = pathOf(workspace, given.baseline ?? `${workspace.root}/${DEFAULT}`)
  const shown = printable(shownFrom(workspace)(path))
  const reading = await workspace.read(path)
  const isMissing = !reading.ok && reading.code === 'missing'
  if (!reading.ok && !isMissing) throw new UsageError(`The baseline "${shown}" cannot be used: ${reading.reason}`)
  // One that is named and not there is a typing error, unless it is to be made.
  if (isMissing && !given['update-baseline']) {
    if (given.baseline === undefined && !given['prune-baseline']) return {options: {}, settle: async report => report}
    throw new UsageError(`The baseline "${shown}" does not exist; --update-baseline writes it`)
  }
  const text = reading.ok ? reading.text : undefined
  const baseline = text === undefined ? new Map() : readOrRefuse(text, path, shown, workspace, context)
  return {
    options: {baseline, freeze: given['update-baseline']},
    settle: async report => {
      if (!writes || report.baseline === undefined) return report
      // A run that did not find what it was asked to look at knows too little.
      if (report.problems !== undefined) {
        context.note(`note: The baseline "${shown}" was left as it is`)
        return report
      }
      await write(report.baseline, {path, shown, text, workspace, context})
      return {...report, summary: {...report.summary, stale: 0}, baseline: {...report.baseline, stale: []}}
    },
  }
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

function readOrRefuse(text: string, path: string, shown: string, workspace: Workspace, context: Context): Baseline {
  const reading = readBaseline(text)
  if (reading.ok) return reading.baseline
  context.complain(`${problemsText(reading.problems, {text, path}, workspace, {...context, colour: false})}\n`)
  throw new UsageError(`The baseline "${shown}" cannot be used: ${count(reading.problems.length, 'error')}`)
}

interface Target {
  path: string
  shown: string
  /** What was read; undefined where there was none. */
  text: string | undefined
  workspace: Workspace
  context: Context
}

async function write({next}: BaselineReport, target: Target): Promise<void> {
  const {path, shown, text, workspace, context} = target
  const wanted = baselineText(next)
  const holds = `${count(countOf([...next.values()].flat()), 'message')} of ${count(next.size, 'document')}`
  if (wanted === text) return context.note(`note: The baseline "${shown}" stays as it is: ${holds}`)
  const written = await workspace.replace(path, wanted, text)
  if (!written.ok) throw new UsageError(`The baseline was not written. ${written.reason}`)
  context.note(`note: Wrote the baseline "${shown}": ${holds}`)
}
