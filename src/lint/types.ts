import type {Fix, Range} from '../fixes/index.js'
import type {Template} from '../template/index.js'
import type {BaselineReport} from './baseline/types.js'

export type Severity = 'error' | 'warning' | 'info'
/** What a rule's severity may be set to: `off` for one that is looked at only when it is asked for. */
export type Setting = Severity | 'off'

/** Severities in place of those that the rules have, by rule id. */
export type Severities = Readonly<Record<string, Setting>>

export interface Related {
  /** Absent: the document itself. Else a path relative to the root. */
  path?: string
  range: Range
  reason: string
}

/** What a message is about, apart from where it stands: the same after edits elsewhere in the document. */
export interface Accused {
  /** Ids of the section around it and of those around that, outermost first, joined with "/"; empty outside of sections. */
  section: string
  /**
   * The missing heading's or row's name, a heading's title, else the accused text, on one line; a long one is cut and ends with a
   * digest. Empty for the document as a whole.
   */
  content: string
}

/** One accusation. The fields of a VFileMessage, and a few more. */
export interface Message {
  ruleId: string
  severity: Severity
  reason: string
  range: Range
  /** Values that would be right. */
  expected?: string[]
  /** The value that stands there. */
  actual?: string
  /** What to do next. */
  help?: string
  /** Did you mean. */
  suggestions?: string[]
  related?: Related[]
  url?: string
  fix?: Fix
  /** Where in the schema the demand stands: "rfc#/$defs/missing-title/…". */
  schemaPath: string
  accused: Accused
  /**
   * 16 hexadecimal digits, unique in the document: a digest of the rule, of what is accused, and of its number among equal ones.
   * It knows neither lines nor the document's path, so it is the same after edits elsewhere, other white space, and a rename.
   */
  fingerprint: string
}

/** Whether a document was checked, and else why not. */
export type CheckState = {status: 'checked'; reason?: undefined} | {status: 'not-checked'; reason: string}

/** What became of one document. */
export type FileReport = CheckState & {
  /** Relative to the root, with "/" (reporters make it relative to the working folder). */
  path: string
  kind: string
  /** Sorted: line, column, rule id, the rule's own order. */
  messages: Message[]
  /** Checks that had to be skipped, and why. */
  skipped: {check: string; reason: string}[]
  /** How many messages are left out for exceptions that the document makes; absent where there are none. */
  excepted?: number
  /** How many messages are left out for the baseline; absent where there are none. */
  baselined?: number
}

/** A document that could not be checked. */
export type Unchecked = Extract<FileReport, {status: 'not-checked'}>

export interface Summary {
  files: number
  clean: number
  errors: number
  warnings: number
  infos: number
  notChecked: number
  skippedChecks: number
  /** Messages that are left out for exceptions that documents make. */
  excepted: number
  /** Messages that are left out for the baseline. */
  baselined: number
  /** Messages that the baseline freezes and that are there no more. */
  stale: number
  unclaimed: number
}

/** What a run mended in one file, or would have. */
export interface MendedFile {
  path: string
  /** Whether the file holds it now. */
  written: boolean
  /** Why it could not be written. */
  reason?: string
  /** Messages that are gone, each as it was told of the text that it was found in. */
  mended: Message[]
  /** Messages whose fix would have changed something else besides, or not enough, and was left out. */
  withdrawn: Message[]
}

export interface Report {
  summary: Summary
  files: FileReport[]
  /** Notes for standard error. */
  notes: {code: string; text: string}[]
  /** Paths that name nothing or cannot be looked at: usage errors, one line each. Absent where there are none. */
  problems?: string[]
  /** What became of the baseline; absent where none was given. */
  baseline?: BaselineReport
  /** What was mended before; absent where nothing was to be. `found`: messages that there were; `dryRun`: nothing was written. */
  mended?: {dryRun: boolean; found: number; files: MendedFile[]}
}

/** A rule as its schema entry says it, its constraint aside. */
export interface Rule {
  id: string
  title: string
  description: string
  severity: Setting | {default: Setting; [status: string]: Setting}
  /** One text, or one by failing keyword with a `default`. */
  message: string | {[keyword: string]: string}
  help?: string | {[keyword: string]: string}
  explains?: string[]
  /** Names of fixes in `src/fixes`: the first of them that can be made is the message's. */
  fixes?: string[]
  /** A part of the failing item to be marked in its place: name of a property that has a `position`, or is one. */
  mark?: string
  /** A place in the failing item to be shown beside it: name of a property that has a `position`, and the words. */
  related?: {property: string; message: string}
  /** Whether a user's schema switched it off. */
  off?: boolean
  /** Where a user's schema says it. Absent for the rules that come with us. */
  source?: {path: string; range: Range}
  /** Whether a rule of this id comes with us and has a page in the documentation. */
  documented?: boolean
}

/** An error as ajv reports it, without its text. */
export interface Failure {
  instancePath: string
  schemaPath: string
  keyword: string
  params: Record<string, unknown>
}

/** A compiled constraint: false where it fails, with the failures on it. */
export interface Validate {
  (data: unknown): boolean
  errors?: Failure[] | null
}

/** The law of one kind: its rules in order, and their compiled constraints. */
export interface Law {
  id: string
  rules: readonly Rule[]
  validators: Readonly<Record<string, Validate>>
  /** The resolved schema, valid as a whole. */
  schema: Readonly<Record<string, unknown>>
}

/** A kind of document: what it is called, its form and its law. */
export interface Kind {
  name: string
  /** What new documents are made from. */
  template?: Template
  /** All versions of it, lowest first; absent: that one alone. */
  versions?: readonly Template[]
  law: Law
}
