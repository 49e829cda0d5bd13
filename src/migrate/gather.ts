import type {Kind, LintOptions} from '../lint/index.js'
import {readSelected, type SelectedReading} from '../lint/read-selected.js'
import {rulingsOf} from '../lint/rulings.js'
import {globOf} from '../move/gather.js'
import {versionOf} from '../template/index.js'
import type {Home, Selected, Workspace} from '../workspace/index.js'
import type {OtherDocument} from './elsewhere.js'
import type {Subject} from './plan.js'

/** Documents of one workspace that are to be migrated. */
export interface Group {
  home: Home
  subjects: Subject[]
}

export interface Gathered {
  groups: Group[]
  /** The kinds that were met and do not have the version, each with the documents of it that were named. */
  lacking: ReadonlyMap<Kind, string[]>
  /** Documents that nothing says the kind of, read as RFCs; as paths of the workspace that was asked. */
  assumed: string[]
  unread: {path: string; kind: string; reason: string}[]
}

/** Reads the documents of a selection whose kind has a version, by the workspaces that they belong to. */
export async function gather(
  files: readonly Selected[],
  version: number,
  options: Pick<LintOptions, 'kind'> & {workspace: Workspace},
): Promise<Gathered> {
  const groups = new Map<string, Group>()
  const lacking = new Map<Kind, string[]>()
  const found: Gathered = {groups: [], lacking, assumed: [], unread: []}
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
    const to = versionOf(kind, version)
    if (!to) {
      lacking.set(kind, [...(lacking.get(kind) ?? []), ...(selected.named ? [selected.path] : [])])
      continue
    }
    if (reading.assumed) found.assumed.push(selected.path)
    const group = groups.get(workspace.root) ?? {home, subjects: []}
    group.subjects.push({path, text, kind, to})
    groups.set(workspace.root, group)
  }
  return {...found, groups: [...groups.values()]}
}

/**
 * What may cite a document that is migrated: the documents of a workspace, research and index pages among them, and the other Markdown
 * pages below it, which are only read. `onUnread`: told of documents that cannot be read.
 */
export async function* documentsOf(
  workspace: Workspace,
  onUnread: (file: {path: string; reason: string}) => void,
): AsyncGenerator<OtherDocument> {
  const documents = await workspace.select([], {research: true, alone: true, idle: false})
  const pages = await workspace.select([`${globOf(workspace.root)}/**/*.{md,markdown}`], {research: true})
  const {specs, research} = await workspace.look([])
  const ours = new Set([...documents.files.map(({path}) => path), ...specs, ...research])
  const files = new Map([...pages.files, ...documents.files].map(file => [file.path, file]))
  const rulingOf = await rulingsOf(workspace, [...files.values()], {})
  for (const selected of files.values()) {
    const {home, kinds} = rulingOf(selected)
    const reading = await readSelected({...selected, path: home.path}, {workspace: home.workspace}, kinds)
    const {path} = selected
    // What belongs to a workspace below is written there.
    const isOurs = ours.has(path) && home.workspace.root === workspace.root
    if (reading.ok) yield {path, text: reading.text, kind: reading.kind, ...(!isOurs && {onlyRead: true})}
    else if (isOurs) onUnread({path, reason: reading.reason})
  }
}
