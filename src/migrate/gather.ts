import type {Kind, LintOptions} from '../lint/index.js'
import {readSelected, type SelectedReading} from '../lint/read-selected.js'
import {rulingsOf} from '../lint/rulings.js'
import {versionsOf} from '../template/index.js'
import type {Home, Selected, Workspace} from '../workspace/index.js'
import type {OtherDocument} from './elsewhere.js'
import {type Subject, versionOf} from './plan.js'

/** Documents of one workspace that are to be migrated. */
export interface Group {
  home: Home
  subjects: Subject[]
}

export interface Gathered {
  groups: Group[]
  /** Why documents that were named cannot be migrated. */
  problems: string[]
  /** Documents that nothing says the kind of, read as RFCs; as paths of the workspace that was asked. */
  assumed: string[]
  unread: {path: string; kind: string; reason: string}[]
  /** The kinds that were met. */
  kinds: ReadonlySet<Kind>
}

/** Reads the documents of a selection whose kind has a version, by the workspaces that they belong to. */
export async function gather(
  files: readonly Selected[],
  version: number,
  options: Pick<LintOptions, 'kind'> & {workspace: Workspace},
): Promise<Gathered> {
  const groups = new Map<string, Group>()
  const kinds = new Set<Kind>()
  const found: Gathered = {groups: [], problems: [], assumed: [], unread: [], kinds}
  const rulingOf = await rulingsOf(options.workspace, files, {})
  for (const selected of files) {
    const {home, kinds: known} = rulingOf(selected)
    const {workspace, path} = home
    const reading: SelectedReading = await readSelected({...selected, path}, {...options, workspace}, known)
    if (!reading.ok) {
      found.unread.push({path: selected.path, kind: reading.kind, reason: reading.reason})
      continue
    }
    const {kind, text} = reading
    kinds.add(kind)
    if (!versionOf(kind, version)) {
      if (selected.named) found.problems.push(`"${selected.path}" is of ${lack(kind, version)}`)
      continue
    }
    if (reading.assumed) found.assumed.push(selected.path)
    const group = groups.get(workspace.root) ?? {home, subjects: []}
    group.subjects.push({path, text, kind})
    groups.set(workspace.root, group)
  }
  return {...found, groups: [...groups.values()]}
}

/** What a kind lacks, and what it has instead: `the kind "rfc", which has no version 3, expected 1 or 2`. */
export function lack(kind: Kind, version: number): string {
  const numbers = versionsOf(kind).map(each => String(each.version))
  const words = numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} or ${numbers.at(-1)}`
  if (numbers.length === 0) return `the kind "${kind.name}", which has no template`
  if (numbers.length === 1) return `the kind "${kind.name}", whose template has one version only: ${words}`
  return `the kind "${kind.name}", which has no version ${version}, expected ${words}`
}

/** The documents of a workspace, research among them: what may cite one that is migrated. */
export async function* documentsOf(workspace: Workspace): AsyncGenerator<OtherDocument> {
  const {files} = await workspace.select([], {research: true, alone: true, idle: false})
  const rulingOf = await rulingsOf(workspace, files, {})
  for (const selected of files) {
    const {home, kinds} = rulingOf(selected)
    // What belongs to a workspace below is cited there.
    if (home.workspace.root !== workspace.root) continue
    const reading = await readSelected({...selected, path: home.path}, {workspace: home.workspace}, kinds)
    if (reading.ok) yield {path: home.path, text: reading.text, kind: reading.kind}
  }
}
