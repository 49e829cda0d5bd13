import type {Listed} from '../listing/index.js'
import type {owner} from '../text/index.js'
import type {Selected} from '../workspace/index.js'
import type {Apart} from './isolation.js'
import {check, type Judged, notChecked} from './lint.js'
import type {LintFilesOptions} from './lint-files.js'
import {listedOf} from './listed.js'
import type {Subject} from './read-facts.js'
import {readSelected} from './read-selected.js'
import type {RunResults} from './results/of-run.js'
import type {Finding} from './results/types.js'
import {outwardReport, type Ruling} from './rulings.js'
import type {Kind} from './types.js'

/** What became of a file. */
export interface Linted {
  judged: Judged
  kind?: Kind
  /** What a list tells of it; absent where it could not be read. */
  listed?: Listed
  /** Whether nothing said what kind it is. */
  assumed: boolean
}

/** What a run knows already. */
interface Known {
  /** What lists tell of documents, by path. */
  listed: ReadonlyMap<string, Listed>
  /** What runs before have found. */
  results?: RunResults | undefined
  /** Whether the documents of the run are checked by several threads at once. */
  isSpread?: boolean
  /** Gives what is held to the end of the run texts of their own. */
  own: ReturnType<typeof owner>
}

/** Checks a file by what holds in the workspace that it belongs to. */
export async function lintFile(
  selected: Selected,
  {home, kinds, severities}: Ruling,
  options: LintFilesOptions,
  {listed: known, results, isSpread = false, own}: Known,
): Promise<Linted> {
  const {limits, schema} = options
  const {workspace, path} = home
  const found = await readSelected({...selected, path}, {...options, workspace}, kinds)
  if (!found.ok) return {judged: notChecked(selected.path, found.kind, found.reason), assumed: false}
  const {text, kind, assumed} = found
  const isOwn = workspace === options.workspace
  const subject = {text, path, kind, workspace, limits, severities, ...(isOwn && {known})}
  const kept = await results?.in(workspace)
  const findHeld = async (): Promise<Finding> => {
    const {judged, asked, ...rest} = await findWith(options, subject, isSpread)
    const {facts, ...held} = judged
    const mine = own({judged: held, ...rest})
    return {...mine, judged: {...mine.judged, ...(facts && {facts})}, ...(asked && {asked})}
  }
  const {judged, listed} = await (kept ? kept.of(subject, findHeld) : findHeld())
  return {
    judged: {...judged, report: outwardReport(judged.report, home, schema?.path)},
    kind,
    assumed,
    ...(listed && {listed}),
  }
}

// Kinds that a caller has made are known to this thread alone.
async function findWith(
  {threads, kind, kinds, schema, onFacts}: LintFilesOptions,
  subject: Apart['subject'],
  isSpread: boolean,
): Promise<Finding> {
  const isApart = threads && (isSpread || subject.text.length >= threads.fromLength)
  const isMade = kinds !== undefined || typeof kind === 'object'
  const found = isApart && !isMade ? await threads.check({subject, schema, facts: onFacts !== undefined}) : undefined
  return found ?? findApart(subject)
}

/** Checks a document by itself, with what a list tells of it. */
export async function findApart(subject: Subject): Promise<Finding> {
  const {asked, ...judged} = await check(subject)
  const {facts} = judged
  return {judged, ...(facts && {listed: listedOf(facts, subject.kind)}), ...(asked && {asked})}
}
