import type {Point} from '../markdown/index.js'
import type {Severity} from './config/types.js'

/** What is configured about a workspace. Paths are relative to the root, with "/". */
export interface Settings {
  /** Folders of specs. */
  specs: readonly string[]
  /** Folders of research. */
  research: readonly string[]
  /** Globs of files that are left out, whatever kind would claim them. */
  ignore: readonly string[]
  /** Kinds by which files are claimed; the first whose globs fit claims a file. */
  kinds: readonly KindFiles[]
  /** Severities by rule id, in place of those that the rules have. */
  rules: Readonly<Record<string, Severity>>
  /** Where what is no default was said, by its path: "specs", "rules/residue", "kinds/adr/files". */
  origins: ReadonlyMap<string, Origin>
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
  /** Files of the kind's own, relative to the root, or absolute where a package brings them. */
  template?: string
  schema?: string
}
