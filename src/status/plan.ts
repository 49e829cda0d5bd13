import type {LintOptions} from '../lint/index.js'
import type {Workspace} from '../workspace/index.js'
import {type Bars, barsOf} from './bars.js'
import {type Changed, changed, type Wanted} from './change.js'
import {nextStatuses} from './names.js'
import type {Standing} from './subject.js'

/** What becomes of one document of a change. */
export interface Step {
  standing: Standing
  wanted: Wanted
}

/** A document as it would be. */
export interface PlannedFile {
  path: string
  before: string
  after: string
  /** The status that it gets, where that is a new one; `from`: the one that it has. */
  status?: {from: string | undefined; to: string}
  /** Words behind its former status, which go with it. */
  lost?: string
  /** The day of the last update that is written. */
  day?: string
  /** Why its new status is refused: what may follow instead, or what bars it. */
  refusal?: {notNext: readonly string[]} | {bars: Bars}
}

export type Plan = {ok: true; files: PlannedFile[]} | {ok: false; path: string; reason: string}

/** Opens the workspace with other texts for some of its files, by path. */
export type Overlaid = (texts: ReadonlyMap<string, string>) => Promise<Workspace>

/**
 * Changes documents in memory, and holds each that gets a new status against the law of that one, with all of them changed.
 * Documents that say already what they are to say are not among its files.
 */
export async function planned(
  steps: readonly Step[],
  overlaid: Overlaid,
  options: Pick<LintOptions, 'kind' | 'schema' | 'limits'>,
): Promise<Plan> {
  const done: {step: Step; change: Changed & {ok: true}}[] = []
  for (const step of steps) {
    const {standing, wanted} = step
    const {path, text, kind, reading} = standing
    const change = changed(text, {path, kind, folders: reading.document.folders}, wanted)
    if (!change.ok) return {ok: false, path, reason: change.reason}
    if (change.text !== text) done.push({step, change})
  }
  const workspace = await overlaid(new Map(done.map(({step, change}) => [step.standing.path, change.text])))
  try {
    const files: PlannedFile[] = []
    for (const {step, change} of done) files.push(await planOf(step, change, {...options, workspace}))
    return {ok: true, files}
  } finally {
    await workspace.close()
  }
}

async function planOf(
  {standing, wanted}: Step,
  change: Changed & {ok: true},
  options: Pick<LintOptions, 'kind' | 'schema' | 'limits'> & {workspace: Workspace},
): Promise<PlannedFile> {
  const {path, text, current} = standing
  const to = wanted.status?.name
  const file: PlannedFile = {
    path,
    before: text,
    after: change.text,
    ...(to !== undefined && {status: {from: current, to}}),
    ...(change.lost !== undefined && {lost: change.lost}),
    ...(change.day !== undefined && {day: change.day}),
  }
  if (to === undefined) return file
  const next = nextStatuses(standing.statuses, current).map(({name}) => name)
  // To name the successor of what is superseded already is no step.
  if (to !== current && !next.includes(to)) return {...file, refusal: {notNext: next}}
  const bars = await barsOf(text, change, {...options, path})
  return bars.messages.length > 0 || bars.problem !== undefined ? {...file, refusal: {bars}} : file
}

/** What may follow a document's status, and what bars each. */
export interface Next {
  name: string
  bars: Bars
}

/** Holds a document against the law of each status that may follow its own. */
export async function nextOf(
  standing: Standing,
  options: Pick<LintOptions, 'kind' | 'schema' | 'limits'> & {workspace: Workspace},
): Promise<Next[]> {
  const {path, text, kind, reading, statuses, current} = standing
  const found: Next[] = []
  for (const {name} of nextStatuses(statuses, current)) {
    const change = changed(text, {path, kind, folders: reading.document.folders}, {status: {name}})
    const bars = change.ok ? await barsOf(text, change, {...options, path}) : {messages: [], problem: change.reason}
    found.push({name, bars})
  }
  return found
}
