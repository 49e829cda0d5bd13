import type {ResearchAbout} from '../research/index.js'
import type {Changes, Creation} from './changes-types.js'
import type {HistoryAnswers, HistoryQuestions} from './history-types.js'
import type {GitIdentity} from './identity-types.js'
import type {Settings} from './settings-types.js'

export type * from './changes-types.js'
export type * from './history-types.js'
export type * from './identity-types.js'
export type * from './settings-types.js'

/** Something that the user should know and that is no message about a document. */
export interface Note {
  /** Stable name, such as "no-git". */
  code: string
  text: string
}

/** What was found when a file was read. */
export type Reading =
  | {ok: true; text: string; bytes: number}
  | {
      ok: false
      code: 'missing' | 'dangling-link' | 'folder' | 'unreadable' | 'not-regular' | 'outside' | 'too-large' | 'not-utf8'
      reason: string
    }

/** What the collector must know of a path: plain questions, answered in one go. */
export interface Question {
  /** Relative to the root, with "/", already normalised; may lead nowhere. */
  path: string
  /** Whether the number of its lines matters. */
  lines?: boolean
  /** Whether its anchors matter (Markdown only). */
  anchors?: boolean
  /** Whether its headings matter (Markdown only): what "Section 4.1" names. */
  headings?: boolean
  /** Whether its text matters: what a quotation is held against. */
  text?: boolean
  /** Whether its beginning matters (Markdown only), up to the first heading of level 2: what it says of itself. */
  head?: boolean
  /** Whether others can see it matters: whether git ignores it. */
  shared?: boolean
}

export type Entry =
  | {
      type: 'file'
      lines?: number
      anchors?: readonly string[]
      headings?: readonly CitedHeading[]
      text?: string
      head?: string
      /** Why others cannot see it: git ignores it. */
      private?: 'ignored'
    }
  | {type: 'folder'; private?: 'ignored'}
  /** Nothing there, case-exactly. `private`: nor would it be seen if it were, in another clone. */
  | {type: 'missing'; private?: 'ignored' | 'link'}
  /** Leaves the workspace, by its letters or, `private`, through a link. */
  /** `inRepository`: outside the root by its letters, and in the repository that the root lies in. */
  | {type: 'outside'; private?: 'link'; inRepository?: true}
  /** A folder on the way cannot be listed, so nothing can be said of what is in it. */
  | {type: 'unreadable'}

/** A heading of a cited document. */
export interface CitedHeading {
  level: number
  /** Its whole text. */
  text: string
  line: number
}

/** What the documents in the workspace's folders say of themselves. Those that cannot be read are left out. */
export interface Surroundings {
  /** Every research document, sorted by path, as its beginning tells. */
  research: readonly ResearchAbout[]
  /** The beginning of every spec, up to its first heading of level 2, by path. */
  specs: ReadonlyMap<string, string>
}

/** What the world says, as plain data. */
export interface World {
  /** Every Markdown file in the folders of specs, sorted by code units. */
  specs: readonly string[]
  /** Every Markdown file in the folders of research (dot-folders skipped), sorted. */
  research: readonly string[]
  /** Answers by path. */
  entries: ReadonlyMap<string, Entry>
  /** What the documents around say of themselves; absent where that was not asked for. One object as long as nothing changed. */
  surroundings?: Surroundings
}

/** One file to be checked. */
export interface Selected {
  /** Relative to the root where it lies below it, else absolute; with "/". */
  path: string
  /** Name of the kind that claims it; absent where none does. */
  kind?: string
  /** Whether it was named itself, not found in a folder or by a glob. */
  named: boolean
}

/** How files are selected. */
export interface SelectOptions {
  /** Research documents too, where no arguments are given. */
  research?: boolean
  /** Files that would not be selected without arguments are left out, though they are named: a note tells of them. */
  ignoreUnknown?: boolean
}

/** Which files a command works on. */
export interface Selection {
  files: readonly Selected[]
  /** Markdown in the workspace's folders that no kind claims. */
  unclaimed: number
  /** Arguments that match nothing or cannot be read: usage errors, one line each. */
  problems: readonly string[]
  notes: readonly Note[]
}

/** What a workspace is opened with; each part has its default. */
export interface WorkspaceOptions {
  /** The folder that arguments are relative to; default: the process's. */
  cwd?: string
  /** The root, relative to `cwd`; default: found, see `findRoot`. */
  root?: string
  /** Environment variables, for git and SOURCE_DATE_EPOCH; default: the process's. */
  env?: Readonly<Record<string, string | undefined>>
  /** Text that stands in for files, saved or not, by path: absolute or relative to the root. */
  overlay?: ReadonlyMap<string, string>
  /** Files are read, and looked for, as git's index has them, not as they stand in the work tree; default: false. */
  staged?: boolean
  limits?: {
    /** The largest file that is read; default 2 MiB. */
    bytes?: number
    /** How long one git process may take, in milliseconds; default 10,000. */
    gitTime?: number
  }
  /** The day it is, `yyyy-mm-dd`; default: SOURCE_DATE_EPOCH's, else the clock's, both in UTC. */
  date?: string
  /** Milliseconds since 1970; default: the system's clock. */
  clock?: () => number
}

/**
 * The only door to files, git and the clock. Injected, so that unsaved text and tests can stand in its place.
 * What it has seen of folders and git it remembers: open another to see what has changed since.
 */
export interface Workspace {
  /** Absolute. */
  readonly root: string
  /** Absolute. */
  readonly cwd: string
  readonly settings: Settings
  /** Whether files are read as git's index has them. */
  readonly staged: boolean
  /** The day it is, `yyyy-mm-dd`. */
  readonly today: string
  /**
   * Reads a file, decoded strictly. A path relative to the root, and whatever lies below it, must stay inside it. An absolute
   * path that lies elsewhere is read as it is: only the user can have named it.
   */
  read(path: string): Promise<Reading>
  /** The kind whose globs claim a path, which need not exist: unsaved text, a file still to be made. */
  kindOf(path: string): Promise<string | undefined>
  /** Answers questions about paths. `surroundings`: what all documents around say of themselves, too, which takes longer. */
  look(questions: readonly Question[], options?: {surroundings?: boolean}): Promise<World>
  /**
   * Answers questions about source code as of the commits that a document may mean. Starts git where that was not done
   * before: a few processes, whatever the number of documents, that end with `close`.
   */
  history(questions: HistoryQuestions): Promise<HistoryAnswers>
  /** Files that arguments of a command name: files, folders, globs, relative to `cwd`; none: the workspace's specs. */
  select(args: readonly string[], options?: SelectOptions): Promise<Selection>
  git(): Promise<GitIdentity>
  /** Owners that CODEOWNERS gives to a path (a file or a folder, there or not): "@org/team", an address; none: empty. */
  ownersOf(path: string): Promise<readonly string[]>
  /**
   * Which of these documents are not, byte for byte, as they were where a revision (a branch, a tag, a commit) and HEAD parted:
   * changed in a commit since, staged, or only in the work tree; new ones, too. With `staged`, as the index has them.
   */
  changes(revision: string, paths: readonly string[]): Promise<Changes>
  /**
   * Puts a text in place of a file's, atomically, its mode kept. `before`: the text that was read, undefined where there was
   * none; where something else stands there by now, nothing is written.
   */
  replace(path: string, text: string, before: string | undefined): Promise<Creation>
  /** Makes a new file, atomically, with its folders; refuses where something stands already. */
  create(path: string, text: string, options?: {executable?: boolean}): Promise<Creation>
  /** Ends what git processes are still running. They keep no program alive, and start again when they are needed. */
  close(): Promise<void>
}
