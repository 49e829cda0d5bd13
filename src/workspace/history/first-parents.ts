import type {LoggedCommit} from '../git/log.js'

/** A commit's first-parent line as far as the log tells it, newest first and itself in front. */
export function firstParents(
  commits: ReadonlyMap<string, LoggedCommit>,
  head: string,
): {id: string; commit: LoggedCommit}[] {
  const line: {id: string; commit: LoggedCommit}[] = []
  for (let id: string | undefined = head; id !== undefined; ) {
    const commit: LoggedCommit | undefined = commits.get(id)
    if (!commit) break
    line.push({id, commit})
    id = commit.first
  }
  return line
}
