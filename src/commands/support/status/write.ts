import type {Workspace} from '../../../workspace/index.js'
import {allOrNothing, replacing} from '../all-or-nothing.js'

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
