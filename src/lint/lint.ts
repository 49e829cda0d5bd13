import type {Facts} from '../facts/index.js'
import {LimitError, refuseLimits} from '../markdown/index.js'
import {checkText} from '../text/index.js'
import {ConfigError, type Home, type Workspace} from '../workspace/index.js'
import type {Checked} from './baseline/index.js'
import {judge, statusOf, unjudgedIn} from './evaluate/index.js'
import {heldKind} from './held.js'
import {homepage} from './kinds.js'
import {kindByText, kindNamed, kindsInForce, type LintOptions} from './options.js'
import {readFacts, type Subject} from './read-facts.js'
import type {Asked} from './results/types.js'
import {outwardReport} from './rulings.js'
import {severitiesIn} from './severities.js'
import type {FileReport} from './types.js'

/**
 * Checks one document. Nothing is written, printed or remembered; the text need not be saved anywhere.
 *
 * The report's `messages` are sorted by line, column and rule id. Lines and columns count from 1, offsets from 0, all in
 * UTF-16 units. A document that is too large or too deep, or that could not be checked, has `status: 'not-checked'` and
 * a `reason`.
 *
 * @throws SettingsError (a rejected promise) where the schema cannot be used, or the kind does not exist; RangeError where a limit is
 * no number that limits anything, TypeError where it has another name, or the text is no string.
 * @example
 * import {lint} from 'specwright'
 *
 * const report = await lint('# Billing\n\n## 1. Executive Summary\n', {path: 'specs/billing.md'})
 * for (const {severity, ruleId, reason, range} of report.messages) {
 *   console.log(`${range.start.line}:${range.start.column} ${severity} ${reason} (${ruleId})`)
 * }
 */
export async function lint(text: string, options: LintOptions = {}): Promise<FileReport> {
  const {subject, home} = await subjectOf(text, options)
  const {report} = await check(subject)
  return home === undefined ? report : outwardReport(report, home, options.schema?.path)
}

/**
 * What the linter knows of a document, as `schema/facts.schema.json` describes it: its metadata, outline, sections,
 * citations and more, each with its place. Paths in it are relative to the root of the workspace that the document belongs to.
 *
 * @throws LimitError (a rejected promise) where the text is too large or too deep; SettingsError, RangeError and
 * TypeError as `lint` does.
 * @example
 * import {collectFacts} from 'specwright'
 *
 * const facts = await collectFacts('# Billing\n\n## 1. Executive Summary\n\nWe bill at once.\n')
 * console.log(facts.title?.text, facts.sections['executive-summary']?.words) // Billing 4
 */
export async function collectFacts(text: string, options: LintOptions = {}): Promise<Facts> {
  return (await readFacts((await subjectOf(text, options)).subject)).facts
}

/** A document's report, with what the run as a whole must know of it. */
export interface Judged extends Checked {
  /** The status by which it was judged. */
  status?: string
  /** What it was judged by; nobody keeps them, for they are large. */
  facts?: Facts
  /** What was asked of the world for it. */
  asked?: Asked
}

/** Checks a text as a kind. Whatever goes wrong with this one document is told in its report. */
export async function check(subject: Subject): Promise<Judged> {
  const {path} = subject
  try {
    const {facts, skipped, asked} = await readFacts(subject)
    const kind = heldKind(subject.kind, facts)
    const page = await homepage()
    const {text, severities} = subject
    const {kept, excepted} = judge(facts, kind, {
      text,
      homepage: page,
      ...(severities && {severities}),
    })
    const status = statusOf(facts, kind.template)
    return {
      report: {path, kind: kind.name, status: 'checked', messages: kept, skipped, ...(excepted > 0 && {excepted})},
      unjudged: unjudgedIn(facts, kind, text, severities),
      ...(status !== undefined && {status}),
      facts,
      ...(asked && {asked}),
    }
  } catch (error) {
    return notChecked(path, subject.kind.name, whyNotChecked(error, subject.workspace))
  }
}

export function notChecked(path: string, kind: string, reason: string): Judged {
  return {
    report: {path, kind, status: 'not-checked', reason, messages: [], skipped: []},
    unjudged: {rules: new Set(), places: []},
  }
}

/** Why a document could not be checked. A fault of ours is told with its own words: a short "not checked" would hide it. */
export function whyNotChecked(error: unknown, workspace: Workspace | undefined): string {
  if (error instanceof LimitError) return error.message
  // What it cites belongs to a workspace of its own.
  if (error instanceof ConfigError) {
    const message = workspace ? error.message.replaceAll(`${workspace.root}/`, '') : error.message
    return `a config cannot be used (${message.replace(/\s+/g, ' ')})`
  }
  const text = String(error)
  return `checking it failed (${text.replace(/\s+/g, ' ').slice(0, 200)})`
}

/** What a text is, by its path and its words, and the workspace that it belongs to. */
export async function subjectOf(
  text: string,
  options: LintOptions,
): Promise<{subject: Subject; home: Home | undefined}> {
  const {kind, limits} = options
  checkText(text)
  if (limits !== undefined) refuseLimits(limits)
  const asked = options.path === undefined ? undefined : belowRoot(options.path, options.workspace)
  // The document may belong to a workspace below: the nearest config counts.
  const home = asked === undefined ? undefined : await options.workspace?.homeOf(asked)
  const [workspace, path] = [home?.workspace ?? options.workspace, home?.path ?? asked]
  const kinds = await kindsInForce({...options, workspace})
  const severities = severitiesIn(workspace, options.severities, kinds)
  const named = kind ?? (path === undefined ? undefined : await workspace?.kindOf(path))
  const known = named === undefined ? kindByText(text, kinds).kind : kindNamed(named, kinds)
  return {subject: {text, path: path ?? 'document.md', kind: known, workspace, limits, severities}, home}
}

// An absolute path below the root is the same document as the relative one.
function belowRoot(path: string, workspace: Workspace | undefined): string {
  if (!workspace) return path
  const slashed = (text: string): string => (workspace.root.includes('\\') ? text.replaceAll('\\', '/') : text)
  const folder = `${slashed(workspace.root).replace(/\/$/, '')}/`
  return slashed(path).startsWith(folder) ? slashed(path).slice(folder.length) : path
}
