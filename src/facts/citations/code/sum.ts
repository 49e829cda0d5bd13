import type {Citation, DriftSum} from '../../types.js'

/**
 * What became of cited lines by HEAD, counted; undefined where none were held against it. What is cited of a commit that stands
 * beside it stays as it is.
 */
export function driftSum(citations: readonly Citation[]): DriftSum | undefined {
  const held = citations.filter(
    ({drift, lines, commitFrom}) => drift !== undefined && lines !== undefined && commitFrom !== 'citation',
  )
  const [first] = held
  if (first === undefined) return undefined
  const number = (state: NonNullable<Citation['drift']>['state']): number =>
    held.filter(({drift}) => drift?.state === state).length
  const [moved, changed, deleted, renamed] = [number('moved'), number('changed'), number('deleted'), number('renamed')]
  const stale = held.find(({drift}) => drift?.state !== 'unchanged') ?? first
  return {
    cited: held.length,
    moved,
    changed,
    deleted,
    renamed,
    stale: moved + changed + deleted + renamed,
    position: stale.position,
  }
}
