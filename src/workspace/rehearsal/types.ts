/** A commit that was tried. */
export interface Trial {
  accepted: boolean
  /** What git and the hook said. */
  output: string
}

/** A throwaway clone in which commits can be tried. */
export interface Rehearsal {
  /** Where the workspace's root lies in it, absolute. */
  root: string
  /** The hook that runs before a commit: its file in the user's repository; absent where none is installed. */
  hook?: string
  /** A hook that is there and does not run, for it may not be executed. */
  idle?: string
  /** Commits one new file, its path relative to the root, through the hook, and takes it back. */
  commit(path: string, text: string): Promise<Trial>
  /** Removes everything. */
  close(): Promise<void>
}

/** Where commits are to be tried. */
export interface Stage {
  /** git's top level, absolute. */
  top: string
  /** The workspace's root from there, with "/"; "" where they are one. */
  prefix: string
  env: Readonly<Record<string, string | undefined>>
  /** Whether a path, from the top, is a document of the workspace. */
  isDocument(path: string): Promise<boolean>
}
