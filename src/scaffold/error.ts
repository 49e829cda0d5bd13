export type ScaffoldProblem =
  | 'title'
  | 'date'
  | 'research'
  | 'out'
  /** Something stands at the path already. */
  | 'exists'

/** A request that cannot be followed. The message is one line for the user; nothing was written. */
export class ScaffoldError extends Error {
  override readonly name = 'ScaffoldError'

  constructor(
    readonly code: ScaffoldProblem,
    message: string,
  ) {
    super(message)
  }
}
