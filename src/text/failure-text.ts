import {reasonOf} from './errors.js'
import {printable} from './printable.js'

/**
 * What a command tells on standard error of what was thrown: one line, and where it was only when asked for. `isExpected`: the error's own
 * words are for the user.
 *
 * @example failureText(new Error('No file'), {debug: false, isExpected: true}) // 'spec: No file\n'
 * @example failureText(new Error('No x'), {debug: false}) // 'spec: Unexpected failure: No x (SPEC_DEBUG=1 shows where)\n'
 */
export function failureText(
  error: unknown,
  {debug, isExpected = false}: {debug: boolean; isExpected?: boolean},
): string {
  const words = isExpected ? reasonOf(error) : `Unexpected failure: ${reasonOf(error)} (SPEC_DEBUG=1 shows where)`
  const where = debug && error instanceof Error ? `${error.stack}\n` : ''
  return `spec: ${printable(words)}\n${where}`
}
