import type {HistoryAnswers, ResearchQuestion, ResearchSighting, World} from '../../../workspace/index.js'
import type {Citation, ResearchDrift, Source} from '../../types.js'
import {commitAt} from './commits.js'

/** What is asked of the repository for the cited research: what has become of the code that each document speaks of. */
export interface AskedResearch {
  questions: ResearchQuestion[]
  /** Paths of the documents, in the order of the questions. */
  paths: string[]
}

/** `documents` are the citations of research, resolved. */
export function askedForResearch(documents: readonly Citation[], world: World): AskedResearch {
  const asked: AskedResearch = {questions: [], paths: []}
  for (const path of new Set(documents.flatMap(({path, kind}) => (kind === 'research' && path ? [path] : [])))) {
    const entry = world.entries.get(path)
    const commit = commitAt(path, world)
    if (entry?.type !== 'file' || entry.code === undefined || commit === undefined) continue
    asked.paths.push(path)
    asked.questions.push({commit, paths: entry.code})
  }
  return asked
}

/** Cited documents with what the repository says of the commits of those that are research. */
export function withCommits(
  sources: readonly Source[],
  {paths, questions}: AskedResearch,
  {research}: Pick<HistoryAnswers, 'research'>,
): Source[] {
  return sources.map(source => {
    const index = paths.indexOf(source.path)
    const [asked, said] = [questions[index], research[index]]
    if (asked === undefined || said === undefined) return source
    const {commit = asked.commit, reachable, anchor, files} = said
    return {
      ...source,
      commit,
      commitKnown: said.commit !== undefined,
      ...(reachable !== undefined && {commitReachable: reachable}),
      ...(anchor !== undefined && {anchor}),
      ...(files !== undefined && {files, ...driftOf(files, said)}),
    }
  })
}

/** What became of the files that cited research speaks of, summed; undefined where nothing is known of them. */
export function researchDriftIn(sources: readonly Source[]): ResearchDrift | undefined {
  const known = sources.filter(isCounted)
  const sum = (of: (source: Counted) => number) => known.reduce((all, source) => all + of(source), 0)
  const [files, changed, gone] = [sum(each => each.files), sum(each => each.changed), sum(each => each.gone)]
  const [worst] = [...known].sort((a, b) => b.driftShare - a.driftShare)
  if (worst === undefined) return undefined
  const share = Math.ceil((100 * (changed + gone)) / files)
  return {documents: known.length, files, changed, gone, share, position: worst.position}
}

type Drift = Pick<Source, 'changed' | 'gone' | 'renamed' | 'driftShare'>

/** A source of which files are counted: what became of them is told with their number. */
type Counted = Source & Required<Pick<Source, 'files' | 'changed' | 'gone' | 'driftShare'>>

function isCounted(source: Source): source is Counted {
  return source.files !== undefined && source.files > 0
}

// A schema cannot hold two numbers against each other: what part of the files it is stands beside them.
function driftOf(files: number, {changed = 0, gone = 0, renamed = 0}: ResearchSighting): Drift {
  const share = files === 0 ? {} : {driftShare: Math.ceil((100 * (changed + gone)) / files)}
  return {changed, gone, renamed, ...share}
}
