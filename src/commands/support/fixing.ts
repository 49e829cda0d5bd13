import {resolve} from 'node:path'
import {type FixedFile, fixFiles, type LintFilesOptions, lintFiles, type Report} from '../../lint/index.js'
import type {Context} from '../types.js'
import {printDiff} from './diff.js'
import type {Piped} from './stdin.js'
import {UsageError} from './usage.js'
import {reading} from './workspace.js'

/** What the command line says of mending. */
export const FIX_OPTIONS = {
  fix: {type: 'boolean', describe: 'Mend what takes no judgement, then report what is left'},
  'fix-unsafe': {
    type: 'boolean',
    describe: 'Mend what needs a look at the result, too: numbers of headings, missing sections, fences without an end',
  },
  'dry-run': {type: 'boolean', describe: 'With --fix: write nothing, print a unified diff of what would be mended'},
} as const

/** How a run mends. */
export interface Fixing {
  unsafe: boolean
  dryRun: boolean
  /** The text of standard input is what is mended. */
  piped: boolean
}

interface Given {
  readonly fix: boolean
  readonly 'fix-unsafe': boolean
  readonly 'dry-run': boolean
  readonly staged: boolean
  readonly 'update-baseline': boolean
  readonly 'prune-baseline': boolean
}

/**
 * Whether, and how, a run mends; undefined where it does not.
 * @throws UsageError where it cannot go with what else was asked for
 */
export function fixingOf(given: Given, args: readonly string[]): Fixing | undefined {
  const unsafe = given['fix-unsafe']
  const dryRun = given['dry-run']
  if (!given.fix && !unsafe) {
    if (dryRun) throw new UsageError('Unexpected --dry-run without --fix, expected both')
    return undefined
  }
  const option = unsafe ? '--fix-unsafe' : '--fix'
  // What the index holds is what was chosen for it: to mend it, mend the file and stage it again.
  if (given.staged)
    throw new UsageError(`Unexpected --staged with ${option}, expected one of them: ${option} mends files`)
  const piped = args.includes('-')
  if (piped && args.length > 1)
    throw new UsageError(
      `Unexpected paths beside "-" with ${option}, expected "-" alone: its text goes to standard output`,
    )
  for (const name of ['update-baseline', 'prune-baseline'] as const)
    if (dryRun && given[name]) throw new UsageError(`Unexpected --${name} with --dry-run, expected one of them`)
  return {unsafe, dryRun, piped}
}

type Options = LintFilesOptions & Pick<Required<LintFilesOptions>, 'workspace'>

/** What is looked at, and how. */
export interface Run {
  args: readonly string[]
  options: Options
  source(path: string): string | undefined
  bytes: number
  input: Piped | undefined
  /** Only errors are told, so only they are mended. */
  quiet: boolean
}

/** What a run has found, where its lines are read from, and whether all that was to be written was. */
export interface Found {
  report: Report
  source(path: string): string | undefined
  written: boolean
}

/** A run that mends nothing. */
export async function foundBy({args, options, source}: Run): Promise<Found> {
  return {report: await lintFiles(args, options), source, written: true}
}

/** Where the report goes: what was mended has standard output for itself where it is a text or a diff. */
export function reportPrinter(fixing: Fixing | undefined, context: Context): Context {
  return fixing && (fixing.dryRun || fixing.piped) ? {...context, colour: false, print: context.complain} : context
}

/** Mends what a run finds, writes or shows it, and looks again. */
export async function fixFound(fixing: Fixing, asked: Run, context: Context): Promise<Found> {
  const run = {...asked, options: withOneBaseline(asked.options)}
  const {args, options} = run
  const {unsafe, dryRun, piped} = fixing
  // What is to be frozen is what is left.
  const report = await lintFiles(args, {...options, freeze: false})
  const only = run.quiet ? (['error'] as const) : undefined
  const fixed = await fixFiles(report.files, {...options, unsafe, ...(only && {only})})
  const changed = fixed.filter(({before, after}) => before !== after)
  const failures = dryRun || piped ? new Map<string, string>() : await writeAll(changed)
  for (const reason of failures.values()) context.note(`spec: ${reason}`)
  if (dryRun) await printDiff(changed, options.workspace, context)
  else if (piped) printPiped(changed, run.input, context)
  const left = await lookAgain(changed, fixing, run, context)
  const mended = {...mendedOf(report, fixed, failures), dryRun}
  return {...left, report: {...left.report, mended}, written: failures.size === 0}
}

// Baselines are read once: the second look goes by the same ones.
function withOneBaseline(options: Options): Options {
  const {baseline} = options
  if (typeof baseline !== 'function') return options
  let known: ReturnType<typeof baseline> | undefined
  const readOnce: typeof baseline = homes => {
    known ??= baseline(homes)
    return known
  }
  return {...options, baseline: readOnce}
}

async function writeAll(files: readonly FixedFile[]): Promise<Map<string, string>> {
  const failures = new Map<string, string>()
  for (const {path, home, before, after} of files) {
    const made = await home.workspace.replace(home.path, after, before)
    if (!made.ok) failures.set(path, made.reason)
  }
  return failures
}

// As formatters do: the text, mended or not, so that an editor can put it in place of its own.
function printPiped(changed: readonly FixedFile[], input: Piped | undefined, {print}: Context): void {
  const [only] = changed
  if (only) print(only.after)
  else if (input?.reading.ok) print(input.reading.text)
}

async function lookAgain(
  files: readonly FixedFile[],
  {dryRun, piped}: Fixing,
  run: Run,
  context: Context,
): Promise<Found> {
  if (files.length === 0 || (!dryRun && !piped)) return foundBy(run)
  const overlay = new Map(files.map(({home, after}) => [resolve(home.workspace.root, home.path), after]))
  const other = await reading(context, run.bytes, undefined, {overlay})
  const next = {...run, options: {...run.options, workspace: other.workspace}, source: other.source}
  return foundBy(next).finally(other.workspace.close)
}

function mendedOf(
  report: Report,
  fixed: readonly FixedFile[],
  failures: ReadonlyMap<string, string>,
): Omit<NonNullable<Report['mended']>, 'dryRun'> {
  const files = fixed
    .filter(({mended, withdrawn}) => mended.length + withdrawn.length > 0)
    .map(({path, mended, withdrawn}) => {
      const reason = failures.get(path)
      return {path, written: reason === undefined, mended, withdrawn, ...(reason !== undefined && {reason})}
    })
  return {found: report.files.reduce((sum, {messages}) => sum + messages.length, 0), files}
}
