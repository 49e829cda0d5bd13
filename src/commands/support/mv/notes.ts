import type {MovePlan} from '../../../move/index.js'
import {printable} from '../../../text/index.js'
import type {Relocation, Workspace} from '../../../workspace/index.js'

/** What the user should know of a move beside what it does. */
export async function notesOf(
  {from, to, unread}: MovePlan,
  relocation: Relocation,
  outermost: Workspace,
  show: (path: string) => string,
): Promise<string[]> {
  const notes: string[] = []
  const quoted = (path: string) => `"${printable(show(path))}"`
  const [was, is] = [await outermost.kindOf(from), await outermost.kindOf(to)]
  if (was !== undefined && is === undefined) {
    const {workspace} = await outermost.homeOf(to)
    const globs = workspace.settings.kinds.find(({name}) => name === was)?.files ?? []
    const expected = globs.length === 0 ? '' : `, expected a path like ${globs.map(glob => `"${glob}"`).join(' or ')}`
    notes.push(
      `No kind claims ${quoted(to)}: it is checked only where it is named, and counts as no ${was} any more${expected}`,
    )
  } else if (was !== is) notes.push(`The kind of ${quoted(to)} is ${is}; it was ${was ?? 'none'}`)
  if (relocation.ok && relocation.unknown)
    notes.push(`git's index was not looked at, the move is one of files only. ${relocation.unknown.text}`)
  for (const {path, reason} of unread)
    notes.push(`${quoted(path)} was not looked at, and may cite the old path: ${printable(reason)}`)
  return notes
}
