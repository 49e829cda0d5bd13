import {append, itemAt} from '../../text/index.js'
import * as notes from '../git/notes.js'
import type {CodeFile, CodeQuestion, Note, Sighting} from '../types.js'
import {type Finding, type FoundFile, find, findRenamed, placesOf} from './find.js'
import type {Why} from './spot.js'
import type {State} from './states.js'

/** What sighting needs to know of the repository. */
export interface Scene {
  /** Where the root lies in the repository. */
  prefix: string
  /** A path from the top, as one from the root. */
  shown(path: string): string
  /** Names that the file at a path had or was given; undefined where there is no history. */
  renames?(path: string): Promise<readonly string[]>
  /** Where HEAD has a file that was found. */
  now(file: FoundFile): Promise<CodeFile | undefined>
  /** Files of the name that a path from the top has, else of one much like it in its folder; relative to the root. */
  near(path: string): Promise<readonly string[]>
  /** The newest commit that removed, or renamed, a file at one of some paths from the top. */
  removedBy(paths: readonly string[]): Promise<string | undefined>
  /** Whether there is a file whose name ends as that of a path does. */
  hasAlike(path: string): Promise<boolean>
  /** Whether git ignores a path from the top. */
  ignores(path: string): Promise<boolean>
  /** What lacks objects: the clone's kind. */
  lacking: Note
}

/** Looks for a citation's file in one state after another. Gaps are told where it mattered. */
export async function sight(
  scene: Scene,
  states: readonly State[],
  question: CodeQuestion,
  gap: (note: Note) => void,
): Promise<Sighting[]> {
  const sightings: Sighting[] = []
  const findings = await lookThrough(scene, states, question)
  const isFound = findings.some(({outcome}) => isThere(outcome))
  const missing = await missed(scene, question, findings)
  for (const [index, finding] of findings.entries()) {
    const {from, commit, gap: reason} = itemAt(states, index)
    const {outcome, file, candidates, why} = finding
    const note = outcome === 'unknown' ? (reason ?? noteFor(why, scene)) : undefined
    if (note && (question.text || !isFound)) gap(note)
    const now = file && (await scene.now(file))
    sightings.push({
      from,
      ...(commit !== undefined && {commit}),
      outcome,
      ...(note && {gap: note.code}),
      ...(file && {file: {path: scene.shown(file.path), by: file.by, version: file.version}}),
      ...(now && {now}),
      ...(candidates && {candidates: candidates.map(scene.shown)}),
      ...missing,
    })
  }
  return sightings
}

/** What else is known of a file that no state has. What git ignores may be there on another machine: it is not known. */
async function missed(
  scene: Scene,
  {paths, text}: CodeQuestion,
  findings: Finding[],
): Promise<Pick<Sighting, 'near' | 'removedBy' | 'alike'>> {
  const places = placesOf(scene.prefix, paths)
  const [place] = places
  if (place === undefined || findings.length === 0 || findings.some(({outcome}) => outcome !== 'missing')) return {}
  const near = await scene.near(place)
  const told = near.length > 0 ? {near} : {}
  if (!text) return told
  // Last, for it takes a process more.
  if (await scene.ignores(place)) findings[findings.length - 1] = {outcome: 'unknown', why: 'ignored'}
  const removedBy = await scene.removedBy(places)
  return {...told, ...(removedBy !== undefined && {removedBy}), alike: await scene.hasAlike(place)}
}

async function lookThrough(scene: Scene, states: readonly State[], question: CodeQuestion): Promise<Finding[]> {
  const {text} = question
  const findings: Finding[] = []
  for (const {view} of states) {
    const finding = view ? await find(view, scene.prefix, {...question, all: text}) : {outcome: 'unknown' as const}
    findings.push(finding)
    if (!text && isThere(finding.outcome)) return findings
  }
  // By its other names only now: most citations are found without, and the log of all renames takes its time.
  for (const [index, {view}] of states.entries()) {
    const outcome = findings[index]?.outcome
    if (!view || (outcome !== 'missing' && outcome !== 'ambiguous')) continue
    const file = await findRenamed(view, await namesOf(scene, question))
    if (!file) continue
    findings[index] = {outcome: 'found', file}
    if (!text) return findings.slice(0, index + 1)
  }
  return findings
}

async function namesOf({renames, prefix}: Scene, {paths, likely = []}: CodeQuestion): Promise<string[]> {
  const names: string[] = []
  for (const place of new Set(placesOf(prefix, [...paths, ...likely]))) append(names, (await renames?.(place)) ?? [])
  return names
}

const isThere = (outcome: Finding['outcome']) => outcome === 'found' || outcome === 'folder'

/** What is said of what cannot be told. */
export function noteFor(why: Why | undefined, {lacking}: Scene): Note {
  if (why === 'submodule') return notes.submodule
  if (why === 'large') return notes.large
  if (why === 'outside') return notes.outside
  if (why === 'ignored') return notes.ignored
  return why === 'link' || why === 'unreadable' ? notes.link : lacking
}
