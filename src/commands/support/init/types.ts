import type {Ci} from './ci.js'
import type {Hook} from './hooks.js'

/** What a file is to hold. */
export interface Piece {
  text: string
  executable?: boolean
}

/** Package managers that are told by their lock files. */
export type Lock = 'npm' | 'pnpm' | 'yarn'

/** A folder with the number of documents in it. */
export interface Found {
  path: string
  documents: number
}

/** What stands in a repository already. Paths are relative to the workspace's root, unless told. */
export interface Survey {
  /** The root, absolute. */
  root: string
  /** git's top level, absolute; absent where there is no repository. */
  top?: string
  /** The root from the top, with "/"; "" where they are one. */
  prefix: string
  /** The config that is there. */
  config?: string
  specs: readonly Found[]
  research: readonly Found[]
  /** Folders of decision records: documents of another kind. */
  decisions: readonly Found[]
  /** Files and folders for hooks, CI and packages that are there, from the top (or the root without one); folders with "". */
  files: ReadonlyMap<string, string>
  lock?: Lock
  /** Whether the project has the tool among its dependencies. */
  depends: boolean
}

/** What is to be set up. */
export interface Choices {
  specs: readonly string[]
  research: readonly string[]
  hook: Hook
  ci: Ci
}

/** One file of the set-up. */
export interface Planned {
  /** Which folder its path starts from. */
  from: 'root' | 'top'
  path: string
  /**
   * `create`: it is not there. `append`: it is, and more is put into it. `show`: it is, and more is to be put into it by hand.
   * `keep`: it has what it needs.
   */
  action: 'create' | 'append' | 'show' | 'keep'
  /** The whole new file, or what is added to one. */
  text: string
  executable?: boolean
  /** With `append`: the file as it is, and as it is to be. */
  edit?: {before: string; after: string}
}

/** What `spec init` is going to do. */
export interface Plan {
  files: readonly Planned[]
  notes: readonly string[]
  next: readonly string[]
}
