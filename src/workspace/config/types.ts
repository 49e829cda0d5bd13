import type {Point} from '../../markdown/index.js'

/** How bad it is to break a rule; `off`: it is not looked at. */
export type Severity = 'error' | 'warning' | 'info' | 'off'
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'off']

export interface Range {
  start: Point
  end: Point
}

/** Something in a config file that keeps it from being used. */
export interface ConfigProblem {
  /** The file, absolute. */
  path: string
  range: Range
  reason: string
  suggestions?: string[]
}

/** What a config file may say of a kind of documents. */
export interface KindConfig {
  files?: string[]
  ignore?: string[]
  /** All versions, that of new documents first. */
  template?: string[]
  /** That of new documents. */
  version?: number
  schema?: string
}

/** A folder of research. */
export interface ResearchFolder {
  path: string
  /** `untracked`: git does not track it, so a clone may lack it. `outside`: it lies outside the workspace, likewise. */
  mark?: 'untracked' | 'outside'
}

/** A config file as data, as schema/config.schema.json describes it. */
export interface ConfigData {
  extends?: string[]
  specs?: string[]
  research?: ResearchFolder[]
  ignore?: string[]
  kinds?: Record<string, KindConfig>
  rules?: Record<string, Severity>
}

/** One config file, read. */
export interface ConfigFile {
  /** Absolute. */
  path: string
  text: string
  data: ConfigData
  /** Where a part stands, by its JSON pointer; where that is not known, what it belongs to. */
  at(pointer: string): Range
}

/** Why a config cannot be used. */
export interface ConfigFailure {
  problems: ConfigProblem[]
  /** Texts of the files in which they stand. */
  texts: ReadonlyMap<string, string>
}
