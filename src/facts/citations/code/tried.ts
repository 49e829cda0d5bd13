import type {CommitSource, Sighting} from '../../../workspace/index.js'

const WORDS: Readonly<Record<CommitSource, string>> = {
  citation: 'the commit named beside it',
  research: 'the commit of the research',
  line: 'the commit that brought the line',
  'line-parent': 'the commit before the line',
  spec: 'the commit that brought the document',
  'spec-parent': 'the commit before the document',
  'spec-child': 'the commit after the document',
  date: 'the last commit before its day',
  head: 'HEAD',
  index: 'the index',
  worktree: 'the work tree',
}

/** A state of the repository in words: "abc1234 (the commit before the document)", "HEAD", "the index". */
export function stateWords({from, commit}: Pick<Sighting, 'from' | 'commit'>): string {
  const words = WORDS[from]
  return commit === undefined || from === 'head' ? words : `${shortHash(commit)} (${words})`
}

export function shortHash(commit: string): string {
  return commit.slice(0, 10)
}
