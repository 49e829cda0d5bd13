import {join} from 'node:path'
import {isDocument, nameOf, printable} from '../../../text/index.js'
import {type Entry, findGit, type Workspace} from '../../../workspace/index.js'
import type {Context} from '../../types.js'
import {UsageError} from '../usage.js'
import {homeOf, pathOf} from '../workspace.js'

/** What is to be moved where to, by paths of the workspace. */
export interface Request {
  from: string
  to: string
}

/** The workspace in which all others of the repository lie: whoever cites a document is in one of them. */
export async function outermostOf(workspace: Workspace, context: Context): Promise<Workspace> {
  if (context.root !== undefined) return workspace
  const top = findGit(workspace.root)?.top
  if (top === undefined || top === workspace.root) return workspace
  const home = await homeOf(workspace, join(top, '-'), context)
  return home.workspace
}

/**
 * What was typed, as paths of the outermost workspace; a folder as the new place means the same name there.
 * @throws UsageError where that is no document, or no place for one
 */
export async function requestOf([old, next]: readonly [string, string], outermost: Workspace): Promise<Request> {
  if (old === '' || next === '') throw new UsageError('Unexpected empty path, expected a document and its new place')
  if (/\p{Cc}/u.test(next))
    throw new UsageError(
      `Unexpected control character in "${printable(next)}", expected a name that can be written in a line`,
    )
  const [from, typed] = [pathOf(outermost, old), pathOf(outermost, next)]
  const {entries} = await outermost.look([{path: from}, {path: typed}])
  await requireDocument(old, from, entries.get(from), outermost)
  const isFolder = /[/\\]$/.test(next) || entries.get(typed)?.type === 'folder' || typed === ''
  const to = isFolder ? `${typed}${typed === '' ? '' : '/'}${nameOf(from)}` : typed
  if (!isDocument(to)) {
    const folder = `${next}/`
    throw new UsageError(
      `Unexpected new place "${next}", expected a name that ends in ".md", or a folder. ` +
        `Did you mean the folder "${folder}"? It need not be there yet`,
    )
  }
  if (to === from) throw new UsageError(`"${old}" is there already`)
  return {from, to}
}

async function requireDocument(
  typed: string,
  path: string,
  entry: Entry | undefined,
  workspace: Workspace,
): Promise<void> {
  const type = entry?.type
  if (type === 'folder')
    throw new UsageError(`Unexpected folder "${typed}", expected a document: documents are moved one at a time`)
  if (type === 'missing') {
    const [problem = `"${typed}" does not exist`] = (await workspace.select([typed])).problems
    throw new UsageError(problem)
  }
  if (!isDocument(path)) throw new UsageError(`Unexpected "${typed}", expected a Markdown document`)
}
