import * as notes from '../git/notes.js'
import type {CodeQuestion, CommitSource, Note} from '../types.js'
import type {Bringing, Origin} from './origin.js'
import type {Past} from './past.js'
import type {View} from './view.js'

/** A state of the repository that counts for a citation. Without a view it cannot be looked at, for the reason given. */
export interface State {
  from: CommitSource
  commit?: string
  view?: View
  gap?: Note
}

/** Commits that were named and are not known. */
export type Unknown = (name: string) => void

/** The states that count for a citation, best first, each commit once. */
export async function statesFor(
  past: Past,
  origin: Origin,
  worktree: View | undefined,
  question: CodeQuestion,
  unknown: Unknown,
): Promise<State[]> {
  const states: State[] = []
  const add = async (from: CommitSource, commit: string) => {
    if (states.some(state => state.commit === commit)) return
    const view = await past.viewOf(commit)
    states.push({from, commit, ...(view ? {view} : {gap: past.isPartial ? notes.partial : notes.shallow})})
  }
  const addBringing = async (from: 'line' | 'spec', bringing: Bringing | undefined) => {
    if (bringing?.gap) states.push({from, gap: bringing.gap})
    if (bringing?.commit === undefined) return
    await add(from, bringing.commit)
    const [parent] = (await past.objects.commit(bringing.commit))?.parents ?? []
    if (parent !== undefined) await add(`${from}-parent`, parent)
  }

  for (const {name, from} of question.commits) {
    const commit = await past.objects.resolve(name)
    if (commit !== undefined) await add(from, commit)
    else if (!states.some(state => state.gap && state.from === from && state.gap.text.includes(name))) {
      unknown(name)
      states.push({from, gap: notes.unknownCommits([name])})
    }
  }
  if (question.pinned) return states
  const line = origin.committed ? await origin.line(question.line) : 'uncommitted'
  if (line !== 'uncommitted') {
    const isSpec = line?.commit === origin.introduced?.commit && line?.gap === origin.introduced?.gap
    if (!isSpec) await addBringing('line', line)
    await addBringing('spec', origin.introduced)
  }
  if (past.head !== undefined) await add('head', past.head)
  states.push({from: 'index', view: await past.staged()})
  if (worktree) states.push({from: 'worktree', view: worktree})
  return states
}
