import type {Status} from '../template/index.js'

/** What a list tells of one document. What is not known of it is absent. */
export interface Listed {
  /** Relative to the root, with "/". */
  path: string
  kind: string
  /** Why it could not be checked; then nothing else is told. */
  reason?: string
  title?: string
  status?: ListedStatus
  /** The statuses of its kind, in the template's order. */
  statuses: readonly Status[]
  owner?: string
  /** Days, `yyyy-mm-dd`. */
  created?: string
  updated?: string
  /** Whole days since the last update, else since it was created. */
  age?: number
  /** How many of the sections that its form asks for are there and say something; `unfilled`: titles of the others. */
  sections?: {filled: number; all: number; unfilled: readonly string[]}
  /** Questions that are not ticked; absent where its form has no place for questions. */
  questions?: number
  /** What it cites, itself aside, and how much of that lint reports as errors or warnings. */
  citations?: {all: number; wrong: number}
  messages?: {errors: number; warnings: number; infos: number}
}

export interface ListedStatus {
  /** As written. */
  value: string
  /** The full name of the template's status that it begins with; else as written. */
  name: string
  known: boolean
  /** Words behind it. */
  note?: string
}
