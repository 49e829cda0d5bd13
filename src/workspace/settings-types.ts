import type {Point} from '../markdown/index.js'
import type {Severity} from './config/types.js'

/** What is configured about a workspace. Paths are relative to the root, with "/". */
export interface Settings {
  /** Folders of specs. */
  specs: readonly string[]
  /** Folders of research; those outside begin with "../". */
  research: readonly string[]
  /** Those of them that git does not track, as the config says: a clone may lack them. */
  untracked: readonly string[]
  /** Those of them that lie outside the root, as the config says: they are only read, and a machine may lack them. */
  outside: readonly string[]
  /** Globs of files that are left out, whatever kind would claim them. */
  ignore: readonly string[]
  /** Kinds by which files are claimed; the first whose globs fit claims a file. */
  kinds: readonly KindFiles[]
  /** Severities by rule id, in place of those that the rules have. */
  rules: Readonly<Record<string, Severity>>
  /** Where what is no default was said, by its path: "specs", "rules/residue", "kinds/note/files". */
  origins: ReadonlyMap<string, Origin>
  /** The config and those that it extends, absolute, the farthest first. */
  files: readonly string[]
}

/** A place in a config file. */
export interface Origin {
  /** Absolute. */
  path: string
  range: {start: Point; end: Point}
}

export interface KindFiles {
  name: string
  files: readonly string[]
  ignore: readonly string[]
  /** Files of the kind's own, relative to the root, or absolute where a package brings them. One template for each version. */
  templates?: readonly string[]
  /** The version that new documents are made from; absent: that of the first template. */
  version?: number
  schema?: string
}
