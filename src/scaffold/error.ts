export type ScaffoldProblem =
  | 'title'
  | 'author'
  | 'owner'
  | 'date'
  | 'research'
  | 'out'
  /** Something stands at the path already. */
  | 'exists'

/**
 * A request that cannot be followed. The message is one line for the user, `code` tells programs what is wrong with it.
 *
 * @example
 * import {openWorkspace, ScaffoldError, scaffold} from 'specwright'
 *
 * const workspace = await openWorkspace({root: 'examples/reading-room'})
 * const failure = await scaffold({title: '\u0000', date: '2026-01-31'}, workspace).catch(error => error)
 * console.log(failure instanceof ScaffoldError, failure.code) // true title
 */
export class ScaffoldError extends Error {
  override readonly name = 'ScaffoldError'

  constructor(
    readonly code: ScaffoldProblem,
    message: string,
  ) {
    super(message)
  }
}
