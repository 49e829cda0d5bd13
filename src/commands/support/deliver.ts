import {relative, resolve, sep} from 'node:path'
import {homepage, type Report, type SchemaText} from '../../lint/index.js'
import {markdownPage, plainPalette, type ReportContext, type Reporter} from '../../reporters/index.js'
import {rethrowUnless} from '../../text/index.js'
import {appendText, findGit, type Workspace, WorkspaceError} from '../../workspace/index.js'
import {withSlashes} from '../../workspace/paths.js'
import type {Context} from '../types.js'
import {type Gate, isFailing} from './gate.js'
import {linkOf} from './links.js'
import {type Target, writeTargets} from './outputs.js'
import {paletteOf} from './palette.js'
import {ruleDataOf} from './rule-data.js'
import {shownFrom} from './workspace.js'

/** What a report is delivered with. */
export interface Delivery {
  /** What goes to standard output. */
  reporter: Reporter
  targets: readonly Target[]
  workspace: Workspace
  source(path: string): string | undefined
  schema: SchemaText | undefined
  gate: Gate
  /** Milliseconds that the check took. */
  elapsed: number
}

const COLUMNS_OF_A_FILE = 80
// A step may write 1 MiB, and a sign takes three bytes at the most.
const LONGEST_STEP_SUMMARY = 300_000

/** Prints the report and writes it wherever else it was asked for. False where a file could not be written. */
export async function deliver(report: Report, delivery: Delivery, context: Context): Promise<boolean> {
  const {reporter, targets, workspace, source} = delivery
  const screen = await reportContext(delivery, context)
  for (const part of reporter.report(report, screen)) context.print(part)
  const {link: _, ...plain} = {...screen, columns: COLUMNS_OF_A_FILE, palette: plainPalette}
  const written = await writeTargets(targets, each => each.report(report, plain), {report, source, workspace, context})
  const summed = reporter.name !== 'github' || (await writeStepSummary(report, plain, context))
  return written && summed
}

async function reportContext(
  {reporter, targets, workspace, source, schema, gate, elapsed}: Delivery,
  context: Context,
): Promise<ReportContext> {
  const needsRules = [reporter, ...targets.map(target => target.reporter)].some(each => each.needsRules)
  const link = linkOf(context.links)
  return {
    columns: context.columns,
    palette: paletteOf(context.colour),
    ...(link && {link}),
    show: shownFrom(workspace),
    fromTop: fromTop(workspace),
    source,
    rules: needsRules ? await ruleDataOf({workspace, ...(schema && {schema})}, await homepage()) : [],
    fails: severity => isFailing(severity, gate),
    elapsed,
    tool: context.tool,
  }
}

// The job's summary page, to which every step adds: GitHub names a file for it.
async function writeStepSummary(report: Report, context: ReportContext, {cwd, env, note}: Context): Promise<boolean> {
  const file = env.GITHUB_STEP_SUMMARY
  if (file === undefined || file === '') return true
  try {
    await appendText(resolve(cwd, file), markdownPage(report, LONGEST_STEP_SUMMARY, context))
    return true
  } catch (error) {
    rethrowUnless(error, WorkspaceError)
    note(`spec: ${error.message} (GITHUB_STEP_SUMMARY)`)
    return false
  }
}

/** A path of the workspace as the repository's host knows it: from git's top level; absolute where it lies elsewhere. */
function fromTop({root}: Pick<Workspace, 'root'>): (path: string) => string {
  const top = findGit(root)?.top ?? root
  return path => {
    const absolute = resolve(root, path)
    const below = relative(top, absolute)
    const leaves = below === '..' || below.startsWith(`..${sep}`) || resolve(below) === below
    return withSlashes(leaves ? absolute : below)
  }
}
