/**
 * Tells an error that was expected from all others, which go on as they came.
 *
 * @throws the error itself where it is of another kind.
 * @example
 * catch (error) {
 *   rethrowUnless(error, LimitError)
 *   return {reason: error.message}
 * }
 */
export function rethrowUnless<Kind extends Error>(
  error: unknown,
  kind: abstract new (...args: never[]) => Kind,
): asserts error is Kind {
  if (!(error instanceof kind)) throw error
}

/** What something that was thrown says of itself: it need not be an error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
