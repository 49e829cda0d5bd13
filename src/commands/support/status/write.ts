import type {Workspace} from '../../../workspace/index.js'
import {UsageError} from '../usage.js'

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
  workspace: Pick<Workspace, 'replace'>,
  show: (path: string) => string,
): Promise<void> {
  const written: Change[] = []
  for (const file of files) {
    const result = await workspace.replace(file.path, file.after, file.before)
    if (result.ok) {
      written.push(file)
      continue
    }
    const outcomes: string[] = []
    for (const {path, before, after} of written.reverse()) {
      const back = await workspace.replace(path, before, after)
      const words = back.ok ? 'was put back as it was' : `could not be put back, and stays changed: ${back.reason}`
      outcomes.push(`. "${show(path)}" ${words}`)
    }
    throw new UsageError(`"${show(file.path)}" was not written: ${result.reason}${outcomes.join('')}`)
  }
}
