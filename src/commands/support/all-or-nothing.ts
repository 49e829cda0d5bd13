import type {Creation, Workspace} from '../../workspace/index.js'
import {UsageError} from './usage.js'

/** One of several changes of files that belong together. */
export interface Step {
  /** What it changes, as the user is told. */
  path: string
  run(): Promise<{ok: true; undo(): Promise<Creation>} | (Creation & {ok: false})>
}

/**
 * Makes all changes or none: where one cannot be made, those before it are undone, the last one first.
 * @throws UsageError with what was not written, and what became of the others.
 */
export async function allOrNothing(steps: readonly Step[]): Promise<void> {
  const done: {path: string; undo(): Promise<Creation>}[] = []
  for (const {path, run} of steps) {
    const result = await run()
    if (result.ok) {
      done.push({path, undo: result.undo})
      continue
    }
    const outcomes: string[] = []
    for (const {path: other, undo} of done.reverse()) {
      const back = await undo()
      const words = back.ok ? 'was put back as it was' : `could not be put back, and stays changed: ${back.reason}`
      outcomes.push(`. "${other}" ${words}`)
    }
    throw new UsageError(`"${path}" was not written: ${result.reason}${outcomes.join('')}`)
  }
}

/** A file with the text that it gets. */
interface Change {
  path: string
  before: string
  after: string
}

/**
 * Writes all files or none: where one cannot be written, those before it are put back.
 * @throws UsageError with what was not written, and what became of the others.
 */
export async function writeAll(
  files: readonly Change[],
  {replace}: Pick<Workspace, 'replace'>,
  show: (path: string) => string,
): Promise<void> {
  await allOrNothing(files.map(file => replacing(file, replace, show)))
}

/** A text in place of a file's. */
export function replacing(
  {path, before, after}: Change,
  replace: Workspace['replace'],
  show: (path: string) => string,
): Step {
  return {
    path: show(path),
    run: async () => {
      const result = await replace(path, after, before)
      return result.ok ? {ok: true, undo: () => replace(path, before, after)} : result
    },
  }
}
