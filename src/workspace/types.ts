import type {Changes, Creation, Relocation} from './changes-types.js'
import type {HistoryAnswers, HistoryQuestions} from './history-types.js'
import type {GitIdentity} from './identity-types.js'
import type {Lessons} from './learnt-types.js'
import type {Settings} from './settings-types.js'
import type {Store} from './store/types.js'
import type {Question, World} from './world-types.js'

export type * from './changes-types.js'
export type * from './history-types.js'
export type * from './identity-types.js'
export type * from './learnt-types.js'
export type * from './settings-types.js'
export type * from './store/types.js'
export type * from './world-types.js'

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
  /** Research documents too, where folders are walked. */
  research?: boolean
  /** Pages that list specs, too: those that no kind claims. */
  pages?: boolean
  /** Only this workspace's own, not those of workspaces below. */
  alone?: boolean
  /** Whether folders and globs of the config that match nothing are told; default: where nothing is named. */
  idle?: boolean
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
    /** The largest file that is read, a whole number above 0; default 2 MiB. */
    bytes?: number
    /** How long one git process may take, in milliseconds: a whole number from 1 to 2,147,483,647; default 10,000. */
    gitTime?: number
  }
  /**
   * Whether what takes long to make is kept in the user's cache folder (XDG_CACHE_HOME, or the system's usual one) for the next
   * run; never where SPEC_NO_CACHE is set, or that folder lies in the repository. Default: false.
   */
  cache?: boolean
  /** The day it is, `yyyy-mm-dd`; default: SOURCE_DATE_EPOCH's, else the clock's, both in UTC. */
  date?: string
  /** Milliseconds since 1970; default: the system's clock. */
  clock?: () => number
}

/** A path in the workspace that it belongs to. */
export interface Home {
  workspace: Workspace
  /** Relative to its root where it lies below it, else absolute. */
  path: string
  /** A path of that workspace as one of the workspace that was asked. */
  outward(path: string): string
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
  /** What runs before this one have kept. */
  readonly store: Store
  /** What was learnt of documents that others cite. */
  readonly lessons: Lessons
  /**
   * Reads a file, decoded strictly. A path relative to the root, and whatever lies below it, must stay inside it. An absolute
   * path that lies elsewhere is read as it is: only the user can have named it.
   */
  read(path: string): Promise<Reading>
  /**
   * The workspace that a path belongs to, there or not: the nearest config at or above it counts, with its root, folders, kinds
   * and rules, and without one, outside of this workspace, its repository. Most often this one. It is closed with this one.
   * @throws ConfigError (a rejected promise) where that config cannot be used.
   */
  homeOf(path: string): Promise<Home>
  /** Roots of workspaces below this one, relative to the root, sorted: those that its config's `ignore` does not leave out. */
  nested(): Promise<readonly string[]>
  /** The kind whose globs claim a path, which need not exist: unsaved text, a file still to be made. */
  kindOf(path: string): Promise<string | undefined>
  /** Answers questions about paths. `surroundings`: what all documents around say of themselves, too, which takes longer. */
  look(questions: readonly Question[], options?: {surroundings?: boolean}): Promise<World>
  /**
   * Answers questions about source code as of the commits that a document may mean. Starts git where that was not done
   * before: a few processes, whatever the number of documents, that end with `close`.
   */
  history(questions: HistoryQuestions): Promise<HistoryAnswers>
  /**
   * Files that arguments of a command name: files, folders, globs, relative to `cwd`; none: the workspace's specs. What belongs to
   * other workspaces is taken as those take it.
   */
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
  /**
   * Gives a file another path, with the folders that it needs; one that git tracks in git's index, too, as `git mv` does. Refuses
   * where something stands already, on the disk or in the index. `rehearse`: only looks whether it would refuse.
   */
  move(from: string, to: string, options?: {rehearse?: boolean}): Promise<Relocation>
  /** Makes a new file, atomically, with its folders; refuses where something stands already. */
  create(path: string, text: string, options?: {executable?: boolean}): Promise<Creation>
  /** Ends what git processes are still running. They keep no program alive, and start again when they are needed. */
  close(): Promise<void>
}
