import type {Home} from '../../workspace/index.js'

/** Equal messages of one document that are frozen. */
export interface BaselineEntry {
  /** How many of them. */
  count: number
  /** Id of the rule. */
  rule: string
  /** As a message's `accused.section`. */
  section: string
  /** As a message's `accused.content`. */
  text: string
}

/** Messages that a team has agreed to live with, by the path of the document, relative to the root, with "/". */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>

/** Tells the baseline of a run, by paths of the workspace that was asked, once it is known which workspaces its documents belong to. */
export type BaselineSource = (homes: readonly Home[]) => Promise<Baseline | undefined>

/** Entries of one document. */
export interface BaselinePart {
  path: string
  entries: readonly BaselineEntry[]
}

/** What a run made of a baseline. */
export interface BaselineReport {
  /** Entries, and how many of each, that nothing in the checked documents is like any more. */
  stale: readonly BaselinePart[]
  /** Documents that are gone, and those for which their entries count now. */
  renamed: readonly {from: string; to: string}[]
  /** The baseline without its stale entries; where all was to be frozen, with all that was found. */
  next: Baseline
}
