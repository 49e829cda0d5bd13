/** A path as it stood at a commit, both as they are written. */
export interface AtCommit {
  commit: string
  /** With its lines. */
  path: string
}

const HASH = '([0-9a-f]{7,40})'
const LINES = String.raw`:L?\d[\dL,–-]{0,60}`
// git's own form, "abc1234:src/x.ts:8"; "src/x.ts@abc1234:8", "src/x.ts@abc1234"; "src/x.ts:8@abc1234".
const BEFORE = RegExp(`^${HASH}:([^:@\\s][^:@]*(?:${LINES})?)$`, 'i')
const BEHIND = RegExp(`^([^:@]+)@${HASH}(${LINES})?$`, 'i')
const LAST = RegExp(`^([^:@]+${LINES})@${HASH}$`, 'i')

/** Takes the path in a code span apart from the commit that is written with it; undefined where there is none. */
export function atCommitIn(text: string): AtCommit | undefined {
  const [, hash, behind] = BEFORE.exec(text) ?? []
  if (hash !== undefined && behind !== undefined) return {commit: hash.toLowerCase(), path: behind}
  const [, path, commit, lines = ''] = BEHIND.exec(text) ?? LAST.exec(text) ?? []
  return path === undefined || commit === undefined ? undefined : {commit: commit.toLowerCase(), path: path + lines}
}
