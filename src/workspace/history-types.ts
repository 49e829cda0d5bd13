import type {Note} from './types.js'

/**
 * What names a commit as of which source code is looked up: the citation or what stands beside it; a research document; the
 * commit that brought the line, or the document, in, and the parents of those; the one right after the document's; the last one
 * before the day in the document's name; what is there now. `index` and `worktree` are
 * no commits.
 */
export type CommitSource =
  | 'citation'
  | 'research'
  | 'line'
  | 'line-parent'
  | 'spec'
  | 'spec-parent'
  | 'spec-child'
  | 'date'
  | 'head'
  | 'index'
  | 'worktree'

/** Where source code may be that a document cites. */
export interface CodeQuestion {
  /** Relative to the root, normalised, best first. One that leaves the repository is passed over. */
  paths: readonly string[]
  /** Where it is looked for after these, before any other file whose path ends with one of them. */
  likely?: readonly string[]
  /** The line of the document in which the citation stands, from 1. */
  line: number
  /** Commits that are named for it, as written, 7 to 64 hexadecimal digits, best first. */
  commits: readonly NamedCommit[]
  /** Whether every state matters, with the text. Else the search ends at the first state that has the file. */
  text: boolean
  /** Whether the commit that the citation names is the only state that counts: an address of a file at a commit. */
  pinned?: boolean
}

export interface NamedCommit {
  name: string
  from: 'citation' | 'research'
}

/** Files that a research document speaks of, as of its commit. */
export interface ResearchQuestion {
  /** The commit as the document writes it. */
  commit: string
  /** Paths as written there, relative to the root. */
  paths: readonly string[]
}

/** What must be known of the repository's history for one document. */
export interface HistoryQuestions {
  /** The document, relative to the root. */
  path: string
  /** Its text as it is to be checked, saved or not. */
  text: string
  code: readonly CodeQuestion[]
  research: readonly ResearchQuestion[]
  /** Documents that are not there, relative to the root: whether they were, and where they went. */
  gone: readonly string[]
  /** Whether its former versions matter: since when it has been what it is. */
  former?: boolean
}

/** A file as one state of the repository has it. */
export interface CodeFile {
  /** Relative to the root; begins with "../" where it lies above it in the repository. */
  path: string
  /** How it was found: at a path that was asked for, as the only file whose path ends with it, or where it was renamed to. */
  by: 'path' | 'suffix' | 'rename'
  /** Names the content: equal contents have equal names. Key of `HistoryAnswers.versions`. */
  version: string
}

/** What one state of the repository has of what was asked for. */
export interface Sighting {
  from: CommitSource
  /** The commit, in full. Absent: no commit, or an unknown one. */
  commit?: string
  /**
   * `ambiguous`: the path ends several files' paths. `folder`: a folder stands there. `unknown`: it cannot be told here, for
   * the commit or an object is not in this clone.
   */
  outcome: 'found' | 'folder' | 'missing' | 'ambiguous' | 'unknown'
  /** unknown: the code of the note that tells why. */
  gap?: string
  file?: CodeFile
  /** Where HEAD has the found file; absent where it has it no more, or there is no HEAD. */
  now?: CodeFile
  /** ambiguous, or found at a path that ends those of other files, too: all that fit, relative to the root, sorted, ten at most. */
  candidates?: readonly string[]
  /** missing: files of that name, else of one much like it in its folder, relative to the root, three at most. */
  near?: readonly string[]
  /** missing, where the text matters: the newest commit of HEAD's history that removed or renamed such a file, in full. */
  removedBy?: string
  /** missing, where the text matters: whether HEAD has a file whose name ends as this one's does. */
  alike?: boolean
}

/** What is known of a research document's commit. */
export interface ResearchSighting {
  /** In full; absent where this clone does not know it, or several begin with it. */
  commit?: string
  /** Whether HEAD's history holds it. */
  reachable?: boolean
  /**
   * Not reachable only: the oldest commit of HEAD's first-parent line that has the same content at all of the paths;
   * absent where none has.
   */
  anchor?: string
  /** Of the paths, those that were files at the commit, and what HEAD made of them. */
  files?: number
  changed?: number
  gone?: number
  renamed?: number
}

/** What is known of a document that is not there. */
export interface GoneSighting {
  /** The commit of HEAD's history that removed or renamed it, in full. Absent: it never was there, or nothing is known. */
  removedBy?: string
  /** Names that it was given, relative to the root, nearest first. */
  renamed: readonly string[]
}

/** A version of a document, as a commit of HEAD's history left it. */
export interface FormerVersion {
  /** In full. */
  commit: string
  /** The day of the commit, `yyyy-mm-dd` in UTC. */
  date: string
  text: string
}

/** The versions of a document, renames followed. */
export interface FormerVersions {
  /** Newest first. */
  versions: readonly FormerVersion[]
  /** Why older ones are not known, where there are or may be some: the code of a note. */
  gap?: string
}

/** What the repository's history says, as plain data. */
export interface HistoryAnswers {
  /** One for each question about code, in their order: the states that were looked at, best first. */
  code: readonly (readonly Sighting[])[]
  /** One for each question about research, in their order. */
  research: readonly ResearchSighting[]
  /** One for each document that is not there, in their order. */
  gone: readonly GoneSighting[]
  /** Contents by `CodeFile.version`, of questions that asked for text. Without `text`: no UTF-8, or too large. */
  versions: ReadonlyMap<string, {lines?: number; text?: string}>
  /** Why some or all could not be looked up, each once: no git, no repository, a shallow or partial clone, … */
  gaps: readonly Note[]
  /** Whether HEAD has the document; else it was never committed, or nothing is known. */
  committed: boolean
  /** The commit that brought the document in, where that is known. */
  introduced?: string
  /** Its versions, where they were asked for. */
  former?: FormerVersions
}
