import {resolve} from 'node:path'
import {type Baseline, baselineText, countOf, readBaseline} from '../../lint/index.js'
import {count} from '../../reporters/index.js'
import {printable} from '../../text/index.js'
import type {Workspace} from '../../workspace/index.js'
import type {Context} from '../types.js'
import {problemsText} from './problems.js'
import {UsageError} from './usage.js'
import {shownFrom} from './workspace.js'

/** The baseline of a workspace. */
export interface BaselineFile {
  workspace: Workspace
  /** As the workspace takes it. */
  path: string
  absolute: string
  /** As the user takes it. */
  shown: string
  /** What was read; undefined where there is none. */
  text: string | undefined
  baseline: Baseline
}

/**
 * Reads a baseline, which need not be there.
 * @throws UsageError where it is there and cannot be used
 */
export async function readBaselineFile(workspace: Workspace, path: string, context: Context): Promise<BaselineFile> {
  const shown = printable(shownFrom(workspace)(path))
  const reading = await workspace.read(path)
  if (!reading.ok && reading.code !== 'missing')
    throw new UsageError(`The baseline "${shown}" cannot be used: ${reading.reason}`)
  const text = reading.ok ? reading.text : undefined
  const baseline = text === undefined ? new Map() : readOrRefuse(text, {path, shown, workspace}, context)
  return {workspace, path, absolute: resolve(workspace.root, path), shown, text, baseline}
}

function readOrRefuse(
  text: string,
  {path, shown, workspace}: Pick<BaselineFile, 'path' | 'shown' | 'workspace'>,
  context: Context,
): Baseline {
  const reading = readBaseline(text)
  if (reading.ok) return reading.baseline
  context.complain(`${problemsText(reading.problems, {text, path}, workspace, {...context, colour: false})}\n`)
  throw new UsageError(`The baseline "${shown}" cannot be used: ${count(reading.problems.length, 'error')}`)
}

/** Writes a baseline where it has changed, and tells of it. */
export async function writeBaselineFile(file: BaselineFile, next: Baseline, context: Context): Promise<void> {
  const {path, shown, text, workspace} = file
  const wanted = baselineText(next)
  const holds = `${count(countOf([...next.values()].flat()), 'message')} of ${count(next.size, 'document')}`
  if (wanted === text) return context.note(`note: The baseline "${shown}" stays as it is: ${holds}`)
  const written = await workspace.replace(path, wanted, text)
  if (!written.ok) throw new UsageError(`The baseline was not written. ${written.reason}`)
  context.note(`note: Wrote the baseline "${shown}": ${holds}`)
}
