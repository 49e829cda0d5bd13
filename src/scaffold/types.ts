import type {Tier} from '../research/index.js'
import type {Guidance, Template} from '../template/index.js'
import type {Note} from '../workspace/index.js'

export type {Guidance}

export interface ScaffoldRequest {
  /** The form to fill in. Default: the built-in one of RFCs. */
  template?: Template
  /** Absent: the topic of the one research document that `research` names. */
  title?: string
  /** Files, folders or globs, relative to the workspace's `cwd`. Absent or empty: the workspace's research. */
  research?: readonly string[]
  /** Why the document rests on no research. Excludes `research`. */
  noResearch?: string
  /** Path of the new document, or a folder for it (existing, or with a "/" at its end), relative to the workspace's `cwd`. */
  out?: string
  /** Folder of the new document where `out` names none, relative to the root. Default: the first folder of specs. */
  folder?: string
  /** Name of the new document's file, where each document of the kind has a folder of its own: that is named by day and title then. */
  file?: string
  /** Default: the workspace's `today`. */
  date?: string
  /** Default: git's `user.name`, through the mailmap. */
  author?: string
  /** Default: the owners that CODEOWNERS gives to the document, else `owner/repo` of the remote. */
  owner?: string
  /** Default: `comment`. */
  guidance?: Guidance
  /** Options that "spec lint" will need for the new document, such as `['--schema', 'team.yaml']`: for the words on what to do next. */
  lintOptions?: readonly string[]
}

/** Something that was filled in, and where it comes from. */
export interface FilledValue {
  /** What was filled in: `title`, `path`, the id of a metadata row, or what a section was filled with. */
  field: string
  value: string
  source: string
}

/** A research document that was looked at. */
export interface Considered {
  /** Relative to the root, with "/". */
  path: string
  score: number
  tier: Tier
  /** Words of the title that it matched and where, or how else it came to be considered. */
  reason: string
  chosen: boolean
}

export interface ScaffoldResult {
  /** Where the document belongs, relative to the root, with "/". Nothing is written there yet. */
  path: string
  text: string
  values: readonly FilledValue[]
  /** Chosen documents first, then the others that matched, by rank. */
  research: readonly Considered[]
  notes: readonly Note[]
  /** What to do now, one sentence each. */
  nextSteps: readonly string[]
}
