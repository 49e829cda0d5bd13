import * as notes from '../git/notes.js'
import type {CodeQuestion, CommitSource, Note} from '../types.js'
import type {Around} from './around.js'
import {lackingIn} from './lacking.js'
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

// "specs/2026-01-31-search.md"
const DAY = /(?:^|\/)(\d{4}-\d{2}-\d{2})[^/]*$/

/** Commits that were named and are not known. */
export type Unknown = (name: string) => void

/** The states that count for a citation, best first, each commit once. */
export async function statesFor(
  past: Past,
  origin: Origin,
  worktree: View | undefined,
  question: CodeQuestion,
  unknown: Unknown,
  {around, path}: {around: Around; path: string},
): Promise<State[]> {
  const states: State[] = []
  const add = async (from: CommitSource, commit: string) => {
    if (states.some(state => state.commit === commit)) return
    const view = await past.viewOf(commit)
    states.push({from, commit, ...(view ? {view} : {gap: lackingIn(past)})})
  }
  const addBringing = async (from: 'line' | 'spec', bringing: Bringing | undefined) => {
    if (bringing?.gap) states.push({from, gap: bringing.gap})
    if (bringing?.commit === undefined) return
    await add(from, bringing.commit)
    if (bringing.parent !== undefined) await add(`${from}-parent`, bringing.parent)
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
  const line = await origin.line(question.line)
  if (line !== 'uncommitted') {
    const isSpec = line?.commit === origin.introduced?.commit && line?.gap === origin.introduced?.gap
    if (!isSpec) await addBringing('line', line)
    await addBringing('spec', origin.introduced)
  }
  if (past.head !== undefined) await add('head', past.head)
  // Code that was written with a document is often committed right behind it; a line that came later had no part in that.
  const brought = line !== 'uncommitted' && line?.commit === origin.introduced?.commit ? line?.commit : undefined
  const after = brought === undefined ? undefined : await around.after(brought)
  if (after !== undefined) await add('spec-child', after)
  // Where no commit is named, the day in the document's name tells what was there when it was begun.
  const day = question.commits.length === 0 && question.text ? DAY.exec(path)?.[1] : undefined
  const before = day === undefined ? undefined : await around.before(day)
  if (before !== undefined) await add('date', before)
  states.push({from: 'index', view: await past.staged()})
  if (worktree) states.push({from: 'worktree', view: worktree})
  return states
}
