import {lstat} from 'node:fs/promises'
import {join} from 'node:path'
import type {Kind} from '../../../lint/index.js'
import type {Gathered} from '../../../migrate/index.js'
import {versionsOf} from '../../../template/index.js'
import type {Workspace} from '../../../workspace/index.js'
import type {Context} from '../../types.js'
import {kindsOf} from '../kinds.js'
import {listed, UsageError} from '../usage.js'

// Of a hundred that are named with a glob, some will do.
const NAMED = 3

/** Refuses a run with all that is wrong, a line each, so that nobody corrects one after the other; nothing has been written. */
export function refuseAll(problems: readonly string[], context: Pick<Context, 'note'>): void {
  const last = problems.at(-1)
  if (last === undefined) return
  for (const problem of problems.slice(0, -1)) context.note(`spec: ${problem}`)
  throw new UsageError(last)
}

/** Why documents cannot be brought to a version: those that were named, of kinds that lack it, and all where no kind has it. */
export function lacks({groups, lacking}: Gathered, version: number, show: (path: string) => string): string[] {
  return [...lacking].flatMap(([kind, named]) => {
    if (named.length === 0 && groups.length > 0) return []
    return `${lack(kind, version)}${named.length === 0 ? '' : ` (for ${some(named.map(path => `"${show(path)}"`))})`}`
  })
}

/** What was expected where no version was named. */
export async function knownVersions(workspace: Workspace, context: Context): Promise<string> {
  const {kinds} = await kindsOf(workspace, undefined, context)
  const several = Object.values(kinds).filter(kind => versionsOf(kind).length > 1)
  if (several.length === 0) return 'expected a version; but no kind has more than one'
  return `expected a version: ${several.map(kind => `${numbersOf(kind)} of the kind "${kind.name}"`).join('; ')}`
}

/** Why files cannot be written over, as far as it can be told before: also for a dry run. */
export async function linksAmong(
  paths: readonly string[],
  {root}: Pick<Workspace, 'root'>,
  show: (path: string) => string,
): Promise<string[]> {
  const found = await Promise.all(paths.map(async path => ((await isLink(join(root, path))) ? [path] : [])))
  return found
    .flat()
    .map(path => `"${show(path)}" is a link, and links are not written through: name the file that it leads to`)
}

// What is gone meanwhile will be told when it is written.
async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink()
  } catch {
    return false
  }
}

function lack(kind: Kind, version: number): string {
  const {length} = versionsOf(kind)
  const numbers = numbersOf(kind)
  if (length === 0)
    return `Unexpected kind "${kind.name}", which has no template, expected one with a version ${version}`
  return `Unexpected version ${version} of the kind "${kind.name}", expected ${numbers}${length === 1 ? ', the only one that it has' : ''}`
}

function numbersOf(kind: Kind): string {
  return listed(versionsOf(kind).map(({version}) => String(version)))
}

function some(names: readonly string[]): string {
  if (names.length <= NAMED + 1) return names.join(', ')
  return `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`
}
