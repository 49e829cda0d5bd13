import type {Kind, Progress} from '../lint/index.js'
import type {Template} from '../template/index.js'
import {append} from '../text/index.js'
import type {Workspace} from '../workspace/index.js'
import {migrated} from './document.js'
import {
  citedIn,
  type LeftElsewhere,
  type Mention,
  mayCite,
  mentionsIn,
  nowOf,
  type OtherDocument,
  type Rewritten,
  recited,
} from './elsewhere.js'
import type {Migrated, Migration} from './types.js'

/** A document that is to be brought to another version. */
export interface Subject {
  /** Relative to the root of its workspace. */
  path: string
  text: string
  kind: Kind
  /** The version of its kind's template. */
  to: Template
}

/** What becomes of one. */
export interface PlannedDocument {
  path: string
  kind: string
  migration: Migration
}

/** A file that changes: a document that is brought to the version, or one that cites such a document, or both. */
export interface PlannedFile {
  path: string
  before: string
  after: string
  /** Its citations of anchors that are others now. */
  rewritten: readonly Rewritten[]
}

export interface Plan {
  documents: PlannedDocument[]
  files: PlannedFile[]
  left: LeftElsewhere[]
}

/** Told after each document: how many of those that may cite others were read, and how many are brought to the version. */
export interface Watching {
  onRead?: ((progress: Progress) => void) | undefined
  onMigrated?: ((progress: Progress) => void) | undefined
}

/**
 * Brings documents of one workspace to a version, in memory, and what other documents cite of their headings with them.
 * `others`: the documents of the workspace; those that are to be migrated may be among them.
 */
export async function planned(
  subjects: readonly Subject[],
  others: AsyncIterable<OtherDocument>,
  workspace: Workspace,
  {onRead, onMigrated}: Watching = {},
): Promise<Plan> {
  const paths = new Set(subjects.map(({path}) => path))
  const all: OtherDocument[] = []
  for await (const other of others) all.push(other)
  const known = new Set([...paths, ...all.map(({path}) => path)])
  const mentionsOf = (other: OtherDocument) => mentionsIn(other, paths, path => known.has(path), workspace)
  const citing: {other: OtherDocument; found: Mention[]}[] = []
  const candidates = all.filter(({text}) => mayCite(text, [...paths]))
  for (const other of candidates) {
    citing.push({other, found: await mentionsOf(other)})
    onRead?.({done: citing.length, total: candidates.length})
  }
  const mentions = citing.flatMap(({found}) => found)

  const documents: PlannedDocument[] = []
  const changed = new Map<string, Migrated>()
  for (const {path, text, kind, to} of subjects) {
    const migration = migrated(text, {path, kind, folders: workspace.settings}, to, citedIn(mentions, path))
    documents.push({path, kind: kind.name, migration})
    onMigrated?.({done: documents.length, total: subjects.length})
    if (migration.ok && migration.text !== text) changed.set(path, migration)
  }

  const files = new Map<string, PlannedFile>()
  for (const {path, text: before} of subjects) {
    const after = changed.get(path)?.text
    if (after !== undefined) files.set(path, {path, before, after, rewritten: []})
  }
  const left: LeftElsewhere[] = []
  for (const {other, found} of citing) {
    // Reading it again takes as long as the first time.
    if (!found.some(mention => nowOf(mention, changed) !== undefined)) continue
    const {path, text: before, onlyRead} = other
    const text = files.get(path)?.after ?? before
    const mentioning = {path, text, ...(onlyRead && !paths.has(path) && {onlyRead})}
    const now = recited(mentioning, await mentionsOf({...other, text}), changed)
    append(left, now.left)
    if (now.rewritten.length > 0) files.set(path, {path, before, after: now.text, rewritten: now.rewritten})
  }
  return {documents, files: [...files.values()], left}
}
