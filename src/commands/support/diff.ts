import {printable} from '../../text/index.js'
import type {Workspace} from '../../workspace/index.js'
import type {Context} from '../types.js'
import {shownFrom} from './workspace.js'

/** A file as it is and as it would be; paths of the workspace. */
export interface Changed {
  path: string
  before: string
  after: string
  /** Where it would be. With one that has it, all files have the header that git gives them. */
  newPath?: string
}

/** Prints what would change as a diff that `git apply` takes in the working folder, and `patch` where nothing gets a new name. */
export async function printDiff(
  files: readonly Changed[],
  {root, cwd}: Pick<Workspace, 'root' | 'cwd'>,
  context: Context,
): Promise<void> {
  // What looks for differences is loaded where there are some to be shown: every run of lint has this file.
  const {gitDiff, unifiedDiff} = await import('./unified-diff.js')
  const shown = shownFrom({root, cwd})
  // Neither tool takes a path that leads upwards.
  const leaves = files.some(({path, newPath = path}) => [path, newPath].some(each => shown(each).startsWith('../')))
  if (leaves) context.note(`note: The paths of the diff begin at "${printable(root)}"`)
  const name = (path: string) => (leaves ? path : shown(path))
  const isGit = files.some(({newPath}) => newPath !== undefined)
  const diff = files
    .map(({path, newPath = path, before, after}) =>
      isGit
        ? gitDiff({path: name(path), newPath: name(newPath), before, after})
        : unifiedDiff(name(path), before, after),
    )
    .join('')
  // On a terminal no sign of a document gives orders; elsewhere the diff is exact.
  context.print(context.clear ? diff.split('\n').map(printable).join('\n') : diff)
}
