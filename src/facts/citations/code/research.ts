import {codePathsIn} from '../../../research/code-paths.js'
import type {HistoryAnswers, ResearchQuestion, World} from '../../../workspace/index.js'
import type {Citation, Source} from '../../types.js'
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
    if (entry?.type !== 'file' || entry.text === undefined || commit === undefined) continue
    asked.paths.push(path)
    asked.questions.push({commit, paths: codePathsIn(entry.text)})
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
    const {commit = asked.commit, anchor, files, changed, gone} = said
    return {
      ...source,
      commit,
      commitKnown: said.commit !== undefined,
      ...(anchor !== undefined && {anchor}),
      ...(files !== undefined && {files}),
      ...(changed !== undefined && {changed}),
      ...(gone !== undefined && {gone}),
    }
  })
}
