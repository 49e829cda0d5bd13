import type {Folders} from '../folders.js'
import * as notes from '../git/notes.js'
import type {Repository} from '../git/repository.js'
import {mapLimited} from '../limited.js'
import type {Bytes} from '../read.js'
import type {
  CodeQuestion,
  FormerVersions,
  HistoryAnswers,
  HistoryQuestions,
  Note,
  Settings,
  Sighting,
} from '../types.js'
import {aroundIn} from './around.js'
import {type Gathering, gathering} from './gathering.js'
import {sightGone} from './gone.js'
import {type Origin, originOf} from './origin.js'
import {pastOf} from './past.js'
import {sightResearch} from './research.js'
import {bareScene, sceneOf} from './scene.js'
import {type Scene, sight} from './sight.js'
import {type State, statesFor} from './states.js'
import {type View, workTreeView} from './view.js'

export interface Historian {
  root: string
  settings: Settings
  folders: Folders
  /** A file by its absolute path. */
  bytes(path: string): Promise<Bytes>
  /** Whether the index stands for the work tree. */
  staged: boolean
}

type Answering = (questions: HistoryQuestions) => Promise<HistoryAnswers>

/** Answers questions about a repository's history. What was learnt for one document serves the next. */
export function historyIn(repository: Repository, historian: Historian): Answering {
  const {root, settings, folders, bytes, staged} = historian
  const past = pastOf(repository, settings)
  const scene = sceneOf(past)
  const around = aroundIn(past)
  const {top, head} = repository
  const digits = head?.length ?? 40

  return async ({path, text, code, research, gone, former}) => {
    const gathered = gathering()
    const origin = await originOf(past, root, path, text)
    const worktree = staged ? undefined : workTreeView({top, folders, bytes, digits, index: past.staged})
    const sightings = await mapLimited(code, async question => {
      const states = await statesFor(past, origin, worktree, question, gathered.unknown, {around, path})
      return sightWithContents(scene, states, question, gathered, past.objects.blob)
    })
    const studies = await mapLimited(research, question => sightResearch(past, scene, question, gathered))
    if (repository.isExhausted()) gathered.gap(notes.exhausted)
    const introduced = origin.introduced?.commit
    const versions = former ? await formerOf(origin, gathered.gap) : undefined
    return {
      code: sightings,
      research: studies,
      gone: await mapLimited(gone, each => sightGone(past, scene.shown, each)),
      versions: gathered.versions,
      gaps: gathered.gaps(),
      committed: origin.committed,
      ...(introduced !== undefined && {introduced}),
      ...(versions && {former: versions}),
    }
  }
}

async function formerOf(origin: Origin, gap: (note: Note) => void): Promise<FormerVersions> {
  const {versions, problem} = await origin.versions()
  if (problem) gap(problem)
  return {versions, ...(problem && {gap: problem.code})}
}

/** Answers without a repository: by the work tree alone, and with the reason. */
export function historyWithout(reason: Note, {root, folders, bytes}: Historian): Answering {
  const scene = bareScene(reason)
  return async ({code, research, gone, former}) => {
    const gathered = gathering()
    if (code.length + research.length > 0 || former) gathered.gap(reason)
    const view = workTreeView({top: root, folders, bytes, digits: 40})
    const states: State[] = [{from: 'worktree', view}]
    return {
      code: await mapLimited(code, question =>
        sightWithContents(scene, states, question, gathered, async () => undefined),
      ),
      research: research.map(() => ({})),
      gone: gone.map(() => ({renamed: []})),
      versions: gathered.versions,
      gaps: gathered.gaps(),
      committed: false,
      ...(former && {former: {versions: [], gap: reason.code}}),
    }
  }
}

async function sightWithContents(
  scene: Scene,
  states: readonly State[],
  question: CodeQuestion,
  gathered: Gathering,
  stored: View['content'],
): Promise<Sighting[]> {
  const sightings = await sight(scene, states, question, gathered.gap)
  if (!question.text) return sightings
  for (const [index, {file, now}] of sightings.entries()) {
    const read = states[index]?.view?.content
    const known = !file || !read || (await gathered.addVersion(file.version, read))
    const knownNow = !now || (await gathered.addVersion(now.version, stored))
    if (!known || !knownNow) gathered.gap(scene.lacking)
  }
  return sightings
}
