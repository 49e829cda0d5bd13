import {addressesOf} from '../facts/citations/addresses.js'
import {collect, questionsOf, resolve, type Source} from '../facts/index.js'
import {applyEdits, type Edit} from '../fixes/index.js'
import {rangesOf} from '../fixes/places.js'
import {changedBy} from '../lint/mend/shifts.js'
import {parse, sameOutside} from '../markdown/index.js'
import {decodePercent, nameOf} from '../text/index.js'
import type {Workspace, World} from '../workspace/index.js'
import type {CitedFrom, LeftReference, Migrated} from './types.js'

/** A document that may cite others. */
export interface OtherDocument {
  /** As all paths here relative to the root of its workspace. */
  path: string
  text: string
  kind: Source['kind']
  /** It is no document of the workspace: what it cites is told, and left. */
  onlyRead?: true
}

/** What a document says of another one's headings. */
export interface Mention {
  /** The document that it means. */
  of: string
  line: number
  text: string
  /** An anchor behind a path, and where it stands, without "#". */
  anchor?: {name: string; start: number; end: number}
  /** The number or title of a heading, in words. */
  heading?: string
}

/** A citation of an anchor that is another one now. */
export interface Rewritten {
  line: number
  of: string
  from: string
  to: string
}

/** A place that names a heading in words which is called otherwise now. */
export interface LeftElsewhere extends LeftReference {
  path: string
  /** The document that it means. */
  of: string
}

/** Whether a text may cite one of some documents. */
export function mayCite(text: string, paths: readonly string[]): boolean {
  return paths.some(path => text.includes(nameOf(path)) || text.includes(encodeURIComponent(nameOf(path))))
}

/**
 * What a document says of the headings of some others, by anchors and in words, and of its own by anchors behind its path. `isThere`: whether a path is that of a document: of
 * two ways to read a path the first that leads to one counts.
 */
export async function mentionsIn(
  {path, text, kind}: OtherDocument,
  subjects: ReadonlySet<string>,
  isThere: (path: string) => boolean,
  workspace: Workspace,
): Promise<Mention[]> {
  const collected = collect(text, {path, kind, folders: workspace.settings})
  const {lines} = collected.document
  const world = await workspace.look(questionsOf(collected))
  const anchors = addressesOf(collected.document).flatMap(({candidates, name: bare, slice}): Mention[] => {
    const of = candidates.find(candidate => isThere(candidate.path))?.path ?? bearerOf(bare, world)
    const [whole, name] = /^#([^\s<>()[\]"'`#]+)/.exec(text.slice(slice.to)) ?? []
    if (of === undefined || !subjects.has(of) || whole === undefined || name === undefined) return []
    const start = slice.to + 1
    const anchor = {name: decodePercent(name), start, end: start + name.length}
    return [{of, line: lines.pointAt(start).line, text: whole, anchor}]
  })
  const {citations} = resolve(collected, world)
  const words = citations.flatMap(({path: of, heading, position, text: written}): Mention[] =>
    of === undefined || of === path || heading === undefined || !subjects.has(of)
      ? []
      : [{of, line: position.start.line, text: written, heading}],
  )
  return [...anchors, ...words]
}

// The one document of the folders of specs and research that bears a name.
function bearerOf(name: string | undefined, {specs, research}: World): string | undefined {
  if (name === undefined) return undefined
  const [only, ...others] = new Set([...specs, ...research].filter(path => nameOf(path) === name))
  return others.length === 0 ? only : undefined
}

/** What is cited of one document. */
export function citedIn(mentions: readonly Mention[], path: string): CitedFrom {
  return {
    anchors: new Set(mentions.flatMap(({of, anchor}) => (of === path && anchor ? [anchor.name.toLowerCase()] : []))),
  }
}

/** The anchor or name now of a heading that a document speaks of; undefined where it is the same. */
export function nowOf({of, anchor, heading}: Mention, migrated: ReadonlyMap<string, Migrated>): string | undefined {
  const changes = migrated.get(of)
  const known = anchor ? changes?.anchors : changes?.headings
  const name = (anchor?.name ?? heading)?.toLowerCase()
  return known?.find(({from}) => from.toLowerCase() === name)?.to
}

/** A document with the anchors behind its paths that are others now. Words that name a heading are left, and told. */
export function recited(
  {path, text, onlyRead}: Omit<OtherDocument, 'kind'>,
  mentions: readonly Mention[],
  migrated: ReadonlyMap<string, Migrated>,
): {text: string; rewritten: Rewritten[]; left: LeftElsewhere[]} {
  const range = rangesOf(text)
  const edits: Edit[] = []
  const rewritten: Rewritten[] = []
  const left: LeftElsewhere[] = []
  for (const mention of mentions) {
    const {of, line, text: written, anchor} = mention
    const to = nowOf(mention, migrated)
    if (to === undefined) continue
    if (anchor) {
      edits.push({range: range(anchor.start, anchor.end), text: to})
      rewritten.push({line, of, from: anchor.name, to})
    } else left.push({path, line, text: written, of, to})
  }
  if (edits.length === 0) return {text, rewritten, left}
  const after = applyEdits(text, edits)
  const shifts = changedBy([{fix: {title: '', safe: false, edits}, messages: []}])
  if (!onlyRead && sameOutside(parse(text), parse(after), shifts)) return {text: after, rewritten, left}
  return {
    text,
    rewritten: [],
    left: [...left, ...rewritten.map(({line, of, from, to}) => ({path, line, text: `#${from}`, of, to: `#${to}`}))],
  }
}
